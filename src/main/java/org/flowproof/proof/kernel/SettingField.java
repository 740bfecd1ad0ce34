package org.flowproof.proof.kernel;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.flowproof.formula.IndexKind;
import org.flowproof.formula.Term;
import org.flowproof.proof.Setting;
import org.flowproof.proof.Symbol;
import org.flowproof.proof.exact.Definitions;
import org.flowproof.proof.exact.Dot;
import org.flowproof.proof.exact.Instantiation;
import org.flowproof.proof.exact.Question;

/**
 * The motion of a declared setting. What the file says of the free state variables is accepted only
 * after differentiating the loss: for arbitrary directions, the sum of direction times motion is
 * minus the step times the derivative of the loss in that direction.
 */
final class SettingField implements Field, Iteration {
  private final Setting setting;
  private final Definitions definitions;

  SettingField(Setting setting, Definitions definitions) {
    this.setting = setting;
    this.definitions = definitions;
  }

  @Override
  public Function<Term.Observed, Dot> dots(Set<String> keep) {
    return dots(keep, o -> new Dot.Known(definitions.unfoldBelow(moves(o), keep)));
  }

  /** The derivative or increment of a state variable; bound names of the result are new. */
  Term moves(Term.Observed o) {
    Symbol symbol = setting.symbols().get(o.name());
    return at(o, symbol, ((Symbol.Role.State) symbol.role()).moves());
  }

  /** Whether an observable is a state variable. */
  boolean isState(Term.Observed o) {
    Symbol symbol = setting.symbols().get(o.name());
    return symbol != null && symbol.role() instanceof Symbol.Role.State;
  }

  @Override
  public Term next() {
    return Trees.plus(Trees.T, setting.nextTime().orElseThrow());
  }

  @Override
  public Field field() {
    return this;
  }

  @Override
  public Term value(Term.Observed o, Set<String> keep) {
    Term.Observed now = Iteration.now(o);
    return isState(o) ? Trees.plus(now, definitions.unfoldBelow(moves(now), keep)) : o;
  }

  /** A term of a symbol's role at the indices of an occurrence. */
  static Term at(Term.Observed o, Symbol symbol, Term term) {
    Map<String, Term> names = new HashMap<>();
    for (int p = 0; p < o.indices().size(); p++) {
      names.put(symbol.indices().get(p), o.indices().get(p));
    }
    return Instantiation.raw(term, names);
  }

  private Function<Term.Observed, Dot> dots(
      Set<String> keep, Function<Term.Observed, Dot> ofState) {
    return o -> {
      if (!Trees.T.equals(o.time())) {
        return new Dot.Constant();
      } else if (o.primes() > 0) {
        return new Dot.Unknown();
      }
      Symbol symbol = setting.symbols().get(o.name());
      Symbol.Role role = symbol.role();
      if (role instanceof Symbol.Role.State) {
        return ofState.apply(o);
      } else if (role instanceof Symbol.Role.Function f) {
        return f.slope().isEmpty()
            ? new Dot.Unknown()
            : new Dot.Chain(
                definitions.unfoldBelow(at(o, symbol, f.slope().orElseThrow()), keep),
                definitions.unfoldBelow(at(o, symbol, f.of()), keep));
      } else if (role instanceof Symbol.Role.FunctionOfFamily f) {
        return ofFamily(o, symbol, f, keep, ofState);
      } else if (role instanceof Symbol.Role.Defined) {
        return new Dot.Abbreviates(
            definitions.unfoldBelow(definitions.define(o).orElseThrow(), keep));
      }
      return new Dot.Constant();
    };
  }

  // the sum of partial derivative times derivative of the state variable
  private Dot ofFamily(
      Term.Observed o,
      Symbol symbol,
      Symbol.Role.FunctionOfFamily f,
      Set<String> keep,
      Function<Term.Observed, Dot> ofState) {
    // with a blank, so that no index that a claim declares has this name
    String member = "any " + f.over();
    Term.Observed variable = (Term.Observed) member(o, symbol, f, member, f.of());
    Dot dot = ofState.apply(variable);
    if (dot instanceof Dot.Constant) {
      return dot;
    } else if (f.slope().isEmpty() || !(dot instanceof Dot.Known known)) {
      return new Dot.Unknown();
    } else {
      Term slope = member(o, symbol, f, member, f.slope().orElseThrow());
      return new Dot.Known(
          new Term.Over(
              Term.Fold.SUM,
              member,
              f.kind().size(),
              Trees.times(definitions.unfoldBelow(slope, keep), known.derivative())));
    }
  }

  private static Term member(
      Term.Observed o, Symbol symbol, Symbol.Role.FunctionOfFamily f, String member, Term term) {
    Map<String, Term> names = new HashMap<>();
    names.put(f.over(), new Term.Name(member));
    for (int p = 0; p < o.indices().size(); p++) {
      names.put(symbol.indices().get(p), o.indices().get(p));
    }
    return Instantiation.raw(term, names);
  }

  @Override
  public void derive(Checks checks) {
    Term loss =
        setting.loss().orElseThrow(() -> new Refusal("the setting has no loss to derive from"));
    Term along = Trees.ZERO;
    for (Map.Entry<String, Symbol> e : setting.symbols().entrySet()) {
      if (e.getValue().role() instanceof Symbol.Role.State state && state.free()) {
        along = Trees.plus(along, paired(e.getKey(), e.getValue(), state.moves()));
      }
    }
    // times the step: the motion is step * (-gradient)
    Function<Term.Observed, Dot> direction =
        dots(
            setting.keep(),
            o ->
                ((Symbol.Role.State) setting.symbols().get(o.name()).role()).free()
                    ? new Dot.Known(direction(o))
                    : new Dot.Constant());
    checks.requireZero(
        new Question(
            definitions.unfoldExcept(Trees.times(setting.step(), loss), setting.keep()),
            definitions.unfoldExcept(along, setting.keep()),
            direction,
            Map.of(),
            Map.of()),
        "step times derivative of the loss in any direction + <direction, motion>");
  }

  private static Term.Observed direction(Term.Observed o) {
    return new Term.Observed("d " + o.name(), 0, o.indices(), o.time());
  }

  // Sum over all indices of direction * motion
  private static Term paired(String name, Symbol symbol, Term moves) {
    java.util.List<Term> indices = new java.util.ArrayList<>();
    Map<String, Term> names = new HashMap<>();
    for (String index : symbol.indices()) {
      names.put(index, new Term.Name("of " + index));
      indices.add(new Term.Name("of " + index));
    }
    Term sum =
        Trees.times(
            direction(new Term.Observed(name, 0, indices, Trees.T)),
            Instantiation.raw(moves, names));
    for (int p = symbol.indices().size() - 1; p >= 0; p--) {
      IndexKind kind = symbol.signature().indices().get(p);
      sum = new Term.Over(Term.Fold.SUM, "of " + symbol.indices().get(p), kind.size(), sum);
    }
    return sum;
  }
}
