package org.flowproof.exposition;

import org.flowproof.formula.Proposition;
import org.flowproof.formula.Term;

/** How the parts of a sentence are written: for a terminal, or in LaTeX. */
public interface Notation {

  /** Running text that came from a file. */
  String prose(String text);

  /** A few symbols given as LaTeX, such as {@code \eta}, in a sentence. */
  String symbols(String latex);

  /** A statement in a sentence. */
  String inline(Proposition proposition);

  /** A term in a sentence. */
  String inline(Term term);

  /** A reference to the displayed formula of a step, such as {@code (3)}. */
  String equation(String step);

  /** A reference to a displayed hypothesis, or to the range of times, such as {@code (name)}. */
  String tag(String name);

  /** A reference to another claim, at the start or in the middle of a sentence. */
  String claim(String id);
}
