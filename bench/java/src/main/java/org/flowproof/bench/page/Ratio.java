package org.flowproof.bench.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How many times faster ours is than a peer at one point.
 *
 * @param peer its run
 * @param ours our run
 * @param whole seconds of the peer by our seconds to the end time; when the peer ran out of time a
 *     lower bound
 * @param sameHorizon seconds of the peer by our seconds until the time that the peer reached; equal
 *     to {@code whole} for a peer that finished, empty when that is not known
 */
record Ratio(Measured peer, Measured ours, double whole, OptionalDouble sameHorizon) {

  /** The ratios of all peers at all main points where our integrator reached the end. */
  static List<Ratio> all(Results results) {
    List<Ratio> ratios = new ArrayList<>();
    for (Measured peer : results.group("main")) {
      Optional<Measured> ours = results.of(peer.point(), "structured");
      boolean comparable =
          !peer.method().startsWith("structured") && !peer.status().equals("failed");
      if (comparable && ours.isPresent() && ours.get().done()) {
        ratios.add(of(results, peer, ours.get()));
      }
    }
    return ratios;
  }

  private static Ratio of(Results results, Measured peer, Measured ours) {
    double whole = peer.seconds() / ours.seconds();
    if (peer.done()) {
      return new Ratio(peer, ours, whole, OptionalDouble.of(whole));
    }
    OptionalDouble until = results.secondsUntil(ours, peer.t());
    return new Ratio(
        peer,
        ours,
        whole,
        until.isPresent() && until.getAsDouble() > 0
            ? OptionalDouble.of(peer.seconds() / until.getAsDouble())
            : OptionalDouble.empty());
  }

  /** The larger of what was measured. */
  double best() {
    return Math.max(whole, sameHorizon.orElse(whole));
  }
}
