package org.flowproof.proof.kernel;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.flowproof.proof.exact.ExactOpinion;
import org.flowproof.proof.exact.Grounding;
import org.flowproof.proof.exact.Instance;
import org.flowproof.proof.exact.Question;
import org.flowproof.proof.exact.Show;
import org.flowproof.proof.smt.RealQuestion;
import org.flowproof.proof.smt.SmtText;
import org.flowproof.proof.symja.GroundText;

/**
 * Questions as the tools read them, for evidence. Equal questions have equal texts, in every run; a
 * text of more than {@value #LONGEST} characters is replaced by its SHA-256 and its length.
 */
final class QuestionText {
  static final int LONGEST = 2000;

  private QuestionText() {}

  /** The lines of the protocol, one for each choice of sizes. */
  static String ofAlgebra(List<Grounding.Written> questions) {
    return bounded(GroundText.lines(questions));
  }

  /** The SMT-LIB script. */
  static String ofSolver(RealQuestion question) {
    return bounded(SmtText.of(question));
  }

  /** The terms, the choices of sizes and the seed of the points. */
  static String ofEvaluation(Question question, List<Instance> instances, long seed) {
    String derived = question.derived() == null ? "0" : Show.of(question.derived());
    TreeMap<String, String> dots = new TreeMap<>();
    question.nameDots().forEach((name, dot) -> dots.put(name, Show.of(dot)));
    return bounded(
        "seed "
            + seed
            + "; d/dt of "
            + derived
            + (dots.isEmpty() ? "" : " with " + dots)
            + "; plus "
            + Show.of(question.rest())
            + "; at "
            + instances.stream()
                .map(i -> i + " (" + ExactOpinion.effort(question, i) + ")")
                .collect(Collectors.joining("; ")));
  }

  /** The script by its hash (the solver's question has it in full), the domains and the seed. */
  static String ofSampling(RealQuestion question, long seed) {
    return bounded(
        "seed " + seed + "; " + hash(SmtText.of(question)) + "; " + SmtText.domains(question));
  }

  private static String bounded(String text) {
    return text.length() <= LONGEST ? text : hash(text);
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "sha256 " + HexFormat.of().formatHex(digest) + " of " + text.length() + " characters";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
