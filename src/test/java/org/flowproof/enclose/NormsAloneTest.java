package org.flowproof.enclose;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.flowproof.enclose.MutantLoader.Change;
import org.flowproof.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The least of several bounds hides the others. Here each norm is the only one that is read, on a
 * flow that is hard for it: a neuron passes a concave kink that multiplies its error by 18, and
 * right after hands half of it on to a strong neighbour, whose own ball is tiny.
 */
class NormsAloneTest {
  private static final Problem HANDED_ON =
      Flows.squared(
          new double[][] {{1, 0}, {0.6, 0.8}},
          new double[] {18.1, 6.4},
          new double[][] {{3, -2.2501}, {3, 0}},
          new double[] {3, 3},
          0,
          1);

  private static final double END = 0.05;

  private static Change only(int norm) {
    return new Change(
        "bound/ErrorBounds",
        "best = Math.min(best, norm.of(neuron));",
        "if (norm == norms.get(" + norm + ")) best = norm.of(neuron);");
  }

  private static Trial trial(Change... changes) {
    return Trial.ofBall(MutantLoader.of(changes), HANDED_ON, END, 1e-9, 1e-14);
  }

  /** By neurons, of all, of all with weights, and of the large ones. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void everyNormHoldsAlone(int norm) {
    Trial trial = trial(only(norm));
    assertTrue(trial.end() == END && trial.worst() <= 1, trial::toString);
    assertTrue(trial.worst() > 0.9, trial::toString);
  }

  @Test
  void mutantUnequalWeightsThatCostNothing() {
    Trial trial =
        trial(
            only(2),
            new Change(
                "bound/BlockNorm", "Bounds.expUp(fastest + skew(rates))", "Bounds.expUp(fastest)"));
    assertTrue(trial.worst() > 2, trial::toString);
  }

  @Test
  void mutantNeuronsThatDoNotCouple() {
    Trial trial =
        trial(
            only(0),
            new Change("certify/TubeRates", "Bounds.up(model.coupling() * step.length())", "0"));
    assertTrue(trial.worst() > 2, trial::toString);
  }
}
