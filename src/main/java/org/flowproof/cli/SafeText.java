package org.flowproof.cli;

import java.util.Locale;

/**
 * Text from files and command lines, made harmless for terminals: an escape sequence in a title
 * must not move the cursor, and a direction override must not disguise a verdict.
 */
final class SafeText {
  private SafeText() {}

  /** One line: control, format and line-breaking characters become {@code \ u{XXXX}}. */
  static String line(String text) {
    return clean(text, false);
  }

  /** Several lines: as {@link #line}, but line feeds stay. */
  static String block(String text) {
    return clean(text.replace("\r\n", "\n"), true);
  }

  private static String clean(String text, boolean keepLines) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            point -> {
              if ((keepLines && point == '\n') || !isHarmful(point)) {
                out.appendCodePoint(point);
              } else {
                out.append(String.format(Locale.ROOT, "\\u{%04X}", point));
              }
            });
    return out.toString();
  }

  private static boolean isHarmful(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          true;
      default -> false;
    };
  }
}
