package org.flowproof.formula;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Prints trees as LaTeX mathematics, without dollar signs; needs amsmath. Time is shown as an
 * argument, {@code a_{j}(t)}; derivatives along the flow with a prime.
 */
public final class LatexPrinter {
  private final LatexNames names;

  /** Prints definitions and indices in the default style. */
  public LatexPrinter(Vocabulary vocabulary) {
    this(vocabulary, Map.of());
  }

  /**
   * A printer with chosen symbols.
   *
   * @param names LaTeX for where-names and indices, before the default style
   */
  public LatexPrinter(Vocabulary vocabulary, Map<String, String> names) {
    this(new LatexNames(vocabulary, names, true));
  }

  private LatexPrinter(LatexNames names) {
    this.names = names;
  }

  /** A printer for one statement and its parts, which writes the current time as asked. */
  public LatexPrinter with(Times times, Proposition statement) {
    return new LatexPrinter(names.withTimes(times.shownIn(statement)));
  }

  /** A printer for one term and its parts, which writes the current time as asked. */
  public LatexPrinter with(Times times, Term term) {
    return new LatexPrinter(names.withTimes(times.shownIn(term)));
  }

  /** Mathematics of a term. */
  public String print(Term term) {
    if (term instanceof Term.Literal literal) {
      return LatexNames.number(literal.value());
    }
    if (term instanceof Term.Name name) {
      return names.plain(name.name());
    }
    if (term instanceof Term.Observed observed) {
      return names.observed(observed);
    }
    if (term instanceof Term.Negation negation) {
      return "-"
          + grouped(
              negation.operand(),
              Binding.of(negation.operand()) < Binding.PRODUCT
                  || negation.operand() instanceof Term.Negation);
    }
    if (term instanceof Term.Operation operation) {
      return operation(operation);
    }
    if (term instanceof Term.Call call) {
      return call(call);
    }
    if (term instanceof Term.Over over) {
      String index = names.plain(over.index());
      String size = names.plain(over.size());
      String sign =
          switch (over.fold()) {
            case SUM -> "\\sum_{" + index + "=1}^{" + size + "} ";
            case MAX -> "\\max_{1\\le " + index + "\\le " + size + "} ";
            case MIN -> "\\min_{1\\le " + index + "\\le " + size + "} ";
          };
      return sign + grouped(over.body(), Binding.of(over.body()) == Binding.SUM);
    }
    return overTime((Term.OverTime) term);
  }

  private String overTime(Term.OverTime over) {
    String variable = names.plain(over.variable());
    String from = print(over.from());
    String to = print(over.to());
    String body = grouped(over.body(), Binding.of(over.body()) == Binding.SUM);
    return switch (over.fold()) {
      case INTEGRAL -> "\\int_{" + from + "}^{" + to + "} " + body + "\\,\\mathrm{d}" + variable;
      case SUPREMUM -> "\\sup_{" + from + "\\le " + variable + "\\le " + to + "} " + body;
      case INFIMUM -> "\\inf_{" + from + "\\le " + variable + "\\le " + to + "} " + body;
    };
  }

  private String operation(Term.Operation operation) {
    Term left = operation.left();
    Term right = operation.right();
    boolean signed = minusFirst(right);
    return switch (operation.operator()) {
      case PLUS -> print(left) + " + " + grouped(right, signed);
      case MINUS ->
          print(left) + " - " + grouped(right, signed || Binding.of(right) == Binding.SUM);
      case TIMES -> product(left, right);
      case DIVIDE -> "\\frac{" + print(left) + "}{" + print(right) + "}";
      case POWER -> base(left) + "^{" + exponent(right) + "}";
    };
  }

  /** A small fraction is written on the line, where a stacked one would be too small to read. */
  private String exponent(Term exponent) {
    return exponent instanceof Term.Operation operation
            && operation.operator() == Term.Operator.DIVIDE
            && operation.left() instanceof Term.Literal
            && operation.right() instanceof Term.Literal
        ? print(operation.left()) + "/" + print(operation.right())
        : print(exponent);
  }

  private String product(Term left, Term right) {
    String first = grouped(left, Binding.of(left) == Binding.SUM || open(left));
    String second = grouped(right, Binding.of(right) == Binding.SUM || minusFirst(right));
    boolean digit = !second.isEmpty() && Character.isDigit(second.charAt(0));
    return first + (digit || second.startsWith("10^") ? " \\cdot " : "\\,") + second;
  }

  /** A fraction hides the sign of its numerator; nothing else does. */
  private static boolean minusFirst(Term term) {
    boolean fraction =
        term instanceof Term.Operation operation && operation.operator() == Term.Operator.DIVIDE;
    return !fraction && Binding.signed(term);
  }

  /** Whether something written behind the term would be read as part of it. */
  private static boolean open(Term term) {
    if (term instanceof Term.Operation operation && operation.operator() == Term.Operator.TIMES) {
      return open(operation.right());
    }
    return term instanceof Term.Over
        || (term instanceof Term.OverTime over && over.fold() != Term.TimeFold.INTEGRAL)
        || (term instanceof Term.Negation negation && open(negation.operand()));
  }

  private String base(Term base) {
    boolean safe =
        base instanceof Term.Literal literal
            ? literal.value().isInteger() && literal.value().signum() >= 0
            : base instanceof Term.Name
                || base instanceof Term.Observed
                || (base instanceof Term.Call call
                    && (call.function() == Term.Function.ABS
                        || call.function() == Term.Function.SQRT));
    String printed = print(base);
    boolean raised = !(base instanceof Term.Call) && printed.contains("^");
    return safe && !raised ? printed : LatexNames.delimited("(", printed, ")");
  }

  private String call(Term.Call call) {
    String all = call.arguments().stream().map(this::print).collect(Collectors.joining(", "));
    String bracketed = LatexNames.delimited("(", all, ")");
    return switch (call.function()) {
      case ABS -> LatexNames.delimited("\\lvert ", all, "\\rvert ").strip();
      case SQRT -> root(call.arguments().get(0), all);
      case EXP -> LatexNames.tall(all) ? "\\exp" + bracketed : "e^{" + all + "}";
      case LOG -> "\\log" + bracketed;
      case SINH -> "\\sinh" + bracketed;
      case COSH -> "\\cosh" + bracketed;
      case TANH -> "\\tanh" + bracketed;
      case ARTANH -> "\\operatorname{artanh}" + bracketed;
      case SIN -> "\\sin" + bracketed;
      case COS -> "\\cos" + bracketed;
      case MAX -> "\\max" + bracketed;
      case MIN -> "\\min" + bracketed;
    };
  }

  /** The root of a squared norm is the norm. */
  private static String root(Term argument, String printed) {
    String square = "\\rVert^2";
    boolean norm =
        argument instanceof Term.Observed
            && printed.startsWith("\\lVert")
            && printed.endsWith(square)
            && printed.indexOf("\\rVert") == printed.length() - square.length();
    return norm ? printed.substring(0, printed.length() - 2) : "\\sqrt{" + printed + "}";
  }

  private String grouped(Term term, boolean needed) {
    return needed ? LatexNames.delimited("(", print(term), ")") : print(term);
  }

  /** Mathematics of a statement. */
  public String print(Proposition proposition) {
    if (proposition instanceof Proposition.Comparison comparison) {
      return print(comparison.left()) + sign(comparison.relation()) + print(comparison.right());
    }
    if (proposition instanceof Proposition.And and) {
      return and.parts().isEmpty()
          ? "\\top"
          : joined(and.parts(), " \\;\\land\\; ", Binding.COMPARISON);
    }
    if (proposition instanceof Proposition.Or or) {
      return or.parts().isEmpty() ? "\\bot" : joined(or.parts(), " \\;\\lor\\; ", Binding.AND);
    }
    if (proposition instanceof Proposition.Not not) {
      return "\\lnot" + LatexNames.delimited("(", print(not.operand()), ")");
    }
    if (proposition instanceof Proposition.Implies implies) {
      return inner(implies.premise(), Binding.OR)
          + " \\;\\Rightarrow\\; "
          + inner(implies.consequence(), Binding.OR);
    }
    Proposition.Quantified q = (Proposition.Quantified) proposition;
    String sign = q.quantifier() == Proposition.Quantifier.FOR_ALL ? "\\forall " : "\\exists ";
    return sign
        + names.plain(q.index())
        + "\\in\\{1,\\dots,"
        + names.plain(q.size())
        + "\\}:\\; "
        + print(q.body());
  }

  private static String sign(Proposition.Relation relation) {
    return switch (relation) {
      case EQUAL -> " = ";
      case NOT_EQUAL -> " \\ne ";
      case LESS -> " < ";
      case LESS_OR_EQUAL -> " \\le ";
      case GREATER -> " > ";
      case GREATER_OR_EQUAL -> " \\ge ";
    };
  }

  private String joined(List<Proposition> parts, String sign, int binding) {
    return parts.stream().map(part -> inner(part, binding)).collect(Collectors.joining(sign));
  }

  /** Quantifiers and arrows reach as far as possible, so inside others they need brackets. */
  private String inner(Proposition part, int binding) {
    boolean reaching =
        part instanceof Proposition.Quantified || part instanceof Proposition.Implies;
    return reaching || Binding.of(part) < binding
        ? LatexNames.delimited("(", print(part), ")")
        : print(part);
  }
}
