package org.flowproof.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.flowproof.check.Finding;
import org.flowproof.check.Verdict;
import org.flowproof.flow.Trajectory;
import org.flowproof.proof.ProofReport;
import org.flowproof.proof.derive.FlowDerivation;

/**
 * Everything that goes into an appendix.
 *
 * @param name short name of the case, used as the document's label; letters, digits, hyphen
 * @param title one line, plain text
 * @param notes plain text, may be empty
 * @param trajectory the run; carries the problem
 * @param integrator name of the integrator, as in case files
 * @param findings the claims held against the run, in the order of the case
 * @param expected the verdict expected for each claim id; claims without an entry have none
 * @param proofs the replayed derivations, at least one for each claim of {@code findings}; lemmas
 *     that they use may follow
 * @param dynamics the symbolic derivation of the vector field; empty when it was not replayed
 * @param plots figures asked for by the case, besides the standard ones
 * @param provenance how to reproduce
 */
public record ReportInput(
    String name,
    String title,
    String notes,
    Trajectory trajectory,
    String integrator,
    List<Finding> findings,
    Map<String, Verdict> expected,
    List<ProofReport> proofs,
    Optional<FlowDerivation> dynamics,
    List<PlotRequest> plots,
    Provenance provenance) {
  public ReportInput {
    findings = List.copyOf(findings);
    expected = Map.copyOf(expected);
    proofs = List.copyOf(proofs);
    plots = List.copyOf(plots);
  }
}
