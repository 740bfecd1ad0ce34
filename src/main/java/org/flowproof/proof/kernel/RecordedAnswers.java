package org.flowproof.proof.kernel;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.flowproof.proof.exact.Grounding;
import org.flowproof.proof.smt.RealQuestion;
import org.flowproof.proof.symja.AlgebraOracle;

/**
 * Answers of the algebra system and of the solver that were written down, in the place of the
 * tools. A question must have the recorded text to get the recorded answer; equal questions get
 * their answers in the order of recording, and one that was not recorded gets none.
 */
final class RecordedAnswers {
  private static final String NONE = "no answer: this question is not recorded";

  private record Asked(String tool, String input) {}

  private final Map<Asked, Deque<String>> answers = new HashMap<>();

  RecordedAnswers(List<ProofReport.Evidence> recorded) {
    for (ProofReport.Evidence e : recorded) {
      answers
          .computeIfAbsent(new Asked(e.tool(), e.input()), a -> new ArrayDeque<>())
          .add(e.output());
    }
  }

  private String next(String tool, String input) {
    Deque<String> left = answers.get(new Asked(tool, input));
    return left == null || left.isEmpty() ? NONE : left.remove();
  }

  /**
   * Answers for the algebra system.
   *
   * @param tool its name and version
   */
  AlgebraOracle algebra(String tool) {
    return new AlgebraOracle() {
      @Override
      public String tool() {
        return tool;
      }

      @Override
      public List<String> simplify(List<Grounding.Written> questions) {
        String answer = next(tool, QuestionText.ofAlgebra(questions));
        // what is recorded is "0" for all questions together, or the first answer that is not
        return answer.equals("0") ? Collections.nCopies(questions.size(), "0") : List.of(answer);
      }

      @Override
      public void close() {}
    };
  }

  /**
   * Answers for the solver.
   *
   * @param tool its name and version
   */
  Checks.Solver solver(String tool) {
    return new Checks.Solver() {
      @Override
      public String tool() {
        return tool;
      }

      @Override
      public String refuteNegation(RealQuestion question) {
        return next(tool, QuestionText.ofSolver(question));
      }
    };
  }
}
