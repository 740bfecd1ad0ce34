package org.flowproof.enclose.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.flowproof.enclose.Tube;
import org.flowproof.enclose.TubePiece;
import org.flowproof.enclose.interval.Interval;
import org.flowproof.problem.Activation;
import org.flowproof.problem.DataSet;
import org.flowproof.problem.Dynamics;
import org.flowproof.problem.Loss;
import org.flowproof.problem.Matrix;
import org.flowproof.problem.Network;
import org.flowproof.problem.Problem;
import org.flowproof.problem.Vec;
import org.flowproof.problem.Weights;

/**
 * A tube around a solution in closed form: the sample is x = (3, 4) with label 2, the first neuron
 * is c(t)(3, 4) with output weight 5 c(t), and {@code c^2} solves the logistic equation {@code q' =
 * 10 q (2 - 125 q)}. A second neuron is off and stays where it is.
 */
public record HandTube(Problem problem, double end, double radius, List<HandPiece> pieces)
    implements Tube {
  private static final double START = 0.0078125;
  private static final double REST = -0.25;

  /** A tube of equal pieces with a margin around the solution. */
  public static HandTube of(double end, int pieces, double radius) {
    List<HandPiece> all = new ArrayList<>();
    for (int p = 0; p < pieces; p++) {
      double from = p == 0 ? 0 : end * p / pieces;
      double to = p == pieces - 1 ? end : end * (p + 1) / pieces;
      all.add(new HandPiece(from, to, radius));
    }
    return new HandTube(problemUntil(end), end, radius, all);
  }

  static Problem problemUntil(double end) {
    return new Problem(
        new DataSet(Matrix.of(new double[][] {{3, 4}}), Vec.of(2), "inline"),
        new Network(2, new Activation.Leaky(0, 0), Network.Trained.BOTH),
        new Loss(Loss.Kind.SQUARED, Loss.Factor.HALF_MEAN),
        new Weights(
            Matrix.of(new double[][] {{3 * START, 4 * START}, {3 * REST, 4 * REST}}),
            Vec.of(5 * START, 1.5)),
        "inline",
        new Dynamics.Flow(
            Dynamics.Residual.FULL, 1e-10, new Dynamics.StopRule(end, 0, 1_000_000, false)));
  }

  /** {@code c(t)}, which grows. */
  static Interval factor(Interval time) {
    UnaryOperator<Interval> at =
        t -> {
          Interval top = Interval.of(2).divide(Interval.of(125));
          Interval ratio = top.divide(Interval.of(START).square()).minus(1);
          Interval decay = t.times(-20).exp();
          return top.divide(ratio.times(decay).plus(1)).sqrt();
        };
    return Interval.of(
        at.apply(Interval.of(time.lower())).lower(), at.apply(Interval.of(time.upper())).upper());
  }

  /** A piece; its span ends where the next one begins. */
  public record HandPiece(double start, double end, double radius) implements TubePiece {
    @Override
    public Interval outer(int neuron, Interval time) {
      return neuron == 0 ? widened(factor(require(time)).times(5)) : Interval.of(1.5);
    }

    @Override
    public Interval hidden(int neuron, int coordinate, Interval time) {
      double x = coordinate == 0 ? 3 : 4;
      return neuron == 0 ? widened(factor(require(time)).times(x)) : Interval.of(REST * x);
    }

    @Override
    public Interval slope(int neuron, int sample) {
      return neuron == 0 ? Interval.ONE : Interval.ZERO;
    }

    private Interval require(Interval time) {
      if (!(start <= time.lower() && time.upper() <= end)) {
        throw new IllegalArgumentException(time + " is outside [" + start + ", " + end + "]");
      }
      return time;
    }

    private Interval widened(Interval x) {
      return x.plus(Interval.of(-radius, radius));
    }
  }
}
