package org.flowproof.flow.structured;

import org.flowproof.flow.Trajectory.NonUniqueness.Cause;

/**
 * Walks single neurons through a macro step: given the pulls as polynomials in time, each neuron
 * solves {@code a' = <w, D>}, {@code w' = a D} by Taylor series between its own kinks. Scratch of
 * one thread; what it finds is collected until {@link #clear}.
 */
class NeuronWalk {
  private static final double LONGEST = 1;
  private static final double ROUNDING = 1e-17;
  private static final double NEAR = 2;

  private final Setup setup;
  private final TimeBasis basis;
  private final OneNeuron neuron;
  private final FirstHappening first;
  private final KinkTurn turn;
  private final EventLog log = new EventLog();
  private final OutputSums sums;
  private final Series series;
  private final KinkEffects effects;
  private final FeltForce force;
  private final double[] values;
  private final NearLines nearby;
  private final double[] before;
  private final double[] after;
  private double largestPull;
  private boolean watchesUniqueness;

  /**
   * A walk.
   *
   * @param tolerance relative, of the run
   * @param block lines to one set of buckets
   */
  NeuronWalk(Setup setup, TimeBasis basis, double tolerance, int block) {
    this.setup = setup;
    this.basis = basis;
    neuron = new OneNeuron(setup);
    int most = setup.labelsOnly ? 1 : basis.degree() + 1;
    first = new FirstHappening(setup, Series.MOST_TERMS, most, touch(tolerance));
    turn = turn(setup, log);
    effects = new KinkEffects(setup, basis);
    sums = new OutputSums(setup, basis.degree(), block);
    series = new Series(setup, truncation(tolerance), most);
    force = new FeltForce(setup, most);
    values = new double[basis.degree() * setup.d];
    nearby = new NearLines(setup);
    before = new double[setup.d];
    after = new double[setup.d];
  }

  /**
   * The length of the next segment of a step.
   *
   * @param bound on the pull over the step
   * @param rest of the step
   */
  static double segment(double bound, double rest) {
    return bound * rest > LONGEST ? LONGEST / bound : rest;
  }

  /** How near to a kink a neuron touches it, relative to its hidden weight. */
  static double touch(double tolerance) {
    return Math.max(1e-11, 30 * tolerance);
  }

  /** Relative size of terms that series leave out. */
  static double truncation(double tolerance) {
    return Math.max(ROUNDING, 1e-4 * tolerance);
  }

  /** The decisions at kinks; a seam for tests. */
  KinkTurn turn(Setup setup, EventLog log) {
    return new KinkTurn(setup, log);
  }

  /**
   * Forgets what was collected, for a new step.
   *
   * @param heavy effect on others above which a kink counts as heavy
   */
  void clear(double stepLength, double heavy, boolean watchUniqueness) {
    log.clear();
    turn.clear();
    sums.clear();
    largestPull = 0;
    effects.clear(stepLength, heavy);
    watchesUniqueness = watchUniqueness;
  }

  EventLog log() {
    return log;
  }

  OutputSums sums() {
    return sums;
  }

  KinkTurn turn() {
    return turn;
  }

  /** Largest bound on the pull on a neuron, times the length of the step. */
  double largestPull() {
    return largestPull;
  }

  KinkEffects effects() {
    return effects;
  }

  /** A neuron thrown about at one time without end. */
  static final class Stuck extends RuntimeException {
    private static final long serialVersionUID = 1L;

    final int neuron;

    Stuck(int neuron) {
      super("neuron " + (neuron + 1) + " cannot leave a point");
      this.neuron = neuron;
    }
  }

  /**
   * Walks a neuron from the start of the step to a scaled time.
   *
   * @param from states at the start; what is learnt about near lines is kept there
   * @param to where the state at the end goes
   * @param until in (0, 1]; outputs are summed when it is 1
   */
  void walk(int j, Neurons from, Neurons to, LineForces forces, double until) {
    neuron.load(j, from);
    if (neuron.still) {
      neuron.save(to);
      to.near[j] = null;
      return;
    }
    force.set(neuron, forces);
    largestPull = Math.max(largestPull, force.size());
    int[] near = from.near[j];
    double reach = near == null ? -1 : from.reach[j];
    if (near != null) {
      first.scan().look(neuron, near);
    }
    double tau = 0;
    int node = 1;
    int standing = 0;
    int patience = 100 + 4 * setup.lineCount;
    while (tau < until && !neuron.still) {
      double rest = until - tau;
      double bound = force.size();
      double delta = segment(bound, rest);
      boolean last = delta == rest;
      series.expand(neuron.z, force.felt(), force.terms(), tau, delta);
      double[] z = series.terms();
      int count = series.count();
      double move = series.movement(1);
      if (!(move <= reach)) {
        reach = NEAR * move;
        near = nearby.of(neuron, reach, first.grazeTolerance());
        first.scan().look(neuron, near);
        if (tau == 0) {
          from.near[j] = near;
          from.reach[j] = reach;
        }
      }
      first.clear();
      first.hits(neuron, z, count, move);
      if (neuron.held != null) {
        first.exits(neuron, forces, force.whole(), tau, delta);
        if (watchesUniqueness && neuron.held.independent()) {
          double flip = first.flip(neuron, z, count);
          if (flip <= 1) {
            turn.lose(tau + flip * delta, j, neuron.held.line(0), Cause.STARTS_ON_REPELLING_KINK);
          }
        }
      }
      boolean event = first.at <= 1;
      double s = event ? first.at : 1;
      double next = last && !event ? until : Math.min(until, tau + s * delta);
      if (until == 1) {
        node = emit(node, tau, delta, next);
      }
      series.evaluate(s, neuron.z);
      reach -= event ? series.movement(s) : move;
      standing = next > tau ? 0 : standing + 1;
      if (standing > patience) {
        throw new Stuck(j);
      }
      tau = next;
      if (neuron.held != null) {
        neuron.onto();
      }
      neuron.settle();
      if (event) {
        happen(tau, forces);
      }
    }
    neuron.save(to);
    to.near[j] = near;
    to.reach[j] = reach;
  }

  private int emit(int node, double tau, double delta, double next) {
    double[] z = series.terms();
    int count = series.count();
    int i = node;
    int d = setup.d;
    int width = d + 1;
    while (i <= basis.degree() && basis.node(i) <= next) {
      double s = (basis.node(i) - tau) / delta;
      int to = (i - 1) * d;
      double a = z[(count - 1) * width];
      for (int c = 0; c < d; c++) {
        values[to + c] = z[(count - 1) * width + 1 + c];
      }
      for (int k = count - 2; k >= 0; k--) {
        a = a * s + z[k * width];
        for (int c = 0; c < d; c++) {
          values[to + c] = values[to + c] * s + z[k * width + 1 + c];
        }
      }
      for (int c = 0; c < d; c++) {
        values[to + c] *= a;
      }
      i++;
    }
    if (i > node) {
      sums.add(neuron.plus, 0, values, node - 1, i - 1);
    }
    return i;
  }

  private void happen(double tau, LineForces forces) {
    force.at(tau, before);
    int line = first.line;
    double gate = neuron.holds(line) ? 0 : neuron.theta(line);
    boolean free = neuron.held == null && first.kind == FirstHappening.Kind.HIT;
    int events = log.size();
    double arrival = neuron.z[0] * first.along(before);
    switch (first.kind) {
      case HIT -> turn.hit(neuron, line, tau, forces, before, first.alone(neuron));
      case GRAZE -> turn.graze(neuron, line, tau, forces);
      case EXIT_PLUS -> turn.exit(neuron, line, 1, tau, forces);
      case EXIT_MINUS -> turn.exit(neuron, line, -1, tau, forces);
      case ESCAPE -> turn.escape(neuron, tau, forces);
      default -> throw new IllegalStateException("nothing happened");
    }
    slowness(events, arrival);
    double later = neuron.holds(line) ? 0 : neuron.theta(line);
    if (free && neuron.held == null && log.size() == events + 1) {
      force.change(line, later - gate, forces);
      first.scan().turn(neuron, line);
    } else {
      force.set(neuron, forces);
      first.scan().turn(neuron);
    }
    force.at(tau, after);
    effects.add(
        line, tau, neuron.z[0], gate, neuron.still ? 0 : later, before, after, neuron.still);
  }

  /** Tells how errors move the times of new events. */
  private void slowness(int from, double arrival) {
    switch (first.kind) {
      case HIT -> log.setSlowness(from, arrival == 0 ? 0 : 1 / Math.abs(arrival), false);
      case EXIT_PLUS, EXIT_MINUS -> log.setSlowness(from, first.slowness, true);
      default -> {
        // touches and escapes are found by bisection or as double zeros
      }
    }
  }
}
