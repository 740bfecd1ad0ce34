package org.flowproof.check.stationary;

import java.util.Optional;
import org.flowproof.check.stationary.NeuronJudgement.Falls;
import org.flowproof.check.stationary.NeuronJudgement.Open;
import org.flowproof.check.stationary.NeuronJudgement.Stays;
import org.flowproof.flow.Trajectory;
import org.flowproof.flow.limit.LimitEstimate;
import org.flowproof.flow.limit.Obstruction;
import org.flowproof.problem.Problem;

/**
 * Decides what kind of stationary point the limit of a flow of the squared loss is. With the
 * residuals r at the limit and {@code g(w) = sum_k r_k sigma(<w, x_k>)},
 *
 * <pre>
 * loss(theta) - loss(limit) = -2 c sum_j (a_j g(w_j) - the same at the limit) + c |h - h(limit)|^2
 * </pre>
 *
 * exactly, c the factor of the loss. The limit is a local minimum if {@code a g(w)} has a local
 * maximum at every neuron ({@link NeuronJudge}); where it has none, the loss falls along some
 * direction, which is confirmed by its value. Stateless.
 */
public final class StationaryJudge {
  private StationaryJudge() {}

  /**
   * Judges.
   *
   * @param trajectory that the limit belongs to
   * @param estimate its limit
   */
  public static StationaryKind judge(Trajectory trajectory, LimitEstimate estimate) {
    if (estimate instanceof LimitEstimate.NotAvailable missing) {
      Obstruction why = missing.obstruction();
      return new StationaryKind.Unknown(
          why.neuron(), why.sample(), "the limit is not available: " + why.reason());
    }
    LimitEstimate.Found limit = (LimitEstimate.Found) estimate;
    if (limit.loss().value() == 0 && limit.loss().radius() == 0) {
      return new StationaryKind.GlobalMinimum();
    }
    if (limit.loss().value() <= limit.loss().radius()) {
      return StationaryKind.Unknown.of(
          "the loss is 0 within its error, but its features do not span all samples, so that it may"
              + " be positive");
    }
    return judge(trajectory, limit);
  }

  private static StationaryKind judge(Trajectory trajectory, LimitEstimate.Found limit) {
    Problem problem = trajectory.problem();
    LimitResiduals residuals = new LimitResiduals(problem, limit);
    DescentSearch search = new DescentSearch(residuals);
    NeuronJudge judge =
        new NeuronJudge(residuals, search, RestingPlaces.of(trajectory), limit.state());
    double radius = Double.POSITIVE_INFINITY;
    int idle = 0;
    NeuronPlace smallest = null;
    StationaryKind.Unknown open = null;
    for (int j = 0; j < problem.network().width(); j++) {
      NeuronPlace place = new NeuronPlace(problem, limit, residuals, j);
      NeuronJudgement judgement = judge.judge(place);
      if (judgement instanceof Falls falls) {
        return new StationaryKind.Saddle(falls.descent());
      }
      if (judgement instanceof Open unknown) {
        open = open == null ? unknown.why() : open;
      } else if (judgement instanceof Stays stays) {
        radius = Math.min(radius, stays.radius());
        idle += stays.idle() ? 1 : 0;
        boolean leaves = stays.idle() && (place.both() || place.a() != 0);
        smallest =
            leaves && (smallest == null || place.size() < smallest.size()) ? place : smallest;
      }
    }
    if (open != null) {
      return open;
    }
    return new StationaryKind.LocalMinimum(
        radius,
        problem.network().width() - idle,
        idle,
        Math.max(0, limit.rate().value()),
        smallest == null ? Optional.empty() : escape(smallest, search));
  }

  /** An idle neuron may shrink to 0 without changing any output; from 0 the loss may fall. */
  private static Optional<StationaryKind.Escape> escape(NeuronPlace idle, DescentSearch search) {
    Optional<Descent> descent =
        idle.both()
            ? search.fromZero(idle.neuron())
            : search.fromZeroHidden(idle.neuron(), idle.a());
    return descent.map(d -> new StationaryKind.Escape(idle.neuron() + 1, idle.size(), d));
  }
}
