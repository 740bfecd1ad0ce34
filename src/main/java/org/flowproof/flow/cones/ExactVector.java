package org.flowproof.flow.cones;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.flowproof.formula.Rational;

/**
 * A vector of rational numbers; immutable.
 *
 * @param entries the coordinates, at least one
 */
public record ExactVector(List<Rational> entries) {
  public ExactVector {
    entries = List.copyOf(entries);
  }

  /** The exact values of doubles. */
  public static ExactVector of(double... values) {
    List<Rational> entries = new ArrayList<>();
    for (double value : values) {
      entries.add(Rational.ofDouble(value));
    }
    return new ExactVector(entries);
  }

  /** The zero vector of a dimension. */
  public static ExactVector zero(int dimension) {
    return new ExactVector(Collections.nCopies(dimension, Rational.ZERO));
  }

  /** Number of coordinates. */
  public int dimension() {
    return entries.size();
  }

  /** A coordinate, 0-based. */
  public Rational get(int i) {
    return entries.get(i);
  }

  /** Sum; both of one dimension. */
  public ExactVector plus(ExactVector other) {
    List<Rational> sum = new ArrayList<>();
    for (int i = 0; i < dimension(); i++) {
      sum.add(get(i).plus(other.get(i)));
    }
    return new ExactVector(sum);
  }

  /** Difference; both of one dimension. */
  public ExactVector minus(ExactVector other) {
    return plus(other.negate());
  }

  /** Multiple. */
  public ExactVector times(Rational factor) {
    return new ExactVector(entries.stream().map(e -> e.times(factor)).toList());
  }

  public ExactVector negate() {
    return new ExactVector(entries.stream().map(Rational::negate).toList());
  }

  /** Inner product; both of one dimension. */
  public Rational dot(ExactVector other) {
    Rational sum = Rational.ZERO;
    for (int i = 0; i < dimension(); i++) {
      sum = sum.plus(get(i).times(other.get(i)));
    }
    return sum;
  }

  /** Squared Euclidean norm. */
  public Rational norm2() {
    return dot(this);
  }

  public boolean isZero() {
    return entries.stream().allMatch(e -> e.signum() == 0);
  }

  /** A positive multiple with whole coordinates without a common factor; this must not be 0. */
  ExactVector whole() {
    BigInteger multiple = BigInteger.ONE;
    BigInteger common = BigInteger.ZERO;
    for (Rational e : entries) {
      BigInteger gcd = multiple.gcd(e.denominator());
      multiple = multiple.multiply(e.denominator().divide(gcd));
    }
    for (Rational e : entries) {
      common = common.gcd(e.numerator().multiply(multiple.divide(e.denominator())));
    }
    return times(new Rational(multiple, common));
  }

  /** The nearest doubles. */
  public double[] toDoubles() {
    return entries.stream().mapToDouble(Rational::toDouble).toArray();
  }

  /** The determinant of this and another vector of the plane: positive when it lies to the left. */
  Rational cross(ExactVector other) {
    return get(0).times(other.get(1)).minus(get(1).times(other.get(0)));
  }

  /** This vector of the plane turned left by a right angle. */
  ExactVector turned() {
    return new ExactVector(List.of(get(1).negate(), get(0)));
  }

  /** The point of least norm on the segment from this to another vector. */
  ExactVector nearestTo0On(ExactVector other) {
    ExactVector along = other.minus(this);
    if (along.isZero()) {
      return this;
    }
    Rational part = dot(along).negate().dividedBy(along.norm2());
    if (part.signum() <= 0) {
      return this;
    }
    return part.compareTo(Rational.ONE) >= 0 ? other : plus(along.times(part));
  }
}
