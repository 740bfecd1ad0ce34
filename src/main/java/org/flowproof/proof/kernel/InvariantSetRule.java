package org.flowproof.proof.kernel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.flowproof.formula.Proposition;
import org.flowproof.formula.Term;
import org.flowproof.proof.Setting;
import org.flowproof.proof.Symbol;
import org.flowproof.proof.exact.Instantiation;
import org.flowproof.proof.exact.Question;
import org.flowproof.proof.exact.Show;
import org.flowproof.proof.exact.TreeRewriter;

/**
 * {@code invariant-set}: equations {@code L == R} between state variables of a smooth setting,
 * which hold at the start, hold at every time. L is a state variable at the claim's or the step's
 * indices, R another one or something that does not move. On the set where all of them hold, L and
 * R have the same velocity (checked); so the flow restricted to the set has a solution there, which
 * is the only one, the field being locally Lipschitz.
 */
final class InvariantSetRule implements Rule {
  @Override
  public List<Fact> apply(StepContext c) {
    c.requireContinuousTime();
    Setting setting =
        c.claim
            .setting()
            .filter(s -> !s.network() && !s.kinks())
            .orElseThrow(() -> new Refusal("the field must be smooth: a setting without kinks"));
    SettingField field = new SettingField(setting, c.definitions);
    List<Proposition.Comparison> equations = equations(c, field);
    requireStart(c, equations);
    requireLipschitz(c, setting);
    field.derive(c.checks);
    OnSet onSet = new OnSet(c, setting, equations);
    for (Proposition.Comparison e : equations) {
      Term left = velocity(c, field, e.left());
      Term right = velocity(c, field, e.right());
      Term difference = Instantiation.canonical(Trees.minus(onSet.term(left), onSet.term(right)));
      c.checks.requireDefined(List.of(), List.of(difference), c.definitions, c.relu());
      c.requireZero(difference, "velocities agree on the set: " + Show.of(e));
    }
    return Fact.of(c.universals, c.shows(), false);
  }

  private static List<Proposition.Comparison> equations(StepContext c, SettingField field) {
    List<Proposition.Comparison> found = new ArrayList<>();
    Proposition goal = c.shows();
    for (Proposition p : goal instanceof Proposition.And a ? a.parts() : List.of(goal)) {
      if (p instanceof Proposition.Comparison e
          && e.relation() == Proposition.Relation.EQUAL
          && isState(field, e.left())
          && (isState(field, e.right()) || !Trees.mentionsTime(e.right()))) {
        found.add(e);
        continue;
      }
      throw new Refusal("expected equations between state variables: " + Show.of(p));
    }
    Set<String> names = new HashSet<>();
    for (Proposition.Comparison e : found) {
      if (!names.add(((Term.Observed) e.left()).name())) {
        throw new Refusal("two equations for " + Show.of(e.left()));
      }
    }
    return found;
  }

  private static boolean isState(SettingField field, Term t) {
    return t instanceof Term.Observed o
        && o.primes() == 0
        && Trees.T.equals(o.time())
        && field.isState(o);
  }

  private static void requireStart(StepContext c, List<Proposition.Comparison> equations) {
    List<Proposition> known = c.premises(true);
    for (Proposition.Comparison e : equations) {
      Proposition start =
          Instantiation.canonical(
              Trees.equal(Trees.at(e.left(), Trees.ZERO), Trees.at(e.right(), Trees.ZERO)));
      if (!known.contains(start)) {
        throw new Refusal("no premise gives the start " + Show.of(start));
      }
      // an equation for one value of an index only is not the set that is left invariant
      for (Term index : ((Term.Observed) e.left()).indices()) {
        if (!(index instanceof Term.Name n)
            || !(c.universals.containsKey(n.name()) || c.claim.generic().containsKey(n.name()))) {
          throw new Refusal("unknown index in " + Show.of(e.left()));
        }
      }
    }
  }

  // a root has no bounded slope at 0, where solutions may leave the set without warning
  private static void requireLipschitz(StepContext c, Setting setting) {
    for (Symbol symbol : setting.symbols().values()) {
      if (symbol.role() instanceof Symbol.Role.State state
          && Trees.any(
              c.definitions.unfoldBelow(state.moves(), Set.of()),
              t ->
                  t instanceof Term.OverTime
                      || (t instanceof Term.Call call
                          && call.function() == Term.Function.SQRT
                          && Trees.any(call, InvariantSetRule::moves)))) {
        throw new Refusal(
            "the field may not be locally Lipschitz: " + symbol.signature().name() + "'");
      }
    }
  }

  private static boolean moves(Term t) {
    return t.equals(Trees.T) || (t instanceof Term.Observed o && Trees.T.equals(o.time()));
  }

  private static Term velocity(StepContext c, SettingField field, Term t) {
    return isState(field, t)
        ? c.definitions.unfoldBelow(field.moves((Term.Observed) t), Set.of())
        : Trees.ZERO;
  }

  /** Replaces what is equal on the set. */
  private static final class OnSet extends TreeRewriter {
    private final StepContext c;
    private final Setting setting;
    private final List<Proposition.Comparison> equations;

    OnSet(StepContext c, Setting setting, List<Proposition.Comparison> equations) {
      this.c = c;
      this.setting = setting;
      this.equations = equations;
    }

    @Override
    protected Term observed(Term.Observed o) {
      if (!Trees.T.equals(o.time()) || o.primes() > 0) {
        return o;
      }
      Symbol symbol = setting.symbols().get(o.name());
      if (symbol.role() instanceof Symbol.Role.State) {
        return state(o);
      } else if (symbol.role() instanceof Symbol.Role.Function f) {
        return function(o, symbol, f);
      }
      return o;
    }

    private Term state(Term.Observed o) {
      for (Proposition.Comparison e : equations) {
        Map<String, Term> values = new HashMap<>();
        if (matches((Term.Observed) e.left(), o, values)) {
          return Instantiation.raw(e.right(), values);
        }
      }
      return o;
    }

    // step indices stand for every value, the claim's for themselves
    private boolean matches(Term.Observed pattern, Term.Observed o, Map<String, Term> values) {
      if (!pattern.name().equals(o.name())) {
        return false;
      }
      for (int p = 0; p < pattern.indices().size(); p++) {
        Term.Name wanted = (Term.Name) pattern.indices().get(p);
        Term given = o.indices().get(p);
        boolean any = c.universals.containsKey(wanted.name());
        Term before = any ? values.putIfAbsent(wanted.name(), given) : wanted;
        if (before != null && !before.equals(given)) {
          return false;
        }
      }
      return true;
    }

    private Term function(Term.Observed o, Symbol symbol, Symbol.Role.Function f) {
      Term argument = argument(o, symbol, f);
      if (f.vanishes() && zero(argument)) {
        return Trees.ZERO;
      }
      if (f.shared()) {
        for (Proposition.Comparison e : equations) {
          if (e.right() instanceof Term.Observed other) {
            Term.Observed renamed = renamed(o, (Term.Observed) e.left(), other);
            if (!renamed.equals(o) && zero(Trees.minus(argument, argument(renamed, symbol, f)))) {
              return renamed;
            }
          }
        }
      }
      return o;
    }

    private Term argument(Term.Observed o, Symbol symbol, Symbol.Role.Function f) {
      return term(c.definitions.unfoldBelow(SettingField.at(o, symbol, f.of()), Set.of()));
    }

    // the occurrence with an index of the left side replaced by that of the right side
    private static Term.Observed renamed(Term.Observed o, Term.Observed left, Term.Observed right) {
      if (!left.name().equals(right.name())) {
        return o;
      }
      Map<Term, Term> by = new HashMap<>();
      for (int p = 0; p < left.indices().size(); p++) {
        by.put(left.indices().get(p), right.indices().get(p));
      }
      return new Term.Observed(
          o.name(), 0, o.indices().stream().map(i -> by.getOrDefault(i, i)).toList(), o.time());
    }

    private boolean zero(Term difference) {
      try {
        // not brought into canonical form: names bound outside are free here
        c.checks.requireZero(
            Question.zero(difference, free(difference)), Show.of(difference) + " == 0 on the set");
        return true;
      } catch (Refusal e) {
        return false;
      }
    }

    private Map<String, org.flowproof.formula.IndexKind> free(Term t) {
      Map<String, org.flowproof.formula.IndexKind> kinds = c.freeIndices(t);
      new TreeRewriter() {
        @Override
        protected Term observed(Term.Observed o) {
          Symbol symbol = setting.symbols().get(o.name());
          for (int p = 0; p < o.indices().size(); p++) {
            if (o.indices().get(p) instanceof Term.Name n && n.name().startsWith("#")) {
              kinds.putIfAbsent(n.name(), symbol.signature().indices().get(p));
            }
          }
          return o;
        }
      }.term(t);
      return kinds;
    }
  }

  @Override
  public String trusts() {
    return "uniqueness of the flow of a smooth field, restricted to an invariant set";
  }
}
