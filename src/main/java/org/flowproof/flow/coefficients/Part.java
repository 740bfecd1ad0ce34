package org.flowproof.flow.coefficients;

import java.util.List;
import java.util.function.DoubleFunction;
import org.flowproof.flow.Event;
import org.flowproof.flow.Failure;

/**
 * From one position to the next; gates change at its end only, if at all.
 *
 * @param from where it begins
 * @param to where it ends, after the change of gates
 * @param events at its end
 * @param failures what is in doubt from its end on
 * @param inside the position at a clock from its beginning on, before its end
 */
record Part(
    Position from,
    Position to,
    List<Event> events,
    List<Failure> failures,
    DoubleFunction<Position> inside) {

  /** The position at a clock between beginning and end. */
  Position at(double clock) {
    return clock == to.clock() ? to : clock == from.clock() ? from : inside.apply(clock);
  }

  /**
   * A part that gets nowhere.
   *
   * @param neuron 1-based; 0 when it is none in particular
   * @param cause as in {@link Failure#cause}
   */
  static Part failed(CoefficientModel model, Position from, int neuron, String cause) {
    Failure failure =
        new Failure(Failure.Kind.STEP_COLLAPSE, model.time(from.clock()), neuron, cause);
    return new Part(from, from, List.of(), List.of(failure), clock -> from);
  }
}
