package org.flowproof.formula;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Prints terms as Unicode plain text, when it is settled which times are written. */
final class UnicodeTerms {
  /** Longer exponents, and those with a stroke or a fold, are written in brackets after exp. */
  private static final int LONGEST_EXPONENT = 16;

  private final LatexNames latex;
  private final Set<String> names;

  /**
   * @param names all names in use: letters side by side must not look like one of them, and the
   *     letter e stands for Euler's number only when it is not among them
   */
  UnicodeTerms(LatexNames latex, Set<String> names) {
    this.latex = latex;
    this.names = names;
  }

  String name(String name) {
    return UnicodeSymbols.of(latex.plain(name));
  }

  String print(Term term) {
    return print(term, false);
  }

  /**
   * @param tight whether factors stand without blanks, as in exponents
   */
  private String print(Term term, boolean tight) {
    if (term instanceof Term.Literal literal) {
      return number(literal.value());
    }
    if (term instanceof Term.Name name) {
      return name(name.name());
    }
    if (term instanceof Term.Observed observed) {
      return UnicodeSymbols.of(latex.observed(observed));
    }
    if (term instanceof Term.Negation negation) {
      boolean bare = Binding.of(negation.operand()) > Binding.NEGATION;
      return "−" + grouped(negation.operand(), !bare || fold(negation.operand()), tight);
    }
    if (term instanceof Term.Operation operation) {
      return operation(operation, tight);
    }
    if (term instanceof Term.Call call) {
      return call(call, tight);
    }
    if (term instanceof Term.Over over) {
      String index = name(over.index());
      Optional<IndexKind> usual = IndexKind.ofLetter(over.index());
      String range =
          usual.isPresent() && usual.equals(IndexKind.ofSize(over.size()))
              ? UnicodeSymbols.script('_', index)
              : "_{" + index + "=1}^{" + name(over.size()) + "}";
      return sign(over.fold()) + range + " " + body(over.body(), tight);
    }
    return overTime((Term.OverTime) term, tight);
  }

  private String overTime(Term.OverTime over, boolean tight) {
    String variable = name(over.variable());
    String from = print(over.from(), true);
    String to = print(over.to(), true);
    String body = body(over.body(), tight);
    return switch (over.fold()) {
      case INTEGRAL ->
          "∫"
              + UnicodeSymbols.script('_', from)
              + UnicodeSymbols.script('^', to)
              + " "
              + body
              + " d"
              + variable;
      case SUPREMUM -> "sup_{" + from + "≤" + variable + "≤" + to + "} " + body;
      case INFIMUM -> "inf_{" + from + "≤" + variable + "≤" + to + "} " + body;
    };
  }

  /** What a sum or supremum reaches over: a product, never a sum or quotient without brackets. */
  private String body(Term body, boolean tight) {
    return grouped(
        body, Binding.of(body) == Binding.SUM || quotient(body) || Binding.signed(body), tight);
  }

  private static String sign(Term.Fold fold) {
    return switch (fold) {
      case SUM -> "Σ";
      case MAX -> "max";
      case MIN -> "min";
    };
  }

  private String operation(Term.Operation operation, boolean tight) {
    Term left = operation.left();
    Term right = operation.right();
    boolean heavy = Binding.of(right) == Binding.SUM || Binding.signed(right);
    return switch (operation.operator()) {
      case PLUS -> print(left, tight) + (tight ? "+" : " + ") + grouped(right, heavy, tight);
      case MINUS -> print(left, tight) + (tight ? "−" : " − ") + grouped(right, heavy, tight);
      case TIMES -> product(left, right, tight);
      case DIVIDE -> quotient(left, right, tight);
      case POWER -> base(left, tight) + UnicodeSymbols.raised(print(right, true));
    };
  }

  private String product(Term left, Term right, boolean tight) {
    boolean wrapLeft = Binding.of(left) == Binding.SUM || quotient(left) || open(left);
    boolean wrapRight = Binding.of(right) <= Binding.NEGATION || Binding.signed(right);
    String first = grouped(left, wrapLeft, tight);
    String second = grouped(right, wrapRight, tight);
    return first + between(left, first, wrapLeft, right, second, wrapRight, tight) + second;
  }

  /** The sign of a product: nothing where that is customary, a blank, or a dot. */
  private String between(
      Term left,
      String first,
      boolean wrapLeft,
      Term right,
      String second,
      boolean wrapRight,
      boolean tight) {
    boolean number = number(left);
    if (Character.isDigit(second.charAt(0)) || (number && first.contains("e"))) {
      return "·";
    }
    if (wrapRight) {
      return number || wrapLeft ? "" : "·";
    }
    if (run(left) && run(right) && !word(first + second)) {
      return "";
    }
    if (tight) {
      return "·";
    }
    boolean word =
        second.length() > 1 && second.substring(0, 2).chars().allMatch(UnicodeTerms::letter);
    boolean fences = first.endsWith("|") && second.startsWith("‖");
    return fences || (number && !word) ? "" : " ";
  }

  private static boolean letter(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  /** Whether letters side by side spell a name that means something else. */
  private boolean word(String run) {
    String letters = run.replaceFirst("^[−0-9.]*", "");
    return letters.length() > 1 && names.contains(letters);
  }

  /** Whether a factor is made of numbers and single letters, which may stand side by side. */
  private boolean run(Term term) {
    if (term instanceof Term.Operation operation && operation.operator() == Term.Operator.TIMES) {
      return run(operation.left()) && run(operation.right());
    }
    if (term instanceof Term.Negation negation) {
      return run(negation.operand());
    }
    boolean symbol = term instanceof Term.Name || term instanceof Term.Observed;
    return number(term) || (symbol && Width.of(print(term)) == 1);
  }

  private static boolean number(Term term) {
    return term instanceof Term.Literal
        || (term instanceof Term.Negation negation && number(negation.operand()));
  }

  private String quotient(Term left, Term right, boolean tight) {
    boolean integral = left instanceof Term.OverTime over && !supremum(over);
    String above =
        grouped(left, Binding.of(left) == Binding.SUM || quotient(left) || integral, tight);
    String below = grouped(right, Binding.of(right) < Binding.POWER || fold(right), tight);
    boolean wide = blankOutside(above) || blankOutside(below);
    return above + (wide && !tight ? " / " : "/") + below;
  }

  /** Whether a text has a blank outside all brackets, so that a stroke beside it needs room. */
  private static boolean blankOutside(String text) {
    int depth = 0;
    for (char c : text.toCharArray()) {
      if ("([{⟨".indexOf(c) >= 0) {
        depth++;
      } else if (")]}⟩".indexOf(c) >= 0) {
        depth--;
      } else if (c == ' ' && depth == 0) {
        return true;
      }
    }
    return false;
  }

  private String base(Term base, boolean tight) {
    boolean simple =
        base instanceof Term.Literal literal
            ? literal.value().signum() >= 0
            : base instanceof Term.Name
                || base instanceof Term.Observed
                || (base instanceof Term.Call call && call.function() == Term.Function.ABS)
                || norm(base).isPresent();
    String printed = print(base, tight);
    boolean raised =
        UnicodeSymbols.hasExponent(printed) && !(base instanceof Term.Call)
            || (base instanceof Term.Literal && printed.contains("e"));
    return simple && !raised ? printed : "(" + printed + ")";
  }

  private String call(Term.Call call, boolean tight) {
    String all =
        call.arguments().stream().map(a -> print(a, tight)).collect(Collectors.joining(", "));
    Term first = call.arguments().get(0);
    return switch (call.function()) {
      case ABS -> all.contains("|") ? "|(" + all + ")|" : "|" + all + "|";
      case SQRT -> norm(call).orElseGet(() -> "√" + (plain(first, all) ? all : "(" + all + ")"));
      case EXP -> exponential(first, all);
      case LOG -> "log(" + all + ")";
      case SINH -> "sinh(" + all + ")";
      case COSH -> "cosh(" + all + ")";
      case TANH -> "tanh(" + all + ")";
      case ARTANH -> "artanh(" + all + ")";
      case SIN -> "sin(" + all + ")";
      case COS -> "cos(" + all + ")";
      case MAX -> "max(" + all + ")";
      case MIN -> "min(" + all + ")";
    };
  }

  private static boolean plain(Term term, String printed) {
    return (term instanceof Term.Name && Width.of(printed) == 1)
        || (term instanceof Term.Literal literal
            && literal.value().isInteger()
            && literal.value().signum() >= 0);
  }

  private String exponential(Term exponent, String printed) {
    String small = print(exponent, true);
    boolean simple =
        !names.contains("e")
            && Width.of(small) <= LONGEST_EXPONENT
            && "/Σ∫ ".chars().noneMatch(c -> small.indexOf(c) >= 0);
    return simple ? "e^" + braced(small) : "exp(" + printed + ")";
  }

  private static String braced(String text) {
    return Width.of(text) == 1 ? text : "{" + text + "}";
  }

  /** The root of a squared norm is the norm. */
  private Optional<String> norm(Term root) {
    if (!(root instanceof Term.Call call)
        || call.function() != Term.Function.SQRT
        || !(call.arguments().get(0) instanceof Term.Observed observed)
        || observed.primes() > 0) {
      return Optional.empty();
    }
    String square = UnicodeSymbols.of(latex.observed(observed));
    boolean norm =
        square.startsWith("‖")
            && square.endsWith("‖²")
            && square.indexOf('‖', 1) == square.length() - 2;
    return norm ? Optional.of(square.substring(0, square.length() - 1)) : Optional.empty();
  }

  private static boolean quotient(Term term) {
    return term instanceof Term.Operation operation && operation.operator() == Term.Operator.DIVIDE;
  }

  private static boolean fold(Term term) {
    return term instanceof Term.Over || term instanceof Term.OverTime;
  }

  private static boolean supremum(Term.OverTime over) {
    return over.fold() != Term.TimeFold.INTEGRAL;
  }

  /** Whether something written behind the term would be read as part of it. */
  private static boolean open(Term term) {
    if (term instanceof Term.Operation operation && operation.operator() == Term.Operator.TIMES) {
      return open(operation.right());
    }
    return fold(term) || (term instanceof Term.Negation negation && open(negation.operand()));
  }

  private String grouped(Term term, boolean needed, boolean tight) {
    return needed ? "(" + print(term, tight) + ")" : print(term, tight);
  }

  private static String number(Rational value) {
    if (value.signum() < 0) {
      return "(−" + number(value.negate()) + ")";
    }
    return TextPrinter.print(new Term.Literal(value));
  }
}
