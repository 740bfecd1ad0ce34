package org.flowproof.cli;

import java.util.Locale;
import java.util.stream.Stream;

/**
 * How texts with formulas are written.
 *
 * @param source whether formulas stay in the notation of claim files
 * @param ascii whether words are plain ASCII
 * @param width columns of a line
 */
record TextStyle(boolean source, boolean ascii, int width) {
  private static final int USUAL = 80;
  private static final int NARROWEST = 40;
  private static final int WIDEST = 100;

  /**
   * The style for an output.
   *
   * @param source asked for input notation
   * @param ascii asked for ASCII
   */
  static TextStyle of(Surroundings surroundings, boolean source, boolean ascii) {
    boolean plain = ascii || !unicode(surroundings);
    return new TextStyle(source || plain, plain, width(surroundings));
  }

  /**
   * Whether the output takes UTF-8. The first locale variable that is set decides, as everywhere;
   * when none is, UTF-8 is assumed.
   */
  private static boolean unicode(Surroundings surroundings) {
    return Stream.of("LC_ALL", "LC_CTYPE", "LANG")
        .map(name -> surroundings.variables().getOrDefault(name, ""))
        .filter(value -> !value.isEmpty())
        .findFirst()
        .map(value -> value.toLowerCase(Locale.ROOT).replace("-", "").contains("utf8"))
        .orElse(true);
  }

  private static int width(Surroundings surroundings) {
    String columns = surroundings.variables().getOrDefault("COLUMNS", "");
    return surroundings.terminal() && columns.matches("[1-9][0-9]{1,3}")
        ? Math.max(NARROWEST, Math.min(WIDEST, Integer.parseInt(columns)))
        : USUAL;
  }
}
