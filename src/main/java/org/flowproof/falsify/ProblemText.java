package org.flowproof.falsify;

import java.util.Arrays;
import java.util.StringJoiner;
import org.flowproof.problem.Problem;

/** All numbers of a small problem in a few lines, for reports of counterexamples. */
public final class ProblemText {
  private ProblemText() {}

  /** Data, weights, activation and dynamics with every digit. */
  public static String of(Problem problem) {
    StringJoiner text = new StringJoiner("\n  ", "problem\n  ", "\n");
    for (int k = 0; k < problem.data().n(); k++) {
      text.add(
          "x " + Arrays.toString(problem.data().x().row(k)) + " y " + problem.data().y().get(k));
    }
    for (int j = 0; j < problem.network().width(); j++) {
      text.add(
          "w "
              + Arrays.toString(problem.initial().w().row(j))
              + " a "
              + problem.initial().a().get(j));
    }
    return text.add(problem.network().toString())
        .add(problem.loss().toString())
        .add(problem.dynamics().toString())
        .toString();
  }
}
