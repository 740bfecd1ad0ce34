package org.flowproof.enclose.path;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Random;
import org.flowproof.enclose.taylor.Series;
import org.flowproof.formula.Rational;
import org.flowproof.problem.CaseLoader;
import org.junit.jupiter.api.Test;

/**
 * The field along a step that is a line is computed in doubles: second doubles of weights, much
 * larger here than rounding leaves them, must come back in its remainders.
 */
class LineFieldTest {
  private static final double REST = 1e-9;

  private final FlowModel model =
      ((FlowModel.Outcome.Suitable)
              FlowModel.of(
                  CaseLoader.load(Path.of("cases/enclosures/leaky-five-dimensions.yaml"))
                      .problem()))
          .model();

  LineFieldTest() throws Exception {}

  @Test
  void residualsHoldWhatTheSecondDoublesAdd() {
    Random random = new Random(36);
    Series[][] hidden = new Series[model.m()][model.d()];
    Series[] outer = new Series[model.m()];
    Side[][] sides = new Side[model.m()][model.n()];
    for (int j = 0; j < outer.length; j++) {
      outer[j] = line(random);
      for (int i = 0; i < model.d(); i++) {
        hidden[j][i] = line(random);
      }
      for (int k = 0; k < model.n(); k++) {
        sides[j][k] = random.nextBoolean() ? Side.PLUS : Side.MINUS;
      }
    }
    PathStep step = new PathStep(1e-12, hidden, outer, sides);
    FieldSeries field = new FieldSeries(model, step, new Slidings(model));
    double worst = 0;
    for (int k = 0; k < model.n(); k++) {
      Series residual = field.residual(k);
      assertEquals(0, residual.pairs());
      Rational exact = Rational.ofDouble(model.y(k));
      for (int j = 0; j < outer.length; j++) {
        Rational g = Rational.ZERO;
        for (int i = 0; i < model.d(); i++) {
          g = g.plus(start(hidden[j][i]).times(Rational.ofDouble(model.x(k)[i])));
        }
        Rational gate = Rational.ofDouble(model.gate(sides[j][k]));
        exact = exact.minus(start(outer[j]).times(gate).times(g));
      }
      double off =
          Math.abs(exact.minus(Rational.ofDouble(residual.coefficient(0))).toDouble())
              / residual.remainder();
      worst = Math.max(worst, off);
    }
    assertTrue(worst <= 1, "outside by " + worst);
    // idle bounds would hide a second double that is forgotten
    assertTrue(worst > 0.01, "worst " + worst);
  }

  private static Rational start(Series series) {
    return Rational.ofDouble(series.coefficient(0)).plus(Rational.ofDouble(series.rest(0)));
  }

  private static Series line(Random random) {
    double[] c = {random.nextGaussian(), 1e-14 * random.nextGaussian()};
    return Series.exact(c, new double[] {REST * random.nextGaussian()});
  }
}
