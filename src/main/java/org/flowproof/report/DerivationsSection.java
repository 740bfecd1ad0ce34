package org.flowproof.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.flowproof.exposition.StatementWords;
import org.flowproof.formula.LatexPrinter;
import org.flowproof.problem.Activation;
import org.flowproof.problem.Loss;
import org.flowproof.problem.Network;
import org.flowproof.problem.Problem;
import org.flowproof.problem.SmoothFunction;
import org.flowproof.proof.Claim;
import org.flowproof.proof.derive.ActivationSlope;
import org.flowproof.proof.derive.FlowDerivation;
import org.flowproof.proof.kernel.ClaimStatus;
import org.flowproof.proof.kernel.ProofReport;

/** The section with the dynamics derived from the loss and with the proofs of the claims. */
final class DerivationsSection {
  private DerivationsSection() {}

  static Map<String, Object> model(Document document) throws IOException {
    Map<String, Object> map = document.model();
    Optional<FlowDerivation> dynamics = document.input().dynamics();
    boolean fits = isDerived(document.input().trajectory().problem());
    map.put("derived", fits && dynamics.isPresent());
    map.put("elsewhere", !fits);
    if (document.input().trajectory().problem().network().activation()
        instanceof Activation.Smooth smooth) {
      slope(document, smooth.function(), map);
    }
    dynamics.filter(d -> fits).ifPresent(d -> dynamics(document, d, map));
    List<Map<String, Object>> proofs = new ArrayList<>();
    for (Claim claim : document.claims()) {
      Optional<ProofReport> report = document.proof(claim.id());
      if (report.isPresent()) {
        proofs.add(proof(document, report.get()));
      }
    }
    map.put("proofs", proofs);
    map.put("grounds", TrustWords.of(document.input().proofs()));
    return map;
  }

  /** Whether the derivation, which starts from one loss, is that of a problem. */
  private static boolean isDerived(Problem problem) {
    return problem.loss().equals(new Loss(Loss.Kind.SQUARED, Loss.Factor.HALF_MEAN))
        && problem.network().trained() == Network.Trained.BOTH
        && problem.network().activation() instanceof Activation.Leaky;
  }

  /** The derivative of a smooth activation, with the word of the algebra system on it. */
  private static void slope(Document document, SmoothFunction function, Map<String, Object> map) {
    LatexPrinter printer = new LatexPrinter(SmoothFunction.vocabulary());
    ActivationSlope slope = ActivationSlope.of(function);
    map.put(
        "slope", new DisplayMath(printer).definition("\\sigma'(z)", function.derivative(), ","));
    map.put("citeAlgebra", document.cite("symja"));
    map.put("slopeConfirmed", slope.confirmed());
    map.put("slopeTool", LatexText.prose(slope.tool()));
    map.put("slopeAnswer", LatexText.prose(slope.answer()));
    map.put("slopeLabel", document.label("derivative", "activation"));
  }

  private static void dynamics(
      Document document, FlowDerivation dynamics, Map<String, Object> map) {
    List<Map<String, Object>> statements = new ArrayList<>();
    for (FlowDerivation.Statement statement : dynamics.statements()) {
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put("words", LatexText.prose(statement.words().strip()));
      entry.put("display", DisplayMath.raw(statement.latex(), ""));
      entry.put("label", document.label("dynamics", statement.id()));
      entry.put("confirmed", statement.confirmed());
      statements.add(entry);
    }
    map.put("statements", statements);
    map.put(
        "allConfirmed",
        dynamics.statements().stream().allMatch(FlowDerivation.Statement::confirmed));
    FlowDerivation.Comparison comparison = dynamics.comparison();
    map.put("states", document.numbers().count("compared-states", comparison.states()));
    map.put("seed", document.numbers().count("compared-seed", comparison.seed()));
    map.put(
        "difference",
        document.numbers().real("compared-difference", comparison.maxRelativeDifference(), 2));
    map.put("citeAlgebra", document.cite("symja"));
  }

  private static Map<String, Object> proof(Document document, ProofReport report)
      throws IOException {
    Claim claim = report.claim();
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("reference", document.claimReference(claim.id()));
    map.put("title", LatexText.prose(claim.title()));
    map.put("proved", report.status() instanceof ClaimStatus.Proved);
    map.put("cited", report.steps().isEmpty());
    map.put("underived", new StatementWords(claim, document.notation(claim)).underived());
    map.put(
        "body",
        Templates.render(
            "proof.ftl",
            new ClaimLatex(claim, document.notation(claim))
                .proof(document::claim, Optional.of(report))));
    return map;
  }
}
