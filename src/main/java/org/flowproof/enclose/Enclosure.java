package org.flowproof.enclose;

import java.util.Optional;
import org.flowproof.enclose.certify.Refusal;
import org.flowproof.enclose.limit.TerminalCertifier;

/**
 * What became of enclosing a flow.
 *
 * @param tube what was proven, up to its end, which is 0 when nothing was
 * @param kinks kinks on the way
 * @param obstacle why the tube ends before the time that was asked for; empty when it does not
 * @param limit what is proven of the limit, from the end of the tube
 */
public record Enclosure(
    FlowTube tube, KinkCount kinks, Optional<Obstacle> obstacle, TerminalCertifier.Outcome limit) {

  /**
   * Why a tube ends.
   *
   * @param time the time it reached
   * @param refusal what could not be proven
   */
  public record Obstacle(double time, Refusal refusal) {}
}
