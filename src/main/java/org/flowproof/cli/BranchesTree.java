package org.flowproof.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.flowproof.check.branches.BranchStatement;
import org.flowproof.check.branches.BranchesResult;
import org.flowproof.problem.CaseFile;

/** The branches of the target set of one case, for JSON and CSV. */
final class BranchesTree {
  private BranchesTree() {}

  static Map<String, Object> document(CaseFile file, BranchesResult result, int code) {
    Map<String, Object> map = ResultJson.document("branches", code);
    map.put("case", file.id());
    map.putAll(summary(result));
    return map;
  }

  static Map<String, Object> summary(BranchesResult result) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("obstacle", result.obstacle().isEmpty() ? null : result.obstacle());
    map.put("samples", result.problem().data().n());
    map.put("points", result.request().points());
    map.put("seed", result.request().seed());
    map.put("optimistic", result.optimistic());
    map.put("parameters", result.parameters());
    map.put("rankAnywhere", result.anywhere());
    map.put("branches", result.branches().stream().map(BranchesTree::branch).toList());
    map.put("statements", result.statements().stream().map(BranchesTree::statement).toList());
    return map;
  }

  private static Map<String, Object> branch(BranchesResult.Branch branch) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("distinct", branch.distinct());
    map.put("dimension", branch.dimension());
    map.put("separation", branch.separation());
    map.put("reached", branch.reached());
    map.put("morseBott", branch.morseBott());
    map.put("largestRank", branch.most());
    map.put("certifiedRank", branch.rank());
    return map;
  }

  private static Map<String, Object> statement(BranchStatement statement) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("id", statement.kind().id());
    map.put("says", statement.kind().says());
    map.put("verdict", statement.verdict().name());
    map.put("detail", statement.detail());
    return map;
  }

  /** The branches as CSV. */
  static String table(BranchesResult result) {
    StringBuilder out =
        new StringBuilder(
            "distinct,dimension,separation,reached,morse_bott,largest_rank,certified_rank\n");
    for (BranchesResult.Branch b : result.branches()) {
      out.append(b.distinct()).append(',').append(b.dimension()).append(',');
      out.append(b.separation()).append(',').append(b.reached()).append(',');
      out.append(b.morseBott()).append(',').append(b.most()).append(',');
      out.append(b.rank()).append('\n');
    }
    return out.toString();
  }
}
