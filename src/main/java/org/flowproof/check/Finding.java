package org.flowproof.check;

import java.util.List;
import java.util.Optional;
import org.flowproof.enclose.claim.Enclosed;
import org.flowproof.proof.Claim;

/**
 * The outcome of holding one claim against one trajectory or one tube.
 *
 * @param claim the claim
 * @param verdict the verdict
 * @param reason one sentence: which hypothesis fails and by how much, what is too close to call;
 *     empty when the claim plainly holds
 * @param margin smallest distance from violation in units of the bound; empty when nothing was
 *     compared
 * @param tightness largest observed / bound; empty for equalities and when nothing was compared
 * @param witness where the margin is attained
 * @param numericalError the numerical error at the witness, in the same units as the margin
 * @param instances how many values of the generic indices the hypotheses admit, of how many
 * @param checkedTimes number of times at which the conclusion was evaluated
 * @param caveats remarks that belong to the verdict, such as non-uniqueness from a time on
 * @param enclosed the certificate behind the verdict ENCLOSED, and only behind that one
 */
public record Finding(
    Claim claim,
    Verdict verdict,
    String reason,
    Optional<Double> margin,
    Optional<Double> tightness,
    Optional<Witness> witness,
    double numericalError,
    Instances instances,
    int checkedTimes,
    List<String> caveats,
    Optional<Enclosed> enclosed) {

  /**
   * Checks that a verdict that claims proof has one.
   *
   * @throws IllegalArgumentException when ENCLOSED comes without a certificate of this claim, or a
   *     certificate with another verdict
   */
  public Finding {
    caveats = List.copyOf(caveats);
    boolean certified = enclosed.isPresent() && enclosed.get().claim().id().equals(claim.id());
    if (certified != (verdict == Verdict.ENCLOSED) || certified != enclosed.isPresent()) {
      throw new IllegalArgumentException("ENCLOSED stands and falls with its certificate");
    }
  }

  /** A finding on one trajectory, which encloses nothing. */
  public Finding(
      Claim claim,
      Verdict verdict,
      String reason,
      Optional<Double> margin,
      Optional<Double> tightness,
      Optional<Witness> witness,
      double numericalError,
      Instances instances,
      int checkedTimes,
      List<String> caveats) {
    this(
        claim,
        verdict,
        reason,
        margin,
        tightness,
        witness,
        numericalError,
        instances,
        checkedTimes,
        caveats,
        Optional.empty());
  }

  /** The outcome when nothing was evaluated, not even the hypotheses. */
  static Finding nothingRead(Claim claim, Verdict verdict, String reason) {
    return nothingRead(claim, verdict, reason, new Instances(0, 0));
  }

  /** The outcome when no conclusion was evaluated. */
  static Finding nothingRead(Claim claim, Verdict verdict, String reason, Instances instances) {
    return new Finding(
        claim,
        verdict,
        reason,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        0,
        instances,
        0,
        List.of());
  }

  /** The same outcome for the claim as it is written. */
  Finding about(Claim written) {
    return new Finding(
        written,
        verdict,
        reason,
        margin,
        tightness,
        witness,
        numericalError,
        instances,
        checkedTimes,
        caveats,
        enclosed);
  }

  /**
   * A place on the trajectory.
   *
   * @param time when
   * @param indices values of the indices by name, 1-based, such as {@code j = 3}
   */
  public record Witness(double time, java.util.Map<String, Integer> indices) {}

  /** Values of the generic indices to which the hypotheses apply, out of all. */
  public record Instances(int applicable, int all) {}
}
