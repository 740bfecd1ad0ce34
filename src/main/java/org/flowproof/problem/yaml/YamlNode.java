package org.flowproof.problem.yaml;

import java.util.List;
import java.util.Map;

/** A node of a YAML document with the 1-based line on which it starts. */
sealed interface YamlNode {
  int line();

  /**
   * A scalar.
   *
   * @param plain whether it was written without quotes and not as a block
   */
  record Scalar(String text, boolean plain, int line) implements YamlNode {
    /** Whether the key was left without a value. */
    boolean isEmpty() {
      return plain && (text.isEmpty() || text.equals("~") || text.equals("null"));
    }
  }

  /** A sequence. */
  record Sequence(List<YamlNode> items, int line) implements YamlNode {}

  /** A mapping from text keys, in file order. */
  record Mapping(Map<String, YamlNode> entries, Map<String, Integer> keyLines, int line)
      implements YamlNode {}

  /**
   * A node put in the place of another one; messages go on to name the place where it was written.
   *
   * @param key dotted path of the key under which it was written
   */
  record Moved(YamlNode node, String key) implements YamlNode {
    @Override
    public int line() {
      return node.line();
    }
  }
}
