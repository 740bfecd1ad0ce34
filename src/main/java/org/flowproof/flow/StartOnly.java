package org.flowproof.flow;

import java.util.List;
import java.util.Optional;
import org.flowproof.formula.NoValueException;
import org.flowproof.problem.Activation;
import org.flowproof.problem.Problem;
import org.flowproof.problem.Vectors;

/**
 * The start of a run that is not made: the exact state at time 0, with a horizon in place of an
 * end. Gates are those of the exact signs; on a kink, where the flow would have to choose, there is
 * none.
 */
public final class StartOnly implements Trajectory {
  private final Problem problem;
  private final double horizon;

  /**
   * The start of a problem.
   *
   * @param horizon what {@code endTime} is, at least 0
   */
  public StartOnly(Problem problem, double horizon) {
    this.problem = problem;
    this.horizon = horizon;
  }

  @Override
  public Problem problem() {
    return problem;
  }

  @Override
  public double endTime() {
    return horizon;
  }

  /**
   * The initial state.
   *
   * @throws NoValueException at any time but 0
   */
  @Override
  public State at(double time) {
    if (time != 0) {
      throw new NoValueException("only the start is known, not time " + time);
    }
    return new Start();
  }

  @Override
  public List<Double> stepTimes() {
    return List.of(0.0);
  }

  @Override
  public List<Event> events() {
    return List.of();
  }

  @Override
  public StopReason stopReason() {
    return StopReason.END_TIME;
  }

  @Override
  public Optional<NonUniqueness> nonUniqueness() {
    return Optional.empty();
  }

  @Override
  public Cost cost() {
    return new Cost(0, 0, 0);
  }

  @Override
  public String errorMethod() {
    return "exact initial state";
  }

  private final class Start implements State {
    @Override
    public double time() {
      return 0;
    }

    @Override
    public double a(int neuron) {
      return problem.initial().a().get(neuron);
    }

    @Override
    public double w(int neuron, int coordinate) {
      return problem.initial().w().get(neuron, coordinate);
    }

    @Override
    public double gate(int neuron, int sample) {
      double[] w = problem.initial().w().row(neuron);
      double[] x = problem.data().x().row(sample);
      if (!(problem.network().activation() instanceof Activation.Leaky leaky)) {
        return problem.network().activation().slope(Vectors.dot(w, x));
      }
      int sign = sign(w, x);
      if (sign == 0) {
        throw new NoValueException(
            "neuron "
                + (neuron + 1)
                + " starts on the kink of sample "
                + (sample + 1)
                + ", where its gate is a choice of the flow");
      }
      return sign > 0 ? 1 : leaky.slope();
    }

    /** The sign in doubles where rounding cannot change it, exact otherwise. */
    private static int sign(double[] w, double[] x) {
      double sum = 0;
      double size = 0;
      for (int i = 0; i < w.length; i++) {
        sum += w[i] * x[i];
        size += Math.abs(w[i] * x[i]);
      }
      boolean clear = Math.abs(sum) > 4 * (w.length + 1) * Math.ulp(size) && size > 1e-290;
      return clear ? (int) Math.signum(sum) : KinkLines.exactSign(w, 0, x);
    }

    @Override
    public double errorOfA(int neuron) {
      return 0;
    }

    @Override
    public double errorOfW(int neuron) {
      return 0;
    }
  }
}
