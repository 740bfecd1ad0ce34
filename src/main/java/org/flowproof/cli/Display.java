package org.flowproof.cli;

import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.flowproof.check.Finding;

/** Numbers and places as short text for tables. */
final class Display {
  private Display() {}

  /** Three significant digits. */
  static String number(double value) {
    return value == 0 ? "0" : String.format(Locale.ROOT, "%.3g", value);
  }

  /** Ten significant digits without trailing zeros. */
  static String precise(double value) {
    return String.format(Locale.ROOT, "%.10g", value)
        .replaceFirst("(\\.\\d*?)0+(e|$)", "$1$2")
        .replaceFirst("[.](e|$)", "$1");
  }

  /** A number, or a dash. */
  static String number(Optional<Double> value) {
    return value.map(Display::number).orElse("-");
  }

  /** Such as {@code j=3 t=0.5}, or a dash. */
  static String witness(Optional<Finding.Witness> witness) {
    return witness
        .map(
            w ->
                new TreeMap<>(w.indices())
                        .entrySet().stream()
                            .map(e -> e.getKey() + "=" + e.getValue() + " ")
                            .collect(Collectors.joining())
                    + "t="
                    + number(w.time()))
        .orElse("-");
  }
}
