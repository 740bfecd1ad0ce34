package org.flowproof.enclose.claim;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.flowproof.enclose.interval.Interval;
import org.flowproof.formula.AtZero;
import org.flowproof.formula.CompiledTerm;
import org.flowproof.formula.Compiler;
import org.flowproof.formula.NoValueException;
import org.flowproof.formula.Proposition;
import org.flowproof.formula.Rational;
import org.flowproof.formula.RationalArithmetic;
import org.flowproof.formula.Term;
import org.flowproof.formula.TextPrinter;
import org.flowproof.formula.Truth;

/**
 * One comparison, decided over spans of time through the signs that the difference of its sides may
 * have there:
 *
 * <ul>
 *   <li>those in the interval that the formula gives over the span;
 *   <li>those in {@code f(middle) + f'(span)*(span - middle)};
 *   <li>those that follow from the sign at the end of the span before and the sign of the
 *       derivative: a tie at time 0, decided in rational numbers, is left only upwards where the
 *       difference grows.
 * </ul>
 */
final class ComparisonOnTube {
  private static final int DIGITS = 6;

  private final String text;
  private final Proposition.Relation relation;
  private final TubeContext tube;
  private final boolean guarded;
  private final Optional<ClearedReading> cleared;
  private final CompiledTerm<Interval> left;
  private final CompiledTerm<Interval> right;
  private final CompiledTerm<Interval> difference;
  private final CompiledTerm<Jet> moving;
  private final CompiledTerm<Rational> atZero;
  private final Map<Map<String, Integer>, Known> ends = new HashMap<>();
  private String obstacle = "";

  /**
   * What is known at one time.
   *
   * @param before the sign at the end of the span before it, for when the span is read again in
   *     parts; null when it was not asked for
   */
  private record Known(double time, SignSet signs, double earlier, SignSet before) {}

  /**
   * A comparison.
   *
   * @param facts what the range says at the times that count
   */
  ComparisonOnTube(Proposition.Comparison comparison, RangeFacts facts, TubeContext tube) {
    this.tube = tube;
    text = TextPrinter.print(comparison);
    relation = comparison.relation();
    Term l = facts.rewritten(comparison.left());
    Term r = facts.rewritten(comparison.right());
    Term f =
        tube.conserves()
            ? Difference.of(Conserved.rewritten(l), Conserved.rewritten(r)).term()
            : Difference.of(l, r).term();
    guarded = !f.equals(new Term.Operation(Term.Operator.MINUS, l, r));
    cleared = facts.cleared(comparison).map(c -> new ClearedReading(c, tube));
    Compiler<Interval> intervals = new Compiler<>(new IntervalArithmetic());
    left = intervals.compile(l);
    right = intervals.compile(r);
    difference = intervals.compile(f);
    moving = new Compiler<>(new JetArithmetic()).compile(f);
    atZero =
        new Compiler<>(new RationalArithmetic())
            .compile(Difference.of(AtZero.simplify(l), AtZero.simplify(r)).term());
  }

  /** Whether the comparison holds at every time of a span, or at none. */
  Truth read(Map<String, Integer> indices, Span span) {
    Truth truth = Truth.UNDECIDED;
    obstacle = "";
    try {
      truth = (span.isStart() ? atStart(indices) : over(indices, span)).compare(relation);
    } catch (NoValueException e) {
      obstacle = e.getMessage();
    }
    return truth == Truth.UNDECIDED && cleared.isPresent()
        ? cleared.get().read(indices, span)
        : truth;
  }

  /** Whether it is an equation, which shorter spans do not decide. */
  boolean isEquation() {
    return relation == Proposition.Relation.EQUAL;
  }

  /** Why the last reading had no value; empty when it had one. */
  String obstacle() {
    return obstacle;
  }

  /** Both sides over a span, for messages. */
  String sides(Map<String, Integer> indices, Span span) {
    try {
      Interval l = left.evaluate(tube.values(), indices, span.time());
      Interval r = right.evaluate(tube.values(), indices, span.time());
      return text + ": " + l.text(DIGITS) + " against " + r.text(DIGITS);
    } catch (NoValueException e) {
      return text + " has no value: " + e.getMessage();
    }
  }

  /** A comparison that counts in place of this one wherever a factor is positive. */
  private static final class ClearedReading {
    private final ComparisonOnTube comparison;
    private final CompiledTerm<Interval> factor;
    private final TubeContext tube;

    ClearedReading(RangeFacts.Cleared cleared, TubeContext tube) {
      this.tube = tube;
      comparison = new ComparisonOnTube(cleared.comparison(), RangeFacts.NONE, tube);
      factor = new Compiler<>(new IntervalArithmetic()).compile(cleared.factor());
    }

    Truth read(Map<String, Integer> indices, Span span) {
      try {
        return factor.evaluate(tube.values(), indices, span.time()).isPositive()
            ? comparison.read(indices, span)
            : Truth.UNDECIDED;
      } catch (NoValueException e) {
        return Truth.UNDECIDED;
      }
    }
  }

  private SignSet atStart(Map<String, Integer> indices) {
    // a side without a value there has no sign, whatever is left of it after simplifying
    Interval l = left.evaluate(tube.values(), indices, Interval.ZERO);
    Interval r = right.evaluate(tube.values(), indices, Interval.ZERO);
    SignSet signs = SignSet.of(l.minus(r));
    try {
      Rational exact = atZero.evaluate(tube.exact(), indices, Rational.ZERO);
      signs = signs.and(SignSet.of(exact.signum()));
    } catch (NoValueException irrational) {
      // the interval has to do
      obstacle = "not decided exactly: " + irrational.getMessage();
    }
    ends.put(Map.copyOf(indices), new Known(0, signs, 0, signs));
    return signs;
  }

  private SignSet over(Map<String, Integer> indices, Span span) {
    if (guarded) {
      left.evaluate(tube.values(), indices, span.time());
      right.evaluate(tube.values(), indices, span.time());
    }
    SignSet signs = SignSet.of(difference.evaluate(tube.values(), indices, span.time()));
    SignSet before = remembered(indices, span.after()).orElse(null);
    if (tube.slopes() && (signs.compare(relation) == Truth.UNDECIDED || !isSingle(signs))) {
      before = before == null ? signsAt(indices, span.after()) : before;
      signs = signs.and(fromSlope(indices, span, before));
    }
    ends.put(Map.copyOf(indices), new Known(span.until(), signs, span.after(), before));
    return signs;
  }

  private static boolean isSingle(SignSet signs) {
    return signs.equals(SignSet.of(-1))
        || signs.equals(SignSet.of(0))
        || signs.equals(SignSet.of(1));
  }

  private Optional<SignSet> remembered(Map<String, Integer> indices, double time) {
    Known known = ends.get(indices);
    if (known != null && known.time() == time) {
      return Optional.of(known.signs());
    }
    return known != null && known.earlier() == time
        ? Optional.ofNullable(known.before())
        : Optional.empty();
  }

  private SignSet signsAt(Map<String, Integer> indices, double time) {
    try {
      return time == 0
          ? atStart(indices)
          : SignSet.of(difference.evaluate(tube.values(), indices, Interval.of(time)));
    } catch (NoValueException e) {
      return SignSet.ANY;
    }
  }

  private SignSet fromSlope(Map<String, Integer> indices, Span span, SignSet before) {
    Interval time = span.time();
    Interval slope;
    Interval middle;
    double at = time.midpoint();
    try {
      slope = moving.evaluate(tube.values().jets(), indices, new Jet(time, Interval.ONE)).slope();
      middle = difference.evaluate(tube.values(), indices, Interval.of(at));
    } catch (NoValueException e) {
      return SignSet.ANY;
    }
    SignSet follows = before.moving(slope);
    if (Jet.bounded(slope) && Jet.bounded(middle)) {
      Interval reached = middle.plus(slope.times(time.minus(at)));
      follows = follows.and(SignSet.of(reached));
    }
    return follows;
  }
}
