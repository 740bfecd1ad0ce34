package org.flowproof.check.alignment;

import java.util.Optional;
import org.flowproof.check.Verdict;
import org.flowproof.flow.cones.ExtremalVector;
import org.flowproof.formula.Ball;

/**
 * Where one neuron is at the end of the phase, with D the pull of its cone.
 *
 * @param place what kind of cone it is in
 * @param number of the extremal vector, from 1; 0 when D is not extremal
 * @param shape of the critical point that the extremal vector belongs to
 * @param against whether {@code w/a} is in the half of the cone's line that D points away from
 * @param pull {@code |D|}; 0 when it is 0 or not known
 * @param inner {@code <D, w/a>}, with its numerical error
 * @param gap {@code |D| - <D, w/a>}, with its numerical error
 * @param ratio the gap in units of {@code lambda^(epsilon |D| / D_max)}; empty unless D is extremal
 *     and {@code w/a} on its side
 * @param angle between w and the extremal direction, in radians; empty unless D is extremal
 * @param verdict of the decidable part of (ii); HOLDS and VIOLATED also for neurons that do not
 *     meet Condition 1, of which the theorem says nothing
 * @param reason why it does not plainly hold; empty when it does
 */
public record NeuronEnd(
    Place place,
    int number,
    Optional<ExtremalVector.Shape> shape,
    boolean against,
    double pull,
    Optional<Ball> inner,
    Optional<Ball> gap,
    Optional<Double> ratio,
    Optional<Double> angle,
    Verdict verdict,
    String reason) {

  /** The kinds of cones a neuron may end in. */
  public enum Place {
    /** The pull is 0. */
    NO_PULL,
    /** The pull or its negative lies in the cone. */
    EXTREMAL,
    /** The pull is not 0 and not extremal. */
    OTHER,
    /** The neuron is too close to a kink to tell its cone. */
    UNKNOWN
  }
}
