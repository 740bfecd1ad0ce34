package org.flowproof.proof.symja;

import java.util.List;
import org.flowproof.proof.exact.Grounding;

/** Someone who simplifies rational expressions. */
public interface AlgebraOracle extends AutoCloseable {

  /** Name and version, for evidence. */
  String tool();

  /**
   * For each question, the total derivative of {@code derived} plus {@code rest}, simplified.
   *
   * @return one text for each question; {@code "0"} exactly when the oracle says zero. The list
   *     ends early after the first answer that is not zero. A time-out, a crash or a failed
   *     self-check is reported as an answer that is not "0" and starts with "no answer".
   */
  List<String> simplify(List<Grounding.Written> questions);

  @Override
  void close();
}
