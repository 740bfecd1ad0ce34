package org.flowproof.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A tree without the choices in which two parsers may honestly differ: sums and products are flat,
 * sorted and have one number each, differences and quotients are sums with factor -1 and powers
 * with exponent -1. Which operand belongs to which operation stays.
 *
 * @param head a function, {@code Plus}, {@code Times}, {@code Power} or a name
 * @param number the value of a number, otherwise {@code null}
 */
record Canonical(String head, List<Canonical> parts, Rational number) {
  private static final Rational MINUS_ONE = Rational.of(-1);

  static Canonical number(Rational value) {
    return new Canonical("", List.of(), value);
  }

  static Canonical name(String name) {
    return new Canonical(name, List.of(), null);
  }

  static Canonical of(String head, List<Canonical> parts) {
    return switch (head) {
      case "Plus" -> flat(head, parts, Rational.ZERO);
      case "Times" -> flat(head, parts, Rational.ONE);
      case "Power" -> power(parts.get(0), parts.get(1));
      case "Sqrt" -> power(parts.get(0), number(Rational.of(1, 2)));
      case "Exp" -> power(name("E"), parts.get(0));
      case "Max", "Min" -> new Canonical(head, sorted(parts), null);
      default -> new Canonical(head, List.copyOf(parts), null);
    };
  }

  private static Canonical flat(String head, List<Canonical> parts, Rational neutral) {
    Rational number = neutral;
    List<Canonical> rest = new ArrayList<>();
    List<Canonical> queue = new ArrayList<>(parts);
    for (int i = 0; i < queue.size(); i++) {
      Canonical part = queue.get(i);
      if (part.number != null) {
        number = head.equals("Plus") ? number.plus(part.number) : number.times(part.number);
      } else if (part.head.equals(head)) {
        queue.addAll(part.parts);
      } else {
        rest.add(part);
      }
    }
    if (!number.equals(neutral) || rest.isEmpty()) {
      rest.add(number(number));
    }
    return rest.size() == 1 ? rest.get(0) : new Canonical(head, sorted(rest), null);
  }

  private static Canonical power(Canonical base, Canonical exponent) {
    boolean inverse = MINUS_ONE.equals(exponent.number);
    if (inverse && base.number != null && base.number.signum() != 0) {
      return number(base.number.pow(-1));
    }
    if (inverse && base.head.equals("Power")) {
      return power(base.parts.get(0), of("Times", List.of(exponent, base.parts.get(1))));
    }
    return new Canonical("Power", List.of(base, exponent), null);
  }

  private static List<Canonical> sorted(List<Canonical> parts) {
    return parts.stream().sorted(java.util.Comparator.comparing(Canonical::toString)).toList();
  }

  /** Our tree. */
  static Canonical of(Term term) {
    if (term instanceof Term.Literal literal) {
      return number(literal.value());
    }
    if (term instanceof Term.Name name) {
      return name(name.name());
    }
    if (term instanceof Term.Negation negation) {
      return negative(of(negation.operand()));
    }
    if (term instanceof Term.Call call) {
      return of(call.function().head(), call.arguments().stream().map(Canonical::of).toList());
    }
    Term.Operation operation = (Term.Operation) term;
    Canonical left = of(operation.left());
    Canonical right = of(operation.right());
    return switch (operation.operator()) {
      case PLUS -> of("Plus", List.of(left, right));
      case MINUS -> of("Plus", List.of(left, negative(right)));
      case TIMES -> of("Times", List.of(left, right));
      case DIVIDE -> of("Times", List.of(left, power(right, number(MINUS_ONE))));
      case POWER -> power(left, right);
    };
  }

  private static Canonical negative(Canonical term) {
    return of("Times", List.of(number(MINUS_ONE), term));
  }

  @Override
  public String toString() {
    if (number != null) {
      return number.toString();
    }
    return parts.isEmpty()
        ? head
        : head + parts.stream().map(Canonical::toString).collect(Collectors.joining(",", "[", "]"));
  }
}
