package org.flowproof.formula;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Prints trees as formula text. Reading the text of a tree that came from the parser gives the same
 * tree again. Literals that no decimal can write ({@code 1/3}, negative numbers) are printed as
 * operations of equal value.
 */
public final class TextPrinter {
  private TextPrinter() {}

  /** The text of a term. */
  public static String print(Term term) {
    if (term instanceof Term.Literal literal) {
      return literal(literal.value());
    }
    if (term instanceof Term.Name name) {
      return name.name();
    }
    if (term instanceof Term.Observed observed) {
      return observed(observed);
    }
    if (term instanceof Term.Negation negation) {
      return "-"
          + parenthesised(negation.operand(), Binding.of(negation.operand()) < Binding.POWER);
    }
    if (term instanceof Term.Operation operation) {
      return operation(operation);
    }
    if (term instanceof Term.Call call) {
      return call.function().head()
          + call.arguments().stream()
              .map(TextPrinter::print)
              .collect(Collectors.joining(", ", "[", "]"));
    }
    if (term instanceof Term.Over over) {
      return over.fold().head()
          + String.format("[%s, {%s, %s}]", print(over.body()), over.index(), over.size());
    }
    Term.OverTime over = (Term.OverTime) term;
    return over.fold().head()
        + String.format(
            "[%s, {%s, %s, %s}]",
            print(over.body()), over.variable(), print(over.from()), print(over.to()));
  }

  /** The text of a statement. */
  public static String print(Proposition proposition) {
    if (proposition instanceof Proposition.Comparison comparison) {
      return print(comparison.left())
          + " "
          + comparison.relation().symbol()
          + " "
          + print(comparison.right());
    }
    if (proposition instanceof Proposition.And and) {
      return and.parts().isEmpty() ? "0 == 0" : joined(and.parts(), " && ", Binding.COMPARISON);
    }
    if (proposition instanceof Proposition.Or or) {
      return or.parts().isEmpty() ? "0 != 0" : joined(or.parts(), " || ", Binding.AND);
    }
    if (proposition instanceof Proposition.Not not) {
      return Heads.NOT + "[" + print(not.operand()) + "]";
    }
    if (proposition instanceof Proposition.Implies implies) {
      return Heads.IMPLIES
          + "["
          + print(implies.premise())
          + ", "
          + print(implies.consequence())
          + "]";
    }
    Proposition.Quantified quantified = (Proposition.Quantified) proposition;
    return quantified.quantifier().head()
        + String.format(
            "[{%s, %s}, %s]", quantified.index(), quantified.size(), print(quantified.body()));
  }

  private static String joined(List<Proposition> parts, String sign, int binding) {
    return parts.stream()
        .map(part -> Binding.of(part) >= binding ? print(part) : "(" + print(part) + ")")
        .collect(Collectors.joining(sign));
  }

  private static String operation(Term.Operation operation) {
    int binding = Binding.of(operation);
    boolean power = operation.operator() == Term.Operator.POWER;
    int left = Binding.of(operation.left());
    int right = Binding.of(operation.right());
    String sign = operation.operator().symbol();
    return parenthesised(operation.left(), power ? left <= binding : left < binding)
        + (binding == Binding.SUM ? " " + sign + " " : sign)
        + parenthesised(
            operation.right(),
            (power ? right < binding : right <= binding) || Binding.signed(operation.right()));
  }

  private static String parenthesised(Term term, boolean needed) {
    return needed ? "(" + print(term) + ")" : print(term);
  }

  private static String observed(Term.Observed observed) {
    List<String> arguments = new ArrayList<>();
    observed.indices().forEach(index -> arguments.add(print(index)));
    boolean now = observed.time() instanceof Term.Name name && name.name().equals(Heads.TIME);
    if (observed.time() != null && (arguments.isEmpty() || !now)) {
      arguments.add(print(observed.time()));
    }
    return observed.name()
        + (observed.primes() == 0 ? "" : "'")
        + "["
        + String.join(", ", arguments)
        + "]";
  }

  private static String literal(Rational value) {
    if (value.signum() < 0) {
      return "(-" + literal(value.negate()) + ")";
    }
    if (!Binding.decimal(value)) {
      return "(" + value.numerator() + "/" + value.denominator() + ")";
    }
    BigDecimal decimal =
        new BigDecimal(value.numerator())
            .divide(new BigDecimal(value.denominator()))
            .stripTrailingZeros();
    int exponent = -decimal.scale();
    BigInteger digits = decimal.unscaledValue();
    int most = Lexer.MAX_DECIMAL_EXPONENT;
    if (Math.abs(exponent) > most) {
      // more places than an exponent may say: the rest is written out
      int shift = Integer.signum(exponent) * most;
      return decimal.scaleByPowerOfTen(-shift).toPlainString() + "e" + shift;
    }
    boolean plain = exponent <= 20 && decimal.scale() <= 20;
    return plain || digits.signum() == 0 ? decimal.toPlainString() : digits + "e" + exponent;
  }
}
