package org.flowproof.flow.cones;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.flowproof.formula.Rational;

/**
 * The samples on one line through 0. They share one kink, {@code <w, direction> = 0}, and one gate
 * variable {@code theta} in [slope, 1] on it: it multiplies the pulls of samples on the side of
 * {@code direction}, {@code 1 + slope - theta} those on the other side.
 *
 * @param direction the first sample of the line
 * @param forward sum of the pulls of samples on the side of {@code direction}
 * @param backward sum of the pulls of samples on the other side
 * @param oneSided whether no sample is on the other side
 */
record KinkLine(
    ExactVector direction, ExactVector forward, ExactVector backward, boolean oneSided) {

  /** The lines of the samples that are not 0, in the order of their first samples. */
  static List<KinkLine> of(ZeroOutput data) {
    Map<ExactVector, List<Integer>> groups = new LinkedHashMap<>();
    for (int k = 0; k < data.samples().size(); k++) {
      groups.computeIfAbsent(upToLength(data.samples().get(k)), e -> new ArrayList<>()).add(k);
    }
    return groups.values().stream().map(samples -> line(data, samples)).toList();
  }

  private static ExactVector upToLength(ExactVector sample) {
    Rational first =
        sample.entries().stream().filter(e -> e.signum() != 0).findFirst().orElseThrow();
    return sample.times(Rational.ONE.dividedBy(first));
  }

  private static KinkLine line(ZeroOutput data, List<Integer> samples) {
    ExactVector direction = data.samples().get(samples.get(0));
    ExactVector forward = ExactVector.zero(direction.dimension());
    ExactVector backward = forward;
    boolean oneSided = true;
    for (int k : samples) {
      if (direction.dot(data.samples().get(k)).signum() > 0) {
        forward = forward.plus(data.pulls().get(k));
      } else {
        backward = backward.plus(data.pulls().get(k));
        oneSided = false;
      }
    }
    return new KinkLine(direction, forward, backward, oneSided);
  }

  /** The pull of the line beside its kink, where {@code <w, direction>} has this sign, 1 or -1. */
  ExactVector pull(int sign, Rational slope) {
    return sign > 0 ? forward.plus(backward.times(slope)) : backward.plus(forward.times(slope));
  }

  /** What the pull on the kink gains per unit of the gate. */
  ExactVector perGate() {
    return forward.minus(backward);
  }

  /** The pull on the kink is this, plus the gate times {@link #perGate}. */
  ExactVector atGateZero(Rational slope) {
    return backward.times(Rational.ONE.plus(slope));
  }
}
