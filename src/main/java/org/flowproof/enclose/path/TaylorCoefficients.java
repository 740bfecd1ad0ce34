package org.flowproof.enclose.path;

import java.util.Arrays;
import org.flowproof.enclose.taylor.Series;
import org.flowproof.problem.Vectors;

/**
 * Taylor coefficients of the flow inside a pattern, in plain doubles. Nothing rests on them: the
 * polynomials they make are judged by their defect.
 */
public final class TaylorCoefficients {
  private final FlowModel model;
  private final Side[][] sides;
  private final Groups groups;
  private final Sliding[] slides;
  private final int degree;
  private final PairOrders low;
  private final double[][][] w;
  private final double[][] a;
  private final double[][] residual;
  private final SigmoidRecurrence[] sigmoid;
  private final double[][][] pull;
  private final double[][][] unprojected;
  private final double[][] output;
  private final double[][] gates;
  private double length;

  /**
   * Room for polynomials of a degree.
   *
   * @param degree 1 for a step so short that its slope is known well enough in doubles
   * @param pairs how many coefficients are in two doubles; 0 for the logistic loss
   */
  public TaylorCoefficients(
      FlowModel model, Slidings slidings, Side[][] sides, int degree, int pairs) {
    this.model = model;
    this.sides = sides;
    this.degree = degree;
    OrderTable table = new OrderTable(model, slidings, sides, degree);
    groups = table.groups;
    slides = table.slides;
    gates = table.gates;
    w = table.w;
    a = table.a;
    residual = table.residual;
    pull = table.pull;
    unprojected = table.unprojected;
    sigmoid = new SigmoidRecurrence[model.logistic() ? model.n() : 0];
    Arrays.setAll(sigmoid, k -> new SigmoidRecurrence(degree));
    output = new double[groups.count()][model.d()];
    low = new PairOrders(model, table, model.logistic() ? 0 : Math.min(pairs, degree + 1));
  }

  /** Computes the coefficients in {@code s = t / length} from the weights of a point. */
  public void compute(PathPoint start, double length) {
    this.length = length;
    for (int j = 0; j < model.m(); j++) {
      a[j][0] = start.outer(j);
      for (int i = 0; i < model.d(); i++) {
        w[j][i][0] = start.hidden(j, i);
      }
    }
    low.start(start, length);
    for (int order = 0; order < degree; order++) {
      if (degree > 1 && order < low.count()) {
        low.compute(order);
      } else {
        outputs(order);
        residuals(order);
        pulls(order);
        advance(order);
      }
    }
  }

  private void outputs(int order) {
    for (int g = 0; g < groups.count(); g++) {
      for (int i = 0; i < model.d(); i++) {
        double sum = 0;
        for (int j : groups.members(g)) {
          double[] wi = w[j][i];
          double[] aj = a[j];
          for (int l = 0; l <= order; l++) {
            sum += aj[l] * wi[order - l];
          }
        }
        output[g][i] = sum;
      }
    }
  }

  private void residuals(int order) {
    double[] r = residual[order];
    double[] h = new double[r.length];
    double[] dots = new double[r.length];
    for (int g = 0; g < gates.length; g++) {
      Arrays.fill(dots, 0);
      for (int i = 0; i < output[g].length; i++) {
        Vectors.add(output[g][i], model.column(i), dots);
      }
      addProducts(gates[g], dots, h);
    }
    for (int k = 0; k < r.length; k++) {
      r[k] = model.logistic() ? logistic(k, order, h[k]) : (order == 0 ? model.y(k) : 0) - h[k];
    }
  }

  private static void addProducts(double[] a, double[] b, double[] to) {
    for (int k = 0; k < to.length; k++) {
      to[k] += a[k] * b[k];
    }
  }

  private double logistic(int k, int order, double h) {
    double y = model.y(k);
    return y * sigmoid[k].next(order, -y * h);
  }

  private void pulls(int order) {
    double factor = model.multiplier() / model.divisor();
    double[][] forces = new double[model.d()][model.n()];
    for (int i = 0; i < forces.length; i++) {
      addProducts(residual[order], model.column(i), forces[i]);
    }
    double[] sum = new double[forces.length];
    for (int g = 0; g < gates.length; g++) {
      for (int i = 0; i < sum.length; i++) {
        sum[i] = factor * Vectors.dotInFour(gates[g], forces[i]);
        unprojected[g][i][order] = sum[i];
      }
      for (int i = 0; i < sum.length; i++) {
        pull[g][i][order] =
            slides[g] == null ? sum[i] : Vectors.dotInFour(slides[g].projection(i), sum);
      }
    }
  }

  private void advance(int order) {
    double scale = length / (order + 1);
    for (int j = 0; j < model.m(); j++) {
      double[][] d = pull[groups.of(j)];
      double[] aj = a[j];
      double work = 0;
      for (int i = 0; i < model.d(); i++) {
        double[] wi = w[j][i];
        double[] di = d[i];
        double sum = 0;
        for (int l = 0; l <= order; l++) {
          sum += aj[l] * di[order - l];
          work += wi[l] * di[order - l];
        }
        wi[order + 1] = scale * sum;
      }
      aj[order + 1] = model.bothLayers() ? scale * work : 0;
    }
  }

  /** The factor by which the step may be lengthened so that the last terms stay below a part. */
  public double reach(double part) {
    double reach = Double.POSITIVE_INFINITY;
    for (int j = 0; j < model.m(); j++) {
      double size = Math.abs(a[j][0]);
      double last = Math.abs(a[j][degree]);
      double before = Math.abs(a[j][degree - 1]);
      for (double[] wi : w[j]) {
        size = Math.max(size, Math.abs(wi[0]));
        last = Math.max(last, Math.abs(wi[degree]));
        before = Math.max(before, Math.abs(wi[degree - 1]));
      }
      double bound = part * size;
      reach =
          Math.min(
              reach,
              Math.min(
                  Math.pow(bound / last, 1.0 / degree),
                  Math.pow(bound / before, 1.0 / (degree - 1))));
    }
    return reach;
  }

  /** Polynomials of a step of {@code factor * length}. */
  public PathStep step(double factor) {
    return step(factor, factor * length);
  }

  /** Polynomials of a step of {@code factor * length}, which is meant to be as given. */
  public PathStep step(double factor, double exactLength) {
    Series[][] hidden = new Series[model.m()][model.d()];
    Series[] outer = new Series[model.m()];
    for (int j = 0; j < outer.length; j++) {
      outer[j] = low.scaled(scaled(a[j], factor), a[j], low.outer(j), exactLength);
      for (int i = 0; i < model.d(); i++) {
        hidden[j][i] = low.scaled(scaled(w[j][i], factor), w[j][i], low.hidden(j, i), exactLength);
      }
    }
    return new PathStep(exactLength, hidden, outer, sides);
  }

  /** Coefficients of the hidden weights for a step of {@code factor * length}. */
  public double[][][] hidden(double factor) {
    double[][][] result = new double[model.m()][model.d()][];
    for (int j = 0; j < result.length; j++) {
      for (int i = 0; i < model.d(); i++) {
        result[j][i] = scaled(w[j][i], factor);
      }
    }
    return result;
  }

  /** Coefficients of the residuals, but for the last order. */
  public double[][] residuals(double factor) {
    double[][] result = new double[model.n()][degree + 1];
    for (int k = 0; k < result.length; k++) {
      for (int l = 0; l < degree; l++) {
        result[k][l] = residual[l][k];
      }
      result[k] = scaled(result[k], factor);
    }
    return result;
  }

  /** Coefficients of the pull on a neuron without the samples of its slide. */
  public double[][] pullBesidesSlide(int neuron, double factor) {
    double[][] result = new double[model.d()][];
    for (int i = 0; i < result.length; i++) {
      result[i] = scaled(unprojected[groups.of(neuron)][i], factor);
    }
    return result;
  }

  /** The time that s = 1 stands for. */
  public double length() {
    return length;
  }

  /** The residuals at the start. */
  public double[] residualsAtStart() {
    return residual[0].clone();
  }

  /** Coefficients of the pull on a neuron; not to be written to. */
  public double[][] pullAtStart(int neuron) {
    return pull[groups.of(neuron)];
  }

  private static double[] scaled(double[] coefficients, double factor) {
    double[] result = new double[coefficients.length];
    double power = 1;
    for (int i = 0; i < result.length; i++) {
      result[i] = coefficients[i] * power;
      power *= factor;
    }
    return result;
  }
}
