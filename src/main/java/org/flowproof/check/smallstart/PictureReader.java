package org.flowproof.check.smallstart;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import org.flowproof.flow.PlainLoss;
import org.flowproof.flow.origin.GrowthAtZero;
import org.flowproof.flow.origin.LimitFlow;
import org.flowproof.problem.Problem;
import org.flowproof.problem.Vec;

/** Reads runs for pictures while they are there. */
final class PictureReader {
  private static final int POINTS = 240;

  /** Norm of the limit flow where pictures of it begin. */
  private static final double FIRST = 1e-3;

  private final Problem problem;
  private final GrowthAtZero growth;
  private final double begin;
  private final double end;
  private final int large;
  private final int small;
  private final List<StartPictures.Run> runs = new ArrayList<>();
  private final List<StartPictures.Path> paths = new ArrayList<>();

  /**
   * A reader.
   *
   * @param projections of the start that is looked at
   * @param end last time of the limit flow
   */
  PictureReader(Problem problem, LimitFlow limit, Vec projections, double end) {
    this.problem = problem;
    this.end = end;
    growth = limit.growth();
    begin = first(projections, limit, end);
    int most = 0;
    int least = 0;
    for (int j = 1; j < projections.length(); j++) {
      most = Math.abs(projections.get(j)) > Math.abs(projections.get(most)) ? j : most;
      least = Math.abs(projections.get(j)) <= Math.abs(projections.get(least)) ? j : least;
    }
    large = most;
    small = least;
  }

  /** Reads a run from one of the scales. */
  void run(ScaledRun run) {
    runs.add(
        new StartPictures.Run(
            run.scale(),
            readings(begin, end, run.delay(), run),
            readings(0, run.run().endTime(), 0, run)));
  }

  /** Notes the way of a run. */
  void path(StartPictures.Kind kind, int imbalance, Vec projections, ScaledRun run) {
    double from = Math.max(0, begin + run.delay());
    add(kind, imbalance, projections, readings(from, run.run().endTime(), 0, run));
  }

  /** Notes the way of a limit flow. */
  void path(StartPictures.Kind kind, int imbalance, Vec projections, LimitFlow flow) {
    double from = first(projections, flow, flow.end());
    add(kind, imbalance, projections, readings(from, flow.end(), 0, flow::at));
  }

  /** When a limit flow has grown enough to be seen; its begin when it has not. */
  private double first(Vec projections, LimitFlow flow, double last) {
    double size = LimitFlow.norm(growth.growing(projections));
    double first = Math.log(FIRST / size) / growth.rate();
    return first < last ? Math.max(flow.begin(), first) : flow.begin();
  }

  private void add(
      StartPictures.Kind kind, int imbalance, Vec projections, List<StartPictures.Reading> points) {
    double ratio = projections.get(small) / projections.get(large);
    paths.add(new StartPictures.Path(kind, imbalance, ratio, points));
  }

  private List<StartPictures.Reading> readings(
      double from, double to, double shift, ScaledRun run) {
    return readings(
        from,
        to,
        shift,
        time ->
            time >= 0 && time <= run.run().endTime()
                ? LimitFlow.weights(problem, run.run().at(time))
                : null);
  }

  private List<StartPictures.Reading> readings(
      double from, double to, double shift, DoubleFunction<double[]> weights) {
    List<StartPictures.Reading> all = new ArrayList<>();
    for (int i = 0; i <= POINTS; i++) {
      double t = i == POINTS ? to : from + (to - from) * i / POINTS;
      double[] y = weights.apply(t + shift);
      if (y != null) {
        all.add(new StartPictures.Reading(t, PlainLoss.of(problem, y), y[large], y[small]));
      }
    }
    return all;
  }

  /** All that was read. */
  StartPictures pictures(LimitFlow limit) {
    return new StartPictures(
        large, small, readings(begin, Math.min(end, limit.end()), 0, limit::at), runs, paths);
  }
}
