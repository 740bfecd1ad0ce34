package org.flowproof.enclose.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.flowproof.enclose.interval.Interval;
import org.flowproof.formula.NoValueException;
import org.flowproof.formula.Term;

/**
 * Integrals and extrema over a range of times whose ends may be any of two intervals: the range is
 * cut into spans that cover it, and every span counts with all its times.
 */
final class TimeFolds {
  private final TubeSpans spans;

  TimeFolds(TubeSpans spans) {
    this.spans = spans;
  }

  Interval fold(Term.TimeFold fold, Interval from, Interval to, Function<Interval, Interval> body) {
    return switch (fold) {
      case INTEGRAL -> integral(from, to, body);
      case SUPREMUM -> extremum(from, to, body, Interval::max);
      case INFIMUM -> extremum(from, to, body, Interval::min);
    };
  }

  private Interval extremum(
      Interval from,
      Interval to,
      Function<Interval, Interval> body,
      BinaryOperator<Interval> larger) {
    if (from.upper() > to.lower()) {
      throw new NoValueException("extremum over a range of times that may be empty");
    }
    Interval result = body.apply(to);
    if (!from.isPoint()) {
      result = larger.apply(result, body.apply(from));
    }
    Interval between = Interval.hull(Interval.of(from.upper()), Interval.of(to.lower()));
    return extremumOver(between, body, larger, result);
  }

  private Interval extremumOver(
      Interval range,
      Function<Interval, Interval> body,
      BinaryOperator<Interval> larger,
      Interval first) {
    Interval result = first;
    for (Interval span : cut(range)) {
      result = larger.apply(result, body.apply(span));
    }
    return result;
  }

  private Interval integral(Interval from, Interval to, Function<Interval, Interval> body) {
    if (from.lower() > to.upper()) {
      return integral(to, from, body).negate();
    }
    if (!from.isPoint() || !to.isPoint()) {
      Interval inner =
          from.upper() <= to.lower()
              ? integral(Interval.of(from.upper()), Interval.of(to.lower()), body)
              : Interval.ZERO;
      if (from.upper() > to.lower()) {
        throw new NoValueException("an integral whose ends may change places");
      }
      return inner.plus(end(from, body)).plus(end(to, body));
    }
    Interval sum = Interval.ZERO;
    for (Interval span : cut(Interval.of(from.lower(), to.lower()))) {
      Interval length = Interval.of(span.upper()).minus(span.lower());
      sum = sum.plus(body.apply(span).times(length));
    }
    return sum;
  }

  /** What an end that is not known adds: nothing, up to all of it. */
  private static Interval end(Interval end, Function<Interval, Interval> body) {
    if (end.isPoint()) {
      return Interval.ZERO;
    }
    Interval length = Interval.of(0, Interval.of(end.upper()).minus(end.lower()).upper());
    return body.apply(end).times(length);
  }

  /** Spans that cover a range, none across the border of two pieces. */
  private List<Interval> cut(Interval range) {
    List<Interval> all = new ArrayList<>();
    double last = range.lower();
    for (double next : spans.cuts()) {
      double until = Math.min(next, range.upper());
      if (until > last) {
        all.add(Interval.of(last, until));
        last = until;
      }
    }
    if (last < range.upper()) {
      all.add(Interval.of(last, range.upper()));
    }
    return all;
  }

  /**
   * The same with the derivative by time, for ranges that begin at a fixed time.
   *
   * <p>An integral moves as fast as its integrand at the end. A supremum moves only where the value
   * at the end is the largest, and then as fast as it, so that its derivative lies between 0 and
   * that of the value, at almost every time. Both only where the integrand depends on the present
   * through the end of the range alone.
   */
  Jet foldJets(Term.TimeFold fold, Jet from, Jet to, Function<Jet, Jet> body) {
    List<Jet> moving = new ArrayList<>();
    Interval value =
        fold(
            fold,
            from.value(),
            to.value(),
            t -> {
              Jet fixed = body.apply(Jet.constant(t));
              if (!fixed.rests()) {
                moving.add(fixed);
              }
              return fixed.value();
            });
    if (!moving.isEmpty() || !from.rests() || to.slope().lower() < 0) {
      return Jet.jumping(value);
    }
    if (to.rests()) {
      return Jet.constant(value);
    }
    Jet last = body.apply(new Jet(to.value(), Interval.ONE));
    Interval slope =
        switch (fold) {
          case INTEGRAL -> last.value();
          case SUPREMUM -> Interval.hull(Interval.ZERO, last.slope().max(Interval.ZERO));
          case INFIMUM -> Interval.hull(Interval.ZERO, last.slope().min(Interval.ZERO));
        };
    return new Jet(value, JetArithmetic.product(slope, to.slope()));
  }
}
