package org.flowproof.check.branches;

import java.util.List;
import org.flowproof.problem.BranchesRequest;
import org.flowproof.problem.Problem;

/**
 * The target set of a case, on its inputs.
 *
 * @param problem the network and its inputs
 * @param request how many points were drawn, and from which seed
 * @param obstacle why there is nothing to say; empty otherwise
 * @param optimistic sample size m_0(d+1); 0 with an obstacle
 * @param parameters m(d+1); 0 with an obstacle
 * @param branches by the number of distinct input weights, from 1 on; empty with an obstacle
 * @param anywhere certified rank at networks that need not compute the target
 * @param statements one of each kind
 */
public record BranchesResult(
    Problem problem,
    BranchesRequest request,
    String obstacle,
    int optimistic,
    int parameters,
    List<Branch> branches,
    int anywhere,
    List<BranchStatement> statements) {
  public BranchesResult {
    branches = List.copyOf(branches);
    statements = List.copyOf(statements);
  }

  /**
   * One branch.
   *
   * @param distinct input weights
   * @param dimension of the branch
   * @param separation sample size, the codimension
   * @param reached whether there are as many samples
   * @param morseBott whether its shape allows as many independent tangent functions as its
   *     codimension
   * @param most the largest rank of the tangent functions that its shape allows, on any inputs
   * @param rank certified on the inputs of the case: at almost every point the rank is at least
   *     this
   */
  public record Branch(
      int distinct,
      int dimension,
      int separation,
      boolean reached,
      boolean morseBott,
      int most,
      int rank) {}

  /** One statement. */
  public BranchStatement statement(BranchStatement.Kind kind) {
    return statements.stream().filter(s -> s.kind() == kind).findFirst().orElseThrow();
  }
}
