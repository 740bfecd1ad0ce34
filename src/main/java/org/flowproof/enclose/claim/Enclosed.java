package org.flowproof.enclose.claim;

import java.util.Optional;
import org.flowproof.proof.Claim;

/**
 * The certificate that a claim holds at every time of its range up to the end of a tube. Made by
 * {@link ClaimOnTube} alone, after it has decided spans of time that leave none out.
 */
public final class Enclosed {
  private final Claim claim;
  private final double until;
  private final int instances;
  private final long spans;
  private final boolean goesOn;
  private final Optional<EnclosedSides> sides;

  /**
   * What was decided.
   *
   * @param claim the claim, about the flow of a network
   * @param until the end of the tube
   * @param instances for how many values of the generic indices, at least 1
   * @param spans how many spans of time were read
   * @param goesOn whether the range of the claim may go on after the end of the tube
   * @param sides both sides at some time, where that can be shown
   */
  Enclosed(
      Claim claim,
      double until,
      int instances,
      long spans,
      boolean goesOn,
      Optional<EnclosedSides> sides) {
    if (instances < 1) {
      throw new IllegalArgumentException("nothing was decided");
    }
    this.claim = claim;
    this.until = until;
    this.instances = instances;
    this.spans = spans;
    this.goesOn = goesOn;
    this.sides = sides;
  }

  /** The claim. */
  public Claim claim() {
    return claim;
  }

  /** The claim was decided for every time of its range in {@code [0, until()]}. */
  public double until() {
    return until;
  }

  /** For how many values of the generic indices. */
  public int instances() {
    return instances;
  }

  /** How many spans of time were read, over all instances. */
  public long spans() {
    return spans;
  }

  /** Whether the range of the claim may go on after {@link #until()}. */
  public boolean goesOn() {
    return goesOn;
  }

  /** Both sides of the conclusion at the end of the last span that was read as a whole. */
  public Optional<EnclosedSides> sides() {
    return sides;
  }
}
