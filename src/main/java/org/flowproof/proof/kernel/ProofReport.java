package org.flowproof.proof.kernel;

import java.util.List;
import org.flowproof.proof.Claim;

/**
 * The replay of one derivation.
 *
 * @param claim the claim
 * @param status the outcome
 * @param steps the outcome of each step, in order
 */
public record ProofReport(Claim claim, ClaimStatus status, List<StepOutcome> steps) {
  public ProofReport {
    steps = List.copyOf(steps);
  }

  /**
   * The replay of one step.
   *
   * @param step the step
   * @param discharged whether the kernel accepted it
   * @param reason why not, or what was checked
   * @param evidence the tools asked, with their answers
   */
  public record StepOutcome(
      Claim.Step step, boolean discharged, String reason, List<Evidence> evidence) {
    public StepOutcome {
      evidence = List.copyOf(evidence);
    }
  }

  /**
   * One question to a tool.
   *
   * @param tool name and version
   * @param about the question for people
   * @param input the question as the tool can read it; a long one by its hash ({@link
   *     QuestionText})
   * @param output the answer
   * @param millis wall-clock time
   */
  public record Evidence(String tool, String about, String input, String output, long millis) {}
}
