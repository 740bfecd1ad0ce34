package org.flowproof.check.stationary;

import java.util.HashMap;
import java.util.Map;
import org.flowproof.flow.Event;
import org.flowproof.flow.KinkLines;
import org.flowproof.flow.State;
import org.flowproof.flow.Trajectory;
import org.flowproof.problem.Matrix;

/**
 * Which neurons rest exactly on a kink. Doubles cannot tell after a run: a neuron that lost its
 * last active sample lies on the kink by the equations, but beside it by a rounding. Its event
 * tells.
 */
final class RestingPlaces {
  private final Map<Integer, Event> last = new HashMap<>();
  private final Matrix x;
  private final KinkLines lines;

  private RestingPlaces(Matrix x) {
    this.x = x;
    lines = KinkLines.of(x);
  }

  static RestingPlaces of(Trajectory trajectory) {
    RestingPlaces places = new RestingPlaces(trajectory.problem().data().x());
    for (Event event : trajectory.events()) {
      places.last.put(event.neuron() - 1, event);
    }
    return places;
  }

  /** Whether a neuron that reaches no sample is exactly on a line; 0-based. */
  boolean exactlyOn(State state, int neuron, int line) {
    Event event = last.get(neuron);
    if (event != null) {
      return event.kind() == Event.Kind.STOP && lines.lineOf(event.sample() - 1) == line;
    }
    // it has never moved
    double[] w = new double[x.columns()];
    for (int i = 0; i < w.length; i++) {
      w[i] = state.w(neuron, i);
    }
    return KinkLines.exactSign(w, 0, x.row(lines.members(line)[0])) == 0;
  }
}
