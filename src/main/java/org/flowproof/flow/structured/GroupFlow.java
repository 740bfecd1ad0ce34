package org.flowproof.flow.structured;

/**
 * Moves one group through a macro step: its linear maps to some times, and how many of its levels
 * meet no kink on the way. The preactivation of a neuron {@code z = c (centre + off)} stays on its
 * side as long as that of the centre, over the norm of the map, exceeds {@code |off|}. Scratch of
 * one thread.
 */
final class GroupFlow {
  private final Setup setup;
  private final Group group;
  private final OneNeuron like;
  private final FirstHappening first;
  private final FeltForce force;
  private final Series series;
  private final int width;
  private final double[] times;
  private final double[][] maps;
  private final double[] lows;
  private final double[] moments;
  private int momentLevels = -1;
  private int levels;
  private double pull;

  /**
   * A flow of a group.
   *
   * @param times scaled, increasing, in (0, 1]
   * @param tolerance relative, of the run
   */
  GroupFlow(
      Setup setup, Group group, Neurons from, double[] times, double tolerance, int mostTerms) {
    this.setup = setup;
    this.group = group;
    this.times = times.clone();
    width = setup.d + 1;
    like = new OneNeuron(setup);
    like.load(group.first, from);
    first = new FirstHappening(setup, Series.MOST_TERMS, mostTerms, NeuronWalk.touch(tolerance));
    force = new FeltForce(setup, mostTerms);
    series = new Series(setup, NeuronWalk.truncation(tolerance), mostTerms);
    maps = new double[times.length][width * width];
    lows = new double[setup.lineCount];
    moments = new double[width * width];
  }

  /** How many levels are moved together. */
  int levels() {
    return levels;
  }

  /** Bound on the pull, times the length of the step; 0 when none is moved together. */
  double pull() {
    return levels > 0 ? pull : 0;
  }

  /** Finds the maps, and which neurons follow them. */
  void run(LineForces forces) {
    levels = 0;
    force.set(like, forces);
    double bound = force.size();
    pull = bound;
    double[] map = identity();
    double[] centre = group.centre().clone();
    double room = Double.POSITIVE_INFINITY;
    double growth = 0;
    int next = 0;
    double tau = 0;
    while (tau < 1) {
      double rest = 1 - tau;
      double delta = NeuronWalk.segment(bound, rest);
      boolean last = delta == rest;
      if (exits(forces, tau, delta)) {
        return;
      }
      series.expand(centre, force.felt(), force.terms(), tau, delta);
      growth += bound * delta;
      room = Math.min(room, lowest() / Math.exp(growth));
      if (levelsWithin(room) == 0) {
        return;
      }
      series.evaluate(1, centre);
      double end = last ? 1 : tau + delta;
      int until = next;
      while (until < times.length && times[until] <= end) {
        until++;
      }
      map = advance(map, tau, delta, next, until);
      next = until;
      tau = end;
    }
    levels = levelsWithin(room);
  }

  /** The levels that stay clear of all kinks, not even touching one. */
  private int levelsWithin(double room) {
    double touch = first.grazeTolerance();
    return Group.levelsWithin((room - touch) / (1 + touch));
  }

  private double[] identity() {
    double[] map = new double[width * width];
    for (int c = 0; c < width; c++) {
      map[c * width + c] = 1;
    }
    return map;
  }

  private boolean exits(LineForces forces, double tau, double delta) {
    if (like.held == null) {
      return false;
    }
    first.clear();
    first.exits(like, forces, force.whole(), tau, delta);
    return first.at <= 1;
  }

  /** A bound from below on the preactivations of the centre, on their sides, over a segment. */
  private double lowest() {
    double[] z = series.terms();
    int lines = setup.lineCount;
    double[] term = new double[lines];
    for (int i = 0; i < series.count(); i++) {
      setup.along(z, i * width + 1, term);
      for (int l = 0; l < lines; l++) {
        double side = like.positive(l) ? 1 : -1;
        if (i == 0) {
          lows[l] = side * term[l];
        } else if (i == 1) {
          lows[l] += Math.min(0, side * term[l]);
        } else {
          lows[l] -= Math.abs(term[l]);
        }
      }
    }
    double lowest = Double.POSITIVE_INFINITY;
    for (int l = 0; l < lines; l++) {
      if (!like.holds(l)) {
        lowest = Math.min(lowest, lows[l]);
      }
    }
    // a held neuron may lose uniqueness where its output weight changes sign
    return like.held != null ? Math.min(lowest, lowestOutput()) : lowest;
  }

  /** The same for the output weight. */
  private double lowestOutput() {
    double[] z = series.terms();
    double low = Math.abs(z[0]);
    for (int i = 1; i < series.count(); i++) {
      low -= Math.abs(z[i * width]);
    }
    return low;
  }

  /** Fills the maps to the times inside a segment; returns the map to its end. */
  private double[] advance(double[] map, double tau, double delta, int from, int until) {
    double[][] inside = new double[until - from + 1][width * width];
    double[] unit = new double[width];
    double[] column = new double[width];
    for (int c = 0; c < width; c++) {
      java.util.Arrays.fill(unit, 0);
      unit[c] = 1;
      series.expand(unit, force.felt(), force.terms(), tau, delta);
      for (int i = 0; i < inside.length; i++) {
        double s = from + i < until ? Math.min(1, (times[from + i] - tau) / delta) : 1;
        series.evaluate(s, column);
        for (int r = 0; r < width; r++) {
          inside[i][r * width + c] = column[r];
        }
      }
    }
    if (tau == 0) {
      System.arraycopy(inside, 0, maps, from, until - from);
      return inside[until - from];
    }
    for (int i = from; i < until; i++) {
      maps[i] = times(inside[i - from], map);
    }
    return times(inside[until - from], map);
  }

  private double[] times(double[] left, double[] right) {
    double[] product = new double[width * width];
    for (int r = 0; r < width; r++) {
      for (int k = 0; k < width; k++) {
        double factor = left[r * width + k];
        for (int c = 0; c < width; c++) {
          product[r * width + c] += factor * right[k * width + c];
        }
      }
    }
    return product;
  }

  private void findMoments() {
    if (momentLevels != levels) {
      group.moments(levels, moments);
      momentLevels = levels;
    }
  }

  /** Adds the sums of {@code a w} at the times. */
  void addOutputs(OutputSums sums) {
    if (levels == 0) {
      return;
    }
    findMoments();
    int d = setup.d;
    double[] values = new double[times.length * d];
    double[] along = new double[width];
    for (int i = 0; i < times.length; i++) {
      for (int c = 0; c < width; c++) {
        double sum = 0;
        for (int k = 0; k < width; k++) {
          sum += maps[i][k] * moments[k * width + c];
        }
        along[c] = sum;
      }
      for (int c = 0; c < d; c++) {
        double sum = 0;
        for (int k = 0; k < width; k++) {
          sum += maps[i][(c + 1) * width + k] * along[k];
        }
        values[i * d + c] = sum;
      }
    }
    sums.add(like.plus, 0, values, 0, times.length);
  }

  /** Moves a neuron to the last time. */
  void move(int j, Neurons from, Neurons to) {
    double[] map = maps[times.length - 1];
    int at = j * width;
    for (int r = 0; r < width; r++) {
      double sum = 0;
      for (int c = 0; c < width; c++) {
        sum += map[r * width + c] * from.z[at + c];
      }
      to.z[at + r] = sum;
    }
    Held held = from.held[j];
    if (held != null) {
      held.project(to.z, at + 1, setup.d);
    }
    System.arraycopy(from.plus, j * from.words, to.plus, j * from.words, from.words);
    to.held[j] = held;
    to.departing[j] = null;
    to.still[j] = false;
    to.near[j] = null;
  }
}
