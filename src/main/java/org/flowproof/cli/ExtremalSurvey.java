package org.flowproof.cli;

import java.util.List;
import java.util.Optional;
import org.flowproof.flow.cones.ActivationCones;
import org.flowproof.flow.cones.AlignmentConstants;
import org.flowproof.flow.cones.AlignmentScale;
import org.flowproof.flow.cones.AscentSearch;
import org.flowproof.flow.cones.ExtremalVector;
import org.flowproof.formula.NoValueException;
import org.flowproof.problem.Problem;

/**
 * What there is to say about the extremal vectors of a problem.
 *
 * @param problem whose data they are
 * @param request what was asked for
 * @param vectors all of them; those found by the search when the cones were too many to list
 * @param cones number of activation cones, when they were listed
 * @param refusal why the cones were not listed; empty when they were
 * @param constants of all cones, when they were listed and have values
 * @param scale lambda*, when it has a value
 * @param scaleFailure why constants or scale have no value; empty when they have
 * @param search basins
 */
record ExtremalSurvey(
    Problem problem,
    Request request,
    List<ExtremalVector> vectors,
    int cones,
    String refusal,
    Optional<Constants> constants,
    Optional<Double> scale,
    String scaleFailure,
    AscentSearch search) {

  /** What is asked for: directions and their seed, and the parameters of the theorem. */
  record Request(int starts, long seed, double epsilon, double alpha0) {}

  /** The constants of the theorem, rounded. */
  record Constants(double longest, double shortest, double alphaMin, double delta) {}

  /**
   * Surveys a problem.
   *
   * @throws NoValueException when its activation has no kinks, or all samples are 0
   */
  static ExtremalSurvey of(Problem problem, Request request) {
    AscentSearch search = AscentSearch.of(problem, request.starts(), request.seed());
    ActivationCones cones;
    try {
      cones = ActivationCones.of(problem);
    } catch (NoValueException e) {
      return new ExtremalSurvey(
          problem,
          request,
          search.found(),
          0,
          e.getMessage(),
          Optional.empty(),
          Optional.empty(),
          "needs all cones",
          search);
    }
    AlignmentConstants exact = new AlignmentConstants(cones);
    Optional<Constants> constants = Optional.empty();
    Optional<Double> scale = Optional.empty();
    String failure = "";
    try {
      constants =
          Optional.of(
              new Constants(
                  Math.sqrt(exact.largestPull2().toDouble()),
                  Math.sqrt(exact.smallestPull2().toDouble()),
                  Math.sqrt(exact.alphaMin2().toDouble()),
                  Math.sqrt(exact.delta2().toDouble())));
      scale = Optional.of(AlignmentScale.of(problem, exact, request.epsilon(), request.alpha0()));
    } catch (NoValueException e) {
      failure = e.getMessage();
    }
    return new ExtremalSurvey(
        problem,
        request,
        cones.extremalVectors(),
        cones.cones().size(),
        "",
        constants,
        scale,
        failure,
        search);
  }
}
