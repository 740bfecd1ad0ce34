package org.flowproof.enclose.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.flowproof.enclose.interval.Interval;
import org.flowproof.enclose.precise.KinkEvent;
import org.flowproof.enclose.precise.PreciseData;
import org.flowproof.enclose.precise.PreciseFlow;
import org.flowproof.formula.Rational;
import org.flowproof.problem.Problem;

/** A theorem about the limit of a flow, held against the flow to 30 digits long afterwards. */
final class LongFlow {
  private static final int DIGITS = 30;

  /** Longer flows are followed part of the way, and only that sides and path are as claimed. */
  private static final double LONGEST = 80;

  /** Times of decay after which nothing is left but {@link #REST}. */
  private static final double DECAYS = 36;

  private static final double REST = 1e-13;

  private final PreciseData data;
  private final PreciseFlow flow;
  private final BigDecimal from;
  private final BigDecimal end;

  private final LimitTheorem theorem;
  private final boolean arrives;

  /** Follows a flow from the time from which on a theorem speaks of it. */
  LongFlow(Problem problem, LimitTheorem theorem) {
    this.theorem = theorem;
    data = PreciseData.of(problem);
    from = new BigDecimal(theorem.from());
    double carried = theorem.leastWeight() * theorem.leastWeight();
    double rate = carried * theorem.leastEigenvalue() * data.numerator() / data.denominator();
    arrives = DECAYS / rate < LONGEST;
    end = from.add(new BigDecimal(arrives ? DECAYS / rate : LONGEST));
    flow = PreciseFlow.of(data, end, DIGITS);
  }

  /** The output of a sample; at a kink no gate is needed. */
  private BigDecimal output(BigDecimal[][] z, int k) {
    BigDecimal sum = BigDecimal.ZERO;
    List<BigDecimal> x = data.x().get(k);
    for (BigDecimal[] neuron : z) {
      BigDecimal g = BigDecimal.ZERO;
      for (int i = 0; i < x.size(); i++) {
        g = g.add(neuron[i].multiply(x.get(i)));
      }
      sum = sum.add(neuron[x.size()].multiply(g.max(g.multiply(data.slope()))));
    }
    return sum;
  }

  private BigDecimal loss(BigDecimal[][] z) {
    BigDecimal sum = BigDecimal.ZERO;
    for (int k = 0; k < data.y().size(); k++) {
      BigDecimal r = data.y().get(k).subtract(output(z, k));
      sum = sum.add(r.multiply(r));
    }
    double factor = 0.5 * data.numerator() / data.denominator();
    return sum.multiply(new BigDecimal(factor));
  }

  private static double distance(BigDecimal[][] z, BigDecimal[][] other) {
    double squares = 0;
    for (int j = 0; j < z.length; j++) {
      for (int i = 0; i < z[j].length; i++) {
        double off = z[j][i].subtract(other[j][i]).doubleValue();
        squares += off * off;
      }
    }
    return Math.sqrt(squares);
  }

  private BigDecimal[][] at(double part) {
    return flow.at(from.add(end.subtract(from).multiply(new BigDecimal(part))));
  }

  /**
   * Holds the theorem against the flow.
   *
   * @return the largest part of the bound of the path's length that the flow has moved
   */
  double hold() {
    assertEquals(Optional.empty(), flow.obstacle());
    List<KinkEvent> later =
        flow.events().stream().filter(e -> e.time().compareTo(from) > 0).toList();
    assertEquals(List.of(), later, () -> "sides change, though " + theorem);
    double moved = 0;
    for (double part : new double[] {0.01, 0.03, 0.1, 0.3, 1}) {
      moved = Math.max(moved, distance(at(part), at(0)));
    }
    double most = moved;
    assertTrue(moved <= theorem.pathLength() * (1 + 1e-12) + 1e-25, () -> most + ", " + theorem);
    BigDecimal loss = loss(at(1));
    Interval limit = theorem.limitLoss();
    // the loss only falls
    assertTrue(
        loss.compareTo(new BigDecimal(limit.lower()).subtract(new BigDecimal("1e-24"))) >= 0,
        () -> loss + " is below " + limit);
    if (arrives) {
      for (int k = 0; k < theorem.fit().size(); k++) {
        double h = output(at(1), k).doubleValue();
        Interval fit = theorem.fit().get(k);
        assertTrue(fit.intersects(near(h)), () -> h + " is at the end, not " + fit);
      }
      assertTrue(limit.intersects(near(loss.doubleValue())), () -> loss + ", not " + limit);
      theorem.halfSamples().ifPresent(this::holdHalves);
    }
    if (theorem.interpolation() == LimitTheorem.Interpolation.FAILS) {
      assertTrue(limit.lower() > 0, theorem::toString);
    }
    if (theorem.interpolation() == LimitTheorem.Interpolation.HOLDS) {
      assertEquals(0, limit.upper(), theorem::toString);
    }
    return moved / theorem.pathLength();
  }

  private static Interval near(double value) {
    return Interval.of(value).plus(Interval.of(-REST, REST));
  }

  /** Whether it is followed until it is at its limit. */
  boolean arrives() {
    return arrives;
  }

  private void holdHalves(Interval claimed) {
    BigDecimal[][] last = at(1);
    List<List<Rational>> x =
        data.x().stream().map(row -> row.stream().map(Rational::ofDecimal).toList()).toList();
    List<Rational> outputs =
        IntStream.range(0, x.size()).mapToObj(k -> Rational.ofDecimal(output(last, k))).toList();
    List<Rational> y = data.y().stream().map(Rational::ofDecimal).toList();
    double off = ExactLeastSquares.fromHalves(x, y, outputs).toDouble();
    assertTrue(claimed.intersects(near(off)), () -> off + " from halves, not " + claimed);
  }
}
