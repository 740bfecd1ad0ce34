package org.flowproof.report;

import java.util.Map;
import java.util.Set;

/**
 * Estimates how wide a formula is when set at ten points in display style. Used to decide where to
 * break; errs on the wide side.
 */
final class MathWidth {
  private static final Set<String> RELATIONS =
      Set.of("le", "leq", "ge", "geq", "ne", "neq", "in", "implies", "Rightarrow", "iff", "to");
  private static final Set<String> BINARY = Set.of("cdot", "times", "pm", "land", "lor", "wedge");
  private static final Set<String> NOTHING =
      Set.of(
          "left", "right", "bigl", "bigr", "Bigl", "Bigr", "displaystyle", "textstyle", "limits");
  private static final Set<String> TEXT =
      Set.of("mathrm", "text", "operatorname", "textrm", "mathit", "textit", "texttt");
  private static final Map<String, Double> GLYPHS =
      Map.ofEntries(
          Map.entry("sum", 16.0),
          Map.entry("prod", 15.0),
          Map.entry("int", 11.0),
          Map.entry("sqrt", 9.0),
          Map.entry("lVert", 5.0),
          Map.entry("rVert", 5.0),
          Map.entry("lvert", 3.0),
          Map.entry("rvert", 3.0),
          Map.entry("langle", 4.0),
          Map.entry("rangle", 4.0),
          Map.entry("{", 5.0),
          Map.entry("}", 5.0),
          Map.entry("quad", 10.0),
          Map.entry("qquad", 20.0),
          Map.entry(",", 1.7),
          Map.entry(";", 2.8),
          Map.entry(":", 2.3),
          Map.entry("!", -1.7),
          Map.entry("dots", 13.0),
          Map.entry("ldots", 13.0),
          Map.entry("nabla", 8.5),
          Map.entry("partial", 6.0),
          Map.entry("infty", 10.0),
          Map.entry("forall", 6.0),
          Map.entry("exists", 6.0));

  private final String text;
  private int at;

  private MathWidth(String text) {
    this.text = text;
  }

  /**
   * Width in points.
   *
   * @param latex mathematics without delimiters
   */
  static double of(String latex) {
    return new MathWidth(latex).sequence();
  }

  private double sequence() {
    double width = 0;
    double script = 0;
    while (at < text.length() && text.charAt(at) != '}') {
      char c = text.charAt(at);
      if (c == '_' || c == '^') {
        at++;
        // a subscript and a superscript stand above each other
        script = Math.max(script, 0.75 * atom());
      } else if (Character.isWhitespace(c) || c == '&') {
        at++;
      } else {
        width += script;
        script = 0;
        width += atom();
      }
    }
    return width + script;
  }

  private double atom() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    if (at >= text.length()) {
      return 0;
    }
    char c = text.charAt(at);
    if (c == '{') {
      at++;
      double inner = sequence();
      at++;
      return inner;
    }
    at++;
    if (c == '\\') {
      return command(name());
    }
    return glyph(c);
  }

  private String name() {
    int start = at;
    while (at < text.length() && Character.isLetter(text.charAt(at))) {
      at++;
    }
    if (at == start && at < text.length()) {
      at++;
    }
    return text.substring(start, at);
  }

  private double command(String name) {
    if (name.endsWith("frac")) {
      return Math.max(atom(), atom()) * (name.equals("tfrac") ? 0.75 : 1) + 3;
    }
    if (TEXT.contains(name)) {
      return 0.9 * atom() + 1.7;
    }
    if (RELATIONS.contains(name)) {
      return name.equals("implies") ? 24 : 14;
    }
    if (BINARY.contains(name)) {
      return 9;
    }
    if (NOTHING.contains(name)) {
      return 1;
    }
    Double known = GLYPHS.get(name);
    if (known != null) {
      return known;
    }
    // an operator such as \cosh, or a Greek letter
    return Set.of(
                "cosh", "sinh", "tanh", "artanh", "sin", "cos", "exp", "log", "max", "min", "sup",
                "inf")
            .contains(name)
        ? 5.5 * name.length() + 1.7
        : 6.5;
  }

  private static double glyph(char c) {
    if (c == '=' || c == '<' || c == '>') {
      return 14;
    }
    if (c == '+' || c == '-') {
      return 12.5;
    }
    if (Character.isUpperCase(c)) {
      return 7.8;
    }
    return "()[].,'|;:/".indexOf(c) >= 0 ? 4.2 : 5.6;
  }
}
