package org.flowproof.problem;

/**
 * How the branches of a target set are looked at.
 *
 * @param points drawn on each branch, 1 to 1000
 * @param seed of the draws
 */
public record BranchesRequest(int points, long seed) {
  /** Most points on a branch. */
  public static final int MOST = 1000;

  public BranchesRequest {
    if (points < 1 || points > MOST) {
      throw new IllegalArgumentException("points " + points);
    }
  }
}
