package org.flowproof.enclose.ode;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The keys of a file of equations, section by section; the published schema lists the same. */
final class OdeKeys {
  static final List<String> TOP =
      List.of(
          "format",
          "ode",
          "title",
          "notes",
          "parameters",
          "equations",
          "start",
          "time",
          "order",
          "always",
          "expect");
  static final List<String> EXPECT = List.of("values", "width");

  private OdeKeys() {}

  /** Keys by section; those of maps with free keys are left out. */
  static Map<String, List<String>> bySection() {
    Map<String, List<String>> all = new LinkedHashMap<>();
    all.put("", TOP);
    all.put("expect", EXPECT);
    return all;
  }
}
