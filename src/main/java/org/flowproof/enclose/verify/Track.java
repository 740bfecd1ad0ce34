package org.flowproof.enclose.verify;

import java.util.stream.IntStream;
import java.util.zip.DataFormatException;
import org.flowproof.enclose.interval.Interval;

/**
 * One neuron over a step: path, sides and radius of the tube as the certificate states them, and
 * what follows. Where the neuron slides, gates hold it on the kinks of some samples: the inverse of
 * their Gram matrix gives them. Then errors are those of the projection of the path on these kinks,
 * which Filippov's solutions may follow when the gates lie between the slopes.
 */
final class Track {
  final Kink kink; // a concave one that begins to be passed, or null
  final String sides; // + - or 0, where it slides, for every sample
  final Interval radius;
  final Polynomial path;
  final Polynomial outer;
  final Polynomial product; // a (w, a)
  final Interval outerRange; // of the output weight in the tube
  final Interval size; // at least |(w, a)| in the tube, |a| where only w moves
  final Interval displacement; // at least the distance of the path from its projection
  final Interval jump; // from the last path, and with slides from projection to projection
  Interval growth; // of errors over the step
  Interval defect; // what is missing of p' = length F(p)
  private final Given given;
  private final int[] slides;
  private final Interval[][] inverse; // of the Gram matrix of the samples it slides on
  private final Interval lift; // the root of at least its norm

  Track(CertificateText text, Given given, int degree, Polynomial last) throws DataFormatException {
    this.given = given;
    kink = text.next("kink|path").equals("kink") ? new Kink(text, given) : null;
    sides = text.next("[-+0]{" + given.n + "}", given.n + " of + - 0");
    radius = text.number();
    Interval[][] coefficients = new Interval[degree + 1][];
    for (int l = 0; l <= degree; l++) {
      coefficients[l] = text.numbers(given.d + 1);
    }
    path = new Polynomial(coefficients);
    outer = path.dot(given.outer);
    product = path.times(outer);
    boolean moves = outer.minus(last.dot(given.outer)).norm().upper() > 0;
    Given.require(given.trained.isPositive() || !moves, "the output weight moves");
    outerRange = outer.range().plus(radius.times(Interval.of(-1, 1)));
    size = path.norm().times(given.trained).max(outer.norm()).plus(radius);
    slides = IntStream.range(0, given.n).filter(k -> sides.charAt(k) == '0').toArray();
    inverse = new Interval[slides.length][slides.length];
    Interval off = Interval.ZERO;
    Interval squares = Interval.ZERO;
    for (int p = 0; p < slides.length; p++) {
      for (int q = 0; q < slides.length; q++) {
        inverse[p][q] = given.x[slides[p]].dot(given.x[slides[q]]).range();
      }
      off = off.plus(given.x[slides[p]].dot(path).norm().square());
    }
    Given.invert(inverse, "a neuron slides on dependent samples");
    for (Interval[] row : inverse) {
      squares = squares.plus(new Polynomial(row).norm().square());
    }
    lift = squares.sqrt().sqrt();
    displacement = lift.times(off.sqrt());
    jump = last.jumpTo(path).plus(displacement.times(2));
  }

  /** Follows the field of a step, with residuals on the path and the changes that they allow. */
  void follow(Interval length, Polynomial[] residual, Interval projected, Interval pullShift) {
    Polynomial free = given.outer.times(Interval.ZERO);
    for (int k = 0; k < given.n; k++) {
      Interval gate = given.gate(sides.charAt(k)).times(given.factor);
      free = free.plus(given.x[k].times(residual[k].times(gate)));
    }
    Polynomial pull = free;
    Interval outside = Interval.ZERO; // how far gates on kinks may lie outside the slopes
    for (int p = 0; p < slides.length; p++) {
      Polynomial x = given.x[slides[p]];
      Polynomial force = x.dot(x).times(Interval.ZERO);
      for (int q = 0; q < slides.length; q++) {
        force = force.minus(given.x[slides[q]].dot(free).times(inverse[p][q]));
      }
      pull = pull.plus(x.times(force));
      Polynomial full = residual[slides[p]].times(given.factor);
      Interval sign = Interval.of(full.range().upper() > 0 ? 1 : -1);
      Interval above = full.minus(force).times(sign).range();
      Interval below = force.minus(full.times(given.alpha)).times(sign).range();
      Interval shift = lift.times(given.lipschitz).plus(x.norm().times(given.factor));
      Interval missing = shift.times(projected).minus(above.min(below));
      outside = outside.plus(missing.max(Interval.ZERO).times(x.norm()));
    }
    Interval wrong = given.lipschitz.times(projected).plus(outside).times(size);
    Polynomial back = given.outer.times(pull.dot(path).times(given.trained));
    Polynomial field = pull.times(outer).plus(back);
    defect = path.derivative().minus(field.times(length)).norm().plus(wrong.times(length));
    growth = pull.norm().plus(pullShift).times(length).times(given.trained);
  }

  /** Whether the flow cannot be on the kink; path and projection must be on their side anyhow. */
  boolean clear(int k) {
    Interval sign = Interval.of(sides.charAt(k) == '+' ? 1 : -1);
    Interval norm = given.x[k].norm();
    double least = given.x[k].dot(path).times(sign).range().lower();
    Given.require(least >= norm.times(displacement).upper(), "the path leaves the side it claims");
    return least > norm.times(radius).upper();
  }
}
