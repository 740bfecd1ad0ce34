package org.flowproof.check;

import java.util.List;
import java.util.OptionalInt;
import org.flowproof.formula.Arithmetic;
import org.flowproof.formula.NoValueException;
import org.flowproof.formula.Proposition;
import org.flowproof.formula.Rational;
import org.flowproof.formula.RationalArithmetic;
import org.flowproof.formula.Term;
import org.flowproof.formula.Truth;

/** Exact arithmetic with {@link PullForm}s. What is not such a form has no value. */
final class PullArithmetic implements Arithmetic<PullForm> {
  private static final RationalArithmetic RATIONALS = new RationalArithmetic();
  private static final Rational MINUS_ONE = Rational.of(-1);

  @Override
  public PullForm of(Rational value) {
    return PullForm.constant(value);
  }

  @Override
  public PullForm plus(PullForm left, PullForm right) {
    return left.plus(right);
  }

  @Override
  public PullForm minus(PullForm left, PullForm right) {
    return left.plus(right.times(MINUS_ONE));
  }

  @Override
  public PullForm times(PullForm left, PullForm right) {
    if (left.isConstant()) {
      return right.times(left.constant());
    }
    return left.times(number(right));
  }

  @Override
  public PullForm divide(PullForm left, PullForm right) {
    return left.times(RATIONALS.divide(Rational.ONE, number(right)));
  }

  @Override
  public PullForm power(PullForm base, int exponent) {
    return exponent == 1 ? base : of(RATIONALS.power(number(base), exponent));
  }

  @Override
  public PullForm power(PullForm base, PullForm exponent) {
    return of(RATIONALS.power(number(base), number(exponent)));
  }

  @Override
  public PullForm negate(PullForm value) {
    return value.times(MINUS_ONE);
  }

  @Override
  public PullForm apply(Term.Function function, List<PullForm> arguments) {
    PullForm first = arguments.get(0);
    return switch (function) {
      case ABS -> known(first) < 0 ? negate(first) : first;
      case MAX -> known(minus(first, arguments.get(1))) >= 0 ? first : arguments.get(1);
      case MIN -> known(minus(first, arguments.get(1))) <= 0 ? first : arguments.get(1);
      default ->
          of(RATIONALS.apply(function, arguments.stream().map(PullArithmetic::number).toList()));
    };
  }

  @Override
  public Truth compare(Proposition.Relation relation, PullForm left, PullForm right) {
    OptionalInt sign = minus(left, right).sign();
    return sign.isEmpty()
        ? Truth.UNDECIDED
        : RATIONALS.compare(relation, Rational.of(sign.getAsInt()), Rational.ZERO);
  }

  private static int known(PullForm form) {
    return form.sign()
        .orElseThrow(() -> new NoValueException("a sign depends on the sizes of the pulls"));
  }

  private static Rational number(PullForm form) {
    if (!form.isConstant()) {
      throw new NoValueException("not a linear form in the pulls");
    }
    return form.constant();
  }
}
