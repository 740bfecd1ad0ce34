package org.flowproof.enclose.limit;

import java.util.List;
import java.util.Optional;
import org.flowproof.enclose.interval.Interval;

/**
 * What is proven of a flow as time goes on without end: from some time on no neuron changes its
 * sides, the flow converges, and its loss tends to the least loss of the features that are left.
 *
 * @param from the time from which on patterns are proven not to change
 * @param limitLoss encloses the loss at the limit
 * @param fit encloses the output at the limit, for each sample
 * @param pathLength at least the length of the path that is left
 * @param groups how many groups of neurons with the same sides there are, inactive ones apart
 * @param leastWeight at most the norm of the output weights of a group that carries the limit
 * @param leastEigenvalue at most the least eigenvalue of the Gram matrix of its features
 * @param interpolation whether the limit fits all labels
 * @param halfSamples at least and at most the largest distance, over samples, of the output at the
 *     limit from least squares on the half of the samples it belongs to; empty when these have no
 *     unique solution
 */
public record LimitTheorem(
    double from,
    Interval limitLoss,
    List<Interval> fit,
    double pathLength,
    int groups,
    double leastWeight,
    double leastEigenvalue,
    Interpolation interpolation,
    Optional<Interval> halfSamples)
    implements ProvenLimit {
  public LimitTheorem {
    fit = List.copyOf(fit);
  }

  @Override
  public String word() {
    return interpolation.name();
  }

  /** Whether a limit fits all labels. */
  public enum Interpolation {
    /** Its loss is proven to be positive. */
    FAILS,
    /** The features reach every label. */
    HOLDS,
    /** Neither is proven. */
    OPEN
  }
}
