package org.flowproof.proof.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.flowproof.formula.Proposition;
import org.flowproof.formula.Term;
import org.flowproof.proof.Symbol;
import org.flowproof.proof.exact.Show;
import org.flowproof.proof.exact.TreeRewriter;

/**
 * Whether an observable is an absolutely continuous function of time over the range. A statement
 * about a derivative does not tell: it may be a tautology, and gates jump while their derivative is
 * zero at almost every time.
 */
final class Continuity {
  private Continuity() {}

  /**
   * Requires that an observable is a rational expression in weights, outputs {@code h}, state
   * variables, differentiable functions of them and constants, its denominators shown to be
   * non-zero on the whole range. Gates are admitted where the pattern of their neuron is constant.
   */
  static void require(StepContext c, Term observable) {
    Term plain = c.definitions.unfoldExcept(observable, Set.of("h"));
    new TreeRewriter() {
      @Override
      public Term term(Term t) {
        if (t instanceof Term.OverTime
            || (t instanceof Term.Over o && o.fold() != Term.Fold.SUM && Trees.mentionsTime(t))
            || (t instanceof Term.Call call && !smooth(call) && Trees.mentionsTime(t))) {
          throw new Refusal("may not be absolutely continuous: " + Show.of(t));
        }
        return super.term(t);
      }

      @Override
      protected Term observed(Term.Observed o) {
        if (Trees.T.equals(o.time()) && !continuous(c, o)) {
          throw new Refusal("may not be absolutely continuous: " + Show.of(o));
        }
        return o;
      }
    }.term(plain);
    c.checks.requireDefined(premises(c), List.of(plain), c.definitions, c.relu());
  }

  // also in the words of the unfolded observable
  private static List<Proposition> premises(StepContext c) {
    Set<String> all = new TreeSet<>(c.definitions.names());
    all.remove("h");
    List<Proposition> known = new ArrayList<>(c.premises(true));
    List.copyOf(known).forEach(p -> known.add(c.definitions.unfold(p, all)));
    return known;
  }

  /**
   * Requires the same on the interval from time 0 on, which a range {@code t > 0} does not contain.
   */
  static void requireFromStart(StepContext c, Term observable) {
    require(c, observable);
    if (!c.range.startsAtZero()) {
      Term start = Trees.at(c.definitions.unfoldExcept(observable, Set.of("h")), Trees.ZERO);
      c.checks.requireDefined(premises(c), List.of(start), c.definitions, c.relu());
    }
  }

  private static boolean continuous(StepContext c, Term.Observed o) {
    if (o.primes() > 0) {
      return false;
    }
    Optional<Symbol> declared = c.claim.setting().map(setting -> setting.symbols().get(o.name()));
    if (declared.isPresent()) {
      return declared.get().role() instanceof Symbol.Role.State
          || declared.get().role() instanceof Symbol.Role.Function
          || declared.get().role() instanceof Symbol.Role.FunctionOfFamily;
    }
    if (o.name().equals("s")) {
      requireConstantPattern(c, o.indices().get(0));
    }
    return Set.of("a", "w", "h", "s").contains(o.name());
  }

  private static boolean smooth(Term.Call call) {
    return switch (call.function()) {
      case EXP, LOG, SINH, COSH, TANH -> true;
      default -> false;
    };
  }

  private static void requireConstantPattern(StepContext c, Term neuron) {
    if (!c.range.patternConstant(neuron)) {
      throw new Refusal(
          "gates of neuron "
              + Show.of(neuron)
              + " may change in the range: the range must contain t < firstEvent of it");
    }
  }
}
