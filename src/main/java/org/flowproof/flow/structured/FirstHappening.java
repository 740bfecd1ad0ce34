package org.flowproof.flow.structured;

import org.flowproof.flow.HeldLines;
import org.flowproof.flow.Pattern;

/**
 * Finds what happens first to a neuron on a segment on which its weights are Taylor series. Scratch
 * of one thread.
 */
class FirstHappening {
  private static final double ESCAPED = 1e-11;
  private static final int BISECTIONS = 50;

  /** Of the norm of the hidden weight: preactivations below this are rounding. */
  private static final double ROUNDING = 16 * Math.ulp(1.0);

  /** What can happen. */
  enum Kind {
    NOTHING,
    HIT,
    GRAZE,
    EXIT_PLUS,
    EXIT_MINUS,
    ESCAPE
  }

  private final Setup setup;
  private final double[] series;
  private final double[] polynomial;
  private final double[] rest;
  private final double[] shifted;
  private final double grazeTolerance;
  private final KinkScan scan;

  Kind kind;
  double at;
  int line;

  /** Scaled time by which an error of one unit of the pull moves the end of a slide. */
  double slowness;

  /**
   * A search.
   *
   * @param mostTerms of a Taylor series
   * @param terms of a pull
   */
  FirstHappening(Setup setup, int mostTerms, int terms, double grazeTolerance) {
    this.setup = setup;
    this.grazeTolerance = grazeTolerance;
    scan = new KinkScan(setup);
    series = new double[mostTerms];
    polynomial = new double[terms];
    shifted = new double[terms];
    rest = new double[terms * setup.d];
  }

  double grazeTolerance() {
    return grazeTolerance;
  }

  void clear() {
    kind = Kind.NOTHING;
    at = SafeRoot.NONE;
    line = -1;
    slowness = 0;
  }

  private void offer(Kind other, double when, int where) {
    if (when < at) {
      kind = other;
      at = when;
      line = where;
    }
  }

  /** Lines that can be hit. */
  KinkScan scan() {
    return scan;
  }

  /**
   * Hits and grazes of the lines nearby.
   *
   * @param z series of the weights, {@code d + 1} numbers a term
   * @param count of terms
   * @param move bound on the movement of the hidden weight over the segment
   */
  void hits(OneNeuron neuron, double[] z, int count, double move) {
    double touch = grazeTolerance * neuron.normW();
    int earliest = scan.select(neuron, z, count, move, touch);
    if (earliest >= 0) {
      search(neuron, z, count, scan.line(earliest), touch);
    }
    for (int i = 0; i < scan.candidates(); i++) {
      if (i != earliest && scan.reaches(i, Math.min(1, at), touch)) {
        search(neuron, z, count, scan.line(i), touch);
      }
    }
  }

  /** Whether no other line than the one found is zero up to rounding, with the neuron there. */
  boolean alone(OneNeuron neuron) {
    double rounding = ROUNDING * neuron.normW();
    for (int i = 0; i < scan.candidates(); i++) {
      int l = scan.line(i);
      // with room for the rounding of the bound itself
      if (l != line
          && scan.reaches(i, Math.min(1, at), 2 * rounding)
          && Math.abs(neuron.along(l)) <= rounding) {
        return false;
      }
    }
    return true;
  }

  private static double dot(double[] z, int from, double[] e) {
    double sum = 0;
    for (int c = 0; c < e.length; c++) {
      sum += z[from + c] * e[c];
    }
    return sum;
  }

  private void search(OneNeuron neuron, double[] z, int count, int l, double touch) {
    int width = neuron.z.length;
    double side = neuron.positive(l) ? 1 : -1;
    double[] e = setup.lines.direction(l);
    int order = neuron.departing == null ? 0 : Departing.order(neuron.departing, l);
    double far = 0;
    for (int i = 0; i < count; i++) {
      series[i] = side * dot(z, i * width + 1, e);
      far += i == 0 ? 0 : Math.abs(series[i]);
    }
    if (order == 0 && series[0] > far + touch) {
      return;
    }
    if (order > 0 && Math.abs(series[0]) + far <= ROUNDING * neuron.normW()) {
      // it has left its kink too slowly to be told from it
      return;
    }
    SafeRoot.Fall fall = SafeRoot.fall(series, count, order, touch);
    offer(fall.graze() ? Kind.GRAZE : Kind.HIT, fall.at(), l);
  }

  /**
   * The end of slides.
   *
   * @param force pull on the neuron over the whole step, not projected
   * @param tau start of the segment
   * @param delta its length
   */
  void exits(OneNeuron neuron, LineForces forces, double[] force, double tau, double delta) {
    Held held = neuron.held;
    if (!held.independent()) {
      escape(neuron, forces, tau, delta);
      return;
    }
    int d = setup.d;
    int terms = forces.terms();
    System.arraycopy(force, 0, rest, 0, terms * d);
    // the gate on held lines counts as the slope in the sums over bit sets
    for (int i = 0; i < held.count() && setup.slope != 0; i++) {
      forces.add(held.line(i), -setup.slope, rest, 0);
    }
    double level = setup.relativeNoise * forces.grossSum() * forces.length();
    for (int h = 0; h < held.count(); h++) {
      double[] row = held.balance(h);
      for (int side = 1; side >= -1; side -= 2) {
        for (int i = 0; i < terms; i++) {
          double balance = 0;
          for (int c = 0; c < d; c++) {
            balance += row[c] * rest[i * d + c];
          }
          double pull = forces.weight(held.line(h), i);
          polynomial[i] = held.sign(h) * (side > 0 ? pull - balance : balance - setup.slope * pull);
        }
        shift(polynomial, terms, tau, delta, shifted);
        double fall = SafeRoot.believedFall(shifted, terms, level);
        if (fall < at) {
          double rate = Math.abs(SafeRoot.slope(shifted, terms, fall));
          slowness = delta * forces.length() * (1 + Math.sqrt(dot(row, 0, row))) / rate;
          offer(side > 0 ? Kind.EXIT_PLUS : Kind.EXIT_MINUS, fall, held.line(h));
        }
      }
    }
  }

  private void escape(OneNeuron neuron, LineForces forces, double tau, double delta) {
    if (neuron.z[0] == 0) {
      return;
    }
    Pattern pattern = Pattern.of(setup.lines, setup.slope, new byte[][] {neuron.row()});
    if (!escapes(pattern, forces, tau + delta)) {
      return;
    }
    double lo = 0;
    double hi = 1;
    for (int i = 0; i < BISECTIONS; i++) {
      double mid = 0.5 * (lo + hi);
      if (escapes(pattern, forces, tau + mid * delta)) {
        hi = mid;
      } else {
        lo = mid;
      }
    }
    offer(Kind.ESCAPE, hi, neuron.held.line(0));
  }

  private boolean escapes(Pattern pattern, LineForces forces, double tau) {
    return HeldLines.escape(forces.at(tau), pattern, 0, setup.relativeNoise) > ESCAPED;
  }

  /** The component of a pull along the line where something happens. */
  double along(double[] pull) {
    return dot(pull, 0, setup.lines.direction(line));
  }

  /**
   * The first sign change of the output weight before {@link #at}, {@link SafeRoot#NONE} if none.
   */
  double flip(OneNeuron neuron, double[] z, int count) {
    double sign = Math.signum(neuron.z[0]);
    if (sign == 0) {
      return SafeRoot.NONE;
    }
    for (int i = 0; i < count; i++) {
      series[i] = sign * z[i * neuron.z.length];
    }
    double root = SafeRoot.first(series, count);
    return root <= at ? root : SafeRoot.NONE;
  }

  /** The polynomial {@code p(tau + delta s)} in s. */
  static void shift(double[] p, int terms, double tau, double delta, double[] into) {
    System.arraycopy(p, 0, into, 0, terms);
    if (tau != 0) {
      for (int i = 0; i < terms - 1; i++) {
        for (int k = terms - 2; k >= i; k--) {
          into[k] += tau * into[k + 1];
        }
      }
    }
    double power = 1;
    for (int i = 0; i < terms; i++) {
      into[i] *= power;
      power *= delta;
    }
  }
}
