package org.flowproof.flow;

import org.flowproof.problem.Problem;

/**
 * The right-hand side of the reference integrator at the initial weights of a ReLU problem, opened
 * up for measuring; it lives in this package because the class it drives is not public.
 */
public final class FieldKernel {
  private final FlowField field;
  private final Pattern pattern;
  private final double[] state;
  private final double[] velocity;

  /** Prepares the pattern of the initial weights. */
  public FieldKernel(Problem problem) {
    KinkLines lines = KinkLines.of(problem.data().x());
    int m = problem.network().width();
    int d = problem.data().d();
    double[] w = problem.initial().w().toRowMajor();
    field = new FlowField(problem, lines);
    state = new double[m * (d + 1)];
    velocity = new double[m * (d + 1)];
    System.arraycopy(problem.initial().a().toArray(), 0, state, 0, m);
    System.arraycopy(w, 0, state, m, m * d);
    byte[][] sides = new byte[m][lines.count()];
    for (int j = 0; j < m; j++) {
      for (int l = 0; l < lines.count(); l++) {
        double[] direction = lines.direction(l);
        double u = 0;
        for (int i = 0; i < d; i++) {
          u += w[j * d + i] * direction[i];
        }
        sides[j][l] = (byte) (u > 0 ? 1 : -1);
      }
    }
    pattern = Pattern.of(lines, 0, sides);
  }

  /** The velocity; the same array at each call. */
  public double[] velocity() {
    field.velocity(state, pattern, velocity);
    return velocity;
  }

  /** The outputs on the samples and what is summed with them for the velocity. */
  public double[] residuals() {
    field.prepare(state, pattern);
    return field.outputs();
  }
}
