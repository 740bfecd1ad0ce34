package org.flowproof.proof.evidence;

/**
 * Java sources without comments and layout, so that only changes that compile differently count.
 */
final class JavaTokens {
  private final String source;
  private final StringBuilder out = new StringBuilder();
  private int at;

  private JavaTokens(String source) {
    this.source = source;
  }

  /** Comments and runs of white space become one blank; texts and characters stay as they are. */
  static String of(String source) {
    return new JavaTokens(source.replace("\r\n", "\n")).read();
  }

  private String read() {
    while (at < source.length()) {
      if (source.startsWith("//", at)) {
        skipTo("\n", 0);
      } else if (source.startsWith("/*", at)) {
        skipTo("*/", 2);
      } else if (source.startsWith("\"\"\"", at)) {
        literal("\"\"\"");
      } else if (source.charAt(at) == '"' || source.charAt(at) == '\'') {
        literal(source.substring(at, at + 1));
      } else if (Character.isWhitespace(source.charAt(at))) {
        at++;
        blank();
      } else {
        out.append(source.charAt(at++));
      }
    }
    return out.toString().strip();
  }

  private void skipTo(String end, int length) {
    int found = source.indexOf(end, at + 2);
    at = found < 0 ? source.length() : found + length;
    blank();
  }

  private void literal(String quote) {
    int start = at;
    at += quote.length();
    while (at < source.length() && !source.startsWith(quote, at)) {
      at += source.charAt(at) == '\\' ? 2 : 1;
    }
    at = Math.min(source.length(), at + quote.length());
    out.append(source, start, at);
  }

  private void blank() {
    if (out.length() > 0 && out.charAt(out.length() - 1) != ' ') {
      out.append(' ');
    }
  }
}
