package org.flowproof.proof.exact;

import java.util.List;
import org.flowproof.formula.IndexKind;
import org.flowproof.formula.Term;

/**
 * A bound on the degree of what exact evaluation evaluates, at one choice of sizes. Functions are
 * atoms; that two of them have equal arguments at a random point by accident is a zero of the
 * difference of the arguments, whose degree is counted too.
 */
final class DegreeBound {
  private final Question question;
  private final Instance instance;
  private double calls;
  private double arguments;

  private DegreeBound(Question question, Instance instance) {
    this.question = question;
    this.instance = instance;
  }

  /** An expression with its derivative. */
  private record Pair(Degree value, Degree dot) {
    static Pair constant(Degree value) {
      return new Pair(value, Degree.CONSTANT);
    }

    Pair plus(Pair o) {
      return new Pair(value.plus(o.value), dot.plus(o.dot));
    }

    Pair times(Pair o) {
      return new Pair(value.times(o.value), dot.times(o.value).plus(value.times(o.dot)));
    }

    Pair inverse() {
      return new Pair(value.inverse(), dot.times(value.pow(-2)));
    }

    Pair pow(int exponent) {
      return exponent == 0
          ? constant(Degree.CONSTANT)
          : new Pair(value.pow(exponent), value.pow(exponent - 1).times(dot));
    }
  }

  /** Degree of the numerator and of all differences of arguments together, at least 1. */
  static double of(Question question, Instance instance) {
    DegreeBound bound = new DegreeBound(question, instance);
    Degree total = bound.pair(question.rest(), false, 1).value();
    if (question.derived() != null) {
      total = total.plus(bound.pair(question.derived(), true, 1).dot());
    }
    return Math.max(1, total.numerator() + bound.calls * bound.arguments);
  }

  // copies: how often the term is written out, for the count of function values
  private Pair pair(Term term, boolean moving, double copies) {
    if (term instanceof Term.Literal) {
      return Pair.constant(Degree.CONSTANT);
    } else if (term instanceof Term.Name n) {
      Term dot = question.nameDots().get(n.name());
      return new Pair(
          Degree.ATOM, moving && dot != null ? pair(dot, false, copies).value() : Degree.CONSTANT);
    } else if (term instanceof Term.Negation n) {
      return pair(n.operand(), moving, copies);
    } else if (term instanceof Term.Operation o) {
      return operation(o, moving, copies);
    } else if (term instanceof Term.Over o) {
      int size = instance.sizes().get(IndexKind.ofSize(o.size()).orElseThrow());
      Pair body = pair(o.body(), moving, copies * size);
      return new Pair(body.value().repeated(size), body.dot().repeated(size));
    } else if (term instanceof Term.Observed o) {
      return new Pair(Degree.ATOM, moving ? dot(o, copies) : Degree.CONSTANT);
    } else if (term instanceof Term.Call c) {
      return call(c, moving, copies);
    }
    return Pair.constant(Degree.ATOM);
  }

  private Pair operation(Term.Operation o, boolean moving, double copies) {
    Pair left = pair(o.left(), moving, copies);
    if (o.operator() == Term.Operator.POWER) {
      return left.pow(Exponents.integer(o.right()));
    }
    Pair right = pair(o.right(), moving, copies);
    return switch (o.operator()) {
      case PLUS, MINUS -> left.plus(right);
      case TIMES -> left.times(right);
      case DIVIDE -> left.times(right.inverse());
      case POWER -> throw new IllegalStateException();
    };
  }

  private Degree dot(Term.Observed o, double copies) {
    Dot dot = question.dots().apply(o);
    if (dot instanceof Dot.Known known) {
      return pair(known.derivative(), false, copies).value();
    } else if (dot instanceof Dot.Abbreviates abbreviates) {
      return pair(abbreviates.definition(), true, copies).dot();
    } else if (dot instanceof Dot.Chain chain) {
      Degree factor = pair(chain.factor(), false, copies).value();
      return factor.times(pair(chain.of(), true, copies).dot());
    }
    return Degree.CONSTANT;
  }

  private Pair call(Term.Call c, boolean moving, double copies) {
    List<Pair> parts = c.arguments().stream().map(a -> pair(a, moving, copies)).toList();
    // the value, and the function that is its derivative
    calls += 2 * copies;
    for (Pair part : parts) {
      arguments += 2 * copies * (part.value().numerator() + part.value().denominator());
    }
    // 1 - tanh^2 has degree 2, 1/x that of x turned round
    Degree slope = Degree.ATOM.pow(2).plus(parts.get(0).value().inverse());
    return new Pair(Degree.ATOM, moving ? slope.times(parts.get(0).dot()) : Degree.CONSTANT);
  }
}
