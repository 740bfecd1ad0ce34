package org.flowproof.formula;

import java.util.List;

/** A statement of the formula language that is true or false once its names have values. */
public sealed interface Proposition {

  /** {@code left relation right}. */
  record Comparison(Relation relation, Term left, Term right) implements Proposition {}

  /** All of them; {@code p && q}. The empty conjunction is true. */
  record And(List<Proposition> parts) implements Proposition {
    public And {
      parts = List.copyOf(parts);
    }
  }

  /** At least one of them; {@code p || q}. */
  record Or(List<Proposition> parts) implements Proposition {
    public Or {
      parts = List.copyOf(parts);
    }
  }

  /** {@code Not[p]}. */
  record Not(Proposition operand) implements Proposition {}

  /** {@code Implies[p, q]}. */
  record Implies(Proposition premise, Proposition consequence) implements Proposition {}

  /**
   * {@code ForAll[{j, m}, p]} or {@code Exists[{j, m}, p]}; over an empty range the first is true
   * and the second false.
   */
  record Quantified(Quantifier quantifier, String index, String size, Proposition body)
      implements Proposition {}

  /** Comparison signs. */
  enum Relation {
    EQUAL("=="),
    NOT_EQUAL("!="),
    LESS("<"),
    LESS_OR_EQUAL("<="),
    GREATER(">"),
    GREATER_OR_EQUAL(">=");

    private final String symbol;

    Relation(String symbol) {
      this.symbol = symbol;
    }

    public String symbol() {
      return symbol;
    }
  }

  /** Bounded quantifiers. */
  enum Quantifier {
    FOR_ALL("ForAll"),
    EXISTS("Exists");

    private final String head;

    Quantifier(String head) {
      this.head = head;
    }

    public String head() {
      return head;
    }
  }
}
