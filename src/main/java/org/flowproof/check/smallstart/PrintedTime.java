package org.flowproof.check.smallstart;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.flowproof.flow.origin.GrowthAtZero;
import org.flowproof.flow.origin.LimitFlow;
import org.flowproof.problem.Problem;
import org.flowproof.problem.SmallStartRequest;
import org.flowproof.problem.Weights;

/** Runs read with the shift of time that is printed, for a slope 1 of the activation at 0. */
final class PrintedTime {
  private final double first;
  private final Map<Double, Double> corrected = new HashMap<>();
  private final Map<Double, Double> printed = new HashMap<>();

  /**
   * Nothing read yet.
   *
   * @param first time of the limit flow at which norms are read
   */
  PrintedTime(double first) {
    this.first = first;
  }

  /** Reads a run that is shifted as it should be. */
  void corrected(ScaledRun run) {
    read(run, corrected);
  }

  /** The approach with the printed shift: the given one where both shifts are equal. */
  Approach approach(
      Problem problem,
      Weights theta,
      LimitFlow limit,
      SmallStartRequest request,
      Approach approach) {
    GrowthAtZero growth = limit.growth();
    if (Math.abs(growth.slope()) == 1) {
      printed.putAll(corrected);
      return approach;
    }
    double rate = growth.rate() / Math.abs(growth.slope());
    return Approach.of(
        problem,
        theta,
        0,
        rate,
        limit,
        request.scales(),
        request.times(),
        run -> read(run, printed));
  }

  private void read(ScaledRun run, Map<Double, Double> into) {
    double time = first + run.delay();
    if (time >= 0 && time <= run.run().endTime()) {
      into.put(run.scale(), LimitFlow.norm(run.run().problem(), run.run().at(time)));
    }
  }

  /** The norms read, for scales that have the first one. */
  List<PrintedForms.Size> sizes(List<Double> scales) {
    List<PrintedForms.Size> all = new ArrayList<>();
    for (double scale : scales) {
      if (corrected.containsKey(scale)) {
        all.add(
            new PrintedForms.Size(
                scale, corrected.get(scale), printed.getOrDefault(scale, Double.NaN)));
      }
    }
    return all;
  }
}
