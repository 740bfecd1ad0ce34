package org.flowproof.report;

import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.flowproof.check.outcome.Variation;
import org.flowproof.problem.CaseLoader;
import org.flowproof.proof.Claim;
import org.flowproof.proof.ClaimCatalogue;
import org.flowproof.sweep.SweepTable;
import org.flowproof.sweep.threshold.ThresholdEstimator;

/** Reports on made-up sweeps. */
final class SampleSweep {
  private static final Path CASE = Path.of("cases/linear-teacher/d5-n100.yaml");

  private SampleSweep() {}

  static SweepInput of(SweepTable table) {
    ClaimCatalogue catalogue = ClaimCatalogue.load(Path.of("proofs"));
    List<Claim> claims =
        List.of(
            catalogue.find("threshold/spurious-fixed-point").orElseThrow(),
            catalogue.find("threshold/population-pull").orElseThrow());
    return new SweepInput(
        table,
        CaseLoader.load(CASE),
        EnumSet.of(Variation.SCALE, Variation.HORIZON),
        "0123456789ab",
        new ThresholdEstimator(0.5, 0.95, 200, 1),
        claims,
        "./flowproof sweep cases/sweeps/made-up.yaml",
        new Provenance(
            List.of("./flowproof", "report", "cases/sweeps/made-up.yaml"),
            Map.of("bootstrap", 1L),
            List.of(CASE),
            Instant.parse("2026-01-02T03:04:05Z"),
            Path.of("")));
  }
}
