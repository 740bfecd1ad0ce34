package org.flowproof.check.smallstart;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.flowproof.check.Verdict;

/** Verdicts from the exponents with which distances fall with the scale. */
final class Rates {
  /** An exponent that is equal to a number lies this close to it. */
  private static final double EQUAL = 0.05;

  /** And one that differs is further off. */
  private static final double DIFFERENT = 0.1;

  /** Distances that fall at all do so at least with this exponent. */
  private static final double FALLS = 0.25;

  private final Approach approach;
  private final double bound;

  /** Scales above this say nothing against a statement on the limit. */
  private static final double SMALL = 1e-3;

  /**
   * @param bound the exponent of the theorem
   */
  Rates(Approach approach, double bound) {
    this.approach = approach;
    this.bound = bound;
  }

  /**
   * Every exponent is above 0, and the last ones clearly, or all distances are within the error.
   */
  StartStatement limit(StartStatement.Kind kind) {
    if (approach.broken()) {
      return broken(kind);
    }
    Approach.Distance smallest = approach.smallest();
    List<Approach.Exponent> last = approach.last();
    if (last.isEmpty()) {
      boolean within =
          approach.distances().stream().flatMap(List::stream).allMatch(d -> d.value() <= d.error());
      return within
          ? new StartStatement(kind, Verdict.HOLDS, "no distance exceeds the numerical error")
          : new StartStatement(
              kind, Verdict.UNKNOWN, "too few distances stand out of the numerical error");
    }
    Approach.Exponent least = least(last);
    String detail =
        String.format(
            Locale.ROOT,
            "distance %.2e at the smallest scale, numerical error %.1e; least exponent %.3f",
            smallest.value(),
            smallest.error(),
            least.value());
    boolean near = smallest.value() <= 0.5 * approach.largest().orElseThrow();
    if (near && least.value() - least.error() >= FALLS) {
      return new StartStatement(kind, Verdict.HOLDS, detail);
    }
    // a distance that does not fall over the smallest scales does not tend to 0 at any rate
    boolean stays = least.value() + least.error() < DIFFERENT && !near && least.scale() <= SMALL;
    return new StartStatement(kind, stays ? Verdict.VIOLATED : Verdict.UNKNOWN, detail);
  }

  StartStatement bound() {
    return judged(
        StartStatement.Kind.BOUND,
        least -> least.value() - least.error() >= bound,
        least -> least.value() + least.error() < bound - EQUAL && least.scale() <= SMALL);
  }

  StartStatement firstOrder() {
    return equal(StartStatement.Kind.FIRST_ORDER, 1);
  }

  StartStatement printedRate() {
    return equal(StartStatement.Kind.PRINTED_RATE, bound);
  }

  private StartStatement equal(StartStatement.Kind kind, double wanted) {
    if (approach.broken()) {
      return broken(kind);
    }
    List<Approach.Exponent> last = approach.last();
    if (last.isEmpty()) {
      return silent(kind);
    }
    boolean all = last.stream().allMatch(e -> Math.abs(e.value() - wanted) + e.error() <= EQUAL);
    boolean some =
        last.stream()
            .anyMatch(
                e -> Math.abs(e.value() - wanted) - e.error() > DIFFERENT && e.scale() <= SMALL);
    return new StartStatement(
        kind, some ? Verdict.VIOLATED : all ? Verdict.HOLDS : Verdict.UNKNOWN, words(last));
  }

  private StartStatement judged(
      StartStatement.Kind kind,
      java.util.function.Predicate<Approach.Exponent> holds,
      java.util.function.Predicate<Approach.Exponent> fails) {
    if (approach.broken()) {
      return broken(kind);
    }
    List<Approach.Exponent> last = approach.last();
    if (last.isEmpty()) {
      return silent(kind);
    }
    Approach.Exponent least = least(last);
    Verdict verdict =
        holds.test(least) ? Verdict.HOLDS : fails.test(least) ? Verdict.VIOLATED : Verdict.UNKNOWN;
    return new StartStatement(kind, verdict, words(last));
  }

  private static StartStatement silent(StartStatement.Kind kind) {
    return new StartStatement(
        kind, Verdict.UNKNOWN, "too few distances stand out of the numerical error");
  }

  private static StartStatement broken(StartStatement.Kind kind) {
    return new StartStatement(
        kind,
        Verdict.UNKNOWN,
        "a run broke off, or a time is before the start of the run from the largest scale");
  }

  private static Approach.Exponent least(List<Approach.Exponent> all) {
    return all.stream().min(Comparator.comparingDouble(e -> e.value() - e.error())).orElseThrow();
  }

  private static String words(List<Approach.Exponent> all) {
    double least = all.stream().mapToDouble(Approach.Exponent::value).min().orElseThrow();
    double most = all.stream().mapToDouble(Approach.Exponent::value).max().orElseThrow();
    double error = all.stream().mapToDouble(Approach.Exponent::error).max().orElseThrow();
    return String.format(
        Locale.ROOT,
        "exponents at the smallest scales from %.4f to %.4f, error %.1e",
        least,
        most,
        error);
  }
}
