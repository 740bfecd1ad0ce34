package org.flowproof.problem;

import java.util.Locale;
import java.util.Map;

/**
 * The training loss, a factor times a sum over samples.
 *
 * @param kind {@code (y - h)^2}, {@code log(1 + exp(-y h))} or {@code exp(-y h)}
 * @param factor the convention; a required key in case files because it sets the time scale
 */
public record Loss(Kind kind, Factor factor) {

  /** The term of one sample. */
  public enum Kind {
    SQUARED,
    LOGISTIC,
    EXPONENTIAL;

    /** As written in case files. */
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** All of them by {@link #text()}. */
    public static Map<String, Kind> byText() {
      return Choices.byText(values(), Kind::text);
    }
  }

  /** What multiplies the sum over samples. */
  public enum Factor {
    HALF_MEAN("1/(2n)"),
    MEAN("1/n"),
    HALF_SUM("1/2"),
    SUM("1");

    private final String text;

    Factor(String text) {
      this.text = text;
    }

    /** As written in case files. */
    public String text() {
      return text;
    }

    /** All of them by {@link #text()}. */
    public static Map<String, Factor> byText() {
      return Choices.byText(values(), Factor::text);
    }

    /** Its value for n samples. */
    public double value(int n) {
      return switch (this) {
        case HALF_MEAN -> 0.5 / n;
        case MEAN -> 1.0 / n;
        case HALF_SUM -> 0.5;
        case SUM -> 1.0;
      };
    }
  }
}
