package org.flowproof.problem.data;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.OptionalDouble;
import org.flowproof.problem.yaml.Decimal;

/**
 * The class of a sample, as a file or a person wrote it. Numbers are compared by their exact value,
 * so that {@code 3}, {@code 3.0} and a byte 3 are one class; anything else is compared letter by
 * letter.
 *
 * @param text a word, or a number in one spelling
 * @param number the double nearest to a number; empty for a word
 */
public record ClassLabel(String text, OptionalDouble number) {
  /** Numbers by value, then words by spelling. */
  public static final Comparator<ClassLabel> ORDER =
      Comparator.comparing((ClassLabel c) -> c.number().isEmpty())
          .thenComparing(c -> c.number().orElse(0))
          .thenComparing(ClassLabel::text);

  private static final int SHOWN = 40;

  /** The label that a text stands for. */
  public static ClassLabel of(String text) {
    return Decimal.parse(text)
        .map(decimal -> of(decimal.exact(), decimal.value()))
        .orElseGet(() -> new ClassLabel(text, OptionalDouble.empty()));
  }

  /**
   * The label of a stored number.
   *
   * @param value finite; two doubles are one class only when they are equal
   */
  public static ClassLabel of(double value) {
    return of(BigDecimal.valueOf(value), value);
  }

  private static ClassLabel of(BigDecimal exact, double value) {
    // adding 0 makes the one zero out of -0
    return new ClassLabel(exact.stripTrailingZeros().toString(), OptionalDouble.of(value + 0.0));
  }

  /** For messages: the text, cut when it is long; a whole number without an exponent. */
  public String shown() {
    double value = number.orElse(Double.NaN);
    String whole =
        Math.abs(value) < 1e15 && value == Math.rint(value) ? Long.toString((long) value) : text;
    String all = number.isPresent() ? whole : text;
    return all.length() <= SHOWN ? all : all.substring(0, SHOWN) + "...";
  }
}
