package org.flowproof.check.alignment;

import java.util.Locale;
import org.flowproof.check.Verdict;
import org.flowproof.flow.State;
import org.flowproof.formula.Ball;
import org.flowproof.formula.BallArithmetic;
import org.flowproof.formula.NoValueException;
import org.flowproof.formula.Rational;

/**
 * Reads part (i) for one neuron at increasing times, and closes the gaps between them: with {@code
 * |w| <= |a|} the logarithm of {@code |a|} changes by at most {@code |D_j|} in a unit of time.
 */
final class BoundReader {
  private static final BallArithmetic BALLS = new BallArithmetic();

  /** Of logarithms, each of which is rounded some times. */
  private static final double ROUNDING = 1e-13;

  private final int neuron;
  private final double start;
  private final double room;
  private final Rational exactDifference;
  private final Ball difference;
  private final boolean dominated;

  private double before = 0;
  private double normBefore = Double.POSITIVE_INFINITY;
  private double leastNorm = Double.POSITIVE_INFINITY;
  private double beforeError = 0;
  private double upTo = 0;
  private double downTo = 0;
  private double upToSurely = 0;
  private double downToSurely = 0;
  private double most = 0;
  private double least = 0;
  private double widest = -1;
  private double witness;
  private double witnessError;
  private double dominance = Double.POSITIVE_INFINITY;
  private String violation = "";
  private String open = "";

  /**
   * A reader.
   *
   * @param neuron 0-based
   * @param start {@code a_j(0)}, not 0
   * @param room {@code 2 epsilon ln(1/lambda)}
   * @param difference {@code a_j^2 - |w_j|^2} at time 0
   */
  BoundReader(int neuron, double start, double room, Rational difference) {
    this.neuron = neuron;
    this.start = start;
    this.room = room;
    exactDifference = difference;
    this.difference = BALLS.of(difference);
    dominated = difference.signum() >= 0;
  }

  /**
   * Reads the next time.
   *
   * @param change how far the logarithm of {@code |a_j|} can have moved since the time before;
   *     infinite when that is not known
   */
  void read(State state, int d, double change) {
    double a = state.a(neuron);
    double error = state.errorOfA(neuron);
    dominance(state, d, a, error);
    norm(state, d, (Math.abs(a) + error) * Math.exp(change) * change);
    if (!(Math.abs(a) > error)) {
      open("its numerical error has grown to its size", state.time());
      before = Double.NaN;
      return;
    }
    if (a > 0 != start > 0) {
      violate("a has changed its sign, so that it was 0 before", state.time());
      return;
    }
    double log = Math.log(Math.abs(a / start));
    double relative = error / Math.abs(a);
    double logError = -Math.log1p(-relative) + ROUNDING;
    most = Math.max(most, log);
    least = Math.min(least, log);
    if (Math.abs(log) > widest) {
      widest = Math.abs(log);
      witness = state.time();
      witnessError = relative;
    }
    if (Math.abs(log) - logError > room + ROUNDING) {
      violate(log > 0 ? "|a| is too large" : "|a| is too small", state.time());
    }
    if (state.time() > 0) {
      double high = (before + log + change) / 2;
      double low = (before + log - change) / 2;
      double slack = (beforeError + logError) / 2;
      upTo = Math.max(upTo, high);
      downTo = Math.min(downTo, low);
      upToSurely = Math.max(upToSurely, high + slack);
      downToSurely = Math.min(downToSurely, low - slack);
      if (!(upToSurely < room && -downToSurely < room)) {
        open("a bound may be passed, within the numerical error or between readings", state.time());
      }
    }
    before = log;
    beforeError = logError;
  }

  /**
   * Bounds {@code |w|} from below.
   *
   * @param way how far w can have moved since the time before
   */
  private void norm(State state, int d, double way) {
    double squares = 0;
    for (int i = 0; i < d; i++) {
      squares += state.w(neuron, i) * state.w(neuron, i);
    }
    double norm = Math.sqrt(squares) * (1 - ROUNDING) - Math.sqrt(d) * state.errorOfW(neuron);
    leastNorm = Math.min(leastNorm, state.time() > 0 ? (normBefore + norm - way) / 2 : norm);
    normBefore = norm;
  }

  private void dominance(State state, int d, double a, double error) {
    try {
      Ball square = BALLS.power(new Ball(a, error), 2);
      Ball left = square;
      for (int i = 0; i < d; i++) {
        left =
            BALLS.minus(left, BALLS.power(new Ball(state.w(neuron, i), state.errorOfW(neuron)), 2));
      }
      dominance = Math.min(dominance, left.value() / square.value());
      if (left.upper() < 0) {
        violate("|w| > |a|", state.time());
      } else if (left.lower() < 0) {
        // a tie: every solution conserves the difference, which is known exactly
        Ball off = BALLS.minus(left, difference);
        if (!dominated || Math.abs(off.value()) > off.radius()) {
          open("|w| <= |a| is within the numerical error", state.time());
        }
      }
    } catch (NoValueException e) {
      open(e.getMessage(), state.time());
    }
  }

  private void violate(String what, double time) {
    if (violation.isEmpty()) {
      violation = at(what, time);
    }
  }

  private void open(String what, double time) {
    if (open.isEmpty()) {
      open = at(what, time);
    }
  }

  private static String at(String what, double time) {
    return what + String.format(Locale.ROOT, ", at t = %.6g", time);
  }

  WeightBound result() {
    Verdict verdict =
        !violation.isEmpty() ? Verdict.VIOLATED : open.isEmpty() ? Verdict.HOLDS : Verdict.UNKNOWN;
    return new WeightBound(
        verdict,
        violation.isEmpty() ? open : violation,
        Math.exp(least),
        Math.exp(most),
        -Math.expm1(Math.max(upTo, -downTo) - room),
        witness,
        witnessError,
        dominance);
  }

  /** Whether {@code w_j} is surely not 0 at any time between the first and the last one read. */
  boolean staysOffZero() {
    if (leastNorm > 0) {
      return true;
    }
    boolean bounded = violation.isEmpty() && open.isEmpty();
    double least = bounded ? start * start * Math.exp(2 * downToSurely) * (1 - ROUNDING) : 0;
    // |w|^2 is a^2 less a constant
    return Rational.ofDouble(least).compareTo(exactDifference) > 0;
  }
}
