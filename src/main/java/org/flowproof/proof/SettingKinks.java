package org.flowproof.proof;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.flowproof.formula.Term;
import org.flowproof.formula.Terms;
import org.flowproof.problem.yaml.StrictMap;

/**
 * What a flow may have to do with gates. A gate jumps at kinks; all that is known of it is that it
 * is the slope of a piecewise linear activation at almost every time. So it may stand in motions
 * and beside what it is the slope of, but the loss and the arguments of functions must be
 * continuous without it.
 */
final class SettingKinks {
  private final Map<String, Symbol> symbols;

  SettingKinks(Map<String, Symbol> symbols) {
    this.symbols = symbols;
  }

  /** Own symbols that a term mentions, also through abbreviations. */
  Set<String> reaches(Term term) {
    Set<String> found = new LinkedHashSet<>();
    for (String name : Terms.observables(term)) {
      if (symbols.containsKey(name) && found.add(name)) {
        symbols.get(name).definition().ifPresent(d -> found.addAll(reaches(d)));
      }
    }
    return found;
  }

  private boolean mentionsGate(Term term) {
    return reaches(term).stream().anyMatch(n -> symbols.get(n).role() instanceof Symbol.Role.Gate);
  }

  /**
   * Requires of a flow that its gates are slopes of functions and stand where they may.
   *
   * @param top the file
   * @throws org.flowproof.problem.InputException naming the key that is at fault
   */
  void require(StrictMap top, Optional<Term> loss) {
    if (!top.has("gates")) {
      return;
    }
    if (loss.filter(this::mentionsGate).isPresent()) {
      throw top.map("motion")
          .get("of")
          .refuse("a gate jumps, the loss does not", "the activation in its place");
    }
    Set<String> slopes = new LinkedHashSet<>();
    if (top.has("functions")) {
      for (String name : top.map("functions").entries().keySet()) {
        slopes.addAll(gatesOf(symbols.get(name), top.map("functions").map(name)));
      }
    }
    for (String gate : top.map("gates").entries().keySet()) {
      if (!slopes.contains(gate)) {
        throw top.map("gates")
            .get(gate)
            .refuse("gates in a flow change at kinks", "the slope of one of the functions");
      }
    }
  }

  private Set<String> gatesOf(Symbol symbol, StrictMap entry) {
    if (symbol.role() instanceof Symbol.Role.FunctionOfFamily f) {
      if (f.slope().filter(this::mentionsGate).isPresent()) {
        throw entry.get("slope").refuse("a gate as partial derivative", "a smooth function");
      }
      return Set.of();
    }
    Symbol.Role.Function f = (Symbol.Role.Function) symbol.role();
    if (mentionsGate(f.of())) {
      throw entry.get("of").refuse("a gate jumps, the argument does not", "a term without gates");
    }
    if (f.slope().filter(this::mentionsGate).isEmpty()) {
      return Set.of();
    }
    Term slope = f.slope().orElseThrow();
    boolean plain =
        slope instanceof Term.Observed o
            && symbols.get(o.name()).role() instanceof Symbol.Role.Gate
            && o.indices().equals(symbol.indices().stream().map(Term.Name::new).toList());
    if (!plain || f.shared() || f.vanishes()) {
      throw entry
          .get("slope")
          .refuse(
              "a kink of this kind is not known",
              "a gate at the indices of the function, which is neither 'shared' nor 'vanishes'");
    }
    return Set.of(((Term.Observed) slope).name());
  }
}
