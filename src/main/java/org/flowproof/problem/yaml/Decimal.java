package org.flowproof.problem.yaml;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A number as a person wrote it.
 *
 * @param text the exact text
 * @param exact its exact value
 * @param value the nearest double, finite; 0 only when the exact value is 0
 */
public record Decimal(String text, BigDecimal exact, double value) {
  /** Longest text taken for a number. */
  public static final int MAX_LENGTH = 400;

  /** Java's own parser also takes {@code 1d}, {@code 0x1p3} and {@code NaN}: those stay out. */
  private static final Pattern GRAMMAR =
      Pattern.compile("[-+]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][-+]?[0-9]{1,4})?");

  /** What {@link #parse} accepts, for messages. */
  public static final String EXPECTED = "a decimal number such as 0.5 or 1e-3";

  /**
   * Reads ASCII decimal notation with an optional exponent of ten.
   *
   * @return empty when the text is anything else or has no double near it (overflow, underflow)
   */
  public static Optional<Decimal> parse(String text) {
    if (text.length() > MAX_LENGTH || !GRAMMAR.matcher(text).matches()) {
      return Optional.empty();
    }
    BigDecimal exact = new BigDecimal(text);
    double value = exact.doubleValue();
    boolean vanished = value == 0 && exact.signum() != 0;
    return Double.isFinite(value) && !vanished
        ? Optional.of(new Decimal(text, exact, value))
        : Optional.empty();
  }
}
