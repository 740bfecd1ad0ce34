package org.flowproof.report;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.flowproof.check.outcome.Variation;
import org.flowproof.problem.CaseFile;
import org.flowproof.proof.Claim;
import org.flowproof.sweep.SweepTable;
import org.flowproof.sweep.threshold.ThresholdEstimator;

/**
 * Everything that goes into the appendix of a sweep.
 *
 * @param table the sweep with the results that are there
 * @param base the case of its first point; what is on an axis changes from point to point
 * @param variations the second runs that were asked for
 * @param version of the code that computed the results
 * @param estimator of thresholds; its level is that of a sweep that asks for none
 * @param claims statements about the endings, to be typeset
 * @param command the command that computed the results
 * @param provenance how the report came about
 * @param recovery for a sweep that asks whether a target is recovered
 */
public record SweepInput(
    SweepTable table,
    CaseFile base,
    Set<Variation> variations,
    String version,
    ThresholdEstimator estimator,
    List<Claim> claims,
    String command,
    Provenance provenance,
    Optional<RecoveryInput> recovery) {
  /** The input of a sweep of endings. */
  public SweepInput(
      SweepTable table,
      CaseFile base,
      Set<Variation> variations,
      String version,
      ThresholdEstimator estimator,
      List<Claim> claims,
      String command,
      Provenance provenance) {
    this(
        table, base, variations, version, estimator, claims, command, provenance, Optional.empty());
  }

  public SweepInput {
    variations = Set.copyOf(variations);
    claims = List.copyOf(claims);
  }
}
