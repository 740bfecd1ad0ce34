package org.flowproof.check;

import java.util.List;
import java.util.Map;
import org.flowproof.flow.Failure;
import org.flowproof.flow.ObservableCatalogue;
import org.flowproof.flow.Trajectory;
import org.flowproof.formula.Ball;
import org.flowproof.formula.BallArithmetic;
import org.flowproof.formula.CompiledProposition;
import org.flowproof.formula.Compiler;
import org.flowproof.formula.NoValueException;
import org.flowproof.formula.Proposition;
import org.flowproof.formula.Signature;
import org.flowproof.formula.Terms;
import org.flowproof.formula.Truth;
import org.flowproof.formula.Valuation;

/** The times that a conclusion is about. */
final class RangeTest {
  /** Halvings that bring an end of the range to the accuracy of a double. */
  private static final int HALVINGS = 50;

  private final List<CompiledProposition<Ball>> parts;
  private final Valuation<Ball> valuation;
  private final boolean readsStates;

  RangeTest(Proposition range, Valuation<Ball> valuation) {
    Compiler<Ball> compiler = new Compiler<>(new BallArithmetic());
    this.parts =
        range instanceof Proposition.And and
            ? and.parts().stream().map(compiler::compile).toList()
            : List.of(compiler.compile(range));
    this.valuation = valuation;
    this.readsStates =
        Terms.observables(range).stream()
            .anyMatch(
                name ->
                    ObservableCatalogue.standard().find(name).map(Signature::timed).orElse(true));
  }

  /**
   * Whether a time is in the range. Parts of a conjunction guard the later ones, which may have no
   * value where an earlier one is false or undecided.
   */
  Truth contains(Map<String, Integer> indices, double time) {
    return contains(valuation, indices, time);
  }

  private Truth contains(Valuation<Ball> values, Map<String, Integer> indices, double time) {
    Truth all = Truth.TRUE;
    for (CompiledProposition<Ball> part : parts) {
      try {
        all = all.and(part.evaluate(values, indices, Ball.exact(time)));
      } catch (NoValueException e) {
        if (all == Truth.TRUE) {
          throw e;
        }
      }
      if (all == Truth.FALSE) {
        return all;
      }
    }
    return all;
  }

  /** The last time known to be inside, between one inside and one that is not known to be. */
  double edge(Map<String, Integer> indices, double inside, double other) {
    double in = inside;
    double out = other;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = in + (out - in) / 2;
      if (contains(indices, middle) == Truth.TRUE) {
        in = middle;
      } else {
        out = middle;
      }
    }
    return in;
  }

  /** Whether the range goes on after the end of the run, as far as that can be told. */
  boolean goesOn(Map<String, Integer> indices, Trajectory trajectory) {
    double end = trajectory.endTime();
    double later = 2 * end + 1;
    boolean brokeOff = trajectory.failures().stream().anyMatch(Failure::endsTheRun);
    Valuation<Ball> values = brokeOff ? new UnfinishedRun(valuation, end, 2 * later) : valuation;
    return contains(values, indices, readsStates ? end : later) != Truth.FALSE;
  }
}
