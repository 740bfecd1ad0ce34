package org.flowproof.problem;

import java.util.LinkedHashMap;
import java.util.Map;
import org.flowproof.problem.yaml.StrictMap;

/** Reads the section {@code branches} of a case file. */
final class BranchesSection {
  private BranchesSection() {}

  static ExpectedBranches read(StrictMap section) {
    section.allow(CaseKeys.BRANCHES);
    int points = (int) section.get("points").integer(1, BranchesRequest.MOST);
    long seed = section.get("seed").integer(0, Long.MAX_VALUE);
    Map<String, String> verdicts = new LinkedHashMap<>();
    for (String statement : ExpectedBranches.STATEMENTS) {
      verdicts.put(statement, section.choice(statement, CheckSection.verdicts()));
    }
    return new ExpectedBranches(new BranchesRequest(points, seed), verdicts);
  }
}
