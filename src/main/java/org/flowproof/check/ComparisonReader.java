package org.flowproof.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.flowproof.formula.AtZero;
import org.flowproof.formula.Ball;
import org.flowproof.formula.BallArithmetic;
import org.flowproof.formula.CompiledTerm;
import org.flowproof.formula.Compiler;
import org.flowproof.formula.Instance;
import org.flowproof.formula.NoValueException;
import org.flowproof.formula.Proposition;
import org.flowproof.formula.Rational;
import org.flowproof.formula.RationalArithmetic;
import org.flowproof.formula.Term;
import org.flowproof.formula.Terms;
import org.flowproof.formula.Truth;
import org.flowproof.formula.Valuation;

/** Reads one comparison other than {@code !=}, with a margin. */
final class ComparisonReader {
  private static final BallArithmetic BALLS = new BallArithmetic();
  private static final PullArithmetic PULLS = new PullArithmetic();

  private final Proposition.Relation relation;
  private final Valuation<Ball> balls;
  private final ExactValuation exact;
  private final CompiledTerm<Ball> left;
  private final CompiledTerm<Ball> right;
  private final CompiledTerm<Rational> leftExact;
  private final CompiledTerm<Rational> rightExact;
  private final CompiledTerm<Rational> leftAtZero;
  private final CompiledTerm<Rational> rightAtZero;
  private final CompiledTerm<PullForm> leftInPulls;
  private final CompiledTerm<PullForm> rightInPulls;
  private final boolean sameAtZero;
  private final boolean sameAtLastEvent;
  private final List<CompiledTerm<Ball>> summands = new ArrayList<>();

  ComparisonReader(Proposition.Comparison comparison, Valuation<Ball> balls, ExactValuation exact) {
    this.relation = comparison.relation();
    this.balls = balls;
    this.exact = exact;
    Compiler<Ball> ballCompiler = new Compiler<>(BALLS);
    Compiler<Rational> exactCompiler = new Compiler<>(new RationalArithmetic());
    this.left = ballCompiler.compile(comparison.left());
    this.right = ballCompiler.compile(comparison.right());
    this.leftExact = exactCompiler.compile(comparison.left());
    this.rightExact = exactCompiler.compile(comparison.right());
    Compiler<PullForm> pullCompiler = new Compiler<>(PULLS);
    this.leftInPulls = pullCompiler.compile(comparison.left());
    this.rightInPulls = pullCompiler.compile(comparison.right());
    Term l = AtZero.simplify(comparison.left());
    Term r = AtZero.simplify(comparison.right());
    this.leftAtZero = exactCompiler.compile(l);
    this.rightAtZero = exactCompiler.compile(r);
    this.sameAtZero = l.equals(r);
    Map<String, Term> last = Map.of("t", new Term.Name("lastEvent"));
    this.sameAtLastEvent =
        Terms.names(comparison).contains("lastEvent")
            && Instance.of(comparison.left(), last).equals(Instance.of(comparison.right(), last));
    if (relation == Proposition.Relation.EQUAL) {
      Summands.of(comparison.left()).forEach(s -> summands.add(ballCompiler.compile(s)));
      Summands.of(comparison.right()).forEach(s -> summands.add(ballCompiler.compile(s)));
    }
  }

  /**
   * Reads with error radii and decides ties exactly where that is possible.
   *
   * @throws NoValueException when a side has no value
   */
  Reading read(Map<String, Integer> indices, double time) {
    Ball t = Ball.exact(time);
    Ball l = left.evaluate(balls, indices, t);
    Ball r = right.evaluate(balls, indices, t);
    boolean same =
        time == 0 && sameAtZero || sameAtLastEvent && time == balls.constant("lastEvent").value();
    if (same) {
      return Reading.exact(!strict(), l.value(), r.value(), 0);
    }
    Reading reading =
        relation == Proposition.Relation.EQUAL ? equality(l, r, indices, t) : order(l, r);
    if (reading.outcome() == Reading.Outcome.OPEN) {
      try {
        return time == 0 ? exactly(leftAtZero, rightAtZero, indices, time) : exactly(indices, time);
      } catch (NoValueException irrational) {
        return inPulls(reading, indices, time);
      }
    }
    return reading;
  }

  /** What exact forms in the pulls of a descent say of an open reading. */
  private Reading inPulls(Reading open, Map<String, Integer> indices, double time) {
    try {
      Optional<PullValuation> values = exact.inPulls(time);
      if (values.isEmpty()) {
        return open;
      }
      PullForm at = PullForm.constant(Rational.ofDouble(time));
      PullForm l = leftInPulls.evaluate(values.get(), indices, at);
      PullForm r = rightInPulls.evaluate(values.get(), indices, at);
      Truth truth = PULLS.compare(relation, l, r);
      if (truth == Truth.UNDECIDED) {
        return open.open(open.reason() + "; the sign depends on the sizes of the pulls");
      }
      // the sign of the gap is known, its size is not
      double gap = truth == Truth.TRUE ? Math.max(0, open.gap()) : Math.min(0, open.gap());
      return Reading.exact(truth == Truth.TRUE, open.left(), open.right(), gap);
    } catch (NoValueException otherwise) {
      return open.open(open.reason() + "; not decided exactly: " + otherwise.getMessage());
    }
  }

  /**
   * Reads in rational arithmetic.
   *
   * @throws NoValueException where the state or an irrational function has no exact value
   */
  Reading exactly(Map<String, Integer> indices, double time) {
    return exactly(leftExact, rightExact, indices, time);
  }

  private Reading exactly(
      CompiledTerm<Rational> leftSide,
      CompiledTerm<Rational> rightSide,
      Map<String, Integer> indices,
      double time) {
    Rational t = Rational.ofDouble(time);
    Rational l = leftSide.evaluate(exact, indices, t);
    Rational r = rightSide.evaluate(exact, indices, t);
    Rational gap =
        switch (relation) {
          case LESS, LESS_OR_EQUAL -> r.minus(l);
          case GREATER, GREATER_OR_EQUAL -> l.minus(r);
          case EQUAL, NOT_EQUAL -> l.minus(r).abs().negate();
        };
    boolean holds = strict() ? gap.signum() > 0 : gap.signum() >= 0;
    return Reading.exact(holds, l.toDouble(), r.toDouble(), gap.toDouble());
  }

  private boolean strict() {
    return relation == Proposition.Relation.LESS || relation == Proposition.Relation.GREATER;
  }

  private boolean leftIsLower() {
    return relation == Proposition.Relation.LESS || relation == Proposition.Relation.LESS_OR_EQUAL;
  }

  private Reading order(Ball l, Ball r) {
    Ball gap = leftIsLower() ? BALLS.minus(r, l) : BALLS.minus(l, r);
    Reading.Outcome outcome;
    String reason = "";
    if (strict() ? gap.lower() > 0 : gap.lower() >= 0) {
      outcome = Reading.Outcome.HOLDS;
    } else if (strict() ? gap.upper() <= 0 : gap.upper() < 0) {
      outcome = Reading.Outcome.VIOLATED;
    } else {
      outcome = Reading.Outcome.OPEN;
      reason = "the margin is within the numerical error";
    }
    double lower = leftIsLower() ? l.value() : r.value();
    double upper = leftIsLower() ? r.value() : l.value();
    double size = Math.max(Math.abs(lower), Math.abs(upper));
    return new Reading(
        outcome,
        l.value(),
        r.value(),
        gap.value(),
        gap.radius(),
        size,
        upper > 0 ? lower / upper : Double.NaN,
        Reading.Kind.ORDER,
        reason);
  }

  private Reading equality(Ball l, Ball r, Map<String, Integer> indices, Ball t) {
    Ball gap = BALLS.minus(l, r);
    double size = 0;
    for (CompiledTerm<Ball> summand : summands) {
      size = Math.max(size, Math.abs(summand.evaluate(balls, indices, t).value()));
    }
    boolean beyond = gap.lower() > 0 || gap.upper() < 0;
    return new Reading(
        beyond ? Reading.Outcome.VIOLATED : Reading.Outcome.HOLDS,
        l.value(),
        r.value(),
        -Math.abs(gap.value()),
        gap.radius(),
        size,
        Double.NaN,
        Reading.Kind.EQUALITY,
        "");
  }
}
