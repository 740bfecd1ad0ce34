package org.flowproof.enclose;

import java.util.List;
import java.util.Optional;
import org.flowproof.enclose.certify.Refusal;
import org.flowproof.enclose.limit.TerminalCertifier;

/**
 * What became of enclosing a flow.
 *
 * @param tube what was proven, up to its end, which is 0 when nothing was
 * @param passed kinks on the way, in their order
 * @param obstacle why the tube ends before the time that was asked for; empty when it does not
 * @param limit what is proven of the limit, from the end of the tube
 */
public record Enclosure(
    FlowTube tube,
    List<TubeKink> passed,
    Optional<Obstacle> obstacle,
    TerminalCertifier.Outcome limit) {
  public Enclosure {
    passed = List.copyOf(passed);
  }

  /** The kinks on the way by kind. */
  public KinkCount kinks() {
    return KinkCount.of(passed);
  }

  /**
   * Why a tube ends.
   *
   * @param time the time it reached
   * @param refusal what could not be proven
   */
  public record Obstacle(double time, Refusal refusal) {}
}
