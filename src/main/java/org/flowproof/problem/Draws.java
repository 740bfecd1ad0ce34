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

  /** Initial weights times a factor, as {@link SampledWeights#times}; all of them when given. */
  public Weights times(Weights initial, double factor) {
    return weights.isPresent() ? weights.get().times(initial, factor) : initial.times(factor);
  }

  /** Scale of the law of the initial weights; empty for given weights. */
  public OptionalDouble scale() {
    return weights.isPresent() ? OptionalDouble.of(weights.get().scale()) : OptionalDouble.empty();
  }
}
