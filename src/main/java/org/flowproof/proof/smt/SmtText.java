package org.flowproof.proof.smt;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.flowproof.formula.Proposition;
import org.flowproof.formula.Rational;
import org.flowproof.formula.Term;
import org.flowproof.proof.exact.Exponents;
import org.flowproof.proof.exact.NotRationalException;
import org.flowproof.proof.exact.TreeRewriter;

/**
 * A question about real numbers in SMT-LIB 2 (logic QF_NRA), as evidence and for other solvers:
 * "unsat" means that the goal follows. Equal questions have equal texts.
 */
public final class SmtText {
  private SmtText() {}

  /**
   * The whole script, one command a line.
   *
   * @throws NotRationalException when the question is not about arithmetic
   */
  public static String of(RealQuestion question) {
    StringBuilder text = new StringBuilder("(set-logic QF_NRA)\n");
    names(question)
        .forEach(
            n -> text.append("(declare-const ").append(symbol(n)).append(" Real)").append('\n'));
    question
        .assumptions()
        .forEach(a -> text.append("(assert ").append(proposition(a)).append(")\n"));
    text.append("(assert (not ").append(proposition(question.goal())).append("))\n");
    return text.append("(check-sat)").toString();
  }

  /** The scalars of a question with what each can be; the hint that sampling uses. */
  public static String domains(RealQuestion question) {
    return names(question).stream()
        .map(n -> symbol(n) + ":" + question.domains().getOrDefault(n, RealQuestion.Domain.REAL))
        .collect(Collectors.joining(" "));
  }

  private static TreeSet<String> names(RealQuestion question) {
    // shorter names first, so that x10 comes after x9
    TreeSet<String> names =
        new TreeSet<>(Comparator.comparing(String::length).thenComparing(n -> n));
    TreeRewriter collector =
        new TreeRewriter() {
          @Override
          protected Term name(Term.Name name) {
            names.add(name.name());
            return name;
          }
        };
    question.assumptions().forEach(collector::proposition);
    collector.proposition(question.goal());
    names.addAll(question.domains().keySet());
    return names;
  }

  private static String symbol(String name) {
    return name.matches("[A-Za-z][A-Za-z0-9]*") ? name : "|" + name + "|";
  }

  private static String proposition(Proposition p) {
    if (p instanceof Proposition.Comparison c) {
      String left = term(c.left());
      String right = term(c.right());
      return switch (c.relation()) {
        case EQUAL -> list("=", left, right);
        case NOT_EQUAL -> list("not", list("=", left, right));
        case LESS -> list("<", left, right);
        case LESS_OR_EQUAL -> list("<=", left, right);
        case GREATER -> list(">", left, right);
        case GREATER_OR_EQUAL -> list(">=", left, right);
      };
    } else if (p instanceof Proposition.And a) {
      return a.parts().isEmpty() ? "true" : all("and", a.parts());
    } else if (p instanceof Proposition.Or o) {
      return o.parts().isEmpty() ? "false" : all("or", o.parts());
    } else if (p instanceof Proposition.Not n) {
      return list("not", proposition(n.operand()));
    } else if (p instanceof Proposition.Implies i) {
      return list("=>", proposition(i.premise()), proposition(i.consequence()));
    }
    throw new NotRationalException("a quantified statement is not polynomial");
  }

  private static String all(String sign, List<Proposition> parts) {
    return list(sign, parts.stream().map(SmtText::proposition).toArray(String[]::new));
  }

  private static String term(Term t) {
    if (t instanceof Term.Literal l) {
      return literal(l.value());
    } else if (t instanceof Term.Name n) {
      return symbol(n.name());
    } else if (t instanceof Term.Negation n) {
      return list("-", term(n.operand()));
    } else if (t instanceof Term.Operation o) {
      return operation(o);
    } else if (t instanceof Term.Call c) {
      List<String> arguments = c.arguments().stream().map(SmtText::term).toList();
      return switch (c.function()) {
        case ABS -> absolute(arguments.get(0));
        case MAX -> choose(">=", arguments.get(0), arguments.get(1));
        case MIN -> choose("<=", arguments.get(0), arguments.get(1));
        default -> throw new NotRationalException("not polynomial: " + c.function().head());
      };
    }
    throw new NotRationalException("not polynomial");
  }

  // named once: nested choices would double in length at each level
  private static String choose(String sign, String first, String second) {
    return "(let ((?u " + first + ") (?v " + second + ")) (ite (" + sign + " ?u ?v) ?u ?v))";
  }

  // written twice only where nothing inside is: nested ones would double in length at each level
  private static String absolute(String of) {
    return of.contains("(let ")
        ? "(let ((?u " + of + ")) (ite (>= ?u (- ?u)) ?u (- ?u)))"
        : choose(">=", of, list("-", of));
  }

  private static String operation(Term.Operation o) {
    String left = term(o.left());
    return switch (o.operator()) {
      case PLUS -> list("+", left, term(o.right()));
      case MINUS -> list("-", left, term(o.right()));
      case TIMES -> list("*", left, term(o.right()));
      case DIVIDE -> list("/", left, term(o.right()));
      case POWER -> power(left, Exponents.integer(o.right()));
    };
  }

  private static String power(String base, int exponent) {
    if (exponent < 0) {
      return list("/", "1.0", power(base, -exponent));
    }
    if (exponent < 2) {
      return exponent == 0 ? "1.0" : base;
    }
    String factors = String.join(" ", Collections.nCopies(exponent, "?u"));
    return "(let ((?u " + base + ")) (* " + factors + "))";
  }

  private static String literal(Rational value) {
    String size = value.abs().numerator() + ".0";
    String text = value.isInteger() ? size : list("/", size, value.denominator() + ".0");
    return value.signum() < 0 ? list("-", text) : text;
  }

  private static String list(String head, String... parts) {
    return "(" + head + " " + String.join(" ", parts) + ")";
  }
}
