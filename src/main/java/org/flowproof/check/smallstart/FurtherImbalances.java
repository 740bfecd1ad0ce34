package org.flowproof.check.smallstart;

import java.util.List;
import org.flowproof.flow.Trajectory;
import org.flowproof.flow.origin.GrowthAtZero;
import org.flowproof.flow.origin.LimitFlow;
import org.flowproof.problem.Problem;
import org.flowproof.problem.SmallStartRequest;
import org.flowproof.problem.Vec;
import org.flowproof.problem.Weights;

/** Limit flows of the imbalances that are drawn beside the first one, with two runs each. */
final class FurtherImbalances {
  private final Problem problem;
  private final SmallStartRequest request;
  private final LimitFlow first;
  private final double firstSize;
  private final PictureReader reader;

  /**
   * @param projections of the first imbalance, whose times the others share
   */
  FurtherImbalances(
      Problem problem,
      SmallStartRequest request,
      LimitFlow first,
      Vec projections,
      PictureReader reader) {
    this.problem = problem;
    this.request = request;
    this.first = first;
    this.reader = reader;
    firstSize = LimitFlow.norm(first.growth().growing(projections));
  }

  /** Runs and reads them. */
  void read() {
    for (int i = 1; i < request.imbalances().size(); i++) {
      read(i, request.imbalances().get(i));
    }
  }

  private void read(int number, Vec imbalance) {
    GrowthAtZero growth = first.growth();
    OtherStarts starts = OtherStarts.with(growth, imbalance, request.seed() + number);
    Vec projections = growth.projections(starts.theta());
    LimitFlow flow = LimitFlow.of(problem, projections, first.end() + late(projections));
    reader.path(StartPictures.Kind.LIMIT, number, projections, flow);
    double scale = request.scales().get(request.scales().size() - 1);
    for (Weights start : List.of(starts.theta(), starts.sameRatio())) {
      double delay = late(growth.projections(start)) - Math.log(scale) / growth.rate();
      Trajectory run = LimitFlow.run(problem, start.times(scale), first.end() + delay);
      reader.path(StartPictures.Kind.RUN, number, projections, new ScaledRun(scale, delay, run));
    }
  }

  /** How much later than the first limit flow that of other projections has grown as far. */
  private double late(Vec projections) {
    GrowthAtZero growth = first.growth();
    return Math.log(firstSize / LimitFlow.norm(growth.growing(projections))) / growth.rate();
  }
}
