package org.flowproof.flow.limit;

import java.util.Locale;

/** Numbers in sentences. */
final class Show {
  private Show() {}

  static String number(double value) {
    return String.format(Locale.ROOT, "%.3g", value);
  }
}
