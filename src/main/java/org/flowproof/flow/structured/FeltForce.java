package org.flowproof.flow.structured;

/**
 * The pull on one neuron over a macro step, times its length, as a polynomial in scaled time: the
 * whole of it, and what is left of it on the lines that hold the neuron. Scratch of one thread.
 */
final class FeltForce {
  /** Of a pull, after projection: rounding. */
  private static final double LEFT = 16 * Math.ulp(1.0);

  private final Setup setup;
  private final double[] whole;
  private final double[] felt;
  private int terms;

  /**
   * No pull.
   *
   * @param most terms of a pull
   */
  FeltForce(Setup setup, int most) {
    this.setup = setup;
    whole = new double[most * setup.d];
    felt = new double[most * setup.d];
  }

  /** Takes the pull on a neuron under its present sides and holds. */
  void set(OneNeuron neuron, LineForces forces) {
    terms = forces.terms();
    forces.pull(neuron.plus, 0, whole);
    System.arraycopy(whole, 0, felt, 0, terms * setup.d);
    if (neuron.held != null) {
      for (int i = 0; i < terms; i++) {
        double before = norm(i);
        neuron.held.project(felt, i * setup.d, setup.d);
        if (norm(i) <= LEFT * before) {
          // rounding of a pull along the held lines alone would carry a small neuron far
          java.util.Arrays.fill(felt, i * setup.d, (i + 1) * setup.d, 0);
        }
      }
    }
  }

  private double norm(int term) {
    double square = 0;
    for (int c = 0; c < setup.d; c++) {
      square += felt[term * setup.d + c] * felt[term * setup.d + c];
    }
    return Math.sqrt(square);
  }

  /** Follows the change of one gate of a neuron that nothing holds. */
  void change(int line, double by, LineForces forces) {
    forces.add(line, by, whole, 0);
    System.arraycopy(whole, 0, felt, 0, terms * setup.d);
  }

  int terms() {
    return terms;
  }

  /** Coefficients of the whole pull, {@code d} numbers a term; not to be changed. */
  double[] whole() {
    return whole;
  }

  /** Coefficients of what moves the neuron; not to be changed. */
  double[] felt() {
    return felt;
  }

  /** Bound on what moves the neuron, over the step. */
  double size() {
    double sum = 0;
    for (int i = 0; i < terms; i++) {
      sum += norm(i);
    }
    return sum;
  }

  /** What moves the neuron at a scaled time. */
  void at(double tau, double[] into) {
    int d = setup.d;
    for (int c = 0; c < d; c++) {
      double sum = 0;
      for (int i = terms - 1; i >= 0; i--) {
        sum = sum * tau + felt[i * d + c];
      }
      into[c] = sum;
    }
  }
}
