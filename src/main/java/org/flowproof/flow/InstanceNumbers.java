package org.flowproof.flow;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.flowproof.formula.IndexKind;
import org.flowproof.formula.Signature;

/** Numbers the instances of an observable from 0, so that values can be kept in arrays. */
public final class InstanceNumbers {
  private final Signature signature;
  private final int[] sizes;
  private final int count;

  /**
   * The instances of an observable.
   *
   * @param size how many values an index of each kind has
   */
  public InstanceNumbers(Signature signature, ToIntFunction<IndexKind> size) {
    this.signature = signature;
    sizes = signature.indices().stream().mapToInt(size).toArray();
    count = Arrays.stream(sizes).reduce(1, Math::multiplyExact);
  }

  /** How many instances there are. */
  public int count() {
    return count;
  }

  /** How many indices an instance has. */
  public int rank() {
    return sizes.length;
  }

  /**
   * The number of an instance.
   *
   * @param indices 1-based
   * @throws IllegalArgumentException when there is no such instance
   */
  public int position(List<Integer> indices) {
    if (indices.size() != sizes.length) {
      throw new IllegalArgumentException(signature.name() + " takes " + sizes.length + " indices");
    }
    int position = 0;
    for (int i = 0; i < sizes.length; i++) {
      int index = indices.get(i);
      if (index < 1 || index > sizes[i]) {
        throw new IllegalArgumentException(
            "index " + index + " of " + signature.name() + " is out of range");
      }
      position = position * sizes[i] + index - 1;
    }
    return position;
  }

  /** The 1-based indices of an instance. */
  public List<Integer> indices(int position) {
    Integer[] indices = new Integer[sizes.length];
    int rest = position;
    for (int i = sizes.length - 1; i >= 0; i--) {
      indices[i] = rest % sizes[i] + 1;
      rest /= sizes[i];
    }
    return List.of(indices);
  }

  /** The 1-based indices of an instance, by their names in definitions. */
  public Map<String, Integer> binding(int position) {
    return binding(signature, indices(position));
  }

  /** Indices by their names in the definition of an observable. */
  public static Map<String, Integer> binding(Signature signature, List<Integer> indices) {
    Map<String, Integer> binding = new LinkedHashMap<>();
    for (int i = 0; i < signature.indices().size(); i++) {
      binding.put(letter(signature.indices().get(i)), indices.get(i));
    }
    return binding;
  }

  private static String letter(IndexKind kind) {
    return switch (kind) {
      case NEURON -> "j";
      case SAMPLE -> "k";
      case COORDINATE -> "i";
    };
  }
}
