package org.flowproof.flow.cones;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The cone of given signs, decided exactly without a list of all cones. */
final class FoundCone {
  private FoundCone() {}

  /**
   * The extremal vector of the cone with these signs.
   *
   * @param signs one for each line; they need not belong to a cone
   * @return empty when neither the pull nor its negative has exactly these signs, or the pull is 0
   */
  static Optional<ExtremalVector> extremal(ZeroOutput data, List<KinkLine> lines, Signs signs) {
    ExactVector rest = ExactVector.zero(data.samples().get(0).dimension());
    List<KinkLine> kinks = new ArrayList<>();
    for (int l = 0; l < lines.size(); l++) {
      if (signs.get(l) == 0) {
        kinks.add(lines.get(l));
      } else {
        rest = rest.plus(lines.get(l).pull(signs.get(l), data.slope()));
      }
    }
    LeastNorm least = KinkGates.leastNorm(rest, kinks, data.slope());
    ExactVector pull = least.point();
    if (pull.isZero()) {
      return Optional.empty();
    }
    boolean along = holds(lines, signs, pull);
    if (!along && !holds(lines, signs, pull.negate())) {
      return Optional.empty();
    }
    Cone cone =
        new Cone(
            kinks.isEmpty() ? Cone.Kind.OPEN : Cone.Kind.FACE,
            along ? pull : pull.negate(),
            List.of(),
            pull,
            List.of(),
            along ? Cone.Pole.ALONG : Cone.Pole.AGAINST);
    KinkGates gates = new KinkGates(kinks, least.gates(), data.slope());
    return Optional.of(new ExtremalVector(cone, gates.shape(cone)));
  }

  private static boolean holds(List<KinkLine> lines, Signs signs, ExactVector w) {
    RoundedVector rounded = new RoundedVector(w);
    for (int l = 0; l < lines.size(); l++) {
      if (new RoundedVector(lines.get(l).direction()).sign(rounded) != signs.get(l)) {
        return false;
      }
    }
    return true;
  }
}
