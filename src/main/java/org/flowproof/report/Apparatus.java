package org.flowproof.report;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;

/** What the sections of any report share: number macros, works cited, labels. */
final class Apparatus {
  private final String name;
  private final NumberMacros numbers;
  private final Bibliography bibliography;
  private final TreeSet<String> cited = new TreeSet<>();

  /**
   * Nothing yet.
   *
   * @param name of the report, in labels and macro names
   */
  Apparatus(String name, Bibliography bibliography) {
    this.name = name;
    this.numbers = new NumberMacros(name);
    this.bibliography = bibliography;
  }

  NumberMacros numbers() {
    return numbers;
  }

  /** A citation; a key without an entry is shown as text. */
  String cite(String key) {
    if (!bibliography.contains(key)) {
      return LatexText.code(key);
    }
    cited.add(key);
    return "\\cite{" + key + "}";
  }

  /** The entries of all works cited so far. */
  String bibliography() {
    return bibliography.only(cited);
  }

  /** A label of this report. */
  String label(String kind, String key) {
    String safe = key.replaceAll("[^A-Za-z0-9/.-]", "-");
    return "fp:" + name + ":" + kind + (safe.isEmpty() ? "" : ":" + safe);
  }

  /** The model that every template may use. */
  Map<String, Object> model() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("name", name);
    map.put("label", "fp:" + name);
    return map;
  }
}
