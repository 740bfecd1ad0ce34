package org.flowproof.bench.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How many times faster ours is than a peer at one point, in CPU seconds unless stated.
 *
 * @param peer its run
 * @param lossAlone whether the peer had a looser tolerance, under which only its loss is right
 * @param ours our run to the end time
 * @param oursThere our run to the time that the peer reached: {@code ours} for a peer that
 *     finished, empty when that was not measured
 */
record Ratio(Measured peer, boolean lossAlone, Measured ours, Optional<Measured> oursThere) {

  /**
   * The ratios of all peers at all main points where our integrator reached the end: first those
   * with the same tolerance, then those for the loss alone.
   */
  static List<Ratio> all(Results results) {
    List<Ratio> ratios = new ArrayList<>();
    results.group("main").forEach(peer -> add(results, peer, false, ratios));
    results.lossAlone().forEach(peer -> add(results, peer, true, ratios));
    return ratios;
  }

  private static void add(Results results, Measured peer, boolean lossAlone, List<Ratio> ratios) {
    Optional<Measured> ours = results.of(peer.point(), "structured").filter(Measured::done);
    if (ours.isEmpty()
        || peer.method().startsWith("structured")
        || peer.status().equals("failed")) {
      return;
    }
    Optional<Measured> there =
        peer.done() ? ours : results.atHorizon(peer.point(), peer.t()).filter(Measured::done);
    ratios.add(new Ratio(peer, lossAlone, ours.get(), there));
  }

  /** Whether it is of one peer at one point. */
  boolean isOf(Measured.Point point, String method, boolean alone) {
    return peer.point().equals(point) && peer.method().equals(method) && lossAlone == alone;
  }

  /**
   * Cost of the peer by our cost to the end time; when the peer ran out of time a lower bound of
   * what the whole would give.
   */
  double whole() {
    return peer.cost().cpu() / ours.cost().cpu();
  }

  /** Cost of the peer by our cost on the same horizon; NaN when that was not measured. */
  double sameHorizon() {
    return oursThere.map(there -> peer.cost().cpu() / there.cost().cpu()).orElse(Double.NaN);
  }

  /** As above, by the clock. */
  double sameHorizonWall() {
    return oursThere.map(there -> peer.cost().wall() / there.cost().wall()).orElse(Double.NaN);
  }
}
