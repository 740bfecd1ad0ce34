package org.flowproof.check.margins;

import java.util.Locale;
import org.flowproof.check.Verdict;

/**
 * One predicted limit held against its extrapolation.
 *
 * @param of what it is the limit of, such as {@code sample 3} or {@code W_+1}
 * @param predicted the limit
 * @param found what the run extrapolates to
 * @param verdict HOLDS, VIOLATED or UNKNOWN
 * @param reason why it does not hold; empty when it does
 */
public record LimitItem(
    String of, double predicted, Extrapolation found, Verdict verdict, String reason) {
  /** Beyond so many error bars a prediction is wrong. */
  private static final double CLEARLY = 5;

  /** Below this exponent three decades take off less than half of what is left. */
  private static final double SLOW = 0.1;

  /** The error bar has to be this much smaller than what is to be told apart. */
  private static final double SHARP = 10;

  /**
   * Judges.
   *
   * @param error absolute error of the prediction
   * @param distinct the distance to what else the limit could be
   */
  static LimitItem of(
      String of, double predicted, double error, Extrapolation found, double distinct) {
    double bar = found.bar() + error;
    double apart = Math.abs(found.limit() - predicted);
    String numbers =
        String.format(
            Locale.ROOT,
            "%s: predicted %.6g, extrapolated %.6g with error bar %.2g",
            of,
            predicted,
            found.limit(),
            bar);
    if (Double.isNaN(bar)) {
      return new LimitItem(
          of, predicted, found, Verdict.UNKNOWN, "the run has no error estimate to its end");
    }
    if (!found.settles()) {
      return new LimitItem(
          of,
          predicted,
          found,
          Verdict.UNKNOWN,
          numbers + "; successive extrapolations do not yet approach each other as the law says");
    }
    if (!(bar * SHARP <= distinct)) {
      return new LimitItem(
          of, predicted, found, Verdict.UNKNOWN, numbers + ", too wide to tell; a longer run may");
    }
    if (apart <= bar) {
      return new LimitItem(of, predicted, found, Verdict.HOLDS, "");
    }
    return apart > CLEARLY * bar
        ? new LimitItem(of, predicted, found, Verdict.VIOLATED, numbers)
        : new LimitItem(
            of, predicted, found, Verdict.UNKNOWN, numbers + ", too close to its edge to tell");
  }

  /**
   * The same, but open if it is violated by a run that does not follow the law itself, and the law
   * is approached too slowly for this to mean anything.
   *
   * @param law the limit by the law, which is predicted or rules out what is
   * @param exponent the approach is like {@code t^-exponent}
   */
  LimitItem unlessSlow(double law, double exponent) {
    boolean follows = Math.abs(found.limit() - law) <= CLEARLY * found.bar();
    return verdict != Verdict.VIOLATED || follows || exponent >= SLOW
        ? this
        : new LimitItem(
            of,
            predicted,
            found,
            Verdict.UNKNOWN,
            String.format(
                Locale.ROOT,
                "%s; the approach is like t^-%.2g, too slow to tell",
                reason,
                exponent));
  }

  /** How far the extrapolation is from the prediction, in error bars. */
  public double bars() {
    return Math.abs(found.limit() - predicted) / found.bar();
  }
}
