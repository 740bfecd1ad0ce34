package org.flowproof.flow;

import java.util.List;
import java.util.Optional;
import org.flowproof.formula.Ball;
import org.flowproof.formula.NoValueException;
import org.flowproof.problem.Activation;
import org.flowproof.problem.Problem;

/** Weights and gates at one time, with their errors. */
final class Primitives {
  /** How far outside the run a time may lie through rounding of its formula. */
  private static final double SLACK = 1e-12;

  private final Trajectory trajectory;
  private final Problem problem;
  private final KinkLines lines;
  private final State state;
  private final State before;
  private final State after;
  private Ball[] residuals;

  Primitives(Trajectory trajectory, KinkLines lines, Ball time) {
    this.trajectory = trajectory;
    problem = trajectory.problem();
    this.lines = lines;
    double slack = time.radius() + SLACK * trajectory.endTime();
    if (!(time.value() >= -slack && time.value() <= trajectory.endTime() + slack)) {
      throw new NoValueException(
          "time " + time.value() + " is outside the run [0, " + trajectory.endTime() + "]");
    }
    state = at(time.value());
    before = time.radius() == 0 ? state : at(time.value() - time.radius());
    after = time.radius() == 0 ? state : at(time.value() + time.radius());
  }

  private State at(double time) {
    return trajectory.at(Math.min(trajectory.endTime(), Math.max(0, time)));
  }

  /** A value that the states know better than its definition does. */
  Optional<Ball> known(String name, List<Integer> indices) {
    Optional<Ball> here = MarginObservables.known(state, name, indices);
    if (here.isEmpty() || before == state && after == state) {
      return here;
    }
    Ball value = here.get();
    double shift = shift(s -> MarginObservables.known(s, name, indices).orElse(value).value());
    return Optional.of(new Ball(value.value(), value.radius() + shift));
  }

  Ball value(String name, List<Integer> indices) {
    int j = indices.get(0) - 1;
    return switch (name) {
      case "a" -> new Ball(state.a(j), state.errorOfA(j) + shift(s -> s.a(j)));
      case "w" -> {
        int i = indices.get(1) - 1;
        yield new Ball(state.w(j, i), state.errorOfW(j) + shift(s -> s.w(j, i)));
      }
      case "s" -> gate(j, indices.get(1) - 1);
      case "rho" -> known(name, indices).orElseThrow();
      default -> throw new IllegalArgumentException("no primitive named " + name);
    };
  }

  /** How much a number moves while time stays inside its radius; doubled for what lies between. */
  private double shift(java.util.function.ToDoubleFunction<State> number) {
    if (before == state && after == state) {
      return 0;
    }
    double here = number.applyAsDouble(state);
    return 2
        * Math.max(
            Math.abs(number.applyAsDouble(before) - here),
            Math.abs(number.applyAsDouble(after) - here));
  }

  private Ball gate(int j, int k) {
    double value = state.gate(j, k);
    if (lost(j)) {
      // its side of the kink is not known
      double least = Double.isNaN(slope()) ? 0 : slope();
      return new Ball(value, Math.max(value - least, 1 - value));
    }
    double moved = shift(s -> s.gate(j, k));
    if (state instanceof CoefficientState certain && certain.errorOfGate(j, k) > 0) {
      return new Ball(value, moved + certain.errorOfGate(j, k));
    }
    if (free(value)) {
      return new Ball(value, moved);
    }
    // a gate taken while sliding is a quotient of pulls; its error is theirs over the pull
    int line = lines.lineOf(k);
    double pull = 0;
    double error = 0;
    for (int sample = 0; sample < problem.data().n(); sample++) {
      Ball residual = residuals()[sample];
      double size = Math.abs(lines.coefficient(sample));
      error += residual.radius() * size;
      pull += lines.lineOf(sample) == line ? residual.value() * size : 0;
    }
    double quotient = pull == 0 ? 1 : Math.min(1, 4 * error / Math.abs(pull));
    return new Ball(value, moved + quotient);
  }

  private boolean lost(int j) {
    for (Failure failure : trajectory.failures()) {
      if (failure.kind() == Failure.Kind.LOST_ACCURACY
          && failure.neuron() == j + 1
          && state.time() >= failure.time()) {
        return true;
      }
    }
    return false;
  }

  private synchronized Ball[] residuals() {
    if (residuals == null) {
      residuals = new Ball[problem.data().n()];
      for (int k = 0; k < residuals.length; k++) {
        residuals[k] = residual(k);
      }
    }
    return residuals;
  }

  /** The residual with the gates of held lines left out, where the output does not need them. */
  private Ball residual(int sample) {
    Residuals residuals = Residuals.of(problem);
    double h = 0;
    double error = 0;
    for (int j = 0; j < problem.network().width(); j++) {
      double u = 0;
      double size = 0;
      double reach = 0;
      for (int i = 0; i < problem.data().d(); i++) {
        double x = problem.data().x().get(sample, i);
        u += state.w(j, i) * x;
        size += Math.abs(state.w(j, i) * x);
        reach += Math.abs(x);
      }
      double s = state.gate(j, sample);
      h += state.a(j) * s * u;
      error +=
          state.errorOfA(j) * Math.abs(u)
              + Math.abs(state.a(j)) * (state.errorOfW(j) * reach + 4 * Math.ulp(size));
    }
    double steep = Math.abs(residuals.residualSlope(sample, h));
    return new Ball(residuals.residual(sample, h), steep * error);
  }

  private boolean free(double gate) {
    return gate == 1 || gate == slope();
  }

  private double slope() {
    return problem.network().activation() instanceof Activation.Leaky leaky
        ? leaky.slope()
        : Double.NaN;
  }

  /** The derivative of a gate: zero unless the neuron slides; then from the dense output. */
  Ball gateSlope(int j, int k, Ball time) {
    if (lost(j)) {
      throw new NoValueException("neuron " + (j + 1) + " has lost its relative accuracy");
    }
    if (free(state.gate(j, k))) {
      return Ball.ZERO;
    }
    double t = state.time();
    double lo = 0;
    double hi = trajectory.endTime();
    for (Event e : trajectory.events()) {
      if (e.time() <= t) {
        lo = e.time();
      } else {
        hi = Math.min(hi, e.time());
      }
    }
    double wide = quotient(j, k, t, lo, hi, 1e-3);
    double narrow = quotient(j, k, t, lo, hi, 5e-4);
    return new Ball(narrow, 4 * Math.abs(wide - narrow) + time.radius() * Math.abs(narrow));
  }

  private double quotient(int j, int k, double t, double lo, double hi, double part) {
    double delta = part * (hi - lo);
    double from = Math.max(lo, t - delta);
    double to = Math.min(hi - 0.01 * delta, t + delta);
    if (!(to > from)) {
      throw new NoValueException("no derivative of a gate on so short a slide");
    }
    return (trajectory.at(to).gate(j, k) - trajectory.at(from).gate(j, k)) / (to - from);
  }
}
