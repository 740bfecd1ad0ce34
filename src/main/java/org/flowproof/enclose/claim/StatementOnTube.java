package org.flowproof.enclose.claim;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.flowproof.formula.IndexKind;
import org.flowproof.formula.Proposition;
import org.flowproof.formula.Truth;

/** A statement read over spans of time, comparison by comparison. Used by one thread. */
final class StatementOnTube {
  private final TubeContext tube;
  private final RangeFacts facts;
  private final Node root;
  private final Map<Truth, Place> places = new EnumMap<>(Truth.class);

  /** A comparison that was not found true, where it was read. */
  record Place(
      ComparisonOnTube comparison, Map<String, Integer> indices, Span span, String obstacle) {

    /** Both sides, or why one has no value. */
    String text() {
      return comparison.sides(indices, span);
    }
  }

  /** A part of a statement. */
  @FunctionalInterface
  private interface Node {
    SpanTruth read(Map<String, Integer> indices, Span span);
  }

  /**
   * A statement.
   *
   * @param statement with its where-names expanded
   * @param facts what is known at the times that count
   */
  StatementOnTube(Proposition statement, RangeFacts facts, TubeContext tube) {
    this.tube = tube;
    this.facts = facts;
    root = node(statement);
  }

  /** The truth for one choice of the generic indices over one span. */
  SpanTruth read(Map<String, Integer> indices, Span span) {
    places.clear();
    return root.read(indices, span);
  }

  /** The comparison last found false (FALSE) or left open (UNDECIDED) in the last reading. */
  Optional<Place> place(Truth truth) {
    return Optional.ofNullable(places.get(truth));
  }

  private Node node(Proposition p) {
    if (p instanceof Proposition.Comparison comparison) {
      return comparison(comparison);
    }
    if (p instanceof Proposition.And and) {
      return conjunction(and.parts().stream().map(this::node).toList());
    }
    if (p instanceof Proposition.Or or) {
      List<Node> parts = or.parts().stream().map(this::node).map(StatementOnTube::not).toList();
      return not(conjunction(parts));
    }
    if (p instanceof Proposition.Not not) {
      return not(node(not.operand()));
    }
    if (p instanceof Proposition.Implies implies) {
      Node premise = node(implies.premise());
      Node consequence = node(implies.consequence());
      return (indices, span) -> {
        SpanTruth met = premise.read(indices, span);
        // the consequence may only have a value where the premise holds
        return met == SpanTruth.FALSE
            ? SpanTruth.VACUOUS
            : met.implies(consequence.read(indices, span));
      };
    }
    return quantified((Proposition.Quantified) p);
  }

  private Node comparison(Proposition.Comparison comparison) {
    ComparisonOnTube onTube = new ComparisonOnTube(comparison, facts, tube);
    return (indices, span) -> {
      Truth truth = onTube.read(indices, span);
      if (truth != Truth.TRUE) {
        Map<String, Integer> where = Map.copyOf(indices);
        Place place = new Place(onTube, where, span, onTube.obstacle());
        places.put(truth, place);
      }
      return switch (truth) {
        case TRUE -> SpanTruth.TRUE;
        case FALSE -> SpanTruth.FALSE;
        case UNDECIDED -> SpanTruth.UNDECIDED;
      };
    };
  }

  private static Node not(Node node) {
    return (indices, span) -> node.read(indices, span).not();
  }

  /** Stops at the first part that is false: the later ones may only have values where it holds. */
  private static Node conjunction(List<Node> parts) {
    return (indices, span) -> {
      SpanTruth result = parts.isEmpty() ? SpanTruth.TRUE : SpanTruth.VACUOUS;
      for (Node part : parts) {
        result = result.and(part.read(indices, span));
        if (result == SpanTruth.FALSE) {
          return result;
        }
      }
      return result;
    };
  }

  private Node quantified(Proposition.Quantified q) {
    IndexKind kind = IndexKind.ofSize(q.size()).orElseThrow();
    Node body = node(q.body());
    boolean all = q.quantifier() == Proposition.Quantifier.FOR_ALL;
    return (indices, span) -> {
      int size = tube.values().size(kind);
      SpanTruth result = all ? SpanTruth.TRUE : SpanTruth.FALSE;
      Map<String, Integer> inner = new LinkedHashMap<>(indices);
      for (int i = 1; i <= size; i++) {
        inner.put(q.index(), i);
        SpanTruth one = body.read(inner, span);
        result = i == 1 ? one : all ? result.and(one) : result.or(one);
        if (result == (all ? SpanTruth.FALSE : SpanTruth.TRUE)) {
          return result;
        }
      }
      return result;
    };
  }
}
