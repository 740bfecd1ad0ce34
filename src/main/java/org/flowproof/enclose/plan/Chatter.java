package org.flowproof.enclose.plan;

import java.math.BigDecimal;
import java.util.Optional;
import org.flowproof.enclose.certify.Refusal;

/**
 * Neurons that come to a kink again and again without getting on, as where the gate that holds one
 * tends to the end of its range: it is told from that end only as long as doubles tell residuals.
 */
final class Chatter {
  private static final int MOST = 50;
  private static final BigDecimal SPAN = new BigDecimal("1e-3");

  private final int[][] count;
  private final BigDecimal[][] since;

  Chatter(int m, int n) {
    count = new int[m][n];
    since = new BigDecimal[m][n];
  }

  /** Notes that a neuron comes to a kink; a refusal when it has done so too often of late. */
  Optional<Refusal> comes(BigDecimal time, int neuron, int sample) {
    BigDecimal first = since[neuron][sample];
    if (first == null || time.subtract(first).compareTo(SPAN) > 0) {
      since[neuron][sample] = time;
      count[neuron][sample] = 0;
    }
    count[neuron][sample]++;
    return count[neuron][sample] <= MOST
        ? Optional.empty()
        : Optional.of(
            new Refusal(
                Refusal.Kind.SLIDE,
                neuron,
                sample,
                "the gate that holds the neuron cannot be told from the end of its range"));
  }
}
