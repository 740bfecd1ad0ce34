package org.flowproof.formula;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Puts terms in place of free names. */
public final class Instance {
  private Instance() {}

  /**
   * A term with its free names replaced, in index and time arguments, too. Indices bound inside are
   * renamed where a replacement uses their name.
   *
   * @param values what to put in place of which name
   */
  public static Term of(Term body, Map<String, Term> values) {
    Set<String> taken = new LinkedHashSet<>();
    values.values().forEach(value -> taken.addAll(Terms.names(value)));
    return replaced(Rebuild.renamedBound(body, taken), values);
  }

  private static Term replaced(Term term, Map<String, Term> values) {
    if (term instanceof Term.Name name) {
      return values.getOrDefault(name.name(), name);
    }
    if (term instanceof Term.Over over) {
      return Rebuild.mapped(
          term, Set.of(), (part, b) -> replaced(part, without(values, over.index())));
    }
    if (term instanceof Term.OverTime over) {
      return new Term.OverTime(
          over.fold(),
          over.variable(),
          replaced(over.from(), values),
          replaced(over.to(), values),
          replaced(over.body(), without(values, over.variable())));
    }
    return Rebuild.mapped(term, Set.of(), (part, bound) -> replaced(part, values));
  }

  private static Map<String, Term> without(Map<String, Term> values, String name) {
    Map<String, Term> fewer = new LinkedHashMap<>(values);
    fewer.remove(name);
    return fewer;
  }
}
