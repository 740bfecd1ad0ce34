package org.flowproof.falsify;

import java.util.List;
import org.flowproof.problem.Dynamics;
import org.flowproof.proof.Claim;

/**
 * Which random problems to draw.
 *
 * @param samples most samples n
 * @param neurons most neurons m
 * @param dimension largest input dimension d
 * @param residual full flow or early-alignment flow
 * @param reluOnly whether the slope is always 0
 * @param balances relations between output and hidden weight, one of which is drawn per problem
 * @param smallestScale of the initial weights, drawn log-uniformly
 * @param largestScale of the initial weights
 * @param longestRun end time in units of {@code n / sum |y_k| ||x_k||}, the time in which weights
 *     grow by a factor e at most; drawn log-uniformly from a fortieth of it upwards
 * @param relativeTolerance of the integrator
 */
public record ProblemDomain(
    int samples,
    int neurons,
    int dimension,
    Dynamics.Residual residual,
    boolean reluOnly,
    List<Balance> balances,
    double smallestScale,
    double largestScale,
    double longestRun,
    double relativeTolerance) {
  public ProblemDomain {
    balances = List.copyOf(balances);
    if (samples < 1 || neurons < 1 || dimension < 1 || balances.isEmpty()) {
      throw new IllegalArgumentException("a domain needs sizes of at least 1 and one balance");
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
        Dynamics.Residual.FULL,
        false,
        List.of(Balance.DOMINATED, Balance.BALANCED),
        1e-8,
        1,
        20,
        1e-9);
  }

  /** The domain restricted to the model of a claim. */
  public ProblemDomain of(Claim.Model model) {
    Dynamics.Residual wanted =
        model.motion() == Claim.Model.Motion.EARLY_ALIGNMENT_FLOW
            ? Dynamics.Residual.LABELS
            : Dynamics.Residual.FULL;
    return new ProblemDomain(
        samples,
        neurons,
        dimension,
        wanted,
        reluOnly || model.activation() == Claim.Model.ActivationKind.RELU,
        balances,
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
        residual,
        reluOnly,
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
        residual,
        reluOnly,
        balances,
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
        residual,
        reluOnly,
        balances,
        smallestScale,
        largestScale,
        longestRun,
        relativeTolerance);
  }
}
