package org.flowproof.sweep.recovery;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.flowproof.sweep.AxisValue;
import org.flowproof.sweep.PointResult;

/**
 * A published value beside ours.
 *
 * @param published what is published
 * @param ours our values, lower and upper end of what is known; empty when nothing is
 * @param verdict whether they agree
 * @param reason why that is not known, or what the values are; may be empty
 */
public record Comparison(Published published, List<Double> ours, Verdict verdict, String reason) {
  public Comparison {
    ours = List.copyOf(ours);
  }

  /** Whether two values agree. */
  public enum Verdict {
    /** All that ours can be is as near as the entry asks. */
    AGREES,
    /** Nothing that ours can be is. */
    DIFFERS,
    /** Neither. */
    UNKNOWN
  }

  /** Reads results. */
  public static Comparison of(Published published, List<PointResult> results) {
    List<PointResult> counted = results.stream().filter(r -> counts(published, r)).toList();
    if (counted.isEmpty()) {
      return unknown(published, "no such points");
    }
    return switch (published.reads()) {
      case MEAN, MEDIAN -> number(published, counted);
      case SHARE -> share(published, counted);
      case BORDER -> border(published, counted);
    };
  }

  private static boolean counts(Published published, PointResult result) {
    for (Map.Entry<String, Published.Where> entry : published.at().entrySet()) {
      AxisValue value = result.point().value(entry.getKey());
      Published.Where where = entry.getValue();
      if (!where.texts().isEmpty()) {
        if (where.texts().stream().noneMatch(text -> same(text, value))) {
          return false;
        }
        continue;
      }
      double number = value.number().orElseThrow();
      if (number <= where.above().orElse(Double.NEGATIVE_INFINITY)
          || number >= where.below().orElse(Double.POSITIVE_INFINITY)) {
        return false;
      }
    }
    return true;
  }

  private static boolean same(String text, AxisValue value) {
    return value.number().isPresent()
        ? Double.parseDouble(text) == value.number().getAsDouble()
        : text.equals(value.text());
  }

  private static Comparison number(Published published, List<PointResult> counted) {
    double[] values =
        counted.stream()
            .filter(r -> r.numbers().containsKey(published.number()))
            .mapToDouble(r -> r.numbers().get(published.number()))
            .sorted()
            .toArray();
    if (values.length < counted.size()) {
      return unknown(
          published,
          counted.size() - values.length + " of " + counted.size() + " points have no such number");
    }
    int middle = values.length / 2;
    double ours =
        published.reads() == Published.Reads.MEAN
            ? Arrays.stream(values).average().orElseThrow()
            : values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    return judged(published, ours, ours, "of " + values.length + " points");
  }

  private static Comparison share(Published published, List<PointResult> counted) {
    double with = count(counted, published.verdict());
    double open = count(counted, "UNKNOWN");
    return judged(
        published,
        with / counted.size(),
        (with + open) / counted.size(),
        "of " + counted.size() + " points" + (open > 0 ? ", " + (int) open + " undecided" : ""));
  }

  private static long count(List<PointResult> results, String verdict) {
    return results.stream().filter(r -> r.verdict().equals(verdict)).count();
  }

  private static Comparison border(Published published, List<PointResult> counted) {
    Published.WantedBorder wanted = published.border().orElseThrow();
    List<Border> found =
        Border.of(counted, wanted.axis(), wanted.rule()).stream()
            .filter(b -> b.before().equals(wanted.before()) && b.after().equals(wanted.after()))
            .toList();
    if (found.isEmpty()) {
      boolean known = counted.stream().allMatch(r -> wanted.rule().classOf(r).isPresent());
      return known
          ? new Comparison(published, List.of(), Verdict.DIFFERS, "there is no such border")
          : unknown(published, "no such border is seen, but not all points are classed");
    }
    if (found.size() > 1) {
      List<String> places = new ArrayList<>();
      found.forEach(b -> places.add(String.format(Locale.ROOT, "%.4g", b.from())));
      return unknown(published, "several such borders, at " + String.join(", ", places));
    }
    return judged(published, found.get(0).from(), found.get(0).to(), "");
  }

  private static Comparison judged(Published published, double low, double high, String reason) {
    double least = published.value() - published.tolerance();
    double most = published.value() + published.tolerance();
    if (published.relative()) {
      least = published.value() / published.tolerance();
      most = published.value() * published.tolerance();
    }
    Verdict verdict =
        least <= low && high <= most
            ? Verdict.AGREES
            : high < least || low > most ? Verdict.DIFFERS : Verdict.UNKNOWN;
    return new Comparison(
        published,
        List.of(low, high),
        verdict,
        verdict == Verdict.UNKNOWN && reason.isEmpty() ? "the bracket is too wide" : reason);
  }

  private static Comparison unknown(Published published, String reason) {
    return new Comparison(published, List.of(), Verdict.UNKNOWN, reason);
  }

  /** Our value for readers: a number, a bracket, or {@code -}. */
  public String oursText() {
    if (ours.isEmpty()) {
      return "-";
    }
    String low = String.format(Locale.ROOT, "%.4g", ours.get(0));
    return ours.get(0).equals(ours.get(1))
        ? low
        : low + " to " + String.format(Locale.ROOT, "%.4g", ours.get(1));
  }
}
