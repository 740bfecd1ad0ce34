package org.flowproof.falsify;

import java.util.List;
import org.flowproof.proof.Claim;

/**
 * Which random problems to draw.
 *
 * @param samples most samples n
 * @param neurons most neurons m
 * @param dimension largest input dimension d; orthogonal layouts take n when that is more
 * @param kind loss, layers, activation and motion
 * @param balances relations between output and hidden weight, one of which is drawn per problem
 * @param layouts how samples lie, one of which is drawn per problem
 * @param smallestScale of the initial weights, drawn log-uniformly
 * @param largestScale of the initial weights
 * @param longestRun end time in units of the time in which weights grow by a factor e at most;
 *     drawn log-uniformly from a fortieth of it upwards. A descent makes 50 iterations in each unit
 * @param relativeTolerance of the integrator
 */
public record ProblemDomain(
    int samples,
    int neurons,
    int dimension,
    ProblemKind kind,
    List<Balance> balances,
    List<Layout> layouts,
    double smallestScale,
    double largestScale,
    double longestRun,
    double relativeTolerance) {
  public ProblemDomain {
    balances = List.copyOf(balances);
    layouts = List.copyOf(layouts);
    if (samples < 1 || neurons < 1 || dimension < 1 || balances.isEmpty() || layouts.isEmpty()) {
      throw new IllegalArgumentException(
          "a domain needs sizes of at least 1, a balance and a layout");
    }
    if (!(smallestScale > 0 && smallestScale <= largestScale && longestRun > 0)) {
      throw new IllegalArgumentException("scales and run must be positive and in order");
    }
  }

  /** How large an output weight is against the norm of its hidden weight. */
  public enum Balance {
    /** Larger by a factor in (1, 3]. */
    DOMINATED,
    /** Equal; rounded up, so that it is never smaller by a rounding error. */
    BALANCED,
    /** Anything from a twentieth to twenty times. */
    UNBALANCED
  }

  /** n up to 5, m up to 4, d up to 3; dominated or balanced; scales from 1e-8 to 1. */
  public static ProblemDomain small() {
    return new ProblemDomain(
        5,
        4,
        3,
        ProblemKind.flow(),
        List.of(Balance.DOMINATED, Balance.BALANCED),
        List.of(Layout.FREE),
        1e-8,
        1,
        20,
        1e-9);
  }

  /** The domain restricted to the model of a claim. */
  public ProblemDomain of(Claim.Model model) {
    return of(ProblemKind.of(model));
  }

  /** The domain with problems of another kind. */
  public ProblemDomain of(ProblemKind other) {
    return new ProblemDomain(
        samples,
        neurons,
        dimension,
        other,
        balances,
        layouts,
        smallestScale,
        largestScale,
        longestRun,
        relativeTolerance);
  }

  /** The domain with other relations between output and hidden weights. */
  public ProblemDomain balanced(Balance... some) {
    return new ProblemDomain(
        samples,
        neurons,
        dimension,
        kind,
        List.of(some),
        layouts,
        smallestScale,
        largestScale,
        longestRun,
        relativeTolerance);
  }

  /** The domain with samples that lie otherwise. */
  public ProblemDomain laidOut(Layout... some) {
    return new ProblemDomain(
        samples,
        neurons,
        dimension,
        kind,
        balances,
        List.of(some),
        smallestScale,
        largestScale,
        longestRun,
        relativeTolerance);
  }

  /** The domain with other scales of the initial weights. */
  public ProblemDomain scaled(double smallest, double largest) {
    return new ProblemDomain(
        samples,
        neurons,
        dimension,
        kind,
        balances,
        layouts,
        smallest,
        largest,
        longestRun,
        relativeTolerance);
  }

  /** The domain with other largest sizes. */
  public ProblemDomain sized(int mostSamples, int mostNeurons, int largestDimension) {
    return new ProblemDomain(
        mostSamples,
        mostNeurons,
        largestDimension,
        kind,
        balances,
        layouts,
        smallestScale,
        largestScale,
        longestRun,
        relativeTolerance);
  }
}
