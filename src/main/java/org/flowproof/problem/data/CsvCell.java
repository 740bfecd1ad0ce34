package org.flowproof.problem.data;

/** Writes cells of comma-separated tables. */
public final class CsvCell {
  private CsvCell() {}

  /**
   * A text: quoted when needed, and with an apostrophe in front when a spreadsheet would take it
   * for a formula.
   */
  public static String text(String text) {
    String safe = text;
    if (!safe.isEmpty() && "=+-@\t\r\n".indexOf(safe.charAt(0)) >= 0) {
      safe = "'" + safe;
    }
    boolean quote =
        safe.chars().anyMatch(c -> c == ',' || c == '"' || c < ' ') || !safe.equals(text);
    return quote ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }
}
