package org.flowproof.problem;

/** How the weights move. */
public sealed interface Dynamics {

  /**
   * Gradient flow, following the minimal-norm element of the Clarke subdifferential.
   *
   * @param residual whether the full residual drives the flow, or only the labels
   * @param relativeTolerance of the local error, in (0, 1e-2]
   * @param stop when to end
   * @param method who is to integrate; the solution does not depend on it
   */
  record Flow(Residual residual, double relativeTolerance, StopRule stop, Method method)
      implements Dynamics {

    /** With the choice of the integrator left open. */
    public Flow(Residual residual, double relativeTolerance, StopRule stop) {
      this(residual, relativeTolerance, stop, Method.AUTO);
    }

    @Override
    public Flow until(StopRule other) {
      return new Flow(residual, relativeTolerance, other, method);
    }
  }

  /**
   * Gradient descent, iterated exactly; time is {@code step * iteration}.
   *
   * @param step learning rate, positive
   * @param stop when to end; its time divided by the step is the number of iterations
   * @param method who is to iterate; the iterates do not depend on it
   */
  record Descent(double step, StopRule stop, Method method) implements Dynamics {

    /** With the choice of the integrator left open. */
    public Descent(double step, StopRule stop) {
      this(step, stop, Method.AUTO);
    }

    @Override
    public Descent until(StopRule other) {
      return new Descent(step, other, method);
    }
  }

  /** What plays the role of the residual. */
  enum Residual {
    /** {@code y - h(x)}: the gradient flow of the loss. */
    FULL,
    /** {@code y} alone: the early-alignment equation, in which D depends on the pattern only. */
    LABELS
  }

  /** Which integrator a flow or a descent asks for. */
  enum Method {
    /** The one that fits the problem. */
    AUTO,
    /** Full state, every kink located: the judge. */
    REFERENCE,
    /** Neurons coupled through the residual alone: for flows of large width. */
    STRUCTURED,
    /** Descent, iteration by iteration on the weights. */
    DESCENT,
    /** In coefficients of the samples: for long runs of the first layer. */
    COEFFICIENTS,
    /** Flows of smooth networks by implicit steps: for long runs that come to rest slowly. */
    STIFF
  }

  /** When to end. */
  StopRule stop();

  /** The same dynamics with another end. */
  Dynamics until(StopRule other);

  /**
   * Bounds on a run; the first that is met ends it.
   *
   * @param time end time, positive
   * @param gradientNorm stop when the norm of the velocity falls to this; 0 turns the rule off
   * @param loss stop when the training loss is at most this; 0 turns the rule off
   * @param evaluations limit on evaluations of the vector field
   * @param atFirstEvent stop at the first event of any neuron
   */
  record StopRule(
      double time, double gradientNorm, double loss, long evaluations, boolean atFirstEvent) {

    /** Without a bound on the loss. */
    public StopRule(double time, double gradientNorm, long evaluations, boolean atFirstEvent) {
      this(time, gradientNorm, 0, evaluations, atFirstEvent);
    }
  }
}
