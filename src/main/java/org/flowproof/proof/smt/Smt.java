package org.flowproof.proof.smt;

import com.microsoft.z3.ArithExpr;
import com.microsoft.z3.BoolExpr;
import com.microsoft.z3.Context;
import com.microsoft.z3.Params;
import com.microsoft.z3.RealSort;
import com.microsoft.z3.Solver;
import com.microsoft.z3.Status;
import com.microsoft.z3.Version;
import com.microsoft.z3.Z3Exception;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.flowproof.formula.Proposition;
import org.flowproof.formula.Term;
import org.flowproof.proof.exact.Exponents;
import org.flowproof.proof.exact.NotRationalException;

/**
 * The SMT solver's opinion: the negation of the goal is unsatisfiable together with assumptions.
 */
public final class Smt {
  private final int millis;

  /**
   * @param millis time limit for one question
   */
  public Smt(int millis) {
    this.millis = millis;
  }

  /** Name and version, for evidence. */
  public String tool() {
    return "Z3 " + Version.getString();
  }

  /** "unsat" exactly when the solver says that the goal follows; else what it said. */
  @SuppressWarnings("unchecked") // the solver's varargs are generic arrays
  public String refuteNegation(RealQuestion question) {
    double parts = QuestionSize.of(question);
    if (parts > QuestionSize.MOST) {
      return "unknown: too large a question, its powers written out";
    }
    try (Context context = new Context()) {
      Solver solver = context.mkSolver();
      Params params = context.mkParams();
      params.add("timeout", millis);
      // the same answer on every run
      params.add("random_seed", 1);
      solver.setParameters(params);
      Translation translation = new Translation(context);
      question.assumptions().forEach(a -> solver.add(translation.proposition(a)));
      solver.add(context.mkNot(translation.proposition(question.goal())));
      Status status = solver.check();
      return switch (status) {
        case UNSATISFIABLE -> "unsat";
        case SATISFIABLE -> "sat: " + solver.getModel().toString().replace('\n', ' ');
        case UNKNOWN -> "unknown: " + solver.getReasonUnknown();
      };
    } catch (Z3Exception e) {
      return "unknown: " + e.getMessage();
    }
  }

  private static final class Translation {
    private final Context z3;
    private final Map<String, ArithExpr<RealSort>> names = new HashMap<>();

    Translation(Context z3) {
      this.z3 = z3;
    }

    BoolExpr proposition(Proposition p) {
      if (p instanceof Proposition.Comparison c) {
        ArithExpr<RealSort> left = term(c.left());
        ArithExpr<RealSort> right = term(c.right());
        return switch (c.relation()) {
          case EQUAL -> z3.mkEq(left, right);
          case NOT_EQUAL -> z3.mkNot(z3.mkEq(left, right));
          case LESS -> z3.mkLt(left, right);
          case LESS_OR_EQUAL -> z3.mkLe(left, right);
          case GREATER -> z3.mkGt(left, right);
          case GREATER_OR_EQUAL -> z3.mkGe(left, right);
        };
      } else if (p instanceof Proposition.And a) {
        return and(all(a.parts()));
      } else if (p instanceof Proposition.Or o) {
        return or(all(o.parts()));
      } else if (p instanceof Proposition.Not n) {
        return z3.mkNot(proposition(n.operand()));
      } else if (p instanceof Proposition.Implies i) {
        return z3.mkImplies(proposition(i.premise()), proposition(i.consequence()));
      }
      throw new NotRationalException("a quantified statement is not polynomial");
    }

    @SuppressWarnings("unchecked") // the solver's varargs are generic arrays
    private BoolExpr and(BoolExpr[] parts) {
      return z3.mkAnd(parts);
    }

    @SuppressWarnings("unchecked") // the solver's varargs are generic arrays
    private BoolExpr or(BoolExpr[] parts) {
      return z3.mkOr(parts);
    }

    private BoolExpr[] all(List<Proposition> parts) {
      return parts.stream().map(this::proposition).toArray(BoolExpr[]::new);
    }

    private ArithExpr<RealSort> term(Term t) {
      if (t instanceof Term.Literal l) {
        return z3.mkReal(l.value().toString());
      } else if (t instanceof Term.Name n) {
        return names.computeIfAbsent(n.name(), z3::mkRealConst);
      } else if (t instanceof Term.Negation n) {
        return z3.mkUnaryMinus(term(n.operand()));
      } else if (t instanceof Term.Operation o) {
        return operation(o);
      } else if (t instanceof Term.Call c) {
        ArithExpr<RealSort> first = term(c.arguments().get(0));
        ArithExpr<RealSort> second =
            c.arguments().size() == 2 ? term(c.arguments().get(1)) : z3.mkUnaryMinus(first);
        return switch (c.function()) {
          case ABS, MAX -> choose(z3.mkGe(first, second), first, second);
          case MIN -> choose(z3.mkLe(first, second), first, second);
          default -> throw new NotRationalException("not polynomial: " + c.function().head());
        };
      }
      throw new NotRationalException("not polynomial");
    }

    private ArithExpr<RealSort> choose(
        BoolExpr when, ArithExpr<RealSort> yes, ArithExpr<RealSort> no) {
      return (ArithExpr<RealSort>) z3.mkITE(when, yes, no);
    }

    private ArithExpr<RealSort> operation(Term.Operation o) {
      ArithExpr<RealSort> left = term(o.left());
      if (o.operator() == Term.Operator.POWER) {
        int exponent = Exponents.integer(o.right());
        ArithExpr<RealSort> product = z3.mkReal(1);
        for (int i = 0; i < Math.abs(exponent); i++) {
          product = i == 0 ? left : times(product, left);
        }
        return exponent < 0 ? z3.mkDiv(z3.mkReal(1), product) : product;
      }
      ArithExpr<RealSort> right = term(o.right());
      return switch (o.operator()) {
        case PLUS -> sum(left, right);
        case MINUS -> sum(left, z3.mkUnaryMinus(right));
        case TIMES -> times(left, right);
        case DIVIDE -> z3.mkDiv(left, right);
        case POWER -> throw new IllegalStateException();
      };
    }

    @SuppressWarnings("unchecked") // the solver's varargs are generic arrays
    private ArithExpr<RealSort> sum(ArithExpr<RealSort> a, ArithExpr<RealSort> b) {
      return z3.mkAdd(a, b);
    }

    @SuppressWarnings("unchecked") // the solver's varargs are generic arrays
    private ArithExpr<RealSort> times(ArithExpr<RealSort> a, ArithExpr<RealSort> b) {
      return z3.mkMul(a, b);
    }
  }
}
