package org.flowproof.enclose.verify;

import static org.flowproof.enclose.verify.NotVerifiedException.require;

import java.util.stream.IntStream;
import org.flowproof.enclose.interval.Interval;

/** A set of samples on whose kinks a neuron slides, with the inverse of their Gram matrix. */
final class Slide {
  final int[] samples;
  final Interval[][] inverse;

  /** At least the norm of the inverse, and that of the matrix of the samples. */
  final double inverseNorm;

  final double size;

  Slide(Given given, String sides) {
    samples = IntStream.range(0, given.n).filter(k -> sides.charAt(k) == '0').toArray();
    int s = samples.length;
    require(s <= given.d, "a neuron slides on more samples than there are dimensions");
    Interval[][] gram = new Interval[s][s];
    inverse = new Interval[s][s];
    Interval squares = Interval.ZERO;
    for (int p = 0; p < s; p++) {
      for (int q = 0; q < s; q++) {
        gram[p][q] = dot(given.x[samples[p]], given.x[samples[q]]);
        inverse[p][q] = p == q ? Interval.ONE : Interval.ZERO;
      }
      squares = squares.plus(gram[p][p]);
    }
    size = squares.sqrt().upper();
    for (int p = 0; p < s; p++) {
      require(gram[p][p].isPositive(), "a neuron slides on dependent samples");
      Interval pivot = gram[p][p];
      for (int q = 0; q < s; q++) {
        gram[p][q] = gram[p][q].divide(pivot);
        inverse[p][q] = inverse[p][q].divide(pivot);
      }
      for (int r = 0; r < s; r++) {
        Interval factor = gram[r][p];
        for (int q = 0; q < s && r != p; q++) {
          gram[r][q] = gram[r][q].minus(factor.times(gram[p][q]));
          inverse[r][q] = inverse[r][q].minus(factor.times(inverse[p][q]));
        }
      }
    }
    Interval sum = Interval.ZERO;
    for (Interval[] row : inverse) {
      for (Interval one : row) {
        sum = sum.plus(one.square());
      }
    }
    inverseNorm = sum.sqrt().upper();
  }

  static Interval dot(double[] x, double[] y) {
    Interval sum = Interval.ZERO;
    for (int i = 0; i < x.length; i++) {
      sum = sum.plus(Interval.of(x[i]).times(y[i]));
    }
    return sum;
  }

  /**
   * Factor times gate times residual of the samples, so that the pull leaves the neuron on them.
   */
  Polynomial[] forces(Given given, Polynomial[] rest) {
    int s = samples.length;
    Polynomial[] along = new Polynomial[s];
    for (int q = 0; q < s; q++) {
      along[q] = combination(given.x[samples[q]], rest);
    }
    Polynomial[] forces = new Polynomial[s];
    for (int p = 0; p < s; p++) {
      forces[p] = Polynomial.ZERO;
      for (int q = 0; q < s; q++) {
        forces[p] = forces[p].minus(along[q].times(inverse[p][q]));
      }
    }
    return forces;
  }

  static Polynomial combination(double[] factors, Polynomial[] terms) {
    Polynomial sum = Polynomial.ZERO;
    for (int i = 0; i < factors.length; i++) {
      sum = sum.plus(terms[i].times(factors[i]));
    }
    return sum;
  }
}
