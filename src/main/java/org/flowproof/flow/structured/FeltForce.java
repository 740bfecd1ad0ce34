package org.flowproof.flow.structured;

/**
 * The pull on one neuron over a macro step, times its length, as a polynomial in scaled time: the
 * whole of it, and what is left of it on the lines that hold the neuron. Scratch of one thread.
 */
final class FeltForce {
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
        neuron.held.project(felt, i * setup.d, setup.d);
      }
    }
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
      double square = 0;
      for (int c = 0; c < setup.d; c++) {
        square += felt[i * setup.d + c] * felt[i * setup.d + c];
      }
      sum += Math.sqrt(square);
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
