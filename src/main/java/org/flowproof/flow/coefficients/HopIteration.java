package org.flowproof.flow.coefficients;

import java.util.ArrayList;
import java.util.List;
import org.flowproof.flow.Event;
import org.flowproof.flow.Failure;

/**
 * Gradient descent, iterated as it stands, through iterations in most of which some gate changes. A
 * neuron far from its kinks is looked at again when it may have come near; margins, and what they
 * answer to, are brought up to date by what changes alone. One object makes one walk.
 */
final class HopIteration {
  /** Iterations without a change of gates after which there are better ways to go on. */
  private static final int QUIET = 24;

  /** A neuron is followed closely when so many steps could bring it to a kink. */
  private static final double CLOSE = 6;

  /** How many times its last error a preactivation is from doubt. */
  private static final double ROOM = 1000;

  private final CoefficientModel model;
  private final Switches switches;
  private final Position from;
  private final int n;
  private final HopPairs pairs;

  private final HopMargins margins;

  /** Preactivations of the neurons that are followed closely, and those an iteration before. */
  private final double[] u;

  private final double[] before;

  /** Preactivations below this may be within the error; far above it. */
  private final double[] doubtful;

  private final boolean[] close;
  private final boolean[] lost;

  /** How far a sum of pulls may go before a neuron is looked at again. */
  private final double[] due;

  private final double[] lengths;
  private double travelled;

  private int done;
  private int quiet;
  private final List<Event> events = new ArrayList<>();
  private final List<Failure> failures = new ArrayList<>();

  HopIteration(CoefficientModel model, Switches switches, Position from) {
    this.model = model;
    this.switches = switches;
    this.from = from;
    n = model.n;
    margins = new HopMargins(model, from);
    pairs = new HopPairs(model, from, margins);
    int size = model.m * n;
    u = new double[size];
    before = new double[size];
    doubtful = new double[size];
    lost = new boolean[model.m];
    close = new boolean[model.m];
    due = new double[model.m];
    lengths = new double[n];
    for (int k = 0; k < n; k++) {
      lengths[k] = Math.sqrt(model.signed[k * n + k]);
    }
    for (int j = 0; j < model.m; j++) {
      look(j);
    }
  }

  /**
   * Goes on until gates have not changed for a while, or margins leave the range of doubles.
   *
   * @param count iterations at most, at least one
   */
  HopIteration walk(double count) {
    boolean inRange = true;
    while (done < count && quiet < QUIET && inRange) {
      step();
      for (double pull : margins.pulls()) {
        inRange &= Double.isFinite(pull);
      }
    }
    margins.moveErrors();
    return this;
  }

  List<Event> events() {
    return events;
  }

  List<Failure> failures() {
    return failures;
  }

  /** Where the walk has come to. */
  Position position() {
    return new Position(
        pairs.frozen(),
        from.clock() + done,
        new double[n],
        new double[n],
        new double[Tangents.PATTERNS][n],
        from.evaluations() + done,
        from.armed(),
        !events.isEmpty());
  }

  private void step() {
    double[] g = margins.pulls();
    margins.advance();
    done++;
    quiet++;
    double pulled = length(g);
    travelled += pulled;
    for (int j = 0; j < model.m; j++) {
      if (close[j]) {
        follow(j, g, pulled);
      } else if (travelled >= due[j]) {
        look(j);
        turn(j);
      }
    }
    margins.settle();
  }

  /** The length of the samples times their pulls, added up. */
  private double length(double[] g) {
    double sum = 0;
    for (int k = 0; k < n; k++) {
      sum += lengths[k] * g[k];
    }
    return sum;
  }

  /** The preactivations of a neuron after one more iteration. */
  private void follow(int j, double[] g, double pulled) {
    double outer = model.pace * model.a[j];
    double nearest = Double.POSITIVE_INFINITY;
    for (int i = 0; i < n; i++) {
      double sum = 0;
      for (int k = 0; k < n; k++) {
        sum += model.signed[i * n + k] * pairs.gates[j * n + k] * g[k];
      }
      before[j * n + i] = u[j * n + i];
      u[j * n + i] += outer * model.y[i] * sum;
      nearest = Math.min(nearest, Math.abs(u[j * n + i]) / lengths[i]);
    }
    turn(j);
    if (nearest > 4 * CLOSE * Math.abs(outer) * pulled) {
      look(j);
    }
  }

  /** Computes the preactivations of a neuron anew, and when to do so again. */
  private void look(int j) {
    double outer = model.pace * model.a[j];
    double pulled = length(margins.pulls());
    pairs.bring(j);
    double nearest = Double.POSITIVE_INFINITY;
    for (int i = 0; i < n; i++) {
      double sum = 0;
      for (int k = 0; k < n; k++) {
        sum += model.signed[i * n + k] * pairs.c[j * n + k];
      }
      int at = j * n + i;
      u[at] = model.u0[at] + outer * model.y[i] * sum;
      before[at] = 0;
      doubtful[at] =
          Switches.NEAR * Math.abs(u[at] - model.u0[at])
              + ROOM * pairs.error(j, i, rounding(at))
              + Double.MIN_NORMAL;
      nearest = Math.min(nearest, Math.abs(u[j * n + i]) / lengths[i]);
    }
    // by Cauchy and Schwarz a preactivation moves no faster
    double room = outer == 0 ? Double.POSITIVE_INFINITY : nearest / Math.abs(outer);
    close[j] = !(room > CLOSE * pulled);
    due[j] = travelled + (room - 2 * pulled) * (1 - 1e-9);
  }

  /** Gives a neuron the gates of its preactivations. */
  private void turn(int j) {
    for (int i = 0; i < n; i++) {
      int at = j * n + i;
      double now = u[at];
      byte was = pairs.sides[at];
      if (was > 0 && now > doubtful[at] || was < 0 && now < -doubtful[at]) {
        continue;
      }
      boolean flips = now > 0 != was > 0;
      byte side = (byte) Math.signum(now);
      double uncertain = 0;
      if (!(Math.min(Math.abs(now), Math.abs(before[at])) > doubtful[at])) {
        pairs.bring(j);
        uncertain = pairs.uncertainty(j, i, u[at], rounding(at));
        if (uncertain > 0 && Math.abs(now) <= pairs.error(j, i, rounding(at))) {
          // a doubt about the iterate before was charged there
          doubt(j, i, uncertain);
        }
      }
      if (flips) {
        events.add(switches.event(from.clock() + done, j, i, now > 0, uncertain));
        quiet = 0;
      }
      if (flips || side != was) {
        pairs.change(j, i, side, u[at]);
      }
    }
  }

  /** Charges a switch whose iteration is within the error. */
  private void doubt(int j, int i, double uncertain) {
    int at = j * n + i;
    if (!lost[j]) {
      lost[j] = true;
      failures.add(switches.doubt(from.clock() + done, j, i));
    }
    pairs.charge(j, i, uncertain, rounding(at));
  }

  /** A walk adds up what moves a preactivation, and rounds each time. */
  private double rounding(int at) {
    return CoefficientModel.UNIT * (1 + done) * Math.abs(u[at]);
  }
}
