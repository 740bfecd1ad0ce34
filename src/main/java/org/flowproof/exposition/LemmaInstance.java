package org.flowproof.exposition;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.flowproof.formula.Proposition;
import org.flowproof.formula.Substitution;
import org.flowproof.formula.Term;
import org.flowproof.proof.Claim;

/**
 * What a lemma says for the indices that a step uses it with.
 *
 * @param conclusion its conclusion, with the names of definitions that the claim at hand has too or
 *     that it can take over, and with all others written out
 * @param where the definitions taken over, in order
 */
record LemmaInstance(Proposition conclusion, Map<String, Term> where) {

  static LemmaInstance of(Claim claim, Claim.Step step, Claim lemma) {
    Map<String, String> names = renaming(step);
    Proposition conclusion = FormulaNames.rename(lemma.conclusion(), names);
    Map<String, Term> definitions = new LinkedHashMap<>();
    lemma
        .definitions()
        .forEach((name, term) -> definitions.put(name, FormulaNames.rename(term, names)));
    Map<String, Term> written = new LinkedHashMap<>();
    Map<String, Term> taken = new LinkedHashMap<>();
    definitions.forEach(
        (name, term) -> {
          Term full = Substitution.expand(term, definitions);
          Term ours = claim.definitions().get(name);
          boolean free = ours == null && claim.vocabulary().find(name).isEmpty();
          if (ours != null && Substitution.expand(ours, claim.definitions()).equals(full)) {
            return;
          }
          (free ? taken : written).put(name, term);
        });
    Map<String, Term> where = new LinkedHashMap<>();
    Proposition shown = Substitution.expand(conclusion, written);
    taken.forEach((name, term) -> where.put(name, Substitution.expand(term, written)));
    // later definitions may use earlier ones, so what is not used is dropped from the end
    List<String> backwards = new ArrayList<>(where.keySet());
    Collections.reverse(backwards);
    for (String name : backwards) {
      boolean used =
          FormulaNames.of(shown).contains(name)
              || where.values().stream().anyMatch(term -> FormulaNames.of(term).contains(name));
      if (!used) {
        where.remove(name);
      }
    }
    return new LemmaInstance(shown, where);
  }

  private static Map<String, String> renaming(Claim.Step step) {
    Map<String, String> names = new LinkedHashMap<>();
    for (String pair : step.parameters().getOrDefault("with", "").split(",", -1)) {
      String[] sides = pair.split("->", -1);
      if (sides.length == 2) {
        names.put(sides[0].strip(), sides[1].strip());
      }
    }
    return names;
  }
}
