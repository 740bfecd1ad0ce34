package org.flowproof.flow.cones;

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
    Optional<Rational> most = Optional.empty();
    Optional<Rational> least = Optional.empty();
    for (Cone cone : cones.cones()) {
      if (cone.pole() != Cone.Pole.NONE) {
        continue;
      }
      // neither end of the range of angles is inside, so both extremes are on the edges
      for (ExactVector edge : cone.edges()) {
        Rational cosine = signedCosine2(edge, cone.pull());
        most = Optional.of(most.map(c -> larger(c, cosine)).orElse(cosine));
        least = Optional.of(least.map(c -> smaller(c, cosine)).orElse(cosine));
      }
    }
    Rational upper = most.orElse(Rational.ZERO).abs();
    Rational lower = least.orElse(Rational.ZERO).abs();
    return Rational.ONE.minus(larger(upper, lower));
  }

  /**
   * {@code delta_0^2} by (20), the square of how much the data may change, in the mean of {@code
   * |h(x_k)| |x_k|}, before an extremal vector leaves its cone: the least distance of an extremal
   * pull from the kinks of other samples and, on a kink, from the ends of the set of pulls (which
   * is the least singular value times the distance of the gate from its bounds).
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
      Rational room = cone.kind() == Cone.Kind.FACE ? cone.room2() : cone.pull().norm2();
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

  /** The square of the cosine with its sign. */
  private static Rational signedCosine2(ExactVector w, ExactVector pull) {
    Rational product = w.dot(pull);
    Rational square = product.times(product).dividedBy(w.norm2().times(pull.norm2()));
    return product.signum() < 0 ? square.negate() : square;
  }

  private static Rational larger(Rational left, Rational right) {
    return left.compareTo(right) >= 0 ? left : right;
  }

  private static Rational smaller(Rational left, Rational right) {
    return left.compareTo(right) <= 0 ? left : right;
  }
}
