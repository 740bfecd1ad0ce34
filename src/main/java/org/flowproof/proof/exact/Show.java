package org.flowproof.proof.exact;

import org.flowproof.formula.Proposition;
import org.flowproof.formula.Term;
import org.flowproof.formula.TextPrinter;

/** Readable text of a tree, for messages, evidence and as the key of an atom. */
public final class Show {
  private Show() {}

  public static String of(Term term) {
    return TextPrinter.print(term);
  }

  public static String of(Proposition p) {
    return TextPrinter.print(p);
  }
}
