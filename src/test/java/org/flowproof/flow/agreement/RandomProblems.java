package org.flowproof.flow.agreement;

import java.util.Arrays;
import java.util.Random;
import org.flowproof.problem.Activation;
import org.flowproof.problem.DataSet;
import org.flowproof.problem.Dynamics;
import org.flowproof.problem.InitialLaw;
import org.flowproof.problem.Loss;
import org.flowproof.problem.Matrix;
import org.flowproof.problem.Network;
import org.flowproof.problem.Problem;
import org.flowproof.problem.Vec;
import org.flowproof.problem.Weights;

/**
 * Problems of the squared loss drawn to reach the rare things: scales from 1e-1 to 1e-12, all
 * slopes and loss factors, bias columns, repeated and opposite samples, zero labels, one neuron,
 * weights on a kink, flows of the labels alone. The horizon is long enough for neurons to align,
 * grow and slide.
 */
public final class RandomProblems {
  private static final double[] SLOPES = {0, 0, 0, 0.1, 0.5, 0.9};
  private static final long EVALUATIONS = 400_000;

  private final Random random;
  private final int mostSamples;
  private final int mostNeurons;
  private final double tolerance;

  private RandomProblems(long seed, int mostSamples, int mostNeurons, double tolerance) {
    random = new Random(seed);
    this.mostSamples = mostSamples;
    this.mostNeurons = mostNeurons;
    this.tolerance = tolerance;
  }

  /** n up to 30, m up to 20, d up to 6; small sizes are more frequent. */
  public static Problem of(long seed, double tolerance) {
    return new RandomProblems(seed, 30, 20, tolerance).problem();
  }

  /** The same law with other largest sizes. */
  public static Problem of(long seed, int mostSamples, int mostNeurons, double tolerance) {
    return new RandomProblems(seed, mostSamples, mostNeurons, tolerance).problem();
  }

  /** The same problem at another tolerance. */
  public static Problem at(Problem problem, double tolerance) {
    Dynamics.Flow flow = (Dynamics.Flow) problem.dynamics();
    return problem.with(new Dynamics.Flow(flow.residual(), tolerance, flow.stop()));
  }

  /** The same problem to another end time. */
  public static Problem until(Problem problem, double time) {
    Dynamics.Flow flow = (Dynamics.Flow) problem.dynamics();
    return problem.with(
        new Dynamics.Flow(
            flow.residual(),
            flow.relativeTolerance(),
            new Dynamics.StopRule(time, 0, EVALUATIONS, false)));
  }

  private Problem problem() {
    int d = 1 + random.nextInt(6);
    int n = 1 + (int) (mostSamples * Math.pow(random.nextDouble(), 1.7));
    int m = 1 + (int) (mostNeurons * Math.pow(random.nextDouble(), 1.7));
    if (random.nextInt(12) == 0) {
      m = 1;
    }
    double[][] x = samples(n, d);
    double slope = SLOPES[random.nextInt(SLOPES.length)];
    Network.Trained trained = random.nextInt(4) == 0 ? Network.Trained.FIRST : Network.Trained.BOTH;
    Loss.Factor factor = Loss.Factor.values()[random.nextInt(4)];
    double scale = Math.pow(10, -1 - 11 * random.nextDouble());
    double[] y = labels(x, scale);
    Weights initial = initial(m, d, scale, trained);
    if (random.nextInt(15) == 0) {
      initial = onKink(initial, x[random.nextInt(n)]);
    }
    Problem start =
        new Problem(
            new DataSet(Matrix.of(x), Vec.of(y), "random"),
            new Network(m, new Activation.Leaky(slope, slope), trained),
            new Loss(Loss.Kind.SQUARED, factor),
            initial,
            "random, scale " + scale,
            new Dynamics.Flow(
                random.nextInt(12) == 0 ? Dynamics.Residual.LABELS : Dynamics.Residual.FULL,
                tolerance,
                new Dynamics.StopRule(1, 0, EVALUATIONS, false)));
    double growth = trained == Network.Trained.BOTH ? Math.log(1 / scale) : 0;
    return until(start, (growth + 4 + 12 * random.nextDouble()) / pull(start));
  }

  private double[][] samples(int n, int d) {
    double[][] x = new double[n][d];
    boolean bias = d > 1 && random.nextInt(4) == 0;
    boolean related = random.nextInt(3) == 0;
    for (int k = 0; k < n; k++) {
      for (int i = 0; i < d; i++) {
        x[k][i] = random.nextGaussian();
      }
      if (bias) {
        x[k][d - 1] = 1;
      }
      if (related && k > 0 && random.nextInt(3) == 0) {
        double factor = bias ? 1 : new double[] {1, 2, -1}[random.nextInt(3)];
        x[k] = Arrays.stream(x[random.nextInt(k)]).map(v -> factor * v).toArray();
      }
    }
    return x;
  }

  private double[] labels(double[][] x, double scale) {
    double[] teacher = x[0].clone();
    for (int i = 0; i < teacher.length; i++) {
      teacher[i] = random.nextGaussian();
    }
    boolean linear = random.nextBoolean();
    boolean positive = random.nextInt(4) == 0;
    double[] y = new double[x.length];
    for (int k = 0; k < y.length; k++) {
      y[k] = (linear ? dot(teacher, x[k]) : 0) + (linear ? 0.4 : 1) * random.nextGaussian();
      y[k] = positive ? Math.abs(y[k]) : y[k];
    }
    // a zero label pulls with the square of the scale, at small scales below rounding
    if (y.length > 1 && scale > 1e-3 && random.nextInt(2) == 0) {
      y[random.nextInt(y.length)] = 0;
    }
    return y;
  }

  private Weights initial(int m, int d, double scale, Network.Trained trained) {
    if (trained == Network.Trained.FIRST) {
      double[] a = new double[m];
      for (int j = 0; j < m; j++) {
        a[j] = (random.nextBoolean() ? 1 : -1) / Math.sqrt(m);
      }
      Weights drawn = InitialLaw.DOMINATED.draw(m, d, scale, random.nextLong() >>> 1);
      return new Weights(drawn.w(), Vec.of(a));
    }
    int law = random.nextInt(4);
    long seed = random.nextLong() >>> 1;
    if (law < 3) {
      return InitialLaw.values()[law].draw(m, d, scale, seed);
    }
    // hidden weights larger than output weights, so that neurons may lose their sign
    Weights drawn = InitialLaw.BALANCED.draw(m, d, scale, seed);
    double[] a = drawn.a().toArray();
    for (int j = 0; j < m; j++) {
      a[j] *= random.nextDouble();
    }
    return new Weights(drawn.w(), Vec.of(a));
  }

  /**
   * Puts the first neuron on the hyperplane of a sample, exactly, when the sample has one entry.
   */
  private static Weights onKink(Weights weights, double[] sample) {
    double[][] w = new double[weights.w().rows()][];
    for (int j = 0; j < w.length; j++) {
      w[j] = weights.w().row(j);
    }
    if (sample.length > 1) {
      double size = Math.abs(w[0][0]);
      Arrays.fill(w[0], 0);
      // a power of two keeps the product of the two entries exact
      double unit = Math.scalb(1.0, Math.getExponent(size));
      w[0][0] = -unit * sample[1];
      w[0][1] = unit * sample[0];
    }
    return new Weights(Matrix.of(w), weights.a());
  }

  /** The largest pull of the labels on a neuron at its first pattern, in units of the flow. */
  private static double pull(Problem p) {
    int n = p.data().n();
    double largest = 0;
    for (int j = 0; j < p.network().width(); j++) {
      double[] sum = new double[p.data().d()];
      for (int k = 0; k < n; k++) {
        double[] x = p.data().x().row(k);
        if (dot(p.initial().w().row(j), x) > 0) {
          for (int i = 0; i < sum.length; i++) {
            sum[i] += p.data().y().get(k) * x[i];
          }
        }
      }
      largest = Math.max(largest, Math.sqrt(dot(sum, sum)));
    }
    boolean labels = ((Dynamics.Flow) p.dynamics()).residual() == Dynamics.Residual.LABELS;
    double factor = labels ? 1.0 / n : 2 * p.loss().factor().value(n);
    return largest > 0 ? factor * largest : 1;
  }

  private static double dot(double[] left, double[] right) {
    double sum = 0;
    for (int i = 0; i < left.length; i++) {
      sum += left[i] * right[i];
    }
    return sum;
  }
}
