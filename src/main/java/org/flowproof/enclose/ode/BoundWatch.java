package org.flowproof.enclose.ode;

import java.util.List;
import java.util.OptionalDouble;
import org.flowproof.enclose.interval.Interval;
import org.flowproof.formula.Truth;

/** Follows one bound through all steps. */
final class BoundWatch {
  /** A step is cut into at most 2 to the power of this many parts. */
  private static final int DEPTH = 10;

  private final Bound bound;
  private final TaylorProgram<Interval> program;
  private Truth truth = Truth.TRUE;
  private OptionalDouble time = OptionalDouble.empty();

  BoundWatch(Bound bound) {
    this.bound = bound;
    this.program = new TaylorProgram<>(bound.polynomial(), new IntervalArithmetic());
  }

  BoundResult result() {
    return new BoundResult(bound.text(), truth, time);
  }

  /** Takes notice of a step; what failed once stays failed. */
  void step(StepPath path, double start, Interval span) {
    if (truth != Truth.FALSE && bound.over(program, path.box()) != Truth.TRUE) {
      parts(path, start, span, 0);
    }
  }

  private void parts(StepPath path, double start, Interval span, int depth) {
    List<Interval> box = path.at(span);
    Truth here = bound.over(program, box);
    if (here == Truth.TRUE || truth == Truth.FALSE) {
      return;
    }
    double middle = span.midpoint();
    boolean narrow = depth == DEPTH || middle <= span.lower() || middle >= span.upper();
    if (here == Truth.FALSE || narrow) {
      if (here == Truth.FALSE || truth == Truth.TRUE) {
        truth = here;
        time = OptionalDouble.of(start + span.lower());
      }
      return;
    }
    parts(path, start, Interval.of(span.lower(), middle), depth + 1);
    parts(path, start, Interval.of(middle, span.upper()), depth + 1);
  }
}
