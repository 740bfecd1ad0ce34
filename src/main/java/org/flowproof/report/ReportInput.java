package org.flowproof.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.flowproof.check.CaseResult;
import org.flowproof.check.EnclosureResult;
import org.flowproof.check.Finding;
import org.flowproof.check.Verdict;
import org.flowproof.check.alignment.AlignmentResult;
import org.flowproof.check.branches.BranchesResult;
import org.flowproof.check.margins.MarginsResult;
import org.flowproof.check.smallstart.SmallStartResult;
import org.flowproof.flow.Trajectory;
import org.flowproof.flow.choice.IntegratorChoice;
import org.flowproof.problem.Plot;
import org.flowproof.proof.derive.FlowDerivation;
import org.flowproof.proof.kernel.ProofReport;

/**
 * Everything that goes into an appendix.
 *
 * @param result the case with its run and findings
 * @param proofs the replayed derivations of the claims; lemmas that they use may follow and are
 *     then stated and proved too
 * @param dynamics the symbolic derivation of the vector field; empty when it was not replayed
 * @param provenance how to reproduce
 * @param alignment the early-alignment theorem, when the case asks for it
 * @param margins the limits of margins and stable ranks, when the case asks for them
 * @param smallStart the limit of small starts, when the case asks for it
 * @param branches the branches of the target set, when the case asks for them
 * @param enclosure the tube around the flow, when the case asks for it
 */
public record ReportInput(
    CaseResult result,
    List<ProofReport> proofs,
    Optional<FlowDerivation> dynamics,
    Provenance provenance,
    Optional<AlignmentResult> alignment,
    Optional<MarginsResult> margins,
    Optional<SmallStartResult> smallStart,
    Optional<BranchesResult> branches,
    Optional<EnclosureResult> enclosure) {
  public ReportInput {
    proofs = List.copyOf(proofs);
  }

  /** A report without theorems beside the claims. */
  public ReportInput(
      CaseResult result,
      List<ProofReport> proofs,
      Optional<FlowDerivation> dynamics,
      Provenance provenance) {
    this(
        result,
        proofs,
        dynamics,
        provenance,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** Short name of the case, used in labels and macro names. */
  String name() {
    return result.caseFile().shortName();
  }

  String title() {
    return result.caseFile().title();
  }

  String notes() {
    return result.caseFile().notes();
  }

  Trajectory trajectory() {
    return result.trajectory();
  }

  IntegratorChoice integrator() {
    return result.integrator();
  }

  List<Finding> findings() {
    return result.findings();
  }

  /** The verdict expected for each claim. */
  Map<String, Verdict> expected() {
    return result.claims().stream()
        .collect(Collectors.toMap(c -> c.finding().claim().id(), c -> c.expected(), (a, b) -> a));
  }

  List<Plot> plots() {
    return result.caseFile().plots();
  }
}
