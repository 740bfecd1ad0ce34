package org.flowproof.enclose.path;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The projections of one problem, each computed once. Not for several threads. */
public final class Slidings {
  private final FlowModel model;
  private final Map<List<Integer>, Optional<Sliding>> known = new HashMap<>();

  public Slidings(FlowModel model) {
    this.model = model;
  }

  /** The projection off some samples; empty when they are dependent. */
  public Optional<Sliding> on(int[] samples) {
    return known.computeIfAbsent(
        Arrays.stream(samples).boxed().toList(), key -> Sliding.on(model, samples));
  }
}
