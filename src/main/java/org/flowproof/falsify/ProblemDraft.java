package org.flowproof.falsify;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.flowproof.problem.Activation;
import org.flowproof.problem.DataSet;
import org.flowproof.problem.Dynamics;
import org.flowproof.problem.Matrix;
import org.flowproof.problem.Network;
import org.flowproof.problem.Problem;
import org.flowproof.problem.SmoothFunction;
import org.flowproof.problem.Vec;
import org.flowproof.problem.Vectors;
import org.flowproof.problem.Weights;
import org.flowproof.proof.Claim;

/**
 * The raw draws behind a problem. Vectors are drawn at the largest dimension and cut to {@code
 * dimension}, so that every draw shrinks on its own.
 *
 * @param samples at least 1
 * @param neurons at least 1
 * @param dimension of the samples; orthogonal layouts take their number when that is more
 * @param slope of the activation for negative numbers; chooses among smooth activations
 * @param form relations that hold by construction
 * @param sizes numbers on logarithmic scales
 */
public record ProblemDraft(
    List<Sample> samples,
    List<Neuron> neurons,
    int dimension,
    double slope,
    Form form,
    Sizes sizes) {
  private static final List<SmoothFunction> SMOOTH =
      List.of(SmoothFunction.tanh(), SmoothFunction.of("z/(1+z^2)"), SmoothFunction.of("Sin[z]"));

  /** Iterations in each unit of the run, and the least number of them. */
  private static final int ITERATIONS = 50;

  private static final long MOST_EVALUATIONS = 500_000;

  public ProblemDraft {
    samples = List.copyOf(samples);
    neurons = List.copyOf(neurons);
  }

  /**
   * One sample.
   *
   * @param x at the largest dimension
   * @param relation to the sample before; the first is always free
   */
  public record Sample(List<Double> x, double y, Relation relation) {
    public Sample {
      x = List.copyOf(x);
    }
  }

  /** How a sample relates to the one before; everything but FREE shares its hyperplane. */
  public enum Relation {
    FREE,
    SAME_POINT,
    SAME_SAMPLE,
    DOUBLE,
    OPPOSITE
  }

  /**
   * One neuron.
   *
   * @param w at the largest dimension
   * @param share in [0, 1], how far the output weight is from the hidden norm, read by the balance
   * @param likeness to the neuron before; the first is always free
   */
  public record Neuron(List<Double> w, boolean positive, double share, Likeness likeness) {
    public Neuron {
      w = List.copyOf(w);
    }
  }

  /** How a neuron relates to the one before. */
  public enum Likeness {
    FREE,
    SAME,
    SAME_INPUT,
    SAME_OUTPUT,
    /** All weights 0. */
    ZERO,
    ZERO_INPUT,
    ZERO_OUTPUT
  }

  /**
   * Relations that hold by construction.
   *
   * @param dial how far the layout is from its simplest form, in [0, 1]
   */
  public record Form(ProblemDomain.Balance balance, Layout layout, double dial) {}

  /**
   * Numbers on logarithmic scales.
   *
   * @param scale of the initial weights
   * @param run end time, in units of the domain
   * @param labels factor of all labels that are not classes
   * @param step of a descent, in units of the inverse mean square of the samples
   */
  public record Sizes(double scale, double run, double labels, double step) {}

  /** The same draws with other relations by construction. */
  public ProblemDraft in(ProblemDomain.Balance balance, Layout layout) {
    return new ProblemDraft(
        samples, neurons, dimension, slope, new Form(balance, layout, form.dial()), sizes);
  }

  /** The problem. */
  public Problem problem(ProblemDomain domain) {
    ProblemKind kind = domain.kind();
    DataSet data = new DrawnSamples(this, kind).data();
    int d = data.d();
    double[][] w = new double[neurons.size()][];
    double[] a = new double[neurons.size()];
    boolean fixed = kind.trained() == Network.Trained.FIRST;
    for (int j = 0; j < a.length; j++) {
      Neuron neuron = neurons.get(j);
      Likeness likeness = j == 0 ? Likeness.FREE : neuron.likeness();
      w[j] = DrawnSamples.cut(neuron.w(), d);
      for (int i = 0; i < d; i++) {
        w[j][i] *= sizes.scale();
      }
      a[j] = (fixed ? 1.0 / a.length : output(w[j], neuron.share())) * (neuron.positive() ? 1 : -1);
      switch (likeness) {
        case FREE -> {}
        case SAME, SAME_INPUT -> w[j] = w[j - 1].clone();
        case ZERO, ZERO_INPUT -> w[j] = new double[d];
        case SAME_OUTPUT, ZERO_OUTPUT -> {}
      }
      if (!fixed) {
        a[j] =
            switch (likeness) {
              case FREE, SAME_INPUT, ZERO_INPUT -> a[j];
              case SAME, SAME_OUTPUT -> a[j - 1];
              case ZERO, ZERO_OUTPUT -> 0;
            };
      }
    }
    return new Problem(
        data,
        new Network(a.length, activation(kind), kind.trained()),
        kind.loss(),
        new Weights(Matrix.of(w), Vec.of(a)),
        "random, " + form.balance().name().toLowerCase(Locale.ROOT) + ", scale " + sizes.scale(),
        dynamics(domain, data));
  }

  private Activation activation(ProblemKind kind) {
    return switch (kind.activation()) {
      case RELU -> new Activation.Leaky(0, 0);
      case LEAKY_OR_RELU -> new Activation.Leaky(slope, slope);
      case SMOOTH ->
          new Activation.Smooth(SMOOTH.get((int) Math.min(SMOOTH.size() - 1, slope * 3.2)));
    };
  }

  private Dynamics dynamics(ProblemDomain domain, DataSet data) {
    ProblemKind kind = domain.kind();
    if (kind.motion() == Claim.Model.Motion.DESCENT) {
      double square = 0;
      for (int k = 0; k < data.n(); k++) {
        square += Math.pow(Vectors.norm(data.x().row(k)), 2) / data.n();
      }
      double step = sizes.step() / square;
      double iterations = Math.max(1, Math.rint(sizes.run() * ITERATIONS));
      return new Dynamics.Descent(
          step,
          new Dynamics.StopRule(step * iterations, 0, MOST_EVALUATIONS, false),
          kind.method());
    }
    double pull = 0;
    for (int k = 0; k < data.n(); k++) {
      pull += Math.abs(data.y().get(k)) * Vectors.norm(data.x().row(k));
    }
    pull *= 2 * kind.loss().factor().value(data.n());
    double time = pull > 0 ? sizes.run() / pull : sizes.run();
    return new Dynamics.Flow(
        kind.motion() == Claim.Model.Motion.EARLY_ALIGNMENT_FLOW
            ? Dynamics.Residual.LABELS
            : Dynamics.Residual.FULL,
        domain.relativeTolerance(),
        new Dynamics.StopRule(time, 0, MOST_EVALUATIONS, false),
        kind.method());
  }

  private double output(double[] w, double share) {
    return switch (form.balance()) {
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
    double norm = Math.max(0, Math.nextDown(Vectors.norm(w)));
    while (new BigDecimal(norm).pow(2).compareTo(square) < 0) {
      norm = Math.nextUp(norm);
    }
    return norm;
  }
}
