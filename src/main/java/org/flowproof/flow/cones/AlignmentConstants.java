package org.flowproof.flow.cones;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import org.flowproof.formula.NoValueException;
import org.flowproof.formula.Rational;

/**
 * The constants of Boursier and Flammarion, Early alignment, Theorem 1, of a data set. Their
 * squares are rational and computed exactly.
 */
public final class AlignmentConstants {
  private final ActivationCones cones;

  /** The constants of an enumeration of cones. */
  public AlignmentConstants(ActivationCones cones) {
    this.cones = cones;
  }

  /** {@code D_max^2}, the square of the longest pull over all cones. */
  public Rational largestPull2() {
    return pulls2(AlignmentConstants::larger)
        .orElseThrow(() -> new NoValueException("every pull is 0"));
  }

  /**
   * {@code D_min^2}, the square of the shortest pull over all cones, the origin included, in which
   * no pull is 0.
   *
   * @throws NoValueException when every pull is 0
   */
  public Rational smallestPull2() {
    return pulls2(AlignmentConstants::smaller)
        .orElseThrow(() -> new NoValueException("every pull is 0"));
  }

  private Optional<Rational> pulls2(BinaryOperator<Rational> choose) {
    return cones.cones().stream()
        .filter(cone -> cone.pole() != Cone.Pole.REST)
        .map(cone -> cone.pull().norm2())
        .reduce(choose);
  }

  /**
   * {@code alpha_min^2} by (23) and (24): 1 less the larger square of the extreme cosines between
   * {@code w} and the pull over the closures of the cones that hold neither their pull nor its
   * negative; 1 when there is no such cone.
   */
  public Rational alphaMin2() {
    List<Angle> angles = new ArrayList<>();
    for (Cone cone : cones.cones()) {
      if (cone.pole() == Cone.Pole.NONE && cone.kind() != Cone.Kind.ORIGIN) {
        angles.add(Angle.of(cone, cone.pull()));
        angles.add(Angle.of(cone, cone.pull().negate()));
      }
    }
    angles.sort(Comparator.comparingDouble(Angle::leastSine));
    Rational least = Rational.ONE;
    for (Angle angle : angles) {
      if (Rational.ofDouble(angle.leastSine()).pow(2).compareTo(least) > 0) {
        return least;
      }
      least = smaller(least, angle.sine2());
    }
    return least;
  }

  /**
   * The square of the least sine of the angle between {@code w} and the far side of an extremal
   * cone's own line: the pull where the cone holds its negative, the negative where it holds the
   * pull; 1 when there is no such cone. No part of the paper's constants: it bounds how long a
   * neuron that starts in such a cone takes to leave it.
   */
  public Rational farSine2() {
    Rational least = Rational.ONE;
    for (Cone cone : cones.cones()) {
      if (cone.extremal()) {
        boolean along = cone.pole() == Cone.Pole.ALONG;
        Angle angle = Angle.of(cone, along ? cone.pull().negate() : cone.pull());
        least = smaller(least, angle.sine2());
      }
    }
    return least;
  }

  /**
   * The angle between a vector and the closure of a cone.
   *
   * @param vector not 0
   * @param generators of the closure
   * @param leastSine a lower bound of its sine
   */
  private record Angle(ExactVector vector, List<ExactVector> generators, double leastSine) {
    static Angle of(Cone cone, ExactVector vector) {
      List<ExactVector> generators = new ArrayList<>(cone.edges());
      generators.add(cone.inside());
      return new Angle(vector, generators, SineBound.of(vector, generators));
    }

    /**
     * The square of its sine, 1 beyond a right angle: what the nearest point of the cone leaves.
     */
    Rational sine2() {
      ExactVector left =
          LeastNorm.of(vector.negate(), generators, Rational.ZERO, Optional.empty()).point();
      return left.norm2().dividedBy(vector.norm2());
    }
  }

  /**
   * {@code delta_0^2} by (20), the square of how much the data may change, in the mean of {@code
   * |h(x_k)| |x_k|}, before an extremal vector leaves its cone: the least distance of an extremal
   * pull from the kinks of other samples and, on kinks, the least singular value of their pulls per
   * gate times the least distance of a gate from its bounds. Exact up to a relative error of {@link
   * LeastEigenvalue#RELATIVE} (to the small side) when several kinks meet, exact otherwise.
   *
   * @throws NoValueException when there is no extremal vector
   */
  public Rational delta2() {
    for (Cone cone : cones.cones()) {
      if (cone.pole() == Cone.Pole.REST && cone.kind() != Cone.Kind.ORIGIN && !cones.closed(cone)) {
        return Rational.ZERO;
      }
    }
    Optional<Rational> least = Optional.empty();
    for (ExtremalVector extremal : cones.extremalVectors()) {
      Cone cone = extremal.cone();
      Rational room =
          cone.kind() == Cone.Kind.FACE ? cones.kinks(cone).room2() : cone.pull().norm2();
      for (ExactVector sample : cones.samples()) {
        if (cone.sign(sample) != 0) {
          Rational product = cone.pull().dot(sample);
          room = smaller(room, product.times(product).dividedBy(sample.norm2()));
        }
      }
      Rational found = room;
      least = Optional.of(least.map(r -> smaller(r, found)).orElse(found));
    }
    return least.orElseThrow(() -> new NoValueException("the data have no extremal vector"));
  }

  private static Rational larger(Rational left, Rational right) {
    return left.compareTo(right) >= 0 ? left : right;
  }

  private static Rational smaller(Rational left, Rational right) {
    return left.compareTo(right) <= 0 ? left : right;
  }
}
