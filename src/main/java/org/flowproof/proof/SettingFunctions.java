package org.flowproof.proof;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.flowproof.formula.IndexKind;
import org.flowproof.formula.Term;
import org.flowproof.problem.yaml.StrictMap;
import org.flowproof.problem.yaml.StrictValue;
import org.flowproof.proof.Symbol.Role.Function;
import org.flowproof.proof.Symbol.Role.FunctionOfFamily;

/** Reads what the section {@code functions} of a setting says of one symbol. */
final class SettingFunctions {
  private final StrictMap top;
  private final Map<String, Symbol> symbols;
  private final BiFunction<StrictValue, Map<String, IndexKind>, Term> terms;

  /**
   * @param top the file
   * @param symbols all symbols of the setting
   * @param terms reads a term in which the given indices may occur
   */
  SettingFunctions(
      StrictMap top,
      Map<String, Symbol> symbols,
      BiFunction<StrictValue, Map<String, IndexKind>, Term> terms) {
    this.top = top;
    this.symbols = symbols;
    this.terms = terms;
  }

  /** The role of one symbol with the given indices. */
  Symbol.Role read(StrictMap entry, Map<String, IndexKind> index) {
    return entry.has("over") ? ofFamily(entry, index) : ofOne(entry, index);
  }

  private Function ofOne(StrictMap entry, Map<String, IndexKind> index) {
    Term of = terms.apply(entry.get("of"), index);
    if (new SettingKinks(symbols).reaches(of).stream().anyMatch(this::isLater)) {
      throw entry
          .get("of")
          .refuse(
              "a function of a function that does not stand above it",
              "an argument made of the state and of functions above");
    }
    Optional<Term> slope = entry.find("slope").map(v -> terms.apply(v, index));
    return new Function(of, slope, entry.bool("shared", false), entry.bool("vanishes", false));
  }

  private FunctionOfFamily ofFamily(StrictMap entry, Map<String, IndexKind> index) {
    for (String key : List.of("shared", "vanishes")) {
      if (entry.has(key)) {
        throw entry.get(key).refuse("a function of a family", "no '" + key + "' beside 'over'");
      }
    }
    Map<String, IndexKind> over = SettingLoader.index(entry, "over");
    if (over.size() != 1 || over.keySet().stream().anyMatch(index::containsKey)) {
      throw entry.get("over").refuse("not one new index", "one index of its own, such as {c: ...}");
    }
    String name = over.keySet().iterator().next();
    Map<String, IndexKind> both = new LinkedHashMap<>(index);
    both.putAll(over);
    if (!(terms.apply(entry.get("of"), both) instanceof Term.Observed of)
        || !isState(of)
        || of.indices().stream().filter(new Term.Name(name)::equals).count() != 1) {
      throw entry
          .get("of")
          .refuse(
              "not a family of state variables", "a state variable at the index '" + name + "'");
    }
    return new FunctionOfFamily(
        name, over.get(name), of, entry.find("slope").map(v -> terms.apply(v, both)));
  }

  private boolean isState(Term.Observed o) {
    return top.has("state")
        && top.map("state").entries().containsKey(o.name())
        && o.primes() == 0
        && new Term.Name("t").equals(o.time());
  }

  // functions get their roles one after the other
  private boolean isLater(String name) {
    return top.has("functions")
        && top.map("functions").entries().containsKey(name)
        && !(symbols.get(name).role() instanceof Function)
        && !(symbols.get(name).role() instanceof FunctionOfFamily);
  }
}
