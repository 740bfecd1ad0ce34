package org.flowproof.enclose.precise;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A gradient flow to many digits: power series in fixed-point numbers, kinks located as zeros of
 * polynomials. Shares nothing with the code it judges. Neurons that are held by the same samples
 * with the same gates elsewhere have one and the same forces, and so leave together.
 *
 * <p>Ends where the flow is not unique or grazes a kink. Neurons may start on kinks, exactly.
 */
public final class PreciseFlow {
  private static final int MOST_STEPS = 20_000;

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
  private final Stretches way;
  private Optional<String> obstacle = Optional.empty();
  private final List<KinkEvent> events = new ArrayList<>();

  private PreciseFlow(PreciseData data, int digits) {
    numbers = new FixedPoint((int) (digits * 3.33) + 40);
    order = (int) (digits * 0.8) + 6;
    flow = new FlowSeries(numbers, order, data);
    way = new Stretches(numbers);
    int m = data.a().size();
    state = new BigInteger[m][];
    gates = new Gate[m][flow.n()];
    for (int j = 0; j < m; j++) {
      state[j] = Arrays.copyOf(flow.fixed(data.w().get(j)), flow.d() + 1);
      state[j][flow.d()] = numbers.of(data.a().get(j));
      for (int k = 0; k < flow.n(); k++) {
        gates[j][k] = numbers.dot(state[j], flow.x()[k]).signum() > 0 ? Gate.ON : Gate.OFF;
      }
    }
    flow.expand(state, gates);
    for (int j = 0; j < m; j++) {
      int neuron = j;
      int[] on =
          IntStream.range(0, flow.n())
              .filter(k -> numbers.dot(state[neuron], flow.x()[k]).signum() == 0)
              .toArray();
      if (on.length > 0) {
        BigInteger[] residuals = residuals(BigInteger.ZERO);
        gates[j] = KinkChoice.of(numbers, flow, state[j][flow.d()], gates[j], residuals, on);
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
    run.events.removeIf(event -> event.time().compareTo(end) > 0);
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

  /** What happened at kinks, in the order of time. */
  public List<KinkEvent> events() {
    return List.copyOf(events);
  }

  /** How often a neuron went through a kink. */
  public int crossings() {
    return (int) events.stream().filter(KinkEvent::crosses).count();
  }

  /** How often a neuron began to slide. */
  public int holds() {
    return (int) events.stream().filter(KinkEvent::captures).count();
  }

  /** The weights at a time: of every neuron the hidden ones, then the output weight. */
  public BigDecimal[][] at(BigDecimal when) {
    return Arrays.stream(way.at(numbers.of(when)))
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
    BigInteger[][] z = way.at(numbers.of(when));
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

  /** Number of samples. */
  public int samples() {
    return flow.n();
  }

  /** How far a neuron is from a kink at a time, times the norm of the sample. */
  public double preactivation(BigDecimal when, int neuron, int sample) {
    return numbers.approximate(numbers.dot(way.at(numbers.of(when))[neuron], flow.x()[sample]));
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
    way.add(time, flow.z);
    BigInteger s = numbers.times(first, h);
    time = time.add(s);
    BigInteger[][] next = new BigInteger[state.length][flow.d() + 1];
    for (int j = 0; j < state.length; j++) {
      for (int i = 0; i <= flow.d(); i++) {
        next[j][i] = numbers.at(flow.z[j][i], s);
      }
    }
    BigInteger[] residuals = residuals(s);
    state = next;
    for (int j = 0; j < state.length; j++) {
      int neuron = j;
      List<Turn> mine = turns.stream().filter(turn -> turn.neuron() == neuron).toList();
      if (!mine.isEmpty()) {
        turn(j, mine, residuals);
      }
    }
  }

  private BigInteger[] residuals(BigInteger s) {
    return Arrays.stream(flow.r).map(r -> numbers.at(r, s)).toArray(BigInteger[]::new);
  }

  /** Functions that are positive until the gate of a pair has to change. */
  private List<Candidate> candidates(int j, int k) {
    if (gates[j][k] != Gate.HELD) {
      BigInteger[] g = flow.preactivation(j, k);
      return List.of(
          new Candidate(new Turn(j, k, Optional.empty()), gates[j][k] == Gate.ON ? g : negated(g)));
    }
    BigInteger[] force = flow.force[j][flow.held[j].which(k)];
    BigInteger[] above = new BigInteger[order + 1];
    BigInteger[] below = new BigInteger[order + 1];
    for (int l = 0; l <= order; l++) {
      BigInteger full = flow.factor(flow.r[k][l]);
      above[l] = full.subtract(force[l]);
      below[l] = force[l].subtract(flow.gated(Gate.OFF, full));
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

  private void turn(int j, List<Turn> turns, BigInteger[] residuals) {
    Gate[] before = gates[j];
    Gate[] sides = before.clone();
    int[] met = new int[0];
    for (Turn turn : turns) {
      if (turn.released().isPresent()) {
        sides[turn.sample()] = turn.released().get();
      } else {
        met = Arrays.copyOf(met, met.length + 1);
        met[met.length - 1] = turn.sample();
      }
    }
    if (met.length > 0 && met.length < turns.size()) {
      throw new IllegalStateException("a neuron leaves a kink as it meets another");
    }
    int had = flow.held[j].count();
    if (met.length > 0) {
      int[] kinks = Arrays.copyOf(met, met.length + had);
      for (int p = 0; p < had; p++) {
        kinks[met.length + p] = flow.held[j].sample(p);
      }
      sides = KinkChoice.of(numbers, flow, state[j][flow.d()], sides, residuals, kinks);
      for (int k : met) {
        if (sides[k] == before[k]) {
          throw new IllegalStateException("a neuron turns back at a kink");
        }
      }
    }
    gates[j] = sides;
    HeldKinks now = HeldKinks.of(numbers, flow.x(), sides);
    for (int k = 0; k < sides.length; k++) {
      if (sides[k] != before[k]) {
        boolean concave = state[j][flow.d()].signum() * residuals[k].signum() > 0;
        events.add(
            new KinkEvent(
                numbers.decimal(time), j, k, before[k], sides[k], had, now.count(), concave));
      }
    }
    BigInteger[] on = now.less(flow.x(), state[j], now.parts(flow.x(), state[j]));
    System.arraycopy(on, 0, state[j], 0, on.length);
  }
}
