package org.flowproof.sweep.recovery;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.flowproof.check.recovery.RecoveryRequest;
import org.flowproof.sweep.PointResult;

/**
 * How a result is classed: by its verdict, or by a rule at a horizon.
 *
 * @param kind of the rule
 * @param horizon its time; empty for the verdict
 * @param place 1-based number of the horizon, 0 for the verdict
 */
public record Rule(Kind kind, OptionalDouble horizon, int place) {
  /** The verdict of the judge. */
  public static final Rule VERDICT = new Rule(Kind.VERDICT, OptionalDouble.empty(), 0);

  /** What is read. */
  public enum Kind {
    /** The verdict, with the branch. */
    VERDICT,
    /** The nearest branch at a horizon. */
    NEAREST,
    /** For two neurons, the cruder rule at a horizon. */
    PARAMETERS;

    /** As in files. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The verdict, and both rules at each horizon. */
  public static List<Rule> of(RecoveryRequest request) {
    List<Rule> rules = new ArrayList<>(List.of(VERDICT));
    for (Kind kind : List.of(Kind.NEAREST, Kind.PARAMETERS)) {
      for (int h = 0; h < request.horizons().size(); h++) {
        rules.add(new Rule(kind, OptionalDouble.of(request.horizons().get(h)), h + 1));
      }
    }
    return rules;
  }

  /**
   * The class of a result: {@code branch 1}, or {@code other}; empty when it is not known, or the
   * rule does not apply.
   */
  public Optional<String> classOf(PointResult result) {
    if (kind != Kind.VERDICT) {
      return branch(result, "horizon." + place + "." + kind.key());
    }
    return switch (result.verdict()) {
      case "RECOVERED" -> branch(result, "branch");
      case "OTHER" -> Optional.of("other");
      default -> Optional.empty();
    };
  }

  private static Optional<String> branch(PointResult result, String number) {
    return Optional.ofNullable(result.numbers().get(number))
        .map(b -> "branch " + (int) Math.rint(b));
  }

  /** For readers: {@code verdict}, {@code nearest at 5e+04}. */
  public String text() {
    return kind.key()
        + (horizon.isPresent()
            ? " at " + String.format(Locale.ROOT, "%.3g", horizon.getAsDouble())
            : "");
  }
}
