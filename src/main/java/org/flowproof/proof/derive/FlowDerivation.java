package org.flowproof.proof.derive;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.flowproof.flow.ObservableCatalogue;
import org.flowproof.formula.FormulaParser;
import org.flowproof.formula.IndexKind;
import org.flowproof.formula.LatexPrinter;
import org.flowproof.formula.Proposition;
import org.flowproof.formula.ScopedVocabulary;
import org.flowproof.proof.Claim;
import org.flowproof.proof.ClaimCatalogue;
import org.flowproof.proof.kernel.ClaimStatus;
import org.flowproof.proof.kernel.ProofReport;
import org.flowproof.proof.kernel.Prover;

/**
 * The dynamics derived from the loss: vector field, pull, early-alignment equation, conserved
 * quantity, each with the algebra system's evidence, and the comparison with the numeric velocity.
 *
 * @param statements in the order in which they are derived
 * @param comparison derived against numeric right-hand side
 */
public record FlowDerivation(List<Statement> statements, Comparison comparison) {
  private static final Map<String, IndexKind> J = Map.of("j", IndexKind.NEURON);
  private static final Map<String, IndexKind> JI =
      Map.of("j", IndexKind.NEURON, "i", IndexKind.COORDINATE);

  public FlowDerivation {
    statements = List.copyOf(statements);
  }

  /**
   * One derived equation.
   *
   * @param id short name, such as {@code output-weight}
   * @param words one sentence for readers
   * @param latex the equation, mathematics without delimiters
   * @param confirmed whether both opinions agree
   * @param evidence the questions asked
   */
  public record Statement(
      String id,
      String words,
      String latex,
      boolean confirmed,
      List<ProofReport.Evidence> evidence) {
    public Statement {
      evidence = List.copyOf(evidence);
    }
  }

  /**
   * The derived right-hand side against {@code flow.VelocityField} on random states.
   *
   * @param states number of states
   * @param seed of the states
   * @param maxRelativeDifference largest |derived - numeric| / (1 + |numeric|) over all components
   */
  public record Comparison(int states, long seed, double maxRelativeDifference) {}

  /**
   * Derives everything; starts and stops worker processes for the algebra system.
   *
   * @param seed of the random states of the comparison
   * @param states number of random states, at least 1
   */
  public static FlowDerivation derive(long seed, int states) {
    try (Prover prover = new Prover(ClaimCatalogue.of(List.of()))) {
      List<Statement> statements = new ArrayList<>();
      statements.add(
          statement(
              prover,
              "loss",
              "The training loss is half the mean of the squared residuals.",
              "loss[t] == Sum[r[k]^2, {k, n}]/(2*n)",
              Map.of(),
              false,
              "identity"));
      statements.add(
          statement(
              prover,
              "output-weight",
              "Minus the derivative of the loss by an output weight gives its velocity.",
              "a'[j] == wD[j]",
              J,
              false,
              "derivative-along-flow"));
      statements.add(
          statement(
              prover,
              "hidden-weight",
              "Minus the derivative of the loss by a hidden weight gives its velocity.",
              "w'[j,i] == a[j]*D[j,i]",
              JI,
              false,
              "derivative-along-flow"));
      statements.add(
          statement(
              prover,
              "pull",
              "In both, the residuals enter through the pull on the neuron only.",
              "D[j,i] == Sum[s[j,k]*(y[k] - h[k])*x[k,i], {k, n}]/n",
              JI,
              false,
              "identity"));
      statements.add(
          statement(
              prover,
              "early-output-weight",
              "While the outputs are negligible against the labels, the pull depends on the"
                  + " neuron's pattern only.",
              "a'[j] == Sum[w[j,i]*D0[j,i], {i, d}]",
              J,
              true,
              "derivative-along-flow"));
      statements.add(
          statement(
              prover,
              "early-hidden-weight",
              "The hidden weight is driven along the same pull.",
              "w'[j,i] == a[j]*D0[j,i]",
              JI,
              true,
              "derivative-along-flow"));
      statements.add(
          statement(
              prover,
              "conserved",
              "The squared output weight and the squared norm of the hidden weight grow at the"
                  + " same rate, so their difference is conserved.",
              "balance'[j] == 0",
              J,
              false,
              "derivative-along-flow"));
      return new FlowDerivation(statements, FieldComparison.compare(seed, states));
    }
  }

  private static Statement statement(
      Prover prover,
      String id,
      String words,
      String text,
      Map<String, IndexKind> generic,
      boolean early,
      String rule) {
    ScopedVocabulary vocabulary =
        ScopedVocabulary.extend(ObservableCatalogue.standard(), generic, List.of());
    Proposition equation = FormulaParser.proposition(text, vocabulary);
    Map<String, String> parameters = new LinkedHashMap<>();
    Claim claim =
        new Claim(
            "derivation/" + id,
            words,
            new Claim.Source(Claim.Source.Kind.DERIVED, "", ""),
            new Claim.Model(
                Claim.Model.LossKind.SQUARED_HALF_MEAN,
                Claim.Model.Layers.BOTH,
                Claim.Model.ActivationKind.LEAKY_OR_RELU,
                early ? Claim.Model.Motion.EARLY_ALIGNMENT_FLOW : Claim.Model.Motion.FLOW),
            generic,
            Map.of(),
            FormulaParser.proposition("t >= 0", vocabulary),
            equation,
            Map.of(),
            List.of(new Claim.Step("derived", rule, List.of(), equation, parameters)),
            List.of(),
            "");
    ProofReport report = prover.prove(claim);
    return new Statement(
        id,
        words,
        new LatexPrinter(vocabulary).print(equation),
        report.status() instanceof ClaimStatus.Proved,
        report.steps().stream().flatMap(s -> s.evidence().stream()).toList());
  }
}
