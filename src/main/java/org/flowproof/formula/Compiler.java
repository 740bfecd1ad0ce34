package org.flowproof.formula;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Translates trees into closures over one number system, once; evaluating then costs no look-up by
 * name beyond those of the {@link Valuation}. What ranges inside each other make too long to
 * compute has no value.
 *
 * @param <T> the numbers
 */
public final class Compiler<T> {
  private final Arithmetic<T> arithmetic;

  public Compiler(Arithmetic<T> arithmetic) {
    this.arithmetic = arithmetic;
  }

  /** Translates a term. */
  public CompiledTerm<T> compile(Term term) {
    Slots slots = new Slots();
    Code<T> code = new TermTranslator<>(arithmetic, slots).translate(term);
    boolean counted = Effort.nested(term);
    return (valuation, indices, time) -> {
      if (counted) {
        Effort.require(term, valuation::size);
      }
      return code.run(slots.frame(valuation, indices, time));
    };
  }

  /** Translates a statement. */
  public CompiledProposition<T> compile(Proposition proposition) {
    Slots slots = new Slots();
    Code.Test<T> code = new PropositionTranslator<>(arithmetic, slots).translate(proposition);
    boolean counted = Effort.nested(proposition);
    Optional<CompiledProposition.Sides<T>> sides =
        proposition instanceof Proposition.Comparison comparison
            ? Optional.of(
                new CompiledProposition.Sides<>(
                    comparison.relation(), compile(comparison.left()), compile(comparison.right())))
            : Optional.empty();
    return new CompiledProposition<>() {
      @Override
      public Truth evaluate(Valuation<T> valuation, Map<String, Integer> indices, T time) {
        if (counted) {
          Effort.require(proposition, valuation::size);
        }
        return code.run(slots.frame(valuation, indices, time));
      }

      @Override
      public Optional<Sides<T>> sides() {
        return sides;
      }
    };
  }

  /** The value of a term without names. */
  T evaluateConstant(Term term) {
    return compile(term).evaluate(null, Map.of(), null);
  }

  /** Numbers the names of one formula, so that a run keeps its variables in arrays. */
  static final class Slots {
    private final Map<String, Integer> free = new LinkedHashMap<>();
    private final List<Bound> bound = new ArrayList<>();
    private int used;

    private record Bound(String name, int slot) {}

    int bind(String name) {
      bound.add(new Bound(name, used));
      return used++;
    }

    void release() {
      bound.remove(bound.size() - 1);
    }

    /** The slot of a bound name, the innermost one. */
    Optional<Integer> boundSlot(String name) {
      for (int i = bound.size() - 1; i >= 0; i--) {
        if (bound.get(i).name().equals(name)) {
          return Optional.of(bound.get(i).slot());
        }
      }
      return Optional.empty();
    }

    int freeSlot(String name) {
      return free.computeIfAbsent(name, ignored -> used++);
    }

    <T> Frame<T> frame(Valuation<T> valuation, Map<String, Integer> indices, T time) {
      int[] values = new int[used];
      free.forEach((name, slot) -> values[slot] = indices.getOrDefault(name, 0));
      return new Frame<>(
          valuation, values, new ArrayList<>(java.util.Collections.nCopies(used, null)), time);
    }
  }
}
