package org.flowproof.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.flowproof.formula.IndexKind;
import org.flowproof.problem.Problem;

/** Values of indices, 1-based, as maps from index names. */
final class IndexValues {
  private IndexValues() {}

  /** The sizes of a problem. */
  static ToIntFunction<IndexKind> sizes(Problem problem) {
    return kind ->
        switch (kind) {
          case NEURON -> problem.network().width();
          case SAMPLE -> problem.data().n();
          case COORDINATE -> problem.data().d();
        };
  }

  /** All combinations, each on top of {@code base}; just {@code base} when there is no index. */
  static List<Map<String, Integer>> all(
      Map<String, Integer> base, Map<String, IndexKind> indices, ToIntFunction<IndexKind> size) {
    List<Map<String, Integer>> combinations = List.of(base);
    for (Map.Entry<String, IndexKind> index : indices.entrySet()) {
      List<Map<String, Integer>> longer = new ArrayList<>();
      for (Map<String, Integer> shorter : combinations) {
        for (int value = 1; value <= size.applyAsInt(index.getValue()); value++) {
          Map<String, Integer> one = new LinkedHashMap<>(shorter);
          one.put(index.getKey(), value);
          longer.add(one);
        }
      }
      combinations = longer;
    }
    return combinations;
  }

  /** {@code ", j = 3, k = 1"}; empty without indices. */
  static String text(Map<String, Integer> indices) {
    StringBuilder text = new StringBuilder();
    indices.forEach((name, value) -> text.append(", ").append(name).append(" = ").append(value));
    return text.toString();
  }
}
