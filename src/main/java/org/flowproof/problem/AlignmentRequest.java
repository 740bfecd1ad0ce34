package org.flowproof.problem;

import java.util.OptionalDouble;

/**
 * The parameters of the early-alignment theorem (Boursier and Flammarion, Early alignment, Theorem
 * 1).
 *
 * @param epsilon in (0, 1/3): the phase ends at {@code epsilon ln(1/lambda) / D_max}
 * @param alpha0 in (0, 1]: how far from the negative of their pull neurons have to start
 * @param lambda scale of the initial weights; empty for the smallest that meets (5)
 */
public record AlignmentRequest(double epsilon, double alpha0, OptionalDouble lambda) {
  /** What epsilon may be, for messages. */
  public static final String EPSILON_RANGE = "between 0 and 1/3";

  /** What alpha0 may be, for messages. */
  public static final String ALPHA0_RANGE = "above 0 and at most 1";

  /** The parameters with the smallest scale. */
  public AlignmentRequest(double epsilon, double alpha0) {
    this(epsilon, alpha0, OptionalDouble.empty());
  }

  /** Refuses parameters out of range. */
  public AlignmentRequest {
    if (!epsilonFits(epsilon) || !alpha0Fits(alpha0)) {
      throw new IllegalArgumentException("epsilon " + epsilon + ", alpha0 " + alpha0);
    }
    if (lambda.isPresent() && !(lambda.getAsDouble() > 0)) {
      throw new IllegalArgumentException("lambda " + lambda.getAsDouble());
    }
  }

  /** Whether a number is an epsilon of the theorem. */
  public static boolean epsilonFits(double epsilon) {
    return epsilon > 0 && epsilon < 1.0 / 3;
  }

  /** Whether a number is an alpha_0 of the theorem. */
  public static boolean alpha0Fits(double alpha0) {
    return alpha0 > 0 && alpha0 <= 1;
  }
}
