package org.flowproof.report;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One LaTeX macro for each number that the text mentions, so that a paper which takes over the
 * sections quotes the same digits everywhere.
 *
 * <p>Names start with {@code \fp} and the report's name, so that several reports fit into one
 * document. The macros are safe in captions and headings.
 */
final class NumberMacros {
  private static final String[] DIGITS = {
    "Zero", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine"
  };

  private final String prefix;
  private final Map<String, String> bodies = new LinkedHashMap<>();

  /**
   * No macros yet.
   *
   * @param report name of the report
   */
  NumberMacros(String report) {
    this.prefix = "fp" + letters(report);
  }

  /** Defines a macro for a real number with some significant digits and returns its call. */
  String real(String key, double value, int digits) {
    return define(key, Numbers.num(value, digits));
  }

  /** Defines a macro for a count and returns its call. */
  String count(String key, long value) {
    return define(key, Numbers.num(value));
  }

  /**
   * Defines a macro.
   *
   * @param key words separated by hyphens
   * @return the call, such as {@code \fpThreePointsFinalLoss{}}
   * @throws IllegalArgumentException when the key has another value already
   */
  String define(String key, String body) {
    String name = prefix + letters(key);
    String old = bodies.putIfAbsent(name, body);
    if (old != null && !old.equals(body)) {
      throw new IllegalArgumentException("two numbers for the macro " + name);
    }
    return "\\" + name + "{}";
  }

  /** The content of {@code numbers.tex}. */
  String text() {
    StringBuilder out =
        new StringBuilder("% One macro for each number of the text; needs siunitx.\n");
    bodies.forEach(
        (name, body) ->
            out.append("\\newcommand{\\").append(name).append("}{").append(body).append("}\n"));
    return out.toString();
  }

  /** Letters only, each word capitalised, digits spelled: macro names admit nothing else. */
  static String letters(String words) {
    StringBuilder out = new StringBuilder();
    boolean capital = true;
    for (char c : words.toCharArray()) {
      if (c >= '0' && c <= '9') {
        out.append(DIGITS[c - '0']);
        capital = true;
      } else if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) {
        out.append(capital ? Character.toUpperCase(c) : c);
        capital = false;
      } else {
        capital = true;
      }
    }
    return out.toString();
  }
}
