package org.flowproof.flow.structured;

import org.flowproof.flow.Trajectory.NonUniqueness.Cause;

/**
 * Walks single neurons through a macro step: given the pulls as polynomials in time, each neuron
 * solves {@code a' = <w, D>}, {@code w' = a D} by Taylor series between its own kinks. Scratch of
 * one thread; what it finds is collected until {@link #clear}.
 */
class NeuronWalk {
  private static final int MOST_TERMS = 40;
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
  private final double truncation;
  private final double[] force;
  private final double[] held;
  private final double[] local;
  private final double[] z;
  private final double[] values;
  private final double[] distances;
  private final double[] before;
  private final double[] after;
  private int terms;
  private int count;
  private double squaredSpeed;
  private double kinkSquares;
  private double heavyAt;
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
    first = new FirstHappening(setup, MOST_TERMS, most, Math.max(1e-11, 30 * tolerance));
    turn = turn(setup, log);
    sums = new OutputSums(setup, basis.degree(), block);
    truncation = Math.max(ROUNDING, 1e-4 * tolerance);
    force = new double[most * setup.d];
    held = new double[most * setup.d];
    local = new double[most * setup.d];
    z = new double[MOST_TERMS * (setup.d + 1)];
    values = new double[basis.degree() * setup.d];
    distances = new double[setup.lineCount];
    before = new double[setup.d];
    after = new double[setup.d];
  }

  /** The decisions at kinks; a seam for tests. */
  KinkTurn turn(Setup setup, EventLog log) {
    return new KinkTurn(setup, log);
  }

  /** Forgets what was collected. */
  void clear(boolean watchUniqueness) {
    log.clear();
    turn.clear();
    sums.clear();
    squaredSpeed = 0;
    kinkSquares = 0;
    heavyAt = SafeRoot.NONE;
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

  /** Sum over neurons of the squared speed at the end, times the squared length of the step. */
  double squaredSpeed() {
    return squaredSpeed;
  }

  /** Sum of the squares of what kinks inside the step do to other neurons. */
  double kinkSquares() {
    return kinkSquares;
  }

  /** The first scaled time of a kink too heavy for the inside of a step. */
  double heavyAt() {
    return heavyAt;
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
   * @param heavy effect on others above which a kink counts as heavy
   */
  void walk(int j, Neurons from, Neurons to, LineForces forces, double until, double heavy) {
    neuron.load(j, from);
    if (neuron.still) {
      neuron.save(to);
      to.near[j] = null;
      return;
    }
    terms = forces.terms();
    pull(forces);
    int[] near = from.near[j];
    double reach = near == null ? -1 : from.reach[j];
    double tau = 0;
    int node = 1;
    int standing = 0;
    int patience = 100 + 4 * setup.lineCount;
    while (tau < until && !neuron.still) {
      double rest = until - tau;
      double bound = size();
      double delta = bound * rest > LONGEST ? LONGEST / bound : rest;
      boolean last = delta == rest;
      expand(tau, delta);
      double move = movement(1);
      if (!(move <= reach)) {
        reach = NEAR * move;
        near = scan(reach);
        if (tau == 0) {
          from.near[j] = near;
          from.reach[j] = reach;
        }
      }
      first.clear();
      first.hits(neuron, z, count, move, near);
      if (neuron.held != null) {
        first.exits(neuron, forces, force, tau, delta);
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
      evaluate(s, neuron.z);
      reach -= event ? movement(s) : move;
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
        happen(tau, forces, near, heavy);
      }
    }
    neuron.save(to);
    to.near[j] = near;
    to.reach[j] = reach;
    if (until == 1 && !neuron.still) {
      speed();
    }
  }

  private void pull(LineForces forces) {
    forces.pull(neuron.plus, 0, force);
    System.arraycopy(force, 0, held, 0, terms * setup.d);
    if (neuron.held != null) {
      for (int i = 0; i < terms; i++) {
        neuron.held.project(held, i * setup.d, setup.d);
      }
    }
  }

  /** Bound on the pull over the step. */
  private double size() {
    double sum = 0;
    for (int i = 0; i < terms; i++) {
      double square = 0;
      for (int c = 0; c < setup.d; c++) {
        square += held[i * setup.d + c] * held[i * setup.d + c];
      }
      sum += Math.sqrt(square);
    }
    return sum;
  }

  /** The Taylor series from the state at {@code tau}, in time scaled by {@code delta}. */
  private void expand(double tau, double delta) {
    int d = setup.d;
    shift(tau, delta);
    int width = d + 1;
    System.arraycopy(neuron.z, 0, z, 0, width);
    double scale = 0;
    for (int c = 0; c < width; c++) {
      scale = Math.max(scale, Math.abs(z[c]));
    }
    double small = truncation * scale;
    int quiet = 0;
    int i = 0;
    while (i < MOST_TERMS - 1 && quiet < 2) {
      double a = 0;
      int to = (i + 1) * width;
      for (int c = 0; c < d; c++) {
        z[to + 1 + c] = 0;
      }
      for (int k = Math.min(i, terms - 1); k >= 0; k--) {
        int from = (i - k) * width;
        double output = z[from];
        for (int c = 0; c < d; c++) {
          double pull = local[k * d + c];
          a += pull * z[from + 1 + c];
          z[to + 1 + c] += pull * output;
        }
      }
      double inverse = 1.0 / (i + 1);
      z[to] = setup.trainOutput ? a * inverse : 0;
      double size = Math.abs(z[to]);
      for (int c = 1; c <= d; c++) {
        z[to + c] *= inverse;
        size = Math.max(size, Math.abs(z[to + c]));
      }
      i++;
      quiet = size <= small && i >= terms ? quiet + 1 : 0;
    }
    count = i + 1;
  }

  private void shift(double tau, double delta) {
    int d = setup.d;
    int size = terms * d;
    System.arraycopy(held, 0, local, 0, size);
    if (tau != 0) {
      for (int i = 0; i < terms - 1; i++) {
        for (int k = terms - 2; k >= i; k--) {
          for (int c = 0; c < d; c++) {
            local[k * d + c] += tau * local[(k + 1) * d + c];
          }
        }
      }
    }
    double power = delta;
    for (int i = 0; i < terms; i++) {
      for (int c = 0; c < d; c++) {
        local[i * d + c] *= power;
      }
      power *= delta;
    }
  }

  private double movement(double s) {
    double sum = 0;
    double power = 1;
    int width = setup.d + 1;
    for (int i = 1; i < count; i++) {
      power *= s;
      double square = 0;
      for (int c = 1; c < width; c++) {
        square += z[i * width + c] * z[i * width + c];
      }
      sum += power * Math.sqrt(square);
    }
    return sum * (1 + 1e-9);
  }

  /** All lines within a distance of the hidden weight, and a little more. */
  private int[] scan(double distance) {
    int lines = setup.lineCount;
    java.util.Arrays.fill(distances, 0);
    for (int c = 0; c < setup.d; c++) {
      double w = neuron.z[c + 1];
      int at = c * lines;
      for (int l = 0; l < lines; l++) {
        distances[l] += w * setup.columns[at + l];
      }
    }
    double limit = distance + 2 * first.grazeTolerance() * neuron.normW();
    int found = 0;
    for (int l = 0; l < lines; l++) {
      found += Math.abs(distances[l]) <= limit ? 1 : 0;
    }
    int[] near = new int[found];
    int next = 0;
    for (int l = 0; l < lines; l++) {
      if (Math.abs(distances[l]) <= limit) {
        near[next++] = l;
      }
    }
    return near;
  }

  private int emit(int node, double tau, double delta, double next) {
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

  private void evaluate(double s, double[] into) {
    int width = setup.d + 1;
    for (int c = 0; c < width; c++) {
      double sum = 0;
      for (int k = count - 1; k >= 0; k--) {
        sum = sum * s + z[k * width + c];
      }
      into[c] = sum;
    }
  }

  private void happen(double tau, LineForces forces, int[] near, double heavy) {
    at(held, tau, before);
    int line = first.line;
    double gate = neuron.holds(line) ? 0 : neuron.theta(line);
    boolean free = neuron.held == null && first.kind == FirstHappening.Kind.HIT;
    int events = log.size();
    switch (first.kind) {
      case HIT -> turn.hit(neuron, line, tau, forces, before, near);
      case GRAZE -> turn.graze(neuron, line, tau, forces);
      case EXIT_PLUS -> turn.exit(neuron, line, 1, tau, forces);
      case EXIT_MINUS -> turn.exit(neuron, line, -1, tau, forces);
      case ESCAPE -> turn.escape(neuron, tau, forces);
      default -> throw new IllegalStateException("nothing happened");
    }
    double later = neuron.holds(line) ? 0 : neuron.theta(line);
    if (free && neuron.held == null && log.size() == events + 1) {
      forces.add(line, later - gate, force, 0);
      System.arraycopy(force, 0, held, 0, terms * setup.d);
    } else {
      pull(forces);
    }
    at(held, tau, after);
    weigh(line, tau, gate, neuron.still ? 0 : later, heavy);
  }

  /** What the kink in this neuron's output does to others, who see only the polynomial. */
  private void weigh(int line, double tau, double gate, double later, double heavy) {
    double[] e = setup.lines.direction(line);
    double speed = 0;
    double change = 0;
    for (int c = 0; c < e.length; c++) {
      double now = neuron.still ? 0 : after[c];
      speed += (later * now - gate * before[c]) * e[c];
      change += (now - before[c]) * (now - before[c]);
    }
    double a = neuron.z[0];
    double jump =
        a * a * (setup.gain[line] * Math.abs(speed) + setup.largestGain * Math.sqrt(change));
    double effect = jump * stepLength * basis.kinkError(tau);
    kinkSquares += effect * effect;
    if (effect > heavy && tau < heavyAt) {
      heavyAt = tau;
    }
  }

  private double stepLength;

  /** Sets the length of the macro step. */
  void setLength(double length) {
    stepLength = length;
  }

  private void at(double[] polynomial, double tau, double[] into) {
    int d = setup.d;
    for (int c = 0; c < d; c++) {
      double sum = 0;
      for (int i = terms - 1; i >= 0; i--) {
        sum = sum * tau + polynomial[i * d + c];
      }
      into[c] = sum;
    }
  }

  private void speed() {
    at(held, 1, after);
    double along = 0;
    double square = 0;
    for (int c = 0; c < setup.d; c++) {
      along += neuron.z[c + 1] * after[c];
      square += after[c] * after[c];
    }
    double a = neuron.z[0];
    squaredSpeed += a * a * square + (setup.trainOutput ? along * along : 0);
  }
}
