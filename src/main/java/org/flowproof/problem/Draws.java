package org.flowproof.problem;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What of a problem was drawn and can be drawn otherwise.
 *
 * @param data the law of the data; empty for given data
 * @param weights the law of the initial weights; empty for given weights
 */
public record Draws(Optional<SampledData> data, Optional<SampledWeights> weights) {
  /** Given data and given weights. */
  public static final Draws NONE = new Draws(Optional.empty(), Optional.empty());

  /** Scale of the law of the initial weights; empty for given weights. */
  public OptionalDouble scale() {
    return weights.isPresent() ? OptionalDouble.of(weights.get().scale()) : OptionalDouble.empty();
  }
}
