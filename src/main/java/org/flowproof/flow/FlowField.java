package org.flowproof.flow;

import org.flowproof.problem.Activation;
import org.flowproof.problem.Network;
import org.flowproof.problem.Problem;
import org.flowproof.problem.SmoothFunction;
import org.flowproof.problem.Vectors;

/**
 * The smooth vector field of one activation pattern on the state {@code (a_1..a_m, w_1..w_m)}.
 * Holds scratch arrays: one instance for each thread.
 *
 * <p>Everything is summed line by line: with {@code g = (1/n) sum_k r_k |c_k|} over the samples of
 * a line and {@code b} the part of {@code g} from samples with negative coefficient, the line adds
 * {@code (theta g - (1 + slope) b) e} to the pull on a neuron.
 */
final class FlowField implements Pulls {
  private final KinkLines lines;
  private final Residuals residuals;
  private final double[] x;
  private final double slope;
  private final int m;
  private final int n;
  private final int d;
  private final boolean trainOutput;
  private final double[] plus;
  private final double[] minus;
  private final double[] weight;
  private final double[] offset;
  private final double[] gross;
  private final double[] outputs;
  private final double[] pull;
  private final double[] preactivations;
  private final double[] values;
  private final SmoothFunction smooth;
  private final double[] u;
  private final double[] along;
  private final double[][] gates;
  private final byte[][] gatesOf;
  private final boolean twoSided;

  FlowField(Problem problem, KinkLines lines) {
    this.lines = lines;
    residuals = Residuals.of(problem);
    x = problem.data().x().toRowMajor();
    slope = problem.network().activation() instanceof Activation.Leaky leaky ? leaky.slope() : 0;
    m = problem.network().width();
    n = problem.data().n();
    d = problem.data().d();
    trainOutput = problem.network().trained() == Network.Trained.BOTH;
    plus = new double[lines.count()];
    minus = new double[lines.count()];
    weight = new double[lines.count()];
    offset = new double[lines.count()];
    gross = new double[lines.count()];
    u = new double[lines.count()];
    along = new double[lines.count()];
    gates = new double[m][];
    gatesOf = new byte[m][];
    boolean anyTwoSided = false;
    for (int l = 0; l < lines.count(); l++) {
      anyTwoSided |= !lines.oneSided(l);
    }
    twoSided = anyTwoSided;
    outputs = new double[n];
    pull = new double[d];
    smooth =
        problem.network().activation() instanceof Activation.Smooth given ? given.function() : null;
    preactivations = new double[smooth == null ? 0 : m * n];
    values = new double[preactivations.length];
  }

  int dimension() {
    return m * (d + 1);
  }

  @Override
  public double weight(int line) {
    return weight[line];
  }

  @Override
  public double gross(int line) {
    return gross[line];
  }

  @Override
  public double gross() {
    double sum = 0;
    for (double part : gross) {
      sum += part;
    }
    return sum;
  }

  /** The constant part of the pull along a line, {@code -(1 + slope) b}, at the last evaluation. */
  double offset(int line) {
    return offset[line];
  }

  /** Outputs on the samples at the last evaluation; not to be changed. */
  double[] outputs() {
    return outputs;
  }

  /** Fills the residual sums of all lines. */
  void prepare(double[] y, Pattern pattern) {
    if (smooth != null) {
      smoothOutputs(y);
      return;
    }
    java.util.Arrays.fill(plus, 0);
    java.util.Arrays.fill(minus, 0);
    for (int j : pattern.moving()) {
      byte[] sides = pattern.sides(j);
      preactivations(y, j);
      double[] gate = gates(j, sides);
      double output = y[j];
      for (int l = 0; l < plus.length; l++) {
        plus[l] += gate[l] * (output * u[l]);
      }
      if (twoSided) {
        for (int l = 0; l < minus.length; l++) {
          minus[l] += sides[l] == 0 ? 0 : (1 + slope - gate[l]) * (output * u[l]);
        }
      }
    }
    for (int k = 0; k < n; k++) {
      int l = lines.lineOf(k);
      double c = lines.coefficient(k);
      outputs[k] = l < 0 ? 0 : c * (c > 0 ? plus[l] : minus[l]);
    }
    double squares = 0;
    for (double part : y) {
      squares += part * part;
    }
    for (int l = 0; l < weight.length; l++) {
      double sum = 0;
      double negative = 0;
      double size = 0;
      for (int k : lines.members(l)) {
        double c = lines.coefficient(k);
        double part = residuals.residual(k, outputs[k]) * Math.abs(c);
        sum += part;
        size += residuals.gross(k, outputs[k], squares * Math.abs(c)) * Math.abs(c);
        if (c < 0) {
          negative += part;
        }
      }
      weight[l] = sum / n;
      gross[l] = size / n;
      offset[l] = -(1 + slope) * negative / n;
    }
  }

  @Override
  public void restPull(int neuron, Pattern pattern, double[] into) {
    double[] gate = gates(neuron, pattern.sides(neuron));
    for (int l = 0; l < along.length; l++) {
      along[l] = offset[l] + gate[l] * weight[l];
    }
    for (int i = 0; i < d; i++) {
      into[i] = Vectors.dotInFour(along, lines.column(i));
    }
  }

  /** What moves a neuron per unit of its output weight, after {@link #prepare}. */
  void pull(int neuron, Pattern pattern, double[] into) {
    restPull(neuron, pattern, into);
    for (double[] q : pattern.basis(neuron)) {
      Orthonormal.remove(q, into, 0);
    }
  }

  /** Line by line in columns, so that the inner loop is one of independent numbers. */
  private void preactivations(double[] y, int neuron) {
    int start = m + neuron * d;
    double first = y[start];
    double[] column = lines.column(0);
    for (int l = 0; l < u.length; l++) {
      u[l] = first * column[l];
    }
    for (int i = 1; i < d; i++) {
      double w = y[start + i];
      double[] e = lines.column(i);
      for (int l = 0; l < u.length; l++) {
        u[l] += w * e[l];
      }
    }
  }

  /** The gates of a neuron away from the lines it is held on, 0 on those; kept while sides last. */
  private double[] gates(int neuron, byte[] sides) {
    if (gatesOf[neuron] != sides) {
      if (gates[neuron] == null) {
        gates[neuron] = new double[sides.length];
      }
      for (int l = 0; l < sides.length; l++) {
        gates[neuron][l] = sides[l] > 0 ? 1 : sides[l] < 0 ? slope : 0;
      }
      gatesOf[neuron] = sides;
    }
    return gates[neuron];
  }

  /** The velocity of the state; held neurons move along their lines. */
  void velocity(double[] y, Pattern pattern, double[] into) {
    prepare(y, pattern);
    if (smooth != null) {
      smoothVelocity(y, into);
      return;
    }
    java.util.Arrays.fill(into, 0);
    for (int j : pattern.moving()) {
      pull(j, pattern, pull);
      move(j, y, pull, into);
    }
  }

  private void move(int j, double[] y, double[] force, double[] into) {
    int start = m + j * d;
    double along = 0;
    for (int i = 0; i < d; i++) {
      along += y[start + i] * force[i];
      into[start + i] = y[j] * force[i];
    }
    into[j] = trainOutput ? along : 0;
  }

  private void smoothOutputs(double[] y) {
    java.util.Arrays.fill(outputs, 0);
    for (int j = 0; j < m; j++) {
      for (int k = 0; k < n; k++) {
        double u = 0;
        for (int i = 0; i < d; i++) {
          u += y[m + j * d + i] * x[k * d + i];
        }
        preactivations[j * n + k] = u;
        values[j * n + k] = smooth.value(u);
        outputs[k] += y[j] * values[j * n + k];
      }
    }
  }

  private void smoothVelocity(double[] y, double[] into) {
    for (int j = 0; j < m; j++) {
      double output = 0;
      java.util.Arrays.fill(pull, 0);
      for (int k = 0; k < n; k++) {
        double value = values[j * n + k];
        double slopeThere = smooth.slope(preactivations[j * n + k], value);
        double r = residuals.residual(k, outputs[k]) / n;
        output += r * value;
        for (int i = 0; i < d; i++) {
          pull[i] += slopeThere * r * x[k * d + i];
        }
      }
      move(j, y, pull, into);
      into[j] = trainOutput ? output : 0;
    }
  }
}
