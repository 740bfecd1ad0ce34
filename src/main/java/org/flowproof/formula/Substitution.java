package org.flowproof.formula;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Replaces names by the terms that define them. Indices bound inside a definition are renamed where
 * the place of insertion already uses their name, so that the result is again in the language.
 */
public final class Substitution {
  /** Definitions that double each other would otherwise grow without bound. */
  static final int MAX_NODES = 100_000;

  static final int MAX_DEPTH = 400;

  private final Map<String, Term> definitions;
  private final Map<String, Term> expanded = new HashMap<>();
  private final Set<String> active = new LinkedHashSet<>();
  private int insertedNodes;

  private Substitution(Map<String, Term> definitions) {
    this.definitions = definitions;
  }

  /**
   * Replaces where-names, also inside the definitions themselves.
   *
   * @throws IllegalArgumentException when definitions refer to each other in a circle, or when the
   *     result would be unreasonably large, or when an index of the formula would capture a generic
   *     index of a definition
   */
  public static Term expand(Term term, Map<String, Term> definitions) {
    return bounded(new Substitution(definitions).term(term, Set.of()));
  }

  /**
   * Replaces where-names, also inside the definitions themselves.
   *
   * @throws IllegalArgumentException as for terms
   */
  public static Proposition expand(Proposition proposition, Map<String, Term> definitions) {
    Substitution substitution = new Substitution(definitions);
    return Rebuild.mapped(
        proposition, Set.of(), (term, bound) -> bounded(substitution.term(term, bound)));
  }

  private Term term(Term term, Set<String> bound) {
    if (term instanceof Term.Name name
        && definitions.containsKey(name.name())
        && !bound.contains(name.name())) {
      return inserted(name.name(), bound);
    }
    return Rebuild.mapped(term, bound, this::term);
  }

  private Term inserted(String name, Set<String> bound) {
    Term definition = expanded.get(name);
    if (definition == null) {
      if (!active.add(name)) {
        throw new IllegalArgumentException(
            "definitions refer to each other in a circle: " + active);
      }
      definition = bounded(term(definitions.get(name), Set.of()));
      active.remove(name);
      expanded.put(name, definition);
    }
    insertedNodes += MAX_NODES - count(definition, MAX_NODES);
    if (insertedNodes > MAX_NODES) {
      throw tooLarge();
    }
    for (String free : Terms.names(definition)) {
      if (bound.contains(free)) {
        throw new IllegalArgumentException(
            "the definition of " + name + " uses " + free + ", which is bound where it is used");
      }
    }
    return Rebuild.renamedBound(definition, bound);
  }

  private static Term bounded(Term term) {
    if (count(term, MAX_NODES) <= 0 || Terms.depth(term) > MAX_DEPTH) {
      throw tooLarge();
    }
    return term;
  }

  private static IllegalArgumentException tooLarge() {
    return new IllegalArgumentException("the formula is too large with its definitions inserted");
  }

  /** What is left of a budget of nodes after a tree; at most 0 as soon as it is used up. */
  private static int count(Term term, int budget) {
    int left = budget - 1;
    for (Term child : Children.of(term)) {
      if (left <= 0) {
        return left;
      }
      left = count(child, left);
    }
    return left;
  }
}
