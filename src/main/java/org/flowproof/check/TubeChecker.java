package org.flowproof.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.flowproof.enclose.Tube;
import org.flowproof.enclose.claim.ClaimOnTube;
import org.flowproof.enclose.claim.Enclosed;
import org.flowproof.enclose.claim.TubeOutcome;
import org.flowproof.problem.Problem;
import org.flowproof.proof.Claim;

/**
 * Holds a claim against a tube: model and hypotheses as {@link Checker} does, the conclusion over
 * spans of time that cover the whole range up to the end of the tube. ENCLOSED and VIOLATED are
 * proven; what is left is UNKNOWN.
 */
public final class TubeChecker {
  /** How many spans of time a claim may take. */
  public static final long SPANS = 400_000;

  private final long spans;

  /** A checker that reads up to {@link #SPANS} spans. */
  public TubeChecker() {
    this(SPANS);
  }

  public TubeChecker(long spans) {
    this.spans = spans;
  }

  /**
   * Checks one claim.
   *
   * @param brokeOff why the tube ends before it was to end; empty when it does not
   * @return the finding; failures of evaluation are told as UNKNOWN, never as a verdict
   */
  public Finding check(Claim claim, Tube tube, Optional<String> brokeOff) {
    try {
      return RunTranslation.read(
          claim, tube.problem(), ofRuns -> translated(ofRuns, tube, brokeOff));
    } catch (CancellationException interrupted) {
      throw interrupted;
    } catch (RuntimeException defect) {
      // told in the finding: one defective claim must not take the others' findings with it
      String message =
          "evaluation failed: " + defect.getClass().getSimpleName() + ": " + defect.getMessage();
      return Finding.nothingRead(claim, Verdict.UNKNOWN, message);
    }
  }

  private Finding translated(Claim claim, Tube tube, Optional<String> brokeOff) {
    String obstacle = TubeStart.obstacle(claim);
    if (!obstacle.isEmpty()) {
      return Finding.nothingRead(claim, Verdict.UNKNOWN, obstacle);
    }
    Problem problem = tube.problem();
    TubeStart start = new TubeStart(problem, tube.end());
    Admitted admitted =
        Admitted.by(new HypothesisTest(claim, problem, start, start.exact()), claim, problem);
    Optional<Finding> nothing = admitted.nothing(claim);
    if (nothing.isPresent()) {
      return nothing.get();
    }
    TubeOutcome outcome = ClaimOnTube.read(claim, admitted.indices(), tube, spans);
    if (outcome instanceof TubeOutcome.Fails fails) {
      return plain(claim, Verdict.VIOLATED, violated(fails), admitted, witness(fails));
    }
    if (outcome instanceof TubeOutcome.Open open) {
      return plain(claim, Verdict.UNKNOWN, leftOpen(open), admitted, witness(open));
    }
    if (outcome instanceof TubeOutcome.Silent silent) {
      return plain(claim, Verdict.NOT_APPLICABLE, silent.reason(), admitted, Optional.empty());
    }
    Enclosed enclosed = ((TubeOutcome.Holds) outcome).enclosed();
    if (admitted.open().isPresent()) {
      String reason = admitted.open().get().reason();
      return plain(claim, Verdict.UNKNOWN, reason, admitted, Optional.empty());
    }
    if (enclosed.goesOn() && brokeOff.isPresent()) {
      String reason =
          "holds for all t in [0, "
              + Numbers.text(enclosed.until())
              + "], where the tube broke off, but the range goes on: "
              + brokeOff.get();
      return plain(claim, Verdict.UNKNOWN, reason, admitted, Optional.empty());
    }
    return enclosed(claim, enclosed, admitted);
  }

  private static Finding enclosed(Claim claim, Enclosed enclosed, Admitted admitted) {
    List<String> caveats = new ArrayList<>();
    caveats.add(
        "for all t in [0, "
            + Numbers.text(enclosed.until())
            + "]"
            + (enclosed.goesOn() ? "; the range goes on" : " that are in the range"));
    return new Finding(
        claim,
        Verdict.ENCLOSED,
        "",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        0,
        admitted.instances(),
        0,
        caveats,
        Optional.of(enclosed));
  }

  private static Finding plain(
      Claim claim,
      Verdict verdict,
      String reason,
      Admitted admitted,
      Optional<Finding.Witness> witness) {
    return new Finding(
        claim,
        verdict,
        reason,
        Optional.empty(),
        Optional.empty(),
        witness,
        0,
        admitted.instances(),
        0,
        List.of());
  }

  private static String violated(TubeOutcome.Fails fails) {
    return "proven to fail "
        + when(fails.after(), fails.until())
        + IndexValues.text(fails.indices())
        + (fails.says().isEmpty() ? "" : ", where " + fails.says());
  }

  private static String leftOpen(TubeOutcome.Open open) {
    return Double.isNaN(open.until())
        ? open.reason()
        : "not decided "
            + when(open.after(), open.until())
            + IndexValues.text(open.indices())
            + (open.reason().isEmpty() ? "" : ", where " + open.reason());
  }

  private static String when(double after, double until) {
    return until == 0
        ? "at t = 0"
        : "for t in (" + Double.toString(after) + ", " + Double.toString(until) + "]";
  }

  private static Optional<Finding.Witness> witness(TubeOutcome.Fails fails) {
    return Optional.of(new Finding.Witness(fails.until(), fails.indices()));
  }

  private static Optional<Finding.Witness> witness(TubeOutcome.Open open) {
    return Double.isNaN(open.until())
        ? Optional.empty()
        : Optional.of(new Finding.Witness(open.until(), open.indices()));
  }
}
