package org.flowproof.enclose.precise;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A gradient flow to many digits: power series in fixed-point numbers, kinks located as zeros of
 * polynomials. Shares nothing with the code it judges. Neurons that are held by the same sample
 * with the same gates elsewhere have one and the same force, and so leave together.
 *
 * <p>Ends where the flow is not unique, grazes a kink, or a neuron meets two kinks at once.
 */
public final class PreciseFlow {
  private static final int MOST_STEPS = 20_000;

  /** A stretch of time with one power series. */
  private static final class Stretch {
    private final BigInteger start;
    private final BigInteger[][][] series;

    Stretch(BigInteger start, BigInteger[][][] series) {
      this.start = start;
      this.series = series;
    }
  }

  /** A function that is positive until the gate of a pair has to change. */
  private static final class Candidate {
    private final Turn turn;
    private final BigInteger[] function;

    Candidate(Turn turn, BigInteger[] function) {
      this.turn = turn;
      this.function = function;
    }
  }

  /** What happens to one pair; coming from a held gate, the gate that follows is known. */
  private record Turn(int neuron, int sample, Optional<Gate> released) {}

  private final FixedPoint numbers;
  private final int order;
  private final FlowSeries flow;
  private final Gate[][] gates;
  private BigInteger[][] state;
  private BigInteger time = BigInteger.ZERO;
  private final List<Stretch> stretches = new ArrayList<>();
  private Optional<String> obstacle = Optional.empty();
  private int crossings;
  private int holds;

  private PreciseFlow(PreciseData data, int digits) {
    numbers = new FixedPoint((int) (digits * 3.33) + 40);
    order = (int) (digits * 0.8) + 6;
    flow = new FlowSeries(numbers, order, data);
    int m = data.a().size();
    state = new BigInteger[m][];
    gates = new Gate[m][flow.n()];
    for (int j = 0; j < m; j++) {
      state[j] = Arrays.copyOf(flow.fixed(data.w().get(j)), flow.d() + 1);
      state[j][flow.d()] = numbers.of(data.a().get(j));
      for (int k = 0; k < flow.n(); k++) {
        gates[j][k] = flow.dot(state[j], flow.x(k)).signum() > 0 ? Gate.ON : Gate.OFF;
      }
    }
  }

  /** Follows a flow up to a time, with about this many digits. */
  public static PreciseFlow of(PreciseData data, BigDecimal end, int digits) {
    PreciseFlow run = new PreciseFlow(data, digits);
    BigInteger until = run.numbers.of(end).add(BigInteger.ONE);
    int steps = 0;
    while (run.time.compareTo(until) < 0) {
      try {
        run.step();
      } catch (IllegalStateException e) {
        run.obstacle = Optional.of(e.getMessage());
        return run;
      }
      steps++;
      if (steps > MOST_STEPS) {
        throw new IllegalStateException("too many steps");
      }
    }
    return run;
  }

  /** Why it ends early. */
  public Optional<String> obstacle() {
    return obstacle;
  }

  /** Whether it is known at a time. */
  public boolean reaches(BigDecimal when) {
    return obstacle.isEmpty() || numbers.of(when).compareTo(time) < 0;
  }

  /** How often a neuron went through a kink. */
  public int crossings() {
    return crossings;
  }

  /** How often a neuron began to slide. */
  public int holds() {
    return holds;
  }

  /** The weights at a time: of every neuron the hidden ones, then the output weight. */
  public BigDecimal[][] at(BigDecimal when) {
    return Arrays.stream(fixedAt(when))
        .map(z -> Arrays.stream(z).map(numbers::decimal).toArray(BigDecimal[]::new))
        .toArray(BigDecimal[][]::new);
  }

  /**
   * How far every weight is from a polynomial of a path at a time.
   *
   * @param path coefficients, for every neuron the hidden weights, then the output weight; each is
   *     the sum of two doubles that follow one another
   * @param s where its polynomials are evaluated
   */
  public double[][] minus(BigDecimal when, double[][][] path, double s) {
    BigInteger[][] z = fixedAt(when);
    BigInteger at = numbers.of(s);
    double[][] result = new double[z.length][flow.d() + 1];
    for (int j = 0; j < z.length; j++) {
      for (int i = 0; i <= flow.d(); i++) {
        BigInteger sum = BigInteger.ZERO;
        for (int l = path[j][i].length - 2; l >= 0; l -= 2) {
          BigInteger coefficient = numbers.of(path[j][i][l]).add(numbers.of(path[j][i][l + 1]));
          sum = numbers.times(sum, at).add(coefficient);
        }
        result[j][i] = numbers.approximate(z[j][i].subtract(sum));
      }
    }
    return result;
  }

  private BigInteger[][] fixedAt(BigDecimal when) {
    BigInteger t = numbers.of(when);
    int low = 0;
    int high = stretches.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) / 2;
      if (stretches.get(middle).start.compareTo(t) <= 0) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    Stretch stretch = stretches.get(low);
    BigInteger s = t.subtract(stretch.start);
    BigInteger[][] result = new BigInteger[state.length][flow.d() + 1];
    for (int j = 0; j < result.length; j++) {
      for (int i = 0; i <= flow.d(); i++) {
        result[j][i] = numbers.at(stretch.series[j][i], s);
      }
    }
    return result;
  }

  private void step() {
    flow.expand(state, gates);
    double length = reach();
    BigInteger h = numbers.of(length);
    BigInteger first = numbers.one();
    List<Turn> turns = new ArrayList<>();
    for (int j = 0; j < state.length; j++) {
      for (int k = 0; k < flow.n(); k++) {
        for (Candidate candidate : candidates(j, k)) {
          Optional<BigInteger> root = FirstRoot.of(numbers, scaled(candidate.function, h));
          if (root.isPresent()) {
            int order =
                root.get().subtract(first).bitLength() < 30 ? 0 : root.get().compareTo(first);
            if (order < 0) {
              turns.clear();
              first = root.get();
            }
            if (order <= 0) {
              turns.add(candidate.turn);
            }
          }
        }
      }
    }
    stretches.add(new Stretch(time, flow.z));
    BigInteger s = numbers.times(first, h);
    time = time.add(s);
    BigInteger[][] next = new BigInteger[state.length][flow.d() + 1];
    for (int j = 0; j < state.length; j++) {
      for (int i = 0; i <= flow.d(); i++) {
        next[j][i] = numbers.at(flow.z[j][i], s);
      }
    }
    BigInteger[] residuals = new BigInteger[flow.n()];
    for (int k = 0; k < residuals.length; k++) {
      residuals[k] = numbers.at(flow.r[k], s);
    }
    state = next;
    for (Turn turn : turns) {
      turn(turn, residuals);
    }
  }

  /** Functions that are positive until the gate of a pair has to change. */
  private List<Candidate> candidates(int j, int k) {
    if (gates[j][k] != Gate.HELD) {
      BigInteger[] g = flow.preactivation(j, k);
      return List.of(
          new Candidate(new Turn(j, k, Optional.empty()), gates[j][k] == Gate.ON ? g : negated(g)));
    }
    BigInteger[] above = new BigInteger[order + 1];
    BigInteger[] below = new BigInteger[order + 1];
    for (int l = 0; l <= order; l++) {
      BigInteger full = flow.factor(flow.r[k][l]);
      above[l] = full.subtract(flow.force[j][l]);
      below[l] = flow.force[j][l].subtract(flow.gated(Gate.OFF, full));
    }
    boolean positive = flow.r[k][0].signum() > 0;
    return List.of(
        new Candidate(new Turn(j, k, Optional.of(Gate.ON)), positive ? above : negated(above)),
        new Candidate(new Turn(j, k, Optional.of(Gate.OFF)), positive ? below : negated(below)));
  }

  private static BigInteger[] negated(BigInteger[] series) {
    return Arrays.stream(series).map(BigInteger::negate).toArray(BigInteger[]::new);
  }

  private BigInteger[] scaled(BigInteger[] series, BigInteger h) {
    BigInteger[] result = new BigInteger[series.length];
    BigInteger power = numbers.one();
    for (int l = 0; l < series.length; l++) {
      result[l] = numbers.times(series[l], power);
      power = numbers.times(power, h);
    }
    return result;
  }

  /** How far the series reach: a power of two. */
  private double reach() {
    double exponent = 0;
    int target = numbers.bits() - 30;
    for (BigInteger[][] neuron : flow.z) {
      for (BigInteger[] series : neuron) {
        for (int l = order - 2; l <= order; l++) {
          int size = series[l].bitLength() - numbers.bits();
          if (series[l].signum() != 0) {
            exponent = Math.min(exponent, Math.floor((-target - size) / (double) l));
          }
        }
      }
    }
    return Math.scalb(1.0, (int) exponent);
  }

  private void turn(Turn turn, BigInteger[] residuals) {
    int j = turn.neuron();
    int k = turn.sample();
    if (turn.released().isPresent()) {
      gates[j][k] = turn.released().get();
      return;
    }
    if (FlowSeries.held(gates[j]) >= 0) {
      throw new IllegalStateException("a neuron on two kinks");
    }
    Gate from = gates[j][k];
    int on = speed(j, k, Gate.ON, residuals);
    int off = speed(j, k, Gate.OFF, residuals);
    if (on > 0 && off > 0) {
      gates[j][k] = Gate.ON;
    } else if (on < 0 && off <= 0) {
      // with speed 0 it is off at all samples and comes to rest
      gates[j][k] = Gate.OFF;
    } else if (on < 0 && off > 0) {
      gates[j][k] = Gate.HELD;
      holds++;
      project(j, k);
      return;
    } else {
      throw new IllegalStateException("the flow is not unique");
    }
    if (gates[j][k] == from) {
      throw new IllegalStateException("a neuron turns back at a kink");
    }
    crossings++;
  }

  /** The sign of the speed of a preactivation with a gate; 0 when it is below what is resolved. */
  private int speed(int j, int k, Gate gate, BigInteger[] residuals) {
    BigInteger sum = BigInteger.ZERO;
    for (int l = 0; l < residuals.length; l++) {
      BigInteger force = numbers.times(residuals[l], flow.dot(flow.x(l), flow.x(k)));
      sum = sum.add(flow.gated(l == k ? gate : gates[j][l], force));
    }
    BigInteger speed = numbers.times(state[j][flow.d()], sum);
    return speed.bitLength() < 30 ? 0 : speed.signum();
  }

  private void project(int j, int k) {
    BigInteger off = numbers.over(flow.dot(state[j], flow.x(k)), flow.square(k));
    for (int i = 0; i < flow.d(); i++) {
      state[j][i] = state[j][i].subtract(numbers.times(off, flow.x(k)[i]));
    }
  }
}
