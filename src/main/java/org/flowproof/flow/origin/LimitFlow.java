package org.flowproof.flow.origin;

import java.util.Arrays;
import java.util.List;
import org.flowproof.flow.Failure;
import org.flowproof.flow.Integrator;
import org.flowproof.flow.ReferenceIntegrator;
import org.flowproof.flow.State;
import org.flowproof.flow.Trajectory;
import org.flowproof.problem.Dynamics;
import org.flowproof.problem.Problem;
import org.flowproof.problem.Vec;
import org.flowproof.problem.Weights;

/**
 * The limit of the flow from ever smaller starts, {@code h(theta, t) = lim phi(alpha theta, t +
 * log(1/alpha)/rate)} as {@code alpha} goes to 0 (Zhao, Bai and Zhang, Theorem 1, with the rate of
 * {@link GrowthAtZero}). It lies on the unstable manifold of zero weights and is, as t goes to
 * minus infinity, {@code exp(rate t)} times the growing part of {@code theta}: so it depends on the
 * projections alone, and is computed from a point of that form so small that the rest, of relative
 * size at most that of the weights, is below the error of the integration. Nothing underflows.
 */
public final class LimitFlow {
  /** Norm of the weights where the integration begins. */
  private static final double START = 1e-13;

  private final GrowthAtZero growth;
  private final double origin;
  private final Trajectory run;

  private LimitFlow(GrowthAtZero growth, double origin, Trajectory run) {
    this.growth = growth;
    this.origin = origin;
    this.run = run;
  }

  /**
   * Computes the limit flow.
   *
   * @param problem its data, network, loss and tolerance; weights and stop rule are not used,
   *     except for the limit on evaluations
   * @param projections of theta, one a neuron, not all 0
   * @param end time up to which it is wanted
   * @throws IllegalArgumentException when there is no growth at zero, all projections are 0, or the
   *     end is before the time at which the weights have the norm 1e-13
   */
  public static LimitFlow of(Problem problem, Vec projections, double end) {
    return of(problem, projections, end, new ReferenceIntegrator());
  }

  /**
   * Computes the limit flow by an integrator of the caller's choice: for long horizons one whose
   * steps grow with the time scale of what still moves.
   *
   * @param problem as above
   * @param integrator follows the flow of such problems, relative to each neuron
   * @throws IllegalArgumentException as above, or when the integrator cannot follow it
   */
  public static LimitFlow of(Problem problem, Vec projections, double end, Integrator integrator) {
    GrowthAtZero growth = GrowthAtZero.of(problem);
    Weights direction = growth.growing(projections);
    double size = norm(direction);
    if (!(size > 0)) {
      throw new IllegalArgumentException("all projections are 0");
    }
    double origin = (Math.log(START) - Math.log(size)) / growth.rate();
    if (!(end > origin)) {
      throw new IllegalArgumentException("nothing has grown by t = " + end);
    }
    Weights start = direction.times(START / size);
    return new LimitFlow(growth, origin, run(problem, start, end - origin, integrator));
  }

  /**
   * The flow from given weights instead of those of a problem.
   *
   * @param problem data, network, loss, tolerance and the limit on evaluations
   * @param length of the run, above 0
   */
  public static Trajectory run(Problem problem, Weights start, double length) {
    return run(problem, start, length, new ReferenceIntegrator());
  }

  /** As above, by an integrator of the caller's choice. */
  public static Trajectory run(
      Problem problem, Weights start, double length, Integrator integrator) {
    Dynamics.Flow flow = (Dynamics.Flow) problem.dynamics();
    Dynamics.StopRule stop = new Dynamics.StopRule(length, 0, flow.stop().evaluations(), false);
    return integrator.integrate(
        new Problem(
            problem.data(),
            problem.network(),
            problem.loss(),
            start,
            "a start near zero weights",
            new Dynamics.Flow(flow.residual(), flow.relativeTolerance(), stop)));
  }

  /** The Euclidean norm of all weights. */
  public static double norm(Weights weights) {
    double[] a = weights.a().toArray();
    double[] w = weights.w().toRowMajor();
    double largest = 0;
    for (double part : a) {
      largest = Math.max(largest, Math.abs(part));
    }
    for (double part : w) {
      largest = Math.max(largest, Math.abs(part));
    }
    // squares of tiny weights would underflow
    double scale = largest == 0 ? 1 : largest;
    double sum = 0;
    for (double part : a) {
      sum += part / scale * (part / scale);
    }
    for (double part : w) {
      sum += part / scale * (part / scale);
    }
    return scale * Math.sqrt(sum);
  }

  /** The linear part that it comes from. */
  public GrowthAtZero growth() {
    return growth;
  }

  /** The first time that it can be read at. */
  public double begin() {
    return origin;
  }

  /** The last time that it can be read at; before what was asked for when the run broke off. */
  public double end() {
    return origin + run.endTime();
  }

  /** Times of accepted steps. */
  public List<Double> stepTimes() {
    return run.stepTimes().stream().map(t -> t + origin).toList();
  }

  /** What went wrong, in times of the run, which begins at 0. */
  public List<Failure> failures() {
    return run.failures();
  }

  /**
   * The weights at a time: outputs, then hidden weights neuron by neuron.
   *
   * @throws IllegalArgumentException outside {@code [begin, end]}
   */
  public double[] at(double time) {
    return weights(state(time));
  }

  /** A bound on the norm of the numerical error of {@link #at}, as far as runs can estimate it. */
  public double error(double time) {
    // the start leaves out what is of second order
    return error(state(time)) + START * norm(state(time));
  }

  private State state(double time) {
    double since = time - origin;
    double slack = 1e-12 * (1 + Math.abs(origin));
    if (!(since >= -slack && since <= run.endTime() + slack)) {
      throw new IllegalArgumentException(
          "time " + time + " is outside [" + begin() + ", " + end() + "]");
    }
    return run.at(Math.min(run.endTime(), Math.max(0, since)));
  }

  private double norm(State state) {
    return norm(run.problem(), state);
  }

  private double[] weights(State state) {
    return weights(run.problem(), state);
  }

  /** All weights of a state in one vector: outputs, then hidden weights neuron by neuron. */
  public static double[] weights(Problem problem, State state) {
    int m = problem.network().width();
    int d = problem.data().d();
    double[] y = new double[m * (d + 1)];
    for (int j = 0; j < m; j++) {
      y[j] = state.a(j);
      for (int i = 0; i < d; i++) {
        y[m + j * d + i] = state.w(j, i);
      }
    }
    return y;
  }

  /** The norm of all weights of a state. */
  public static double norm(Problem problem, State state) {
    return Math.sqrt(Arrays.stream(weights(problem, state)).map(v -> v * v).sum());
  }

  private double error(State state) {
    return error(run.problem(), state);
  }

  /** The norm of the errors of all weights of a state. */
  public static double error(Problem problem, State state) {
    double sum = 0;
    for (int j = 0; j < problem.network().width(); j++) {
      double ofA = state.errorOfA(j);
      double ofW = state.errorOfW(j);
      sum += ofA * ofA + problem.data().d() * ofW * ofW;
    }
    return Math.sqrt(sum);
  }
}
