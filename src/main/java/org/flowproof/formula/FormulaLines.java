package org.flowproof.formula;

import java.util.ArrayList;
import java.util.List;

/**
 * Breaks a printed formula into lines: before relations and connectives, then before the signs of
 * sums, then between factors; outside of brackets first. Understands what {@link UnicodePrinter}
 * and {@link TextPrinter} print.
 */
public final class FormulaLines {
  private static final String INDENT = "    ";
  private static final List<String> CONNECTIVES = List.of("∧", "∨", "⟹", "&&", "||", "for");
  private static final List<String> RELATIONS =
      List.of("=", "≠", "<", "≤", ">", "≥", "==", "!=", "<=", ">=");
  private static final List<String> SIGNS = List.of("+", "−", "-");

  /** A bracket around costs more than any sign outside of it. */
  private static final int BRACKET = 4;

  private FormulaLines() {}

  /**
   * Lines of at most a width, as far as there are places to break; each line after the first is
   * indented.
   *
   * @param formula one line
   * @param width columns, positive
   */
  public static List<String> of(String formula, int width) {
    List<String> lines = new ArrayList<>();
    String rest = formula;
    String indent = "";
    while (Width.of(indent + rest) > width) {
      int cut = place(rest, width - indent.length());
      if (cut < 0) {
        break;
      }
      lines.add(indent + rest.substring(0, cut));
      rest = rest.substring(cut + 1);
      indent = INDENT;
    }
    lines.add(indent + rest);
    return lines;
  }

  /** The blank to break at: of the cheapest the last that fits, else the first there is. */
  private static int place(String text, int width) {
    int best = -1;
    int price = Integer.MAX_VALUE;
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ("([{⟨".indexOf(c) >= 0) {
        depth++;
      } else if (")]}⟩".indexOf(c) >= 0) {
        depth--;
      } else if (c == ' ' && i > 0) {
        if (Width.of(text.substring(0, i)) > width && best >= 0) {
          return best;
        }
        // a short left side does not deserve a line of its own
        int early = i < width / 4 ? 2 * BRACKET : 0;
        int here = early + depth * BRACKET + kind(text.substring(i + 1));
        if (here <= price) {
          best = i;
          price = here;
        }
      }
    }
    return best;
  }

  private static int kind(String rest) {
    String word = rest.split(" ", 2)[0];
    if (CONNECTIVES.contains(word)) {
      return 0;
    }
    if (RELATIONS.contains(word)) {
      return 1;
    }
    return SIGNS.contains(word) ? 2 : 3;
  }
}
