package org.flowproof.proof.kernel;

import java.util.List;
import org.flowproof.proof.Claim;
import org.flowproof.proof.ClaimCatalogue;
import org.flowproof.proof.LemmaOrder;
import org.flowproof.proof.exact.ExactOpinion;
import org.flowproof.proof.smt.Sampling;

/**
 * Runs the kernel with recorded answers in the place of the algebra system and the solver; exact
 * evaluation, sampling and every side condition are computed again. What comes out is compared with
 * a record; it is no verdict, and nothing found here reaches a {@link Prover} that asks the tools.
 * May be used by several threads.
 */
public final class RecordedReplay {
  private final FinishedProofs finished;
  private final String algebraTool;
  private final String solverTool;

  /**
   * @param algebraTool name and version under which answers of the algebra system are recorded
   * @param solverTool the same for the solver
   */
  public RecordedReplay(ClaimCatalogue catalogue, String algebraTool, String solverTool) {
    this.finished = new FinishedProofs(catalogue);
    this.algebraTool = algebraTool;
    this.solverTool = solverTool;
  }

  /**
   * What the kernel does with recorded answers.
   *
   * @param steps the outcome of each step, in order
   * @param open what is left open; empty when every step is discharged
   */
  public record Course(List<ProofReport.StepOutcome> steps, List<String> open) {
    public Course {
      steps = List.copyOf(steps);
      open = List.copyOf(open);
    }

    /** The course that a report tells. */
    public static Course of(ProofReport report) {
      List<String> open =
          report.status() instanceof ClaimStatus.Partial partial ? partial.open() : List.of();
      return new Course(report.steps(), open);
    }
  }

  /**
   * Replays one claim.
   *
   * @param recorded the answers recorded for it
   * @throws IllegalStateException when a lemma that it names was not replayed before
   */
  public Course replay(Claim claim, List<ProofReport.Evidence> recorded) {
    for (String id : LemmaOrder.lemmas(claim)) {
      finished
          .catalogue()
          .find(id)
          .filter(lemma -> !lemma.derivation().isEmpty() && finished.find(lemma).isEmpty())
          .ifPresent(
              lemma -> {
                throw new IllegalStateException("lemma " + lemma.id() + " has to come first");
              });
    }
    RecordedAnswers answers = new RecordedAnswers(recorded);
    Checks checks =
        new Checks(
            answers.algebra(algebraTool),
            answers.solver(solverTool),
            Sampling::answer,
            ExactOpinion::answer);
    try (Prover prover = new Prover(finished, checks, () -> {})) {
      return Course.of(prover.prove(claim));
    }
  }
}
