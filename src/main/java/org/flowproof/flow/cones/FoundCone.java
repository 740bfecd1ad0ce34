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
    List<KinkLine> kinks = new ArrayList<>();
    LeastNorm least = leastNorm(data, lines, signs, kinks);
    ExactVector pull = least.point();
    Cone.Pole pole = pole(lines, signs, pull);
    if (pole == Cone.Pole.REST || pole == Cone.Pole.NONE) {
      return Optional.empty();
    }
    Cone cone =
        new Cone(
            kinks.isEmpty() ? Cone.Kind.OPEN : Cone.Kind.FACE,
            pole == Cone.Pole.ALONG ? pull : pull.negate(),
            List.of(),
            pull,
            List.of(),
            pole);
    KinkGates gates = new KinkGates(kinks, least.gates(), data.slope());
    return Optional.of(new ExtremalVector(cone, gates.shape(cone)));
  }

  /**
   * The cone with these signs, without its edges.
   *
   * @param signs of a weight, one for each line
   * @param inside that weight
   */
  static Cone cone(ZeroOutput data, List<KinkLine> lines, Signs signs, ExactVector inside) {
    List<KinkLine> kinks = new ArrayList<>();
    ExactVector pull = leastNorm(data, lines, signs, kinks).point();
    Cone.Kind kind =
        kinks.isEmpty()
            ? Cone.Kind.OPEN
            : kinks.size() == lines.size() ? Cone.Kind.ORIGIN : Cone.Kind.FACE;
    return new Cone(kind, inside, List.of(), pull, List.of(), pole(lines, signs, pull));
  }

  private static LeastNorm leastNorm(
      ZeroOutput data, List<KinkLine> lines, Signs signs, List<KinkLine> kinks) {
    ExactVector rest = ExactVector.zero(data.samples().get(0).dimension());
    for (int l = 0; l < lines.size(); l++) {
      if (signs.get(l) == 0) {
        kinks.add(lines.get(l));
      } else {
        rest = rest.plus(lines.get(l).pull(signs.get(l), data.slope()));
      }
    }
    return KinkGates.leastNorm(rest, kinks, data.slope());
  }

  private static Cone.Pole pole(List<KinkLine> lines, Signs signs, ExactVector pull) {
    if (pull.isZero()) {
      return Cone.Pole.REST;
    }
    return holds(lines, signs, pull)
        ? Cone.Pole.ALONG
        : holds(lines, signs, pull.negate()) ? Cone.Pole.AGAINST : Cone.Pole.NONE;
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
