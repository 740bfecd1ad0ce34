package org.flowproof.check.alignment;

import java.util.List;
import java.util.Optional;
import org.flowproof.flow.cones.ActivationCones;
import org.flowproof.flow.cones.AlignmentConstants;
import org.flowproof.flow.cones.AlignmentScale;
import org.flowproof.flow.cones.Cone;
import org.flowproof.flow.cones.ConeLookup;
import org.flowproof.flow.cones.ExtremalVector;
import org.flowproof.formula.Ball;
import org.flowproof.formula.BallArithmetic;
import org.flowproof.formula.NoValueException;
import org.flowproof.formula.Rational;
import org.flowproof.formula.Term;
import org.flowproof.problem.AlignmentRequest;
import org.flowproof.problem.Problem;

/**
 * What the theorem says about a problem before it is run: scale, constants, length of the phase.
 *
 * @param problem the problem
 * @param request epsilon and alpha_0
 * @param scale lambda
 * @param vectors the extremal vectors, numbered from 1 in the order of this list
 * @param constants the constants of the activation cones
 * @param largestScale lambda* of (21); empty when it has no value
 * @param scaleFailure why it has none
 * @param cones which cone a weight is in
 * @param travel by when every neuron with Condition 1 has reached a cone in which it stays, at the
 *     latest: {@code 2 D_max / (D_min (alpha^2 D_min - 2 p))} with {@code p = (1/n) sum |x_k|^2
 *     lambda^(2 - 4 epsilon)}, alpha the least of alpha_min, alpha_0 and the sine of {@link
 *     AlignmentConstants#farSine2}. Derived here: {@code <D, w/a>} grows at least at the rate that
 *     divides, and lies between {@code -D_max} and {@code D_max}. Infinite when there is no bound
 * @param end {@code tau = epsilon ln(1/lambda) / D_max}; not positive when lambda is not below 1
 */
public record Phase(
    Problem problem,
    AlignmentRequest request,
    InitialScale scale,
    List<ExtremalVector> vectors,
    Constants constants,
    Optional<Double> largestScale,
    String scaleFailure,
    ConeLookup cones,
    double travel,
    Ball end) {
  private static final BallArithmetic BALLS = new BallArithmetic();

  public Phase {
    vectors = List.copyOf(vectors);
  }

  /**
   * The constants of the theorem, rounded; {@code NaN} without extremal vectors.
   *
   * @param longest {@code D_max}
   * @param shortest {@code D_min}
   * @param alphaMin {@code alpha_min}
   * @param delta {@code delta_0}
   */
  public record Constants(double longest, double shortest, double alphaMin, double delta) {}

  /**
   * Computes all of it.
   *
   * @throws NoValueException when the activation has no kinks, every pull is 0, all initial output
   *     weights are 0, or there are too many cones to list
   */
  static Phase of(Problem problem, AlignmentRequest request) {
    ActivationCones all = ActivationCones.of(problem);
    AlignmentConstants exact = new AlignmentConstants(all);
    InitialScale scale = InitialScale.of(problem, request.lambda());
    if (scale.lambda() == 0) {
      throw new NoValueException("all initial output weights are 0");
    }
    Ball longest = root(exact.largestPull2());
    List<ExtremalVector> vectors = all.extremalVectors();
    double delta = vectors.isEmpty() ? Double.NaN : Math.sqrt(exact.delta2().toDouble());
    Optional<Double> largest = Optional.empty();
    String failure = "";
    try {
      largest = Optional.of(AlignmentScale.of(problem, exact, request.epsilon(), request.alpha0()));
    } catch (NoValueException e) {
      failure = e.getMessage();
    }
    Ball log = BALLS.apply(Term.Function.LOG, List.of(Ball.exact(scale.lambda())));
    Ball end = BALLS.divide(BALLS.times(Ball.exact(request.epsilon()), BALLS.negate(log)), longest);
    return new Phase(
        problem,
        request,
        scale,
        vectors,
        new Constants(
            longest.value(),
            Math.sqrt(exact.smallestPull2().toDouble()),
            Math.sqrt(exact.alphaMin2().toDouble()),
            delta),
        largest,
        failure,
        ConeLookup.of(problem),
        travel(problem, request, scale.lambda(), exact),
        end);
  }

  private static double travel(
      Problem problem, AlignmentRequest request, double lambda, AlignmentConstants exact) {
    double squares = 0;
    for (double entry : problem.data().x().toRowMajor()) {
      squares += entry * entry / problem.data().n();
    }
    double disturbance =
        squares
            * ConeLookup.lipschitz(problem).toDouble()
            * StrictMath.pow(lambda, 2 - 4 * request.epsilon());
    double alpha2 =
        Math.min(
            Math.min(exact.alphaMin2().toDouble(), exact.farSine2().toDouble()),
            request.alpha0() * request.alpha0());
    double shortest = Math.sqrt(exact.smallestPull2().toDouble());
    double rate = shortest * (alpha2 * shortest - 2 * disturbance);
    return rate > 0
        ? 2 * Math.sqrt(exact.largestPull2().toDouble()) / rate * (1 + 1e-12)
        : Double.POSITIVE_INFINITY;
  }

  /** Whether the phase is long enough for every neuron with Condition 1 to arrive. */
  public boolean longEnough() {
    return end.lower() >= travel;
  }

  static Ball root(Rational square) {
    return BALLS.apply(Term.Function.SQRT, List.of(BALLS.of(square)));
  }

  /** The number of an extremal vector, from 1; 0 for cones that have none. */
  int number(Cone cone) {
    for (int i = 0; i < vectors.size(); i++) {
      Cone other = vectors.get(i).cone();
      if (other.pole() == cone.pole() && other.pull().equals(cone.pull())) {
        return i + 1;
      }
    }
    return 0;
  }

  /** {@code epsilon ln(1/lambda)}, the logarithm of {@code 1/lambda^epsilon}. */
  public double growth() {
    return request.epsilon() * -Math.log(scale.lambda());
  }
}
