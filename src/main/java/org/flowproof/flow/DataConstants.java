package org.flowproof.flow;

import java.util.List;
import org.flowproof.flow.cones.ActivationCones;
import org.flowproof.flow.cones.AlignmentConstants;
import org.flowproof.flow.cones.ExtremalVector;
import org.flowproof.formula.Ball;
import org.flowproof.formula.BallArithmetic;
import org.flowproof.formula.NoValueException;
import org.flowproof.formula.Rational;
import org.flowproof.formula.Term;
import org.flowproof.problem.Activation;
import org.flowproof.problem.Dynamics;
import org.flowproof.problem.Problem;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.hipparchus.linear.SingularValueDecomposition;

/** The primitives that do not depend on time: data, and numbers of a run as a whole. */
final class DataConstants {
  /** Rounding of dense decompositions of small matrices, relative to the norm: n + d times this. */
  private static final double ROUNDING = 32 * Math.ulp(1.0);

  private final Trajectory trajectory;
  private final Problem problem;
  private final KinkLines lines;
  private RealVector predictions;
  private ActivationCones cones;
  private double[] separator;

  DataConstants(Trajectory trajectory) {
    this.trajectory = trajectory;
    problem = trajectory.problem();
    lines = KinkLines.of(problem);
  }

  KinkLines lines() {
    return lines;
  }

  Ball value(String name, List<Integer> indices) {
    return switch (name) {
      case "x" -> Ball.exact(problem.data().x().get(indices.get(0) - 1, indices.get(1) - 1));
      case "y" -> Ball.exact(problem.data().y().get(indices.get(0) - 1));
      case "alpha" -> Ball.exact(slope());
      case "eta" -> Ball.exact(step());
      case "endTime" -> Ball.exact(trajectory.endTime());
      case "firstEvent" -> firstEvent(indices.get(0));
      case "lastEvent" -> lastEvent();
      case "lambdaMax" -> lambdaMax();
      case "Dmax", "Dmin", "alphaMin" -> root(alignment(name));
      case "delta0" -> delta0();
      case "saddles" -> Ball.exact((double) saddles());
      case "ols" -> leastSquares(indices.get(0) - 1);
      case "separator" -> Ball.exact(separator()[indices.get(0) - 1]);
      default -> throw new IllegalArgumentException("no primitive named " + name);
    };
  }

  private double step() {
    if (problem.dynamics() instanceof Dynamics.Descent descent) {
      return descent.step();
    }
    throw new NoValueException("the flow has no step size");
  }

  private synchronized ActivationCones cones() {
    if (cones == null) {
      cones = ActivationCones.of(problem);
    }
    return cones;
  }

  /** The square of a constant of the activation cones, exactly. */
  private Rational alignment(String name) {
    AlignmentConstants constants = new AlignmentConstants(cones());
    return switch (name) {
      case "Dmax" -> constants.largestPull2();
      case "Dmin" -> constants.smallestPull2();
      case "alphaMin" -> constants.alphaMin2();
      default -> constants.delta2();
    };
  }

  private Ball delta0() {
    Ball root = root(alignment("delta0"));
    // with several kinks the square is a lower bound, too small by a part of less than half an ulp
    double most = problem.data().d() > 2 ? Math.ulp(root.value()) : 0;
    return new Ball(root.value(), root.radius() + most);
  }

  private static Ball root(Rational square) {
    BallArithmetic balls = new BallArithmetic();
    return balls.apply(Term.Function.SQRT, List.of(balls.of(square)));
  }

  private long saddles() {
    return cones().extremalVectors().stream()
        .filter(v -> v.shape() == ExtremalVector.Shape.SADDLE)
        .count();
  }

  private double slope() {
    if (problem.network().activation() instanceof Activation.Leaky leaky) {
      return leaky.slope();
    }
    throw new NoValueException("a smooth activation has no slope below zero");
  }

  /**
   * Gates are constant before this time; a neuron that starts on a kink has no such time, even when
   * it never moves, since its gate there is a matter of choice.
   */
  private Ball firstEvent(int neuron) {
    double[] w = problem.initial().w().row(neuron - 1);
    for (int l = 0; l < lines.count(); l++) {
      if (KinkLines.exactSign(w, 0, problem.data().x().row(lines.members(l)[0])) == 0) {
        return Ball.ZERO;
      }
    }
    for (Event e : trajectory.events()) {
      if (e.neuron() == neuron) {
        return new Ball(e.time(), e.timeError());
      }
    }
    return Ball.exact(trajectory.endTime());
  }

  /** With its error added, so that no gate changes from then on; 0 without events. */
  private Ball lastEvent() {
    List<Event> events = trajectory.events();
    if (events.size() < trajectory.cost().events()) {
      throw new NoValueException("not all events were kept");
    }
    double last = 0;
    for (Event e : events) {
      last = Math.max(last, e.time() + e.timeError());
    }
    return Ball.exact(Math.min(last, trajectory.endTime()));
  }

  private RealMatrix samples() {
    double[][] rows = new double[problem.data().n()][];
    for (int k = 0; k < rows.length; k++) {
      rows[k] = problem.data().x().row(k);
    }
    return MatrixUtils.createRealMatrix(rows);
  }

  private double rounding() {
    return ROUNDING * (problem.data().n() + problem.data().d());
  }

  private Ball lambdaMax() {
    RealMatrix x = samples();
    RealMatrix moment = x.transposeMultiply(x).scalarMultiply(1.0 / problem.data().n());
    double largest = new EigenDecompositionSymmetric(moment).getEigenvalue(0);
    return new Ball(largest, rounding() * Math.abs(largest));
  }

  /** Numbers that are what they are: how close to shortest they come is not used. */
  private synchronized double[] separator() {
    if (separator == null) {
      RealMatrix labelled =
          MatrixUtils.createRealDiagonalMatrix(problem.data().y().toArray()).multiply(samples());
      double[] multipliers =
          NonnegativeProgram.separating(labelled.multiplyTransposed(labelled).getData())
              .orElseThrow(
                  () -> new NoValueException("no weight is found that separates the samples"));
      separator = labelled.preMultiply(multipliers);
    }
    return separator;
  }

  private synchronized Ball leastSquares(int k) {
    RealVector y = MatrixUtils.createRealVector(problem.data().y().toArray());
    if (predictions == null) {
      // projection on the numerical column space; well-posed for dependent columns too
      SingularValueDecomposition svd = new SingularValueDecomposition(samples());
      RealMatrix u = svd.getU().getSubMatrix(0, y.getDimension() - 1, 0, svd.getRank() - 1);
      predictions = u.operate(u.preMultiply(y));
    }
    return new Ball(predictions.getEntry(k), rounding() * y.getNorm());
  }
}
