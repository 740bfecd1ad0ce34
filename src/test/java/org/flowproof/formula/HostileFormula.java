package org.flowproof.formula;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * One text that is no formula, with the refusal that it gets.
 *
 * @param expected the beginning of what the message says was expected
 */
record HostileFormula(
    String name, FormulaException.Reason reason, int position, String expected, String text) {
  private static final String FILE = "/formula/hostile.txt";
  private static final Pattern ESCAPE =
      Pattern.compile("\\\\(?:(\\\\)|u\\{([0-9A-F]{1,5})\\}|x\\{([0-9]{1,4}):(.[^}]*)\\})");

  /** All of the file. */
  static List<HostileFormula> all() throws IOException {
    List<HostileFormula> all = new ArrayList<>();
    for (String line : lines()) {
      if (!line.isEmpty() && !line.startsWith("#")) {
        String[] parts = line.split(" \\| ?", 5);
        all.add(
            new HostileFormula(
                parts[0],
                FormulaException.Reason.valueOf(parts[1]),
                Integer.parseInt(parts[2]),
                parts[3],
                unescaped(parts[4])));
      }
    }
    return all;
  }

  private static List<String> lines() throws IOException {
    try (InputStream in = HostileFormula.class.getResourceAsStream(FILE)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  static String unescaped(String text) {
    return ESCAPE.matcher(text).replaceAll(m -> java.util.regex.Matcher.quoteReplacement(one(m)));
  }

  private static String one(MatchResult escape) {
    if (escape.group(1) != null) {
      return "\\";
    }
    return escape.group(2) != null
        ? Character.toString(Integer.parseInt(escape.group(2), 16))
        : escape.group(4).repeat(Integer.parseInt(escape.group(3)));
  }

  @Override
  public String toString() {
    return name;
  }
}
