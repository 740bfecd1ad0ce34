package org.flowproof.proof;

import java.util.LinkedHashMap;
import java.util.Map;
import org.flowproof.formula.IndexKind;

/** The indices that a step is about, beyond those of its claim. */
public final class StepScope {
  /** What a letter stands for in steps. */
  public static final Map<String, IndexKind> LETTERS = IndexKind.LETTERS;

  private StepScope() {}

  /**
   * Reads {@code "j, k"}.
   *
   * @throws IllegalArgumentException with the offending part when it is not such a list
   */
  public static Map<String, IndexKind> parse(String text) {
    Map<String, IndexKind> scope = new LinkedHashMap<>();
    if (text == null || text.isBlank()) {
      return scope;
    }
    for (String part : text.split(",", -1)) {
      String name = part.strip();
      IndexKind kind = LETTERS.get(name);
      if (kind == null || scope.put(name, kind) != null) {
        throw new IllegalArgumentException(name);
      }
    }
    return scope;
  }
}
