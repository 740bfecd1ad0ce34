package org.flowproof.falsify;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.flowproof.problem.Activation;
import org.flowproof.problem.DataSet;
import org.flowproof.problem.Dynamics;
import org.flowproof.problem.Loss;
import org.flowproof.problem.Matrix;
import org.flowproof.problem.Network;
import org.flowproof.problem.Problem;
import org.flowproof.problem.Vec;
import org.flowproof.problem.Vectors;
import org.flowproof.problem.Weights;

/**
 * The raw draws behind a problem. Vectors are drawn at the largest dimension and cut to {@code
 * dimension}, so that every draw shrinks on its own.
 */
record ProblemDraft(
    List<Sample> samples,
    List<Neuron> neurons,
    int dimension,
    double slope,
    ProblemDomain.Balance balance,
    double scale,
    double run) {

  /**
   * One sample.
   *
   * @param relation to the sample before; the first is always free
   */
  record Sample(List<Double> x, double y, Relation relation) {}

  /** How a sample relates to the one before; everything but FREE shares its hyperplane. */
  enum Relation {
    FREE,
    SAME_POINT,
    SAME_SAMPLE,
    DOUBLE,
    OPPOSITE
  }

  /**
   * One neuron.
   *
   * @param share in [0, 1], how far the output weight is from the hidden norm, read by the balance
   */
  record Neuron(List<Double> w, boolean positive, double share) {}

  Problem problem(ProblemDomain domain) {
    DataSet data = data();
    double[][] w = new double[neurons.size()][];
    double[] a = new double[neurons.size()];
    for (int j = 0; j < a.length; j++) {
      Neuron neuron = neurons.get(j);
      w[j] = cut(neuron.w());
      for (int i = 0; i < dimension; i++) {
        w[j][i] *= scale;
      }
      a[j] = output(w[j], neuron.share()) * (neuron.positive() ? 1 : -1);
    }
    double pull = 0;
    for (int k = 0; k < data.n(); k++) {
      pull += Math.abs(data.y().get(k)) * Vectors.norm(data.x().row(k)) / data.n();
    }
    double time = pull > 0 ? run / pull : run;
    return new Problem(
        data,
        new Network(a.length, new Activation.Leaky(slope, slope), Network.Trained.BOTH),
        new Loss(Loss.Kind.SQUARED, Loss.Factor.HALF_MEAN),
        new Weights(Matrix.of(w), Vec.of(a)),
        "random, " + balance.name().toLowerCase(java.util.Locale.ROOT) + ", scale " + scale,
        new Dynamics.Flow(
            domain.residual(),
            domain.relativeTolerance(),
            new Dynamics.StopRule(time, 0, 500_000, false)));
  }

  private DataSet data() {
    List<double[]> x = new ArrayList<>();
    List<Double> y = new ArrayList<>();
    for (Sample sample : samples) {
      Relation relation = x.isEmpty() ? Relation.FREE : sample.relation();
      double[] before = x.isEmpty() ? null : x.get(x.size() - 1);
      x.add(
          switch (relation) {
            case FREE -> cut(sample.x());
            case SAME_POINT, SAME_SAMPLE -> before.clone();
            case DOUBLE -> times(before, 2);
            case OPPOSITE -> times(before, -1);
          });
      y.add(relation == Relation.SAME_SAMPLE ? y.get(y.size() - 1) : Double.valueOf(sample.y()));
    }
    return new DataSet(
        Matrix.of(x.toArray(double[][]::new)),
        Vec.of(y.stream().mapToDouble(Double::doubleValue).toArray()),
        "random");
  }

  /** The first coordinates; a zero vector becomes the first unit vector, since it has no kink. */
  private double[] cut(List<Double> all) {
    double[] some = new double[dimension];
    boolean zero = true;
    for (int i = 0; i < dimension; i++) {
      some[i] = all.get(i);
      zero &= some[i] == 0;
    }
    if (zero) {
      some[0] = 1;
    }
    return some;
  }

  private static double[] times(double[] vector, double factor) {
    double[] scaled = vector.clone();
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] *= factor;
    }
    return scaled;
  }

  private double output(double[] w, double share) {
    return switch (balance) {
      case BALANCED -> roundedUpNorm(w);
      case DOMINATED -> roundedUpNorm(w) * (1 + 2 * Math.max(share, 1e-3));
      case UNBALANCED -> Vectors.norm(w) * Math.pow(20, 2 * share - 1);
    };
  }

  /** The smallest double whose exact square is at least the exact squared norm. */
  private static double roundedUpNorm(double[] w) {
    BigDecimal square = BigDecimal.ZERO;
    for (double entry : w) {
      square = square.add(new BigDecimal(entry).pow(2));
    }
    double norm = Math.nextDown(Vectors.norm(w));
    while (new BigDecimal(norm).pow(2).compareTo(square) < 0) {
      norm = Math.nextUp(norm);
    }
    return norm;
  }
}
