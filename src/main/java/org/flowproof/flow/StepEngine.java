package org.flowproof.flow;

import java.util.Locale;
import org.hipparchus.exception.MathIllegalStateException;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.ode.LocalizedODEFormats;
import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.ODEStateAndDerivative;
import org.hipparchus.ode.OrdinaryDifferentialEquation;
import org.hipparchus.ode.nonstiff.DormandPrince853Integrator;
import org.hipparchus.ode.nonstiff.StepsizeHelper;
import org.hipparchus.ode.sampling.AbstractODEStateInterpolator;

/**
 * Dormand-Prince 8(5,3) with two changes. Step control: the error of each neuron is measured
 * against the norm of that neuron (and the length of its step, so that passing through zero is not
 * a singularity), and the root of the sum over components, not of their mean, must stay below the
 * tolerance. Steps: every accepted step is handed to a watcher with its dense output before it
 * counts; the watcher looks for events and may stop the segment there. The event search of the
 * library is not used, because it samples the switching functions instead of bounding them.
 */
final class StepEngine extends DormandPrince853Integrator {

  /** Sees accepted steps. */
  interface Watcher {
    /** Whether the integration ends with this step. */
    boolean stopsAt(DensePiece piece, double[][] nodeStates, double[] endVelocity);
  }

  /** The limit on evaluations was reached. */
  static final class LimitReached extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private static final double NO_MINIMUM = 1e-300;

  /** Velocities kept at a time: more than twice the stages of one step, which all stay in use. */
  private static final int KEPT = 40;

  private final FlowField field;
  private final int neurons;
  private final int dimension;
  private final double tolerance;
  private final long limit;
  private final boolean countOutput;
  private final double[] scales;
  private final double[][] velocities;
  private final NeuronSteps helper;
  private final SingleStep single;
  private long evaluations;
  private Pattern pattern;
  private Watcher watcher;
  private double lastStep;

  StepEngine(FlowField field, int neurons, boolean trainOutput, double tolerance, long limit) {
    super(NO_MINIMUM, Double.MAX_VALUE, tolerance, tolerance);
    this.field = field;
    this.neurons = neurons;
    this.dimension = field.dimension() / neurons - 1;
    this.tolerance = tolerance;
    this.limit = limit;
    countOutput = trainOutput;
    scales = new double[field.dimension()];
    velocities = new double[KEPT][field.dimension()];
    helper = new NeuronSteps();
    single = new SingleStep(getA(), getB(), this::velocity, field.dimension());
    setMaxEvaluations(-1);
  }

  private final class NeuronSteps extends StepsizeHelper {
    NeuronSteps() {
      super(NO_MINIMUM, Double.MAX_VALUE, 0, 0);
    }

    @Override
    public double getTolerance(int i, double ignoredSize) {
      return scales[i];
    }

    void dimension(int size) {
      setMainSetDimension(size);
    }
  }

  @Override
  protected StepsizeHelper getStepSizeHelper() {
    // null only while the constructors of the library run
    return helper == null ? super.getStepSizeHelper() : helper;
  }

  long evaluations() {
    return evaluations;
  }

  /** Takes over the count of a run that is resumed. */
  void resume(long evaluationsSoFar) {
    evaluations = evaluationsSoFar;
  }

  /** Length of the last accepted step. */
  double lastStep() {
    return lastStep;
  }

  /**
   * Integrates with one pattern until the watcher stops it or the end is reached.
   *
   * @throws MathRuntimeException when the step size collapses or values overflow
   * @throws LimitReached when evaluations run out
   */
  void run(Pattern smooth, double start, double[] state, double end, double step, Watcher sees) {
    pattern = smooth;
    watcher = sees;
    setStepSizeControl(NO_MINIMUM, Double.MAX_VALUE, tolerance, tolerance);
    setInitialStepSize(step > 0 ? Math.min(step, end - start) : -1);
    setScales(state, state, null, 0);
    integrate(equation(), new ODEState(start, state), end);
  }

  /** What an exception of {@link #run} says, for a run that got to a time. */
  static Failure failure(MathRuntimeException thrown, double time) {
    if (thrown.getSpecifier() == LocalizedODEFormats.NAN_APPEARING_DURING_INTEGRATION) {
      return new Failure(
          Failure.Kind.OVERFLOW, time, 0, "a weight or velocity left the range of doubles");
    }
    return new Failure(
        Failure.Kind.STEP_COLLAPSE,
        time,
        0,
        "the steps became too short: " + thrown.getMessage(Locale.ROOT));
  }

  /** One step of order 8 without control; the result is the caller's. */
  double[] advance(Pattern smooth, double[] state, double h) {
    return single.step(smooth, state, h);
  }

  /** A step so short that the midpoint rule is exact up to rounding; the result is the caller's. */
  double[] nudge(Pattern smooth, double[] state, double h) {
    double[] moved = state.clone();
    add(h / 2, velocity(smooth, state), moved);
    double[] middle = velocity(smooth, moved);
    System.arraycopy(state, 0, moved, 0, moved.length);
    add(h, middle, moved);
    return moved;
  }

  private static void add(double factor, double[] direction, double[] into) {
    for (int i = 0; i < into.length; i++) {
      into[i] += factor * direction[i];
    }
  }

  /** The velocity at a state; valid until a few dozen evaluations later. */
  double[] velocity(Pattern smooth, double[] state) {
    count();
    double[] result = velocities[(int) (evaluations % KEPT)];
    field.velocity(state, smooth, result);
    return result;
  }

  private void count() {
    if (++evaluations > limit) {
      throw new LimitReached();
    }
  }

  private OrdinaryDifferentialEquation equation() {
    return new OrdinaryDifferentialEquation() {
      @Override
      public int getDimension() {
        return field.dimension();
      }

      @Override
      public double[] computeDerivatives(double t, double[] y) {
        return velocity(pattern, y);
      }
    };
  }

  private void setScales(double[] before, double[] after, double[] velocity, double h) {
    // the library takes the mean over components; this turns it into a sum
    double perComponent = tolerance / Math.sqrt(field.dimension());
    for (int j = 0; j < neurons; j++) {
      double scale = Math.max(norm(before, j, 1), norm(after, j, 1));
      if (velocity != null) {
        scale = Math.max(scale, norm(velocity, j, Math.abs(h)));
      }
      if (!(scale < Double.POSITIVE_INFINITY)) {
        // an infinite scale would let any error pass
        throw new MathIllegalStateException(
            LocalizedODEFormats.NAN_APPEARING_DURING_INTEGRATION, 0);
      }
      double value = scale == 0 ? 1 : scale * perComponent;
      scales[j] = value;
      for (int i = 0; i < dimension; i++) {
        scales[neurons + j * dimension + i] = value;
      }
    }
    helper.dimension(field.dimension());
  }

  private double norm(double[] y, int j, double factor) {
    return NeuronNorm.of(countOutput ? y[j] : 0, y, neurons + j * dimension, dimension) * factor;
  }

  @Override
  protected double estimateError(double[][] yDotK, double[] y0, double[] y1, double h) {
    setScales(y0, y1, yDotK[0], h);
    return super.estimateError(yDotK, y0, y1, h);
  }

  @Override
  protected ODEStateAndDerivative acceptStep(
      AbstractODEStateInterpolator interpolator, double tEnd) {
    ODEStateAndDerivative before = interpolator.getGlobalPreviousState();
    ODEStateAndDerivative after = interpolator.getGlobalCurrentState();
    double start = before.getTime();
    double end = after.getTime();
    if (!(end > start)) {
      throw new MathIllegalStateException(
          LocalizedODEFormats.MINIMAL_STEPSIZE_REACHED_DURING_INTEGRATION,
          getStepSize(),
          Math.ulp(start),
          start);
    }
    lastStep = end - start;
    double[][] states = new double[Bernstein.DEGREE + 1][];
    states[0] = before.getPrimaryState();
    states[Bernstein.DEGREE] = after.getPrimaryState();
    for (int i = 1; i < Bernstein.DEGREE; i++) {
      double time = start + Bernstein.NODES[i] * (end - start);
      states[i] = interpolator.getInterpolatedState(time).getPrimaryState();
    }
    DensePiece piece = DensePiece.through(start, end, pattern, states);
    boolean stop = watcher.stopsAt(piece, states, after.getPrimaryDerivative());
    setIsLastStep(stop || Math.abs(end - tEnd) < Math.ulp(tEnd));
    return after;
  }
}
