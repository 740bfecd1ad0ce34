package org.flowproof.proof.exact;

import java.util.Map;
import org.flowproof.formula.IndexKind;

/**
 * One choice of sizes and of the values of free indices.
 *
 * @param sizes of neurons, samples, coordinates; at least 1
 * @param indices 1-based values by name
 */
public record Instance(Map<IndexKind, Integer> sizes, Map<String, Integer> indices) {

  @Override
  public String toString() {
    return "m=%d, n=%d, d=%d"
            .formatted(
                sizes.get(IndexKind.NEURON),
                sizes.get(IndexKind.SAMPLE),
                sizes.get(IndexKind.COORDINATE))
        + (indices.isEmpty() ? "" : ", " + new java.util.TreeMap<>(indices));
  }
}
