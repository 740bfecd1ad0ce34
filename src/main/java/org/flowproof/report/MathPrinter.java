package org.flowproof.report;

import org.flowproof.formula.Proposition;
import org.flowproof.formula.Term;

/** Turns formulas into LaTeX mathematics without delimiters. */
interface MathPrinter {
  String print(Term term);

  String print(Proposition proposition);
}
