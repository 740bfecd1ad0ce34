package org.flowproof.proof.derive;

import java.util.List;
import org.flowproof.proof.ProofReport;

/**
 * The dynamics derived from the loss: vector field, pull, early-alignment equation, conserved
 * quantity, each with the algebra system's evidence, and the comparison with the numeric velocity.
 *
 * @param statements in the order in which they are derived
 * @param comparison derived against numeric right-hand side
 */
public record FlowDerivation(List<Statement> statements, Comparison comparison) {
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
      List<ProofReport.Evidence> evidence) {}

  /**
   * The derived right-hand side against {@code flow.VelocityField} on random states.
   *
   * @param states number of states
   * @param seed of the states
   * @param maxRelativeDifference largest |derived - numeric| / (1 + |numeric|) over all components
   */
  public record Comparison(int states, long seed, double maxRelativeDifference) {}

  /** Derives everything; starts and stops a worker process for the algebra system. */
  public static FlowDerivation derive(long seed, int states) {
    return java.util.Optional.<FlowDerivation>empty()
        .orElseThrow(() -> new UnsupportedOperationException("not yet: " + seed + states));
  }
}
