package org.flowproof.enclose.verify;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.flowproof.enclose.interval.Interval;

/**
 * The sides of a neuron, {@code + - 0}. Where it slides, on the samples marked 0, gates hold it on
 * their kinks: the inverse of the Gram matrix of these samples gives them.
 */
final class Pattern {
  private final Given given;
  private final String sides;
  private final int[] slides;
  private final Interval[][] gram; // of the samples it slides on, and its inverse behind it
  private final double lift; // at least the root of the norm of the inverse
  private Interval outside = Interval.ZERO;

  Pattern(Given given, String sides) {
    this.given = given;
    this.sides = sides;
    slides = IntStream.range(0, given.n).filter(k -> sides.charAt(k) == '0').toArray();
    int s = slides.length;
    Given.require(s <= given.d, "a neuron slides on more samples than dimensions");
    gram = new Interval[s][2 * s];
    for (int p = 0; p < s; p++) {
      Arrays.fill(gram[p], Interval.ZERO);
      gram[p][s + p] = Interval.ONE;
      for (int q = 0; q < s; q++) {
        gram[p][q] = Given.dot(given.x[slides[p]], given.x[slides[q]]);
      }
    }
    Given.eliminate(gram, "a neuron slides on dependent samples");
    Interval squares = Interval.ZERO;
    for (Interval[] row : gram) {
      for (int q = s; q < 2 * s; q++) {
        squares = squares.plus(row[q].square());
      }
    }
    lift = squares.sqrt().sqrt().upper();
  }

  /** At least the distance of a path from its projection on the kinks. */
  double displacement(Polynomial[] path) {
    Polynomial[] off = new Polynomial[slides.length];
    Arrays.setAll(off, p -> Polynomial.exactDot(given.x[slides[p]], path));
    return Interval.of(lift).times(Polynomial.norm(off)).upper();
  }

  /**
   * The pull on the path, held on its kinks.
   *
   * @param projected at least the change of an output by |x_k|, from the path to its projections
   */
  Polynomial[] pull(Polynomial[] residual, double projected) {
    Polynomial[] pull = new Polynomial[given.d];
    Arrays.fill(pull, Polynomial.of(0));
    for (int k = 0; k < given.n; k++) {
      add(pull, residual[k].times(given.factor.times(given.gate(sides.charAt(k)))), k);
    }
    Polynomial[] along = new Polynomial[slides.length];
    Arrays.setAll(along, q -> Polynomial.dot(given.x[slides[q]], pull));
    for (int p = 0; p < slides.length; p++) {
      Polynomial force = Polynomial.of(0);
      for (int q = 0; q < slides.length; q++) {
        force = force.minus(along[q].times(gram[p][slides.length + q]));
      }
      add(pull, force, slides[p]);
      Polynomial full = residual[slides[p]].times(given.factor);
      Interval sign = Interval.of(full.range().upper() > 0 ? 1 : -1);
      Interval above = full.minus(force).times(sign).range();
      Interval below = force.minus(full.times(Interval.of(given.alpha))).times(sign).range();
      Interval norm = Interval.of(given.norm[slides[p]]);
      Interval shift = Interval.of(lift).times(given.lipschitz).plus(norm.times(given.factor));
      Interval missing = shift.times(projected).minus(above.min(below).lower());
      outside = outside.plus(missing.max(Interval.ZERO).times(norm));
    }
    return pull;
  }

  private void add(Polynomial[] pull, Polynomial force, int k) {
    for (int i = 0; i < given.d; i++) {
      pull[i] = pull[i].plus(force.times(Interval.of(given.x[k][i])));
    }
  }

  /** By how much the gates on the kinks may lie outside the slopes, as a pull. */
  double outside() {
    return outside.upper();
  }
}
