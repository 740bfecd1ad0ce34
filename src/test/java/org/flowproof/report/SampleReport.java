package org.flowproof.report;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.flowproof.check.CaseResult;
import org.flowproof.check.ClaimResult;
import org.flowproof.check.ConditionResult;
import org.flowproof.check.EndingResult;
import org.flowproof.check.Finding;
import org.flowproof.check.Threshold;
import org.flowproof.check.ValueResult;
import org.flowproof.check.Verdict;
import org.flowproof.check.outcome.Ending;
import org.flowproof.flow.ReferenceIntegrator;
import org.flowproof.flow.choice.IntegratorChoice;
import org.flowproof.formula.Ball;
import org.flowproof.problem.Activation;
import org.flowproof.problem.CaseFile;
import org.flowproof.problem.DataSet;
import org.flowproof.problem.Dynamics;
import org.flowproof.problem.ExpectedValue;
import org.flowproof.problem.Located;
import org.flowproof.problem.Loss;
import org.flowproof.problem.Matrix;
import org.flowproof.problem.Network;
import org.flowproof.problem.Plot;
import org.flowproof.problem.Problem;
import org.flowproof.problem.Vec;
import org.flowproof.problem.Weights;
import org.flowproof.proof.Claim;
import org.flowproof.proof.ClaimCatalogue;
import org.flowproof.proof.Condition;
import org.flowproof.proof.derive.FlowDerivation;
import org.flowproof.proof.kernel.ClaimStatus;
import org.flowproof.proof.kernel.ProofReport;

/** A report on a small problem with every kind of verdict and status, and awkward texts. */
final class SampleReport {
  static final Path CASE = Path.of("cases/early-alignment/three-points.yaml");

  private SampleReport() {}

  static ReportInput input() {
    return input("A sample: 100% of $x_1$ & \\input{secrets} “für” 中 ^^5c #1");
  }

  static ReportInput input(String title) {
    List<Claim> claims = ClaimCatalogue.load(Path.of("proofs")).claims();
    CaseFile file =
        new CaseFile(
            "sample/two-3",
            CASE,
            title,
            "Notes with a_b, 50% and \\textbf{no} effect.",
            problem(),
            List.of(),
            List.of(
                new Plot(
                    "Outputs_of the 'net'",
                    new Located("h[k,t]", CASE, 1, "plot"),
                    Plot.Per.SAMPLE,
                    Plot.Scale.LINEAR,
                    Optional.of(new Located("N[t]*normX[k]", CASE, 1, "plot")))),
            List.of(),
            List.of(),
            Map.of("data", 7L, "initial weights", 5L));
    List<Verdict> verdicts =
        Arrays.stream(Verdict.values()).filter(v -> v != Verdict.ENCLOSED).toList();
    List<ClaimResult> results = new java.util.ArrayList<>();
    for (int i = 0; i < claims.size(); i++) {
      Verdict verdict = verdicts.get(i % verdicts.size());
      Verdict expected = i == 2 ? Verdict.HOLDS : verdict;
      results.add(
          new ClaimResult(finding(claims.get(i), verdict), expected, "")
              .with(conditions(claims.get(i))));
    }
    List<ProofReport> proofs = claims.stream().map(c -> proof(c, claims.indexOf(c))).toList();
    return new ReportInput(
        new CaseResult(
            file,
            new ConeTrajectory(problem(), 4),
            IntegratorChoice.given(new ReferenceIntegrator()),
            results,
            values(),
            Optional.of(new EndingResult(Ending.LEAST_SQUARES, Ending.UNKNOWN, "too short"))),
        proofs,
        Optional.of(dynamics()),
        new Provenance(
            List.of("./flowproof", "report", CASE.toString(), "--seed", "7"),
            Map.of("initial weights", 7L, "data", 11L),
            List.of(CASE, Path.of("proofs/envelopes/norm-growth.yaml")),
            Instant.parse("2026-01-02T03:04:05Z"),
            Path.of("")));
  }

  private static List<ValueResult> values() {
    ExpectedValue expected =
        new ExpectedValue(
            "final error of_the net",
            new Located("mse", CASE, 1, "values"),
            OptionalDouble.empty(),
            0.175,
            1e-6,
            "least squares & co");
    return List.of(
        new ValueResult(expected, Verdict.HOLDS, Optional.of(new Ball(0.1750001, 1e-12)), ""),
        new ValueResult(expected, Verdict.UNKNOWN, Optional.empty(), "no value"));
  }

  static Problem problem() {
    return new Problem(
        new DataSet(
            Matrix.of(new double[][] {{-0.75, 1}, {-0.5, 1}, {0.125, 1}}),
            Vec.of(1.1, 0.1, 0.8),
            "inline"),
        new Network(4, new Activation.Leaky(0, 0), Network.Trained.BOTH),
        new Loss(Loss.Kind.SQUARED, Loss.Factor.HALF_MEAN),
        new Weights(
            Matrix.of(new double[][] {{0.03, 0.04}, {-0.06, 0.08}, {0.05, -0.01}, {-0.1, -0.1}}),
            Vec.of(0.05, -0.1, 0.2, 0.1)),
        "balanced law, scale 0.1, seed 7",
        new Dynamics.Flow(
            Dynamics.Residual.FULL, 1e-10, new Dynamics.StopRule(4, 1e-9, 100_000, false)));
  }

  private static Finding finding(Claim claim, Verdict verdict) {
    boolean compared = verdict == Verdict.HOLDS || verdict == Verdict.VIOLATED;
    return new Finding(
        claim,
        verdict,
        compared ? "" : "hypothesis dominated fails by 0.3 at j = 2",
        compared ? Optional.of(verdict == Verdict.HOLDS ? 0.0123 : -0.4) : Optional.empty(),
        compared ? Optional.of(0.9877) : Optional.empty(),
        compared
            ? Optional.of(new Finding.Witness(1.23456789, Map.of("j", 2, "k", 3)))
            : Optional.empty(),
        3.2e-11,
        new Finding.Instances(3, 4),
        601,
        verdict == Verdict.VIOLATED
            ? List.of("for the minimal-norm solution, not unique from t = 0.7")
            : List.of());
  }

  private static List<ConditionResult> conditions(Claim claim) {
    List<ConditionResult> all = new java.util.ArrayList<>();
    Threshold.Shape[] shapes = Threshold.Shape.values();
    for (Condition condition : claim.conditions()) {
      int number = all.size() + claim.id().length();
      Threshold.Shape shape = shapes[number % shapes.length];
      boolean single = shape == Threshold.Shape.UP_TO || shape == Threshold.Shape.FROM;
      ConditionResult.Outcome outcome =
          ConditionResult.Outcome.values()[number % ConditionResult.Outcome.values().length];
      boolean open = outcome == ConditionResult.Outcome.UNKNOWN;
      all.add(
          new ConditionResult(
              claim,
              condition,
              outcome,
              open ? "no value: 100% of M_1 & co" : "",
              open
                  ? Optional.empty()
                  : Optional.of(
                      new ConditionResult.Sides(1.5e-9, 123.456789, 2e-16, Map.of("j", 3))),
              new ConditionResult.Instances(3, 1, 0, 0),
              new Threshold(
                  shape,
                  single ? 1.2345678e-7 : Double.NaN,
                  1e-7,
                  1e-9,
                  1e6,
                  "in units of_the law"),
              ""));
    }
    return all;
  }

  /** Statuses other than proved, which only the kernel can give. */
  private static ProofReport proof(Claim claim, int number) {
    List<ProofReport.StepOutcome> steps =
        claim.derivation().stream()
            .map(s -> new ProofReport.StepOutcome(s, !s.id().endsWith("3"), "too hard", List.of()))
            .toList();
    ClaimStatus status =
        switch (number % 3) {
          case 0 -> new ClaimStatus.Partial(List.of("step e3: too hard"));
          case 1 -> new ClaimStatus.Cited("boursier-flammarion-2025");
          default -> new ClaimStatus.Refuted("m = 1, a = 2");
        };
    return new ProofReport(claim, status, status instanceof ClaimStatus.Cited ? List.of() : steps);
  }

  private static FlowDerivation dynamics() {
    return new FlowDerivation(
        List.of(
            new FlowDerivation.Statement(
                "output-weight",
                "The derivative of the loss with respect to an output weight gives",
                "a_j' = \\frac{1}{n}\\sum_{k=1}^{n} s_{jk}\\,r_k\\,\\langle w_j, x_k\\rangle",
                true,
                List.of()),
            new FlowDerivation.Statement(
                "long",
                "A long one must be broken:",
                "a_j' = "
                    + "\\frac{1}{n} s_{jk}\\,r_k\\,\\langle w_j, x_k\\rangle + ".repeat(8)
                    + "0",
                false,
                List.of())),
        new FlowDerivation.Comparison(100, 12345, 3.4e-16));
  }
}
