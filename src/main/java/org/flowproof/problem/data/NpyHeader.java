package org.flowproof.problem.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The dictionary in the header of an NPY file. The text is a Python literal; only the one form that
 * array writers produce is recognised, nothing is evaluated.
 *
 * @param type element type, such as {@code <f8}
 * @param fortranOrder whether the first index runs fastest
 * @param shape sizes, each at least 0
 */
record NpyHeader(String type, boolean fortranOrder, List<Long> shape) {
  /**
   * Possessive, with one way to read anything: a header of digits must not be tried in all ways.
   */
  private static final String SHAPE = "\\(\\s*+(?:[0-9]{1,18}+\\s*+(?:,\\s*+|(?=\\)))){0,8}+\\)";

  private static final Pattern ENTRY =
      Pattern.compile(
          "\\s*'(descr|fortran_order|shape)'\\s*:\\s*"
              + "('[^'\\\\]{1,20}'|True|False|"
              + SHAPE
              + ")\\s*(,|(?=}))");
  private static final Pattern SIZE = Pattern.compile("[0-9]+");

  /**
   * Reads the dictionary.
   *
   * @throws IllegalArgumentException saying what is wrong
   */
  static NpyHeader parse(String text) {
    String body = text.strip();
    if (!body.startsWith("{") || !body.endsWith("}")) {
      throw new IllegalArgumentException("the header is not a dictionary");
    }
    Map<String, String> entries = new LinkedHashMap<>();
    Matcher matcher = ENTRY.matcher(body);
    int at = 1;
    while (!body.substring(at).strip().equals("}")) {
      if (!matcher.find(at) || matcher.start() != at) {
        throw new IllegalArgumentException("the header holds something unexpected");
      }
      if (entries.put(matcher.group(1), matcher.group(2)) != null) {
        throw new IllegalArgumentException("the header repeats '" + matcher.group(1) + "'");
      }
      at = matcher.end();
    }
    String type = entries.getOrDefault("descr", "");
    String order = entries.getOrDefault("fortran_order", "");
    String shape = entries.getOrDefault("shape", "");
    if (!type.startsWith("'") || !order.matches("True|False") || !shape.startsWith("(")) {
      throw new IllegalArgumentException("the header lacks descr, fortran_order or shape");
    }
    List<Long> sizes = new ArrayList<>();
    Matcher size = SIZE.matcher(shape);
    while (size.find()) {
      sizes.add(Long.parseLong(size.group()));
    }
    return new NpyHeader(
        type.substring(1, type.length() - 1), order.equals("True"), List.copyOf(sizes));
  }
}
