package org.flowproof.check.stationary;

import java.util.Optional;
import org.flowproof.check.stationary.NeuronJudgement.Falls;
import org.flowproof.check.stationary.NeuronJudgement.Open;
import org.flowproof.check.stationary.NeuronJudgement.Stays;
import org.flowproof.flow.State;
import org.flowproof.formula.Ball;

/**
 * Whether {@code f(a, w) = a g(w)} has a local maximum at one neuron of a limit; with fixed output
 * weights, whether it has one in w.
 *
 * <p>A limit's estimate guarantees that gates keep their values, that {@code g} does not change to
 * first order where a moving neuron is on no kink, and that on kinks the gates, not beyond their
 * bounds, balance the rest. Then f is constant near a neuron on no kink. Near a neuron on kinks, or
 * so near that it may be, f is concave and at its largest if its output weight keeps its sign and
 * every kink bends it down. Beside a kink that bends it up and is not balanced, f grows.
 */
final class NeuronJudge {
  private final LimitResiduals residuals;
  private final DescentSearch search;
  private final RestingPlaces resting;
  private final State state;

  NeuronJudge(LimitResiduals residuals, DescentSearch search, RestingPlaces resting, State state) {
    this.residuals = residuals;
    this.search = search;
    this.resting = resting;
    this.state = state;
  }

  NeuronJudgement judge(NeuronPlace place) {
    if (place.absent()) {
      return place.both() ? zero(place) : new Stays(Double.POSITIVE_INFINITY, true);
    }
    return place.idle() ? idle(place) : moving(place);
  }

  /** All weights 0: f is 0 there and takes both signs nearby unless g is 0 everywhere. */
  private NeuronJudgement zero(NeuronPlace place) {
    Optional<Descent> descent = search.fromZero(place.neuron());
    if (descent.isPresent()) {
      return new Falls(descent.get());
    }
    return open(
        place, 0, "all its weights are 0, and no direction was found in which the residual pulls");
  }

  private NeuronJudgement idle(NeuronPlace place) {
    double room = Double.POSITIVE_INFINITY;
    Open doubtful = null;
    for (int l = 0; l < place.lines(); l++) {
      double below = -place.height(l) - place.reach();
      if (below > 0) {
        room = Math.min(room, below);
        continue;
      }
      NeuronJudgement there = onKink(place, l);
      if (there instanceof Falls) {
        return there;
      }
      if (there instanceof Open unknown) {
        doubtful = doubtful == null ? unknown : doubtful;
      } else {
        room = Math.min(room, place.signRoom());
      }
    }
    return doubtful == null ? new Stays(room, true) : doubtful;
  }

  /**
   * An idle neuron that may be on a line: on its far side f is {@code a bend} times the distance.
   */
  private NeuronJudgement onKink(NeuronPlace place, int line) {
    int sample = residuals.lines().members(line)[0];
    Ball bend = residuals.bend(line);
    if (place.signRoom() > 0) {
      Ball side = new Ball(Math.signum(place.a()) * bend.value(), bend.radius());
      if (side.upper() <= 0) {
        return new Stays(Double.POSITIVE_INFINITY, true);
      }
      if (side.lower() > 0 && resting.exactlyOn(state, place.neuron(), line)) {
        Optional<Descent> descent =
            search.across(
                new DescentSearch.Idle(place.neuron(), place.a(), place.w(), place.error()), line);
        if (descent.isPresent()) {
          return new Falls(descent.get());
        }
      }
    }
    return open(
        place,
        sample,
        "it rests on this kink or next to it, and the residual is not shown to hold it there");
  }

  private NeuronJudgement moving(NeuronPlace place) {
    double room = Double.POSITIVE_INFINITY;
    for (int l = 0; l < place.lines(); l++) {
      int sample = residuals.lines().members(l)[0];
      if (!place.held(l)) {
        double away = place.side(l) * place.height(l) - place.reach();
        if (!(away > 0)) {
          return open(place, sample, "its side of this kink is not clear at the limit");
        }
        room = Math.min(room, away);
        continue;
      }
      Ball bend = residuals.bend(l);
      Ball side = new Ball(Math.signum(place.a()) * bend.value(), bend.radius());
      if (!(place.signRoom() > 0) || side.upper() > 0) {
        return open(
            place,
            sample,
            "it is on this kink or next to it, and the residual is not shown to hold it there");
      }
      room = Math.min(room, place.signRoom());
    }
    return new Stays(room, false);
  }

  private static Open open(NeuronPlace place, int sample, String reason) {
    return new Open(StationaryKind.Unknown.at(place.neuron(), sample, reason));
  }
}
