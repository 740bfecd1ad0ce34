package org.flowproof.proof.symja;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.flowproof.formula.Rational;
import org.flowproof.proof.exact.Ground;
import org.flowproof.proof.exact.Grounding;
import org.matheclipse.core.eval.EvalEngine;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IASTAppendable;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IRational;
import org.matheclipse.core.interfaces.ISymbol;

/** Builds Symja expressions from ground ones and asks for derivatives and normal forms. */
final class SymjaAlgebra {
  private final EvalEngine engine;

  SymjaAlgebra(EvalEngine engine) {
    this.engine = engine;
  }

  /** Simplifies one question; "0" when Symja says zero. */
  String simplify(GroundText.Question question) {
    Grounding.Written written = question.written();
    IExpr total = build(written.rest());
    if (written.derived() != null) {
      total = F.Plus(new Chain(written).derivative(written.derived()), total);
    }
    for (Map.Entry<String, Ground> value : question.values().entrySet()) {
      ISymbol name = symbols.computeIfAbsent(value.getKey(), SymjaAlgebra::symbol);
      total = F.subst(total, name, build(value.getValue()));
    }
    IExpr result = engine.evaluate(F.Together(total));
    if (!question.values().isEmpty()) {
      return number(result);
    }
    if (!result.isZero()) {
      result = engine.evaluate(F.Together(F.Expand(F.Numerator(result))));
    }
    if (!result.isZero()) {
      result = engine.evaluate(F.Expand(result));
    }
    String text = result.toString().replace('\n', ' ');
    return text.length() > 300 ? text.substring(0, 300) + " ..." : text;
  }

  /** Digits without the line breaks that Symja puts into long numbers. */
  private static String number(IExpr result) {
    if (result instanceof IRational rational) {
      return new Rational(rational.toBigNumerator(), rational.toBigDenominator()).toString();
    }
    return "no number: " + result.topHead();
  }

  /** Tells whether the engine still computes correctly; text empty when it does. */
  String selfCheck() {
    ISymbol a = symbol("v1");
    ISymbol b = symbol("v2");
    if (!engine.evaluate(F.Plus(F.C1, F.C1)).equals(F.C2)) {
      return "1 + 1 is not 2";
    }
    if (!engine.evaluate(F.Subtract(F.Times(b, a), F.Times(a, b))).isZero()) {
      return "b a - a b is not 0";
    }
    if (Math.abs(engine.evalDouble(F.Sin(F.num(1.0))) - 0.8414709848078965) > 1e-15) {
      return "Sin[1.0] is wrong";
    }
    IExpr derivative = engine.evaluate(F.D(F.Power(a, F.C3), a));
    if (!derivative.equals(F.Times(F.C3, F.Power(a, F.C2)))) {
      return "d(a^3)/da is not 3 a^2";
    }
    return normalForms(a, b);
  }

  /** Every function that answers rest on; one that was changed would go unnoticed otherwise. */
  private String normalForms(ISymbol a, ISymbol b) {
    IExpr quotient = F.Times(F.Plus(a, b), F.Power(F.Times(a, b), F.CN1));
    IExpr sum = F.Plus(F.Power(a, F.CN1), F.Power(b, F.CN1));
    if (!engine.evaluate(F.Together(sum)).equals(engine.evaluate(quotient))) {
      return "1/a + 1/b is not (a + b)/(a b)";
    }
    if (!engine.evaluate(F.Numerator(quotient)).equals(F.Plus(a, b))) {
      return "the numerator of (a + b)/(a b) is not a + b";
    }
    IExpr square = F.Power(F.Plus(a, b), F.C2);
    IExpr parts = F.Plus(F.Power(a, F.C2), F.Times(F.C2, a, b), F.Power(b, F.C2));
    if (!engine.evaluate(F.Expand(square)).equals(parts)) {
      return "(a + b)^2 is not a^2 + 2 a b + b^2";
    }
    // what is not zero is not said to be
    return engine.evaluate(F.Together(F.Subtract(square, F.Power(a, F.C2)))).isZero()
        ? "(a + b)^2 - a^2 is 0"
        : "";
  }

  private static ISymbol symbol(String name) {
    return F.Dummy(name);
  }

  private final Map<String, ISymbol> symbols = new HashMap<>();

  private IExpr build(Ground g) {
    if (g instanceof Ground.Num n) {
      return F.fraction(n.value().numerator(), n.value().denominator()).normalize();
    } else if (g instanceof Ground.Var v) {
      return symbols.computeIfAbsent(v.key(), SymjaAlgebra::symbol);
    } else if (g instanceof Ground.Plus p) {
      return list(F.PlusAlloc(p.parts().size()), p.parts());
    } else if (g instanceof Ground.Times t) {
      return list(F.TimesAlloc(t.parts().size()), t.parts());
    }
    Ground.Power p = (Ground.Power) g;
    return F.Power(build(p.base()), F.ZZ(p.exponent()));
  }

  private IAST list(IASTAppendable ast, List<Ground> parts) {
    parts.forEach(p -> ast.append(build(p)));
    return ast;
  }

  /** The chain rule through scalars that change. */
  private final class Chain {
    private final Grounding.Written written;
    private final Map<String, IExpr> dots = new HashMap<>();

    Chain(Grounding.Written written) {
      this.written = written;
    }

    IExpr derivative(Ground g) {
      IExpr expression = engine.evaluate(build(g));
      IASTAppendable sum = F.PlusAlloc(written.changes().size());
      for (String key : written.changes().keySet()) {
        ISymbol variable = symbols.computeIfAbsent(key, SymjaAlgebra::symbol);
        if (!expression.isFree(variable)) {
          IExpr partial = engine.evaluate(F.D(expression, variable));
          sum.append(F.Times(partial, dot(key)));
        }
      }
      return sum;
    }

    private IExpr dot(String key) {
      IExpr known = dots.get(key);
      if (known == null) {
        Grounding.Change change = written.changes().get(key);
        known =
            F.Plus(build(change.known()), F.Times(build(change.factor()), derivative(change.of())));
        dots.put(key, known);
      }
      return known;
    }
  }
}
