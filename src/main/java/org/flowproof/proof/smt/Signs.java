package org.flowproof.proof.smt;

import java.util.Set;
import org.flowproof.formula.Rational;
import org.flowproof.formula.Term;
import org.flowproof.proof.Symbol;
import org.flowproof.proof.exact.Definitions;
import org.flowproof.proof.exact.Exponents;
import org.flowproof.proof.exact.NotRationalException;

/** Terms that cannot be negative by their shape: even powers, norms, sums of such. */
public final class Signs {
  private static final Set<String> NONNEGATIVE_PRIMITIVES =
      Set.of("s", "alpha", "lambdaMax", "firstEvent", "endTime");
  private static final Set<String> NONNEGATIVE_NAMES = Set.of("m", "n", "d", "t");

  private static final Term START = new Term.Literal(Rational.ZERO);

  private final Definitions definitions;

  public Signs(Definitions definitions) {
    this.definitions = definitions;
  }

  /** True when the term is nonnegative wherever it is defined; false means "not seen". */
  public boolean nonNegative(Term t) {
    if (t instanceof Term.Literal l) {
      return l.value().signum() >= 0;
    } else if (t instanceof Term.Name n) {
      return NONNEGATIVE_NAMES.contains(n.name())
          || primitive(n.name())
          || defined(new Term.Observed(n.name(), 0, java.util.List.of(), null));
    } else if (t instanceof Term.Observed o) {
      return o.primes() == 0 && (primitive(o.name()) || defined(o));
    } else if (t instanceof Term.Operation o) {
      return operation(o);
    } else if (t instanceof Term.Call c) {
      return switch (c.function()) {
        case ABS, SQRT, EXP, COSH -> true;
        case MAX -> c.arguments().stream().anyMatch(this::nonNegative);
        case MIN -> c.arguments().stream().allMatch(this::nonNegative);
        case TANH, SINH, ARTANH -> nonNegative(c.arguments().get(0));
        case LOG, SIN, COS -> false;
      };
    } else if (t instanceof Term.Over o) {
      return nonNegative(o.body());
    } else if (t instanceof Term.OverTime o) {
      // an integral from t back to 0 has the other sign
      return o.from().equals(START) && nonNegative(o.body());
    }
    return false;
  }

  private boolean defined(Term.Observed o) {
    return definitions.define(o).map(this::nonNegative).orElse(false);
  }

  private boolean primitive(String name) {
    return definitions
        .kind(name)
        .map(kind -> kind != Symbol.Kind.REAL)
        .orElse(definitions.network() && NONNEGATIVE_PRIMITIVES.contains(name));
  }

  private boolean operation(Term.Operation o) {
    boolean both = nonNegative(o.left()) && nonNegative(o.right());
    return switch (o.operator()) {
      case PLUS, DIVIDE -> both;
      case TIMES -> both || o.left().equals(o.right());
      case MINUS -> false;
      case POWER -> {
        try {
          yield Exponents.integer(o.right()) % 2 == 0 || nonNegative(o.left());
        } catch (NotRationalException e) {
          yield false;
        }
      }
    };
  }
}
