package org.flowproof.proof;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.flowproof.flow.ObservableCatalogue;
import org.flowproof.formula.IndexKind;
import org.flowproof.formula.Proposition;
import org.flowproof.formula.Rational;
import org.flowproof.formula.Signature;
import org.flowproof.formula.Term;
import org.flowproof.formula.Vocabulary;

/**
 * A model that claims can speak about, declared in a file below {@code proofs/settings/}: its
 * symbols, what is known of them, and how they move.
 *
 * @param id path below {@code proofs/settings/} without the ending
 * @param title one line
 * @param about what it models, for readers
 * @param motion whether time is continuous, counted, or absent
 * @param network whether the symbols of the two-layer network are there too, moving by the gradient
 *     flow of the squared loss 1/(2n) with both layers trained
 * @param loss what the free state variables descend on; empty when nothing does
 * @param keep abbreviations that stay when the loss is differentiated, so that functions of sums
 *     are not written out
 * @param step the factor of minus the gradient: 1 in a flow, the step size in a descent
 * @param symbols by name, in order
 * @param facts what holds at every time by the meaning of the symbols, by name
 * @param runs how runs of the two-layer network are instances of it; empty when none is
 */
public record Setting(
    String id,
    String title,
    String about,
    Motion motion,
    boolean network,
    Optional<Term> loss,
    Set<String> keep,
    Term step,
    Map<String, Symbol> symbols,
    Map<String, Proposition> facts,
    Optional<RunReading> runs)
    implements Subject, Vocabulary {
  public Setting {
    symbols = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(symbols));
    facts = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(facts));
  }

  /** How time passes. */
  public enum Motion {
    /** Nothing moves. */
    STILL,
    /** Continuous time. */
    FLOW,
    /** Iterations {@code t = 0, 1, 2, ...}; {@code x[t+1]} is the next value. */
    DESCENT
  }

  @Override
  public Vocabulary vocabulary() {
    return this;
  }

  @Override
  public boolean continuousTime() {
    return motion == Motion.FLOW;
  }

  /** Whether functions of a flow have kinks: then their slopes are gates, which jump there. */
  public boolean kinks() {
    return motion == Motion.FLOW
        && symbols.values().stream().anyMatch(s -> s.role() instanceof Symbol.Role.Gate);
  }

  @Override
  public Optional<Signature> find(String name) {
    Symbol own = symbols.get(name);
    return own != null
        ? Optional.of(own.signature())
        : network ? ObservableCatalogue.standard().find(name) : Optional.empty();
  }

  @Override
  public Collection<String> names() {
    List<String> all = new ArrayList<>(symbols.keySet());
    if (network) {
      all.addAll(ObservableCatalogue.standard().names());
    }
    return List.copyOf(all);
  }

  @Override
  public Map<String, IndexKind> genericIndices() {
    return Map.of();
  }

  @Override
  public Optional<Term> nextTime() {
    return motion == Motion.DESCENT
        ? Optional.of(new Term.Literal(Rational.ONE))
        : Optional.empty();
  }
}
