package org.flowproof.enclose;

import java.util.List;
import org.flowproof.problem.Problem;

/**
 * A neighbourhood of a polynomial path that contains the exact flow of a problem at every time in
 * {@code [0, end()]}.
 */
public interface Tube {
  /** The problem, its numbers taken as the exact values of their doubles. */
  Problem problem();

  /** The time up to which the flow is enclosed. */
  double end();

  /** The pieces in order; together they cover {@code [0, end()]}. */
  List<? extends TubePiece> pieces();

  /** The largest distance that was allowed between a neuron and its path, over all times. */
  double radius();
}
