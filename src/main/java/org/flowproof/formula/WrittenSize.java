package org.flowproof.formula;

import java.util.Map;

/**
 * How large a formula is with its definitions written out, found without writing it out: forty
 * definitions that each use the one before twice have a million million parts.
 *
 * @param parts nodes of the tree; exact up to 2^53, then rounded
 * @param depth height of the tree, at least 1
 */
public record WrittenSize(double parts, double depth) {
  /** Most parts and levels of what is accepted from files. */
  public static final WrittenSize MOST =
      new WrittenSize(Substitution.MAX_NODES, Substitution.MAX_DEPTH);

  /** The size of a term, in which some names stand for more. */
  public static WrittenSize of(Term term, Map<String, WrittenSize> definitions) {
    WrittenSize own = named(term, definitions);
    double parts = own.parts();
    double depth = own.depth();
    for (Term child : Children.of(term)) {
      WrittenSize inner = of(child, definitions);
      parts += inner.parts();
      depth = Math.max(depth, 1 + inner.depth());
    }
    return new WrittenSize(parts, depth);
  }

  private static WrittenSize named(Term term, Map<String, WrittenSize> definitions) {
    WrittenSize none = new WrittenSize(1, 1);
    return term instanceof Term.Name name
        ? definitions.getOrDefault(name.name(), none)
        : term instanceof Term.Observed observed
            ? definitions.getOrDefault(observed.name(), none)
            : none;
  }

  /** Whether it is no larger than what is accepted from files. */
  public boolean accepted() {
    return parts <= MOST.parts && depth <= MOST.depth;
  }

  /** For a refusal. */
  public String shown() {
    return String.format(
        java.util.Locale.ROOT,
        "%.3g parts, %.0f inside each other, when written out",
        parts,
        depth);
  }

  /** What a refusal says was expected. */
  public static String expected() {
    return "at most " + (int) MOST.parts + " parts and " + (int) MOST.depth + " inside each other";
  }
}
