package org.flowproof.proof.kernel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.flowproof.formula.IndexKind;
import org.flowproof.formula.Proposition;
import org.flowproof.formula.Term;
import org.flowproof.proof.exact.Instantiation;

/**
 * Something established: true for every value of its universal indices, at every time of the
 * claim's range (for derivatives: at almost every time).
 *
 * @param universals indices for each value of which it holds
 * @param parts what holds; canonical
 * @param restricted whether it was shown for the end of the time interval only, using conditions of
 *     the range that need not hold earlier
 */
record Fact(Map<String, IndexKind> universals, List<Proposition> parts, boolean restricted) {

  /** Splits conjunctions and turns leading quantifiers into universal indices. */
  static List<Fact> of(Map<String, IndexKind> universals, Proposition p, boolean restricted) {
    Proposition canonical = Instantiation.canonical(p);
    if (canonical instanceof Proposition.And a) {
      List<Fact> all = new ArrayList<>();
      a.parts().forEach(part -> all.addAll(of(universals, part, restricted)));
      return all;
    }
    if (canonical instanceof Proposition.Quantified q
        && q.quantifier() == Proposition.Quantifier.FOR_ALL) {
      Map<String, IndexKind> more = new LinkedHashMap<>(universals);
      // a blank keeps it apart from every index that a claim can declare
      String fresh = "every " + (universals.size() + 1);
      more.put(fresh, IndexKind.ofSize(q.size()).orElseThrow());
      return of(
          more, Instantiation.apply(q.body(), Map.of(q.index(), new Term.Name(fresh))), restricted);
    }
    return List.of(new Fact(universals, List.of(canonical), restricted));
  }

  /** Everything it says about the given indices. */
  List<Proposition> at(Map<String, IndexKind> indices) {
    List<Map<String, Term>> choices = new ArrayList<>();
    choices.add(Map.of());
    for (Map.Entry<String, IndexKind> universal : universals.entrySet()) {
      List<Map<String, Term>> next = new ArrayList<>();
      for (Map<String, Term> choice : choices) {
        indices.forEach(
            (name, kind) -> {
              if (kind == universal.getValue()) {
                Map<String, Term> more = new HashMap<>(choice);
                more.put(universal.getKey(), new Term.Name(name));
                next.add(more);
              }
            });
      }
      choices = next;
    }
    List<Proposition> instances = new ArrayList<>();
    for (Map<String, Term> choice : choices) {
      parts.forEach(p -> instances.add(Instantiation.apply(p, choice)));
    }
    return instances;
  }
}
