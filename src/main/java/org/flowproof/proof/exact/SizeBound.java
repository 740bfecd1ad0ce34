package org.flowproof.proof.exact;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.flowproof.formula.IndexKind;
import org.flowproof.formula.Term;

/**
 * Which sizes decide an identity for all sizes: the sizes theorem of {@code docs/trusted-base.md}.
 *
 * <p>{@code q} counts, for each sort, how many bound indices a monomial can carry after expansion:
 * a sum adds 1, a product adds, a power multiplies, a sum of terms takes the maximum. Dividing by a
 * term with bound indices is refused.
 */
public final class SizeBound {
  private final Question question;

  private SizeBound(Question question) {
    this.question = question;
  }

  /** Every size vector and choice of free indices that has to be tried. */
  public static List<Instance> instances(Question question) {
    SizeBound bound = new SizeBound(question);
    Map<IndexKind, Integer> q = bound.count(question.rest());
    if (question.derived() != null) {
      q = max(q, plus(bound.count(question.derived()), bound.dotsOf(question.derived())));
    }
    return bound.enumerate(q);
  }

  /** The count of bound indices in a monomial. */
  Map<IndexKind, Integer> count(Term term) {
    if (term instanceof Term.Negation n) {
      return count(n.operand());
    } else if (term instanceof Term.Operation o) {
      return switch (o.operator()) {
        case PLUS, MINUS -> max(count(o.left()), count(o.right()));
        case TIMES -> plus(count(o.left()), count(o.right()));
        case DIVIDE -> {
          requireNone(o.right());
          yield count(o.left());
        }
        case POWER -> {
          int exponent = Exponents.integer(o.right());
          if (exponent < 0) {
            requireNone(o.left());
          }
          yield times(Math.max(0, exponent), count(o.left()));
        }
      };
    } else if (term instanceof Term.Over o) {
      if (o.fold() != Term.Fold.SUM) {
        throw new NotRationalException("a maximum or minimum over a range is not rational");
      }
      Map<IndexKind, Integer> inner = count(o.body());
      IndexKind sort = IndexKind.ofSize(o.size()).orElseThrow();
      return plus(inner, Map.of(sort, 1));
    }
    // a function of anything is an atom of its own
    if (term instanceof Term.Call c) {
      c.arguments().forEach(this::requireNone);
    }
    requireIndexNames(term);
    return Map.of();
  }

  // the theorem is about indices that range over everything, also inside integrals and suprema
  private static void requireIndexNames(Term term) {
    new TreeRewriter() {
      @Override
      protected Term observed(Term.Observed o) {
        if (o.indices().stream().anyMatch(i -> !(i instanceof Term.Name))) {
          throw new NotRationalException("an index is a number: " + Show.of(o));
        }
        return o;
      }
    }.term(term);
  }

  private void requireNone(Term term) {
    if (count(term).values().stream().anyMatch(v -> v > 0)) {
      throw new NotRationalException(
          "a denominator or function argument contains a sum: " + Show.of(term));
    }
  }

  // The largest count that replacing one atom by its derivative can add.
  private Map<IndexKind, Integer> dotsOf(Term term) {
    List<Map<IndexKind, Integer>> found = new ArrayList<>();
    found.add(Map.of());
    Function<Term.Observed, Dot> dots = question.dots();
    new TreeRewriter() {
      @Override
      protected Term name(Term.Name name) {
        Term dot = question.nameDots().get(name.name());
        if (dot != null) {
          found.add(count(dot));
        }
        return name;
      }

      @Override
      protected Term observed(Term.Observed o) {
        Dot dot = dots.apply(o);
        if (dot instanceof Dot.Known known) {
          found.add(count(known.derivative()));
        } else if (dot instanceof Dot.Abbreviates abbreviates) {
          found.add(plus(count(abbreviates.definition()), dotsOf(abbreviates.definition())));
        } else if (dot instanceof Dot.Chain chain) {
          found.add(plus(count(chain.factor()), plus(count(chain.of()), dotsOf(chain.of()))));
        }
        return o;
      }
    }.term(term);
    return found.stream().reduce(SizeBound::max).orElseThrow();
  }

  private List<Instance> enumerate(Map<IndexKind, Integer> q) {
    List<Instance> partial = new ArrayList<>();
    partial.add(new Instance(new EnumMap<>(IndexKind.class), Map.of()));
    for (IndexKind sort : IndexKind.values()) {
      List<String> free =
          question.free().entrySet().stream()
              .filter(e -> e.getValue() == sort)
              .map(Map.Entry::getKey)
              .sorted()
              .toList();
      int count = q.getOrDefault(sort, 0);
      int bound = Math.max(1, count + free.size());
      // without free indices the empty range has to be tried too: Sum[1, {k, n}] == 1 holds at n =
      // 1
      int least = free.isEmpty() && count > 0 ? 0 : 1;
      List<Instance> next = new ArrayList<>();
      for (Instance instance : partial) {
        for (int size = least; size <= bound; size++) {
          for (Map<String, Integer> values : assignments(free, size)) {
            Map<IndexKind, Integer> sizes = new EnumMap<>(IndexKind.class);
            sizes.putAll(instance.sizes());
            sizes.put(sort, size);
            Map<String, Integer> indices = new HashMap<>(instance.indices());
            indices.putAll(values);
            next.add(new Instance(sizes, indices));
          }
        }
      }
      partial = next;
    }
    if (partial.size() > 400) {
      throw new NotRationalException(
          "the identity would need "
              + partial.size()
              + " choices of sizes; keep more abbreviations");
    }
    return partial;
  }

  // Up to renaming of index values: each free index takes a value used before or the next new one.
  private static List<Map<String, Integer>> assignments(List<String> free, int size) {
    List<Map<String, Integer>> all = new ArrayList<>();
    all.add(Map.of());
    for (String name : free) {
      List<Map<String, Integer>> next = new ArrayList<>();
      for (Map<String, Integer> values : all) {
        int used = values.values().stream().max(Integer::compare).orElse(0);
        for (int value = 1; value <= Math.min(size, used + 1); value++) {
          Map<String, Integer> extended = new HashMap<>(values);
          extended.put(name, value);
          next.add(extended);
        }
      }
      all = next;
    }
    return all;
  }

  private static Map<IndexKind, Integer> max(Map<IndexKind, Integer> a, Map<IndexKind, Integer> b) {
    return merge(a, b, Math::max);
  }

  private static Map<IndexKind, Integer> plus(
      Map<IndexKind, Integer> a, Map<IndexKind, Integer> b) {
    return merge(a, b, Integer::sum);
  }

  private static Map<IndexKind, Integer> times(int factor, Map<IndexKind, Integer> a) {
    Map<IndexKind, Integer> result = new EnumMap<>(IndexKind.class);
    a.forEach((k, v) -> result.put(k, factor * v));
    return result;
  }

  private static Map<IndexKind, Integer> merge(
      Map<IndexKind, Integer> a,
      Map<IndexKind, Integer> b,
      java.util.function.BinaryOperator<Integer> with) {
    Map<IndexKind, Integer> result = new EnumMap<>(IndexKind.class);
    result.putAll(a);
    b.forEach((k, v) -> result.merge(k, v, with));
    return result;
  }
}
