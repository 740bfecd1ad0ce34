package org.flowproof.bench.page;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Numbers for readers. */
final class Numbers {
  private Numbers() {}

  /** Three significant digits, two beyond the range of everyday numbers. */
  static String shown(double value) {
    if (!Double.isFinite(value)) {
      return "–";
    }
    double size = Math.abs(value);
    if (value != 0 && (size < 1e-3 || size >= 1e6)) {
      return String.format(Locale.ROOT, "%.1e", value);
    }
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(3));
    return rounded.stripTrailingZeros().toPlainString();
  }

  /** Eight digits, for numbers that are compared. */
  static String exact(double value) {
    return Double.isFinite(value) ? String.format(Locale.ROOT, "%.7e", value) : "–";
  }

  /** For a CSV file: empty when there is no number. */
  static String field(double value) {
    return Double.isFinite(value) ? Double.toString(value) : "";
  }

  /** A number that counts something. */
  static String count(double value) {
    return Long.toString(Math.round(value));
  }

  /** A text with numbers in it, the same in every country. */
  static String text(String format, Object... numbers) {
    return String.format(Locale.ROOT, format, numbers);
  }

  /** A number of a results file; NaN when the field is empty. */
  static double parse(String field) {
    return field.isEmpty() ? Double.NaN : Double.parseDouble(field);
  }

  /** The middle one, or the mean of the two in the middle. */
  static double median(double... values) {
    double[] sorted = values.clone();
    java.util.Arrays.sort(sorted);
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }
}
