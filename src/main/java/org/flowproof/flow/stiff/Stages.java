package org.flowproof.flow.stiff;

import java.util.Arrays;

/**
 * Solves for the increments of one Radau step by Newton's method with the derivative at the start
 * of the step: each pole of the method asks for one linear system of the size of the state. The
 * result does not depend on the derivative, only whether and how fast it is found. Used by one
 * thread.
 */
final class Stages {
  /** Iterations after which a shorter step is cheaper. */
  private static final int PATIENCE = 12;

  /** Part of the tolerance of a step that a correction may have; what it leaves is far smaller. */
  private static final double SHARE = 0.1;

  /** Relative size of corrections that are rounding. */
  private static final double ROUNDING = 16 * Math.ulp(1.0);

  private final Radau method;
  private final VectorField field;
  private final NeuronScale scale;
  private final double goal;
  private final int size;
  private final double[] jacobian;
  private final ShiftedSystem[] systems;
  private final double[][] increments;
  private final double[][] corrections;
  private final double[][] defects;
  private final double[] state;
  private final double[] sumRe;
  private final double[] sumIm;
  private final double[] partRe;
  private final double[] partIm;
  private double h;
  private int iterations;
  private long evaluations;

  Stages(Radau method, VectorField field, NeuronScale scale, double tolerance) {
    this.method = method;
    this.field = field;
    this.scale = scale;
    goal = Math.max(SHARE * tolerance, ROUNDING);
    size = field.dimension();
    jacobian = new double[size * size];
    systems = new ShiftedSystem[method.poles()];
    for (int p = 0; p < systems.length; p++) {
      systems[p] = new ShiftedSystem(size);
    }
    increments = new double[method.stages()][size];
    corrections = new double[method.stages()][size];
    defects = new double[method.stages()][size];
    state = new double[size];
    sumRe = new double[size];
    sumIm = new double[size];
    partRe = new double[size];
    partIm = new double[size];
  }

  /** Takes the derivative at the start of the next steps. */
  void linearize(double[] y) {
    field.jacobian(y, jacobian);
    evaluations++;
  }

  /** The derivative taken last, row-major; not to be changed. */
  double[] jacobian() {
    return jacobian;
  }

  /** Evaluations of velocity or derivative so far. */
  long evaluations() {
    return evaluations;
  }

  /** Takes over the count of a run that is resumed. */
  void resume(long evaluationsSoFar) {
    evaluations = evaluationsSoFar;
  }

  /** The increments found last, one row for each stage; not to be changed. */
  double[][] increments() {
    return increments;
  }

  /** Iterations of the last solution. */
  int iterations() {
    return iterations;
  }

  /** The most iterations of a solution. */
  static int patience() {
    return PATIENCE;
  }

  /**
   * Finds the increments of a step.
   *
   * @param y state at its start, where {@link #linearize} was called
   * @param length of the step
   * @param guess increments to begin with
   * @return false when the iteration does not converge
   */
  boolean solve(double[] y, double length, double[][] guess) {
    h = length;
    for (int p = 0; p < systems.length; p++) {
      Radau.Pole pole = method.pole(p);
      if (!systems[p].decompose(pole.re() / h, pole.im() / h, jacobian)) {
        return false;
      }
    }
    for (int s = 0; s < increments.length; s++) {
      System.arraycopy(guess[s], 0, increments[s], 0, size);
    }
    double before = Double.NaN;
    for (iterations = 1; iterations <= PATIENCE; iterations++) {
      findDefects(y);
      findCorrections();
      double change = 0;
      for (int s = 0; s < increments.length; s++) {
        for (int i = 0; i < size; i++) {
          increments[s][i] += corrections[s][i];
        }
        double here = scale.of(corrections[s]);
        change = here <= change ? change : here;
      }
      if (change <= goal) {
        return true;
      }
      double ratio = change / before;
      if (iterations > 1) {
        if (!(ratio < 1)) {
          return false;
        }
        if (ratio / (1 - ratio) * change <= goal) {
          return true;
        }
        double hoped = Math.pow(ratio, PATIENCE - iterations) / (1 - ratio) * change;
        if (!(hoped <= goal)) {
          return false;
        }
      }
      before = change;
    }
    return false;
  }

  /** By how much the velocity misses the slope of the polynomial at each stage. */
  private void findDefects(double[] y) {
    for (int s = 0; s < increments.length; s++) {
      for (int i = 0; i < size; i++) {
        state[i] = y[i] + increments[s][i];
      }
      scale.include(state);
      velocity(state, defects[s]);
      subtractSlope(s + 1, defects[s]);
    }
  }

  private void subtractSlope(int node, double[] from) {
    double[] slope = method.slope(node);
    for (int r = 0; r < increments.length; r++) {
      double factor = slope[r] / h;
      for (int i = 0; i < size; i++) {
        from[i] -= factor * increments[r][i];
      }
    }
  }

  private void findCorrections() {
    for (double[] row : corrections) {
      Arrays.fill(row, 0);
    }
    for (int p = 0; p < systems.length; p++) {
      Radau.Pole pole = method.pole(p);
      Arrays.fill(sumRe, 0);
      Arrays.fill(sumIm, 0);
      for (int s = 0; s < defects.length; s++) {
        for (int i = 0; i < size; i++) {
          sumRe[i] += pole.left().re[s] * defects[s][i];
          sumIm[i] += pole.left().im[s] * defects[s][i];
        }
      }
      systems[p].solve(sumRe, sumIm, partRe, partIm);
      // of a pair both parts are added, which are conjugate
      double weight = pole.im() == 0 ? 1 : 2;
      for (int s = 0; s < corrections.length; s++) {
        double re = weight * pole.right().re[s];
        double im = weight * pole.right().im[s];
        for (int i = 0; i < size; i++) {
          corrections[s][i] += re * partRe[i] - im * partIm[i];
        }
      }
    }
  }

  /**
   * The error of a polynomial of one degree less, filtered so that fast decay does not count: by
   * how much the velocity at the start misses the slope of the polynomial there, solved with the
   * real pole. Of order {@code h^(s+1)}, as is the error of the polynomial inside the step.
   *
   * @param velocity at the start
   */
  void error(double[] velocity, double[] into) {
    System.arraycopy(velocity, 0, sumRe, 0, size);
    subtractSlope(0, sumRe);
    Arrays.fill(sumIm, 0);
    systems[0].solve(sumRe, sumIm, into, partIm);
  }

  /** The velocity, counted. */
  void velocity(double[] y, double[] into) {
    evaluations++;
    field.velocity(y, into);
  }
}
