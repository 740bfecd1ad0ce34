package org.flowproof.proof.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.flowproof.formula.Proposition;
import org.flowproof.formula.Proposition.Relation;
import org.flowproof.formula.Rational;
import org.flowproof.formula.Term;

/**
 * The times a claim speaks about. The plain part ({@code t >= 0}, {@code t > 0}, {@code t <
 * firstEvent[j]}, {@code t <= endTime}) holds at earlier times whenever it holds at a later one, so
 * facts are shown for all of it. The rest are conditions at the end of the interval: they enter
 * only where a step lists {@code range} among its premises, and mark the result as restricted.
 */
final class ClaimRange {
  private static final Term T = new Term.Name("t");
  private final List<Proposition> plain = new ArrayList<>();
  private final List<Proposition> conditions = new ArrayList<>();

  ClaimRange(Proposition range) {
    split(range);
    if (plain.stream().noneMatch(ClaimRange::isStart)) {
      throw new Refusal("the range must contain t >= 0 or t > 0");
    }
  }

  private void split(Proposition p) {
    if (p instanceof Proposition.And a) {
      a.parts().forEach(this::split);
    } else if (isStart(p) || firstEventOf(p).isPresent() || isEnd(p)) {
      plain.add(p);
    } else {
      conditions.add(p);
    }
  }

  private static boolean isStart(Proposition p) {
    return p instanceof Proposition.Comparison c
        && (c.relation() == Relation.GREATER_OR_EQUAL || c.relation() == Relation.GREATER)
        && c.left().equals(T)
        && c.right().equals(new Term.Literal(Rational.ZERO));
  }

  private static boolean isWeakStart(Proposition p) {
    return isStart(p) && ((Proposition.Comparison) p).relation() == Relation.GREATER_OR_EQUAL;
  }

  private static boolean isEnd(Proposition p) {
    return p instanceof Proposition.Comparison c
        && (c.relation() == Relation.LESS_OR_EQUAL || c.relation() == Relation.LESS)
        && c.left().equals(T)
        && c.right().equals(new Term.Name("endTime"));
  }

  private static Optional<Term> firstEventOf(Proposition p) {
    if (p instanceof Proposition.Comparison c
        && c.relation() == Relation.LESS
        && c.left().equals(T)
        && c.right() instanceof Term.Observed o
        && o.name().equals("firstEvent")) {
      return Optional.of(o.indices().get(0));
    }
    return Optional.empty();
  }

  /** Whether the range contains time 0: with {@code t >= 0 && t > 0} it does not. */
  boolean startsAtZero() {
    return plain.stream().filter(ClaimRange::isStart).allMatch(ClaimRange::isWeakStart);
  }

  /** Whether the gates of a neuron are constant over the range. */
  boolean patternConstant(Term neuron) {
    return plain.stream().anyMatch(p -> firstEventOf(p).filter(neuron::equals).isPresent());
  }

  /** Whether every time of this range is a time of the other. */
  boolean within(ClaimRange other) {
    return other.conditions.isEmpty()
        && other.plain.stream().allMatch(p -> plain.contains(p) || isWeakStart(p));
  }

  /** The premise called {@code range}. */
  Fact asFact() {
    List<Proposition> all = new ArrayList<>(plain);
    all.addAll(conditions);
    return new Fact(java.util.Map.of(), all, true);
  }
}
