package org.flowproof.check.alignment;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.flowproof.flow.Event;
import org.flowproof.flow.State;
import org.flowproof.flow.Trajectory;
import org.flowproof.problem.Activation;
import org.flowproof.problem.DataSet;
import org.flowproof.problem.Dynamics;
import org.flowproof.problem.Loss;
import org.flowproof.problem.Matrix;
import org.flowproof.problem.Network;
import org.flowproof.problem.Problem;
import org.flowproof.problem.Vec;
import org.flowproof.problem.Weights;

/** The three points of the paper's section 5, for tests; their only extremal vector is known. */
final class ThreePoints {
  /** The pull where all three samples are active, (1/3) sum y_k x_k. */
  static final double[] PULL = {-0.775 / 3, 2.0 / 3};

  private ThreePoints() {}

  /** With these neurons. */
  static Problem problem(Loss.Factor factor, double[][] w, double... a) {
    return problem(
        new double[][] {{-0.75, 1}, {-0.5, 1}, {0.125, 1}},
        new double[] {1.1, 0.1, 0.8},
        factor,
        w,
        a);
  }

  static Problem problem(double[][] x, double[] y, Loss.Factor factor, double[][] w, double... a) {
    return new Problem(
        new DataSet(Matrix.of(x), Vec.of(y), "inline"),
        new Network(a.length, new Activation.Leaky(0, 0), Network.Trained.BOTH),
        new Loss(Loss.Kind.SQUARED, factor),
        new Weights(Matrix.of(w), Vec.of(a)),
        "inline",
        new Dynamics.Flow(
            Dynamics.Residual.FULL, 1e-10, new Dynamics.StopRule(1, 0, 1_000_000, false)));
  }

  /** Another trajectory that reads like this one except for its states. */
  static Trajectory changed(Trajectory run, UnaryOperator<State> change) {
    return new Trajectory() {
      @Override
      public Problem problem() {
        return run.problem();
      }

      @Override
      public double endTime() {
        return run.endTime();
      }

      @Override
      public State at(double time) {
        return change.apply(run.at(time));
      }

      @Override
      public List<Double> stepTimes() {
        return run.stepTimes();
      }

      @Override
      public List<Event> events() {
        return run.events();
      }

      @Override
      public StopReason stopReason() {
        return run.stopReason();
      }

      @Override
      public Optional<NonUniqueness> nonUniqueness() {
        return run.nonUniqueness();
      }

      @Override
      public Cost cost() {
        return run.cost();
      }

      @Override
      public String errorMethod() {
        return run.errorMethod();
      }
    };
  }

  /**
   * A state with other weights.
   *
   * @param scaleA factor on the output weights
   * @param turn angle by which hidden weights are turned
   */
  static State moved(State state, double scaleA, double turn) {
    return new State() {
      @Override
      public double time() {
        return state.time();
      }

      @Override
      public double a(int neuron) {
        return scaleA * state.a(neuron);
      }

      @Override
      public double w(int neuron, int coordinate) {
        double sine = coordinate == 0 ? -Math.sin(turn) : Math.sin(turn);
        return Math.cos(turn) * state.w(neuron, coordinate)
            + sine * state.w(neuron, 1 - coordinate);
      }

      @Override
      public double gate(int neuron, int sample) {
        return state.gate(neuron, sample);
      }

      @Override
      public double errorOfA(int neuron) {
        return state.errorOfA(neuron);
      }

      @Override
      public double errorOfW(int neuron) {
        return state.errorOfW(neuron);
      }
    };
  }
}
