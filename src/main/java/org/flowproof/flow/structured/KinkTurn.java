package org.flowproof.flow.structured;

import java.util.ArrayList;
import java.util.List;
import org.flowproof.flow.Event;
import org.flowproof.flow.KinkDecision;
import org.flowproof.flow.Pattern;
import org.flowproof.flow.Pulls;
import org.flowproof.flow.Trajectory.NonUniqueness.Cause;

/**
 * What a neuron does when something happens at a kink: new sides, holds, events. Clear crossings
 * and captures at a single line are decided from the two one-sided speeds; everything else by
 * {@link KinkDecision}. Scratch of one thread.
 */
class KinkTurn {
  private static final double ROUNDING = 16 * Math.ulp(1.0);

  /** Of what numerical error can feign: exits are found only once they exceed that error. */
  private static final double TANGENTIAL = 10;

  private final Setup setup;
  private final EventLog log;
  private LostUniqueness loss;

  KinkTurn(Setup setup, EventLog log) {
    this.setup = setup;
    this.log = log;
  }

  /** Uniqueness lost in this step; {@code tau} is scaled time, indices 0-based. */
  record LostUniqueness(double tau, int neuron, int line, Cause cause) {

    /** The earlier one; either may be null. */
    static LostUniqueness earlier(LostUniqueness first, LostUniqueness second) {
      if (first == null) {
        return second;
      }
      return second == null || first.tau <= second.tau ? first : second;
    }
  }

  LostUniqueness loss() {
    return loss;
  }

  void clear() {
    loss = null;
  }

  void lose(double tau, int neuron, int line, Cause cause) {
    loss = LostUniqueness.earlier(loss, new LostUniqueness(tau, neuron, line, cause));
  }

  /**
   * The preactivation of a line reaches zero.
   *
   * @param force the neuron's pull at this time, times the length of the step
   * @param alone whether no other line is zero up to rounding
   */
  void hit(
      OneNeuron neuron, int line, double tau, LineForces forces, double[] force, boolean alone) {
    if (alone && neuron.held == null && !rests(neuron, line)) {
      double output = neuron.z[0];
      double level = Math.abs(output) * setup.relativeNoise * forces.grossSum() * forces.length();
      boolean positive = neuron.positive(line);
      double pull = forces.weightAt(line, tau) * forces.length();
      double[] e = setup.lines.direction(line);
      double before = 0;
      for (int c = 0; c < e.length; c++) {
        before += force[c] * e[c];
      }
      before *= output;
      double change = (positive ? -1 : 1) * (1 - setup.slope) * output * pull;
      int direction = positive ? -1 : 1;
      if (direction * before > level && direction * (before + change) > level) {
        cross(neuron, line, tau, direction);
        return;
      }
      if (direction * before > level && direction * (before + change) < -level) {
        neuron.setPositive(line, false);
        neuron.held = new Held(setup.lines, new int[] {line}, new byte[] {sign(pull)});
        neuron.onto();
        log.add(tau, neuron.index, line, Event.Kind.SLIDE_START, direction);
        return;
      }
    }
    hitAmongOthers(neuron, line, tau, forces);
  }

  /** Whether no gate would be open with the line at zero. */
  private boolean rests(OneNeuron neuron, int line) {
    boolean positive = neuron.positive(line);
    neuron.setPositive(line, false);
    boolean silent = Neurons.silent(setup, neuron.plus, 0);
    neuron.setPositive(line, positive);
    return silent;
  }

  private static byte sign(double pull) {
    return (byte) (pull < 0 ? -1 : 1);
  }

  private void cross(OneNeuron neuron, int line, double tau, int direction) {
    neuron.setPositive(line, direction > 0);
    neuron.departing = Departing.with(neuron.departing, line, 1);
    log.add(tau, neuron.index, line, Event.Kind.CROSS, direction);
  }

  private void hitAmongOthers(OneNeuron neuron, int line, double tau, LineForces forces) {
    byte[] before = neuron.row();
    int count = 1 + (neuron.held == null ? 0 : neuron.held.count());
    int[] touched = new int[count];
    int next = 0;
    for (int l = 0; l < before.length; l++) {
      if (before[l] == 0 || l == line) {
        touched[next++] = l;
      }
    }
    Held.project(setup.lines, touched, neuron.z, 1, setup.d);
    double rounding = ROUNDING * neuron.normW();
    List<Integer> zero = new ArrayList<>();
    for (int l = 0; l < before.length; l++) {
      if (before[l] == 0 || l == line || Math.abs(neuron.along(l)) <= rounding) {
        zero.add(l);
      }
    }
    int[] all = zero.stream().mapToInt(Integer::intValue).toArray();
    decide(neuron, all, tau, before, forces.at(tau), false);
  }

  /** The neuron touches a line and turns back. */
  void graze(OneNeuron neuron, int line, double tau, LineForces forces) {
    neuron.departing = Departing.with(neuron.departing, line, 2);
    double pull = forces.weightAt(line, tau);
    if (Math.abs(pull) <= setup.relativeNoise * forces.gross(line)) {
      // both speeds are within the error: nothing can be told from a touch
      return;
    }
    log.add(tau, neuron.index, line, Event.Kind.GRAZE, neuron.side(line));
    if (neuron.z[0] * pull > 0) {
      lose(tau, neuron.index, line, Cause.GRAZES_CONCAVE_KINK);
    }
  }

  /** A slide ends at a line. */
  void exit(OneNeuron neuron, int line, int side, double tau, LineForces forces) {
    byte[] row = neuron.row();
    row[line] = (byte) side;
    neuron.take(row, l -> 0);
    int order = order(neuron, line, forces.at(tau));
    neuron.departing = Departing.with(neuron.departing, line, order);
    log.add(tau, neuron.index, line, Event.Kind.SLIDE_END, side);
  }

  /**
   * The order of the zero with which a neuron that was held leaves a line: a hold that runs out
   * ends tangentially, one that breaks because of another line does not.
   */
  private int order(OneNeuron neuron, int line, Pulls pulls) {
    Pattern left = Pattern.of(setup.lines, setup.slope, new byte[][] {neuron.row()});
    double[] pull = new double[setup.d];
    pulls.restPull(0, left, pull);
    if (neuron.held != null) {
      neuron.held.project(pull, 0, setup.d);
    }
    double[] e = setup.lines.direction(line);
    double speed = 0;
    for (int c = 0; c < e.length; c++) {
      speed += pull[c] * e[c];
    }
    return Math.abs(speed) <= TANGENTIAL * setup.relativeNoise * pulls.gross() ? 2 : 1;
  }

  /** A neuron held on dependent lines moves off them. */
  void escape(OneNeuron neuron, double tau, LineForces forces) {
    int[] zero = new int[neuron.held.count()];
    for (int i = 0; i < zero.length; i++) {
      zero[i] = neuron.held.line(i);
    }
    decide(neuron, zero, tau, neuron.row(), forces.at(tau), false);
  }

  /** The general decision; {@code starting} at time 0. */
  void decide(
      OneNeuron neuron, int[] zero, double tau, byte[] before, Pulls pulls, boolean starting) {
    Pattern pattern = Pattern.of(setup.lines, setup.slope, new byte[][] {before});
    boolean atOrigin = neuron.atOrigin();
    double output = neuron.z[0];
    KinkDecision decision =
        KinkDecision.decide(
            pulls, pattern, 0, output, zero, setup.relativeNoise, atOrigin, starting);
    byte[] after = decision.row();
    boolean resting = pattern.silent(after);
    boolean nothing = starting && output == 0 && atOrigin;
    for (int l : zero) {
      note(neuron.index, tau, l, before[l], after[l], resting, starting, nothing);
    }
    neuron.take(after, pulls::weight);
    for (int l : zero) {
      if (after[l] != 0) {
        boolean released = before[l] == 0 && !starting && !atOrigin;
        int order = released ? order(neuron, l, pulls) : 1;
        neuron.departing = Departing.with(neuron.departing, l, order);
      }
    }
    int witness = zero[0];
    for (int l : zero) {
      if (output * pulls.weight(l) > 0) {
        witness = l;
        break;
      }
    }
    int line = witness;
    decision.ambiguity().ifPresent(cause -> lose(tau, neuron.index, line, cause));
  }

  private void note(
      int j,
      double tau,
      int line,
      int before,
      int after,
      boolean resting,
      boolean starting,
      boolean nothing) {
    Event.Kind held = resting ? Event.Kind.STOP : Event.Kind.SLIDE_START;
    if (before == 0) {
      if (after != 0) {
        log.add(tau, j, line, starting ? Event.Kind.LEAVE : Event.Kind.SLIDE_END, after);
      } else if (starting && !nothing) {
        // no side of arrival exists at the start; -1 by convention
        log.add(tau, j, line, held, -1);
      }
    } else if (after == 0) {
      log.add(tau, j, line, held, -before);
    } else {
      log.add(tau, j, line, after == before ? Event.Kind.GRAZE : Event.Kind.CROSS, after);
    }
  }
}
