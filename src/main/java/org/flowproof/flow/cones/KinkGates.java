package org.flowproof.flow.cones;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.flowproof.formula.Rational;

/**
 * The kinks that a cone lies on, with the gates of its pull: the pulls on the cone are {@code
 * offset + sum_l theta_l v_l}, {@code slope <= theta_l <= 1}.
 *
 * @param lines the kinks, none for an open cone
 * @param gates {@code theta_l} of the pull of least norm; unique when the kinks are independent
 * @param slope slope of the activation below zero
 */
record KinkGates(List<KinkLine> lines, List<Rational> gates, Rational slope) {

  /**
   * The gates at the least norm.
   *
   * @param rest the pull of the samples on no kink of the cone
   */
  static KinkGates of(ExactVector rest, List<KinkLine> lines, Rational slope) {
    return new KinkGates(lines, leastNorm(rest, lines, slope).gates(), slope);
  }

  /** The pull of least norm on kinks. */
  static LeastNorm leastNorm(ExactVector rest, List<KinkLine> lines, Rational slope) {
    ExactVector offset = rest;
    for (KinkLine line : lines) {
      offset = offset.plus(line.atGateZero(slope));
    }
    List<ExactVector> perGate = lines.stream().map(KinkLine::perGate).toList();
    return LeastNorm.of(offset, perGate, slope, Optional.of(Rational.ONE));
  }

  /**
   * What kind of critical point of {@code G(w) = <w, D(w, 0)>} on the sphere the direction of an
   * extremal vector of this cone is.
   *
   * <p>Near a unit vector {@code w} on the kinks, G at {@code w + h} brought back to the sphere, h
   * perpendicular to w and small, is {@code (G(w) + G'(h)) / sqrt(1 + |h|^2)} with
   *
   * <pre>
   * G'(h) = sum_l (gate of the side of h - theta_l) &lt;h, v_l&gt;
   * </pre>
   *
   * since the pull is parallel to w. G' is linear on each cone that the kinks cut out, so its signs
   * are those on their rays; where G' is 0 the curvature decides, which has the sign of {@code
   * -G(w)}.
   *
   * @param cone extremal, with these kinks
   */
  ExtremalVector.Shape shape(Cone cone) {
    boolean curvedDown = cone.pole() == Cone.Pole.ALONG;
    boolean up = false;
    boolean down = false;
    boolean level = true;
    if (!lines.isEmpty()) {
      Arrangement kinks = Arrangement.of(lines.stream().map(KinkLine::direction).toList());
      level = kinks.rank() < cone.inside().dimension() - 1;
      for (Arrangement.Ray ray : kinks.rays()) {
        int slopeOfG = slopeOfG(ray.vector()).signum();
        up |= slopeOfG > 0;
        down |= slopeOfG < 0;
        level |= slopeOfG == 0;
      }
    }
    if (level) {
      up |= !curvedDown;
      down |= curvedDown;
    }
    return up && down
        ? ExtremalVector.Shape.SADDLE
        : up ? ExtremalVector.Shape.MINIMUM : ExtremalVector.Shape.MAXIMUM;
  }

  private Rational slopeOfG(ExactVector h) {
    Rational sum = Rational.ZERO;
    for (int l = 0; l < lines.size(); l++) {
      Rational gate = h.dot(lines.get(l).direction()).signum() > 0 ? Rational.ONE : slope;
      Rational along = h.dot(lines.get(l).perGate());
      sum = sum.plus(gate.minus(gates.get(l)).times(along));
    }
    return sum;
  }

  /**
   * The square of {@code sigma_min(Z) min_l min(theta_l - slope, 1 - theta_l)}, Z with the columns
   * {@code v_l}: how much the data may change before a gate reaches its bound ((20) of the paper).
   * Exact for one kink; otherwise too small by a part of {@link LeastEigenvalue#RELATIVE} at most.
   */
  Rational room2() {
    Rational least = Rational.ONE;
    for (Rational gate : gates) {
      Rational below = gate.minus(slope);
      Rational above = Rational.ONE.minus(gate);
      Rational room = below.compareTo(above) < 0 ? below : above;
      least = room.compareTo(least) < 0 ? room : least;
    }
    if (least.signum() == 0) {
      return Rational.ZERO;
    }
    List<List<Rational>> products = new ArrayList<>();
    for (KinkLine line : lines) {
      products.add(lines.stream().map(l -> l.perGate().dot(line.perGate())).toList());
    }
    return LeastEigenvalue.of(products).times(least).times(least);
  }
}
