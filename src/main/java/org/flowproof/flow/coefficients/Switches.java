package org.flowproof.flow.coefficients;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.flowproof.flow.Event;
import org.flowproof.flow.Failure;

/** Changes gates: ends a stretch where they change and begins the next one. */
final class Switches {
  /** Preactivations this small against how far they came are compared with their error. */
  static final double NEAR = 1e-7;

  private final CoefficientModel model;
  private final GateWatch watch;

  Switches(CoefficientModel model, GateWatch watch) {
    this.model = model;
    this.watch = watch;
  }

  /**
   * What a change of gates led to.
   *
   * @param to the position with the gates of its preactivations
   * @param failures switches whose iteration is within the numerical error
   */
  record Outcome(Position to, List<Event> events, List<Failure> failures) {}

  /**
   * The gates that the preactivations of an iterate ask for.
   *
   * @param reached an iterate, with the gates of the one before
   * @param last pulls that led to it
   */
  Outcome at(Position reached, double[] last) {
    Frozen frozen = reached.frozen();
    int n = model.n;
    List<Event> events = new ArrayList<>();
    List<Failure> failures = new ArrayList<>();
    double[] gates = frozen.gates.clone();
    byte[] sides = frozen.sides.clone();
    double[] kicks = new double[model.m * n];
    boolean changed = false;
    for (int j = 0; j < model.m; j++) {
      for (int i = 0; i < n; i++) {
        int at = j * n + i;
        double u = frozen.preactivation(j, i, reached.alpha());
        gates[at] = model.gate(u);
        sides[at] = (byte) Math.signum(u);
        changed |= gates[at] != frozen.gates[at] || sides[at] != frozen.sides[at];
        boolean flips = u > 0 != frozen.sides[at] > 0;
        double uncertain = 0;
        if (flips || Math.abs(u) < NEAR * (Math.abs(model.u0[at]) + Math.abs(u - model.u0[at]))) {
          uncertain = uncertainty(reached, j, i, u, last);
          kicks[at] = uncertain * (1 - model.slope) * last[i];
        }
        if (uncertain > 0) {
          failures.add(doubt(reached.clock(), j, i));
        }
        if (flips) {
          events.add(event(reached.clock(), j, i, u > 0, uncertain));
        }
      }
    }
    if (!changed && failures.isEmpty()) {
      return new Outcome(reached, List.of(), List.of());
    }
    return new Outcome(begin(reached, gates, sides, kicks, !events.isEmpty()), events, failures);
  }

  /** By how many iterations a switch may be off. */
  private double uncertainty(Position reached, int j, int i, double u, double[] last) {
    double error = watch.error(reached, j, i);
    double speed =
        Math.abs(
            watch.velocity(reached.frozen(), j, i, reached.frozen().gates[j * model.n + i], last));
    // an iterate that was exactly on its kink was certain to be there, or was in doubt then
    boolean fromKink = reached.frozen().sides[j * model.n + i] == 0;
    double before = fromKink ? Double.POSITIVE_INFINITY : Math.abs(u) - speed;
    boolean sure = Math.min(Math.abs(u), Math.abs(before)) > error;
    return sure || error == 0 || speed == 0 ? 0 : Math.ceil(1 + error / speed);
  }

  /** That a neuron changes sides at an iteration within the numerical error. */
  Failure doubt(double clock, int j, int i) {
    return new Failure(
        Failure.Kind.LOST_ACCURACY,
        model.time(clock),
        j + 1,
        String.format(
            Locale.ROOT,
            "at which iteration it changes sides at sample %d is within the numerical error",
            i + 1));
  }

  /** A change of sides. */
  Event event(double clock, int j, int i, boolean up, double uncertain) {
    Event.Kind kind = model.descent ? Event.Kind.SWITCH : Event.Kind.CROSS;
    return new Event(model.time(clock), j + 1, i + 1, kind, up ? 1 : -1, model.time(uncertain));
  }

  /**
   * Changes one gate at the place where its preactivation vanishes, as the flow does.
   *
   * @param uncertain by how much of the clock the place may be off
   */
  Outcome cross(Position reached, int j, int i, double[] pulls, double uncertain) {
    int at = j * model.n + i;
    boolean up = reached.frozen().sides[at] <= 0;
    double[] gates = reached.frozen().gates.clone();
    byte[] sides = reached.frozen().sides.clone();
    gates[at] = up ? 1 : model.slope;
    sides[at] = (byte) (up ? 1 : -1);
    double[] kicks = new double[sides.length];
    kicks[at] = uncertain * (1 - model.slope) * pulls[i];
    return new Outcome(
        begin(reached, gates, sides, kicks, true),
        List.of(event(reached.clock(), j, i, up, uncertain)),
        List.of());
  }

  private Position begin(
      Position reached, double[] gates, byte[] sides, double[] kicks, boolean switched) {
    return begin(reached, gates, sides, kicks, switched, reached.frozen().mean);
  }

  /**
   * Begins a stretch.
   *
   * @param gates 0 where a neuron is held
   * @param kicks what gated pulls may be off by more than before
   * @param mean whether neurons that a kink captures are followed in the mean from here on
   */
  Position begin(
      Position reached,
      double[] gates,
      byte[] sides,
      double[] kicks,
      boolean switched,
      boolean mean) {
    Frozen old = reached.frozen();
    int n = model.n;
    double[] fresh = reached.alpha().clone();
    for (int k = 0; k < n; k++) {
      fresh[k] += reached.low()[k];
    }
    double[] c = old.c.clone();
    double[][] errors = new double[old.errors.length][];
    for (int p = 0; p < errors.length; p++) {
      errors[p] = old.errors[p].clone();
    }
    for (int at = 0; at < c.length; at++) {
      c[at] += old.holdings.gated(at / n, at % n, fresh);
      for (int p = 0; p < errors.length; p++) {
        // adding is rounded, half a unit each time
        errors[p][at] +=
            old.holdings.gated(at / n, at % n, reached.errors()[p])
                + kicks[at]
                + CoefficientModel.UNIT * Math.abs(c[at]);
      }
    }
    Frozen next = new Frozen(model, gates, sides, c, errors, mean, old);
    return new Position(
        next,
        reached.clock(),
        new double[n],
        new double[n],
        new double[errors.length][n],
        reached.evaluations(),
        reached.armed(),
        switched);
  }
}
