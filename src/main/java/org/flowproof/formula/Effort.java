package org.flowproof.formula;

import java.util.function.ToIntFunction;

/**
 * How much there is to evaluate. Ranges inside each other multiply, so that a formula of a few
 * characters can ask for more than any machine computes.
 */
final class Effort {
  /** Most values of parts that one evaluation may compute: some minutes of work. */
  static final double MOST = 1e9;

  private final ToIntFunction<IndexKind> sizes;

  private Effort(ToIntFunction<IndexKind> sizes) {
    this.sizes = sizes;
  }

  /** Whether ranges stand inside each other, so that it is worth counting. */
  static boolean nested(Term term) {
    return ranges(term) > 1;
  }

  /** Whether ranges stand inside each other, so that it is worth counting. */
  static boolean nested(Proposition proposition) {
    return ranges(proposition) > 1;
  }

  /**
   * Refuses a term that takes too much.
   *
   * @param sizes of the ranges
   * @throws NoValueException when it takes more than {@link #MOST} values
   */
  static void require(Term term, ToIntFunction<IndexKind> sizes) {
    require(new Effort(sizes).of(term));
  }

  /**
   * Refuses a statement that takes too much.
   *
   * @param sizes of the ranges
   * @throws NoValueException when it takes more than {@link #MOST} values
   */
  static void require(Proposition proposition, ToIntFunction<IndexKind> sizes) {
    require(new Effort(sizes).of(proposition));
  }

  private static void require(double values) {
    if (values > MOST) {
      throw new NoValueException("too much to evaluate: its ranges have 1e9 values or more");
    }
  }

  private double of(Term term) {
    double parts = 1 + Children.of(term).stream().mapToDouble(this::of).sum();
    return term instanceof Term.Over over ? parts * size(over.size()) : parts;
  }

  private double of(Proposition proposition) {
    double parts =
        1
            + Children.terms(proposition).stream().mapToDouble(this::of).sum()
            + Children.of(proposition).stream().mapToDouble(this::of).sum();
    return proposition instanceof Proposition.Quantified quantified
        ? parts * size(quantified.size())
        : parts;
  }

  private int size(String name) {
    return Math.max(1, sizes.applyAsInt(IndexKind.ofSize(name).orElseThrow()));
  }

  private static int ranges(Term term) {
    int inside = Children.of(term).stream().mapToInt(Effort::ranges).max().orElse(0);
    return term instanceof Term.Over ? inside + 1 : inside;
  }

  private static int ranges(Proposition proposition) {
    int terms = Children.terms(proposition).stream().mapToInt(Effort::ranges).max().orElse(0);
    int parts = Children.of(proposition).stream().mapToInt(Effort::ranges).max().orElse(0);
    return Math.max(terms, parts) + (proposition instanceof Proposition.Quantified ? 1 : 0);
  }
}
