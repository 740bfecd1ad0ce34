package org.flowproof.check.smallstart;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.flowproof.check.Verdict;
import org.flowproof.flow.Trajectory;
import org.flowproof.flow.origin.GrowthAtZero;
import org.flowproof.flow.origin.LimitFlow;
import org.flowproof.problem.Problem;
import org.flowproof.problem.Vec;
import org.flowproof.problem.Weights;

/**
 * Output weights of one run, while all weights are small, against {@code C_j exp(rate t)/(2
 * |gamma|)}.
 */
final class EarlyGrowth {
  /** Norm at the start of the run. */
  private static final double START = 1e-11;

  /**
   * Norm of the growing part where it is read; what is of second order is of this relative size.
   */
  private static final double READ = 1e-5;

  private static final double AGREES = 1e-2;
  private static final double DIFFERS = 1e-1;

  private final GrowthAtZero growth;
  private final Weights start;
  private final double time;
  private final double[] outputs;
  private final boolean broken;

  /**
   * Runs from a start.
   *
   * @param theta weights of norm 1 whose growing part is not 0
   */
  EarlyGrowth(Problem problem, GrowthAtZero growth, Weights theta) {
    this.growth = growth;
    start = theta.times(START);
    double size = LimitFlow.norm(growth.growing(growth.projections(start)));
    time = Math.log(READ / size) / growth.rate();
    Trajectory run = LimitFlow.run(problem, start, time);
    broken = !run.failures().isEmpty() || run.endTime() < time * (1 - 1e-9);
    outputs = new double[theta.a().length()];
    for (int j = 0; j < outputs.length; j++) {
      outputs[j] = run.at(run.endTime()).a(j);
    }
  }

  /** The numbers beside those that are printed. */
  PrintedForms forms(List<PrintedForms.Size> sizes) {
    return new PrintedForms(
        deviation(growth.projections(start), growth.rate()),
        deviation(growth.printedProjections(start), printedRate()),
        ratios(),
        sizes);
  }

  private Optional<PrintedForms.Ratios> ratios() {
    if (broken || outputs.length != 2) {
      return Optional.empty();
    }
    Vec corrected = growth.projections(start);
    Vec printed = growth.printedProjections(start);
    return Optional.of(
            new PrintedForms.Ratios(
                corrected.get(0) / corrected.get(1),
                printed.get(0) / printed.get(1),
                outputs[0] / outputs[1]))
        .filter(
            r ->
                Double.isFinite(r.corrected())
                    && Double.isFinite(r.printed())
                    && Double.isFinite(r.observed()));
  }

  private double printedRate() {
    return growth.rate() / Math.abs(growth.slope());
  }

  /** With the slope of the activation at 0. */
  StartStatement corrected() {
    return judge(StartStatement.Kind.GROWTH, growth.projections(start), growth.rate());
  }

  /** As printed, for an activation with slope 1 at 0. */
  StartStatement printed() {
    return judge(
        StartStatement.Kind.PRINTED_GROWTH, growth.printedProjections(start), printedRate());
  }

  private StartStatement judge(StartStatement.Kind kind, Vec projections, double rate) {
    if (broken) {
      return new StartStatement(kind, Verdict.UNKNOWN, "the run broke off");
    }
    double relative = deviation(projections, rate);
    Verdict verdict =
        relative <= AGREES
            ? Verdict.HOLDS
            : relative >= DIFFERS ? Verdict.VIOLATED : Verdict.UNKNOWN;
    return new StartStatement(
        kind,
        verdict,
        String.format(
            Locale.ROOT,
            "output weights after t = %.4g from norm %.0e differ by %.2e of their size",
            time,
            START,
            relative));
  }

  /** Of the output weights from those of a growth, relative to the larger of both. */
  private double deviation(Vec projections, double rate) {
    double off = 0;
    double found = 0;
    double said = 0;
    for (int j = 0; j < outputs.length; j++) {
      double predicted =
          projections.get(j) * Math.exp(Math.min(700, rate * time)) / (2 * growth.norm());
      off += (outputs[j] - predicted) * (outputs[j] - predicted);
      found += outputs[j] * outputs[j];
      said += predicted * predicted;
    }
    return Math.sqrt(off / Math.max(found, said));
  }
}
