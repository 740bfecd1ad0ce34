package org.flowproof.flow.structured;

import org.flowproof.flow.Trajectory.NonUniqueness.Cause;

/** Neurons that rest on a kink with all gates closed. */
final class RestingNeurons {
  private RestingNeurons() {}

  /**
   * The first neuron that may leave in a step because the pull of its line changes sign (theory
   * notes, G3), or null.
   */
  static KinkTurn.LostUniqueness firstThatMayLeave(Setup setup, Neurons states, LineForces forces) {
    double level = setup.relativeNoise * forces.grossSum() * forces.length();
    KinkTurn.LostUniqueness first = null;
    double[] p = new double[forces.terms()];
    for (int j = 0; j < setup.m; j++) {
      Held held = states.held[j];
      if (!states.still[j] || held == null) {
        continue;
      }
      double sign = -Math.signum(states.z[j * (setup.d + 1)]);
      for (int h = 0; h < held.count(); h++) {
        for (int i = 0; i < p.length; i++) {
          p[i] = sign * forces.weight(held.line(h), i);
        }
        double fall = SafeRoot.believedFall(p, p.length, level);
        if (fall <= 1) {
          first =
              KinkTurn.LostUniqueness.earlier(
                  first,
                  new KinkTurn.LostUniqueness(
                      fall, j, held.line(h), Cause.RESTING_NEURON_MAY_LEAVE));
        }
      }
    }
    return first;
  }
}
