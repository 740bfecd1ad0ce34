package org.flowproof.enclose.claim;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.flowproof.enclose.interval.Interval;
import org.flowproof.flow.cones.ActivationCones;
import org.flowproof.flow.cones.AlignmentConstants;
import org.flowproof.formula.NoValueException;
import org.flowproof.formula.Rational;
import org.flowproof.problem.Problem;

/**
 * The observables without time: data, constants that are enclosed, and the times of events as far
 * as the tube knows them. What is only estimated elsewhere has no value here.
 */
final class TubeConstants {
  private final TubeModel model;
  private final Problem problem;
  private final TubeSpans spans;
  private final Map<List<Object>, Interval> known = new HashMap<>();

  TubeConstants(TubeModel model, TubeSpans spans) {
    this.model = model;
    problem = model.problem();
    this.spans = spans;
  }

  /**
   * A value.
   *
   * @throws NoValueException for what is not read on tubes
   */
  Interval value(TubeObservable observable, List<Integer> indices, TubeValues values) {
    List<Object> key = new ArrayList<>(indices);
    key.add(observable.name());
    Interval value = known.get(key);
    if (value == null) {
      value =
          observable.isDefined()
              ? observable
                  .values()
                  .evaluate(values, observable.binding(observable.position(indices)), null)
              : primitive(observable.name(), indices);
      known.put(key, value);
    }
    return value;
  }

  private Interval primitive(String name, List<Integer> indices) {
    return switch (name) {
      case "x" -> Interval.of(problem.data().x().get(indices.get(0) - 1, indices.get(1) - 1));
      case "y" -> Interval.of(problem.data().y().get(indices.get(0) - 1));
      case "alpha" ->
          Interval.of(
              model
                  .slope()
                  .orElseThrow(
                      () -> new NoValueException("a smooth activation has no slope below zero")));
      case "endTime" -> Interval.of(spans.end());
      case "firstEvent" -> new TubeEvents(model, spans).first(indices.get(0) - 1);
      case "lastEvent" -> new TubeEvents(model, spans).last();
      case "lambdaMax" -> LargestEigenvalue.ofSecondMoment(problem.data().x());
      case "Dmax" -> root(constants().largestPull2());
      case "Dmin" -> root(constants().smallestPull2());
      case "alphaMin" -> root(constants().alphaMin2());
      default ->
          throw new NoValueException(name + " is not read on tubes: it is not known with a bound");
    };
  }

  private AlignmentConstants constants() {
    return new AlignmentConstants(ActivationCones.of(problem));
  }

  private static Interval root(Rational square) {
    return Interval.of(square).sqrt();
  }
}
