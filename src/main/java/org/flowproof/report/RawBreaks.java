package org.flowproof.report;

import java.util.ArrayList;
import java.util.List;

/** Breaks mathematics that is given as LaTeX text, outside all braces and sized brackets. */
final class RawBreaks {
  private RawBreaks() {}

  /**
   * Lines of at most a width, as far as there are places to break.
   *
   * @return lines with one {@code &} each when there are several
   */
  static List<String> lines(String latex, double width) {
    if (MathWidth.of(latex) <= width || latex.contains("\\\\") || latex.contains("&")) {
      return List.of(latex);
    }
    List<String> pieces = pieces(latex);
    List<String> out = new ArrayList<>();
    StringBuilder line = new StringBuilder("&");
    double used = 0;
    for (String piece : pieces) {
      double w = MathWidth.of(piece);
      if (used > 0 && used + w > width) {
        out.add(line.toString());
        line = new StringBuilder("&\\qquad ");
        used = 20;
        if (piece.startsWith("+") || piece.startsWith("-")) {
          line.append("{}");
        }
      }
      line.append(piece);
      used += w;
    }
    out.add(line.toString());
    return out;
  }

  /** Cuts before relations, plus and minus at the outermost level. */
  private static List<String> pieces(String latex) {
    List<String> out = new ArrayList<>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i < latex.length(); i++) {
      if (latex.startsWith("\\left", i) && !latex.startsWith("\\leftarrow", i)) {
        depth++;
      } else if (latex.startsWith("\\right", i) && !latex.startsWith("\\rightarrow", i)) {
        depth--;
      } else if (latex.charAt(i) == '\\'
          && i + 1 < latex.length()
          && "{}".indexOf(latex.charAt(i + 1)) >= 0) {
        i++;
        continue;
      } else if ("{([".indexOf(latex.charAt(i)) >= 0) {
        depth++;
      } else if ("})]".indexOf(latex.charAt(i)) >= 0) {
        depth--;
      }
      boolean sign =
          "=+-<>".indexOf(latex.charAt(i)) >= 0
              || latex.startsWith("\\le ", i)
              || latex.startsWith("\\ge ", i)
              || latex.startsWith("\\in ", i);
      if (depth == 0 && sign && i > start && !latex.substring(start, i).isBlank()) {
        out.add(latex.substring(start, i));
        start = i;
      }
    }
    out.add(latex.substring(start));
    return out;
  }
}
