package org.flowproof.enclose.claim;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.flowproof.enclose.interval.Interval;
import org.flowproof.formula.Compiler;
import org.flowproof.formula.NoValueException;
import org.flowproof.formula.Proposition;
import org.flowproof.formula.Substitution;
import org.flowproof.formula.Term;

/**
 * Both sides of the first comparison of an enclosed conclusion at one time, as an illustration: the
 * verdict rests on all times.
 *
 * @param comparison as the claim has it, its where-names kept
 * @param indices values of the indices in it, 1-based
 * @param time of the range
 * @param left contains the left side
 * @param right contains the right side
 */
public record EnclosedSides(
    Proposition.Comparison comparison,
    Map<String, Integer> indices,
    double time,
    Interval left,
    Interval right) {
  public EnclosedSides {
    indices = Collections.unmodifiableMap(new LinkedHashMap<>(indices));
  }

  /** Reads them; empty where no comparison stands alone, or where a side has no value. */
  static Optional<EnclosedSides> of(
      Proposition conclusion,
      Map<String, Term> definitions,
      Map<String, Integer> instance,
      double time,
      TubeValues values) {
    Map<String, Integer> indices = new LinkedHashMap<>(instance);
    Optional<Proposition.Comparison> first = first(conclusion, indices);
    if (first.isEmpty()) {
      return Optional.empty();
    }
    Proposition.Comparison full =
        (Proposition.Comparison) Substitution.expand(first.get(), definitions);
    Compiler<Interval> intervals = new Compiler<>(new IntervalArithmetic());
    Interval when = Interval.of(time);
    try {
      return Optional.of(
          new EnclosedSides(
              first.get(),
              indices,
              time,
              intervals.compile(full.left()).evaluate(values, indices, when),
              intervals.compile(full.right()).evaluate(values, indices, when)));
    } catch (NoValueException e) {
      return Optional.empty();
    }
  }

  private static Optional<Proposition.Comparison> first(
      Proposition p, Map<String, Integer> indices) {
    if (p instanceof Proposition.Comparison comparison) {
      return Optional.of(comparison);
    }
    if (p instanceof Proposition.And and && !and.parts().isEmpty()) {
      return first(and.parts().get(0), indices);
    }
    if (p instanceof Proposition.Quantified q && q.quantifier() == Proposition.Quantifier.FOR_ALL) {
      indices.put(q.index(), 1);
      return first(q.body(), indices);
    }
    return Optional.empty();
  }
}
