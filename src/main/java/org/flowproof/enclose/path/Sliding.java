package org.flowproof.enclose.path;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.flowproof.enclose.interval.Interval;
import org.flowproof.enclose.taylor.Bounds;
import org.flowproof.enclose.taylor.Series;
import org.flowproof.formula.Rational;

/**
 * The projection off the samples on whose kinks a neuron slides. It is computed exactly and then
 * rounded, to two doubles.
 */
public final class Sliding {
  private final int[] samples;
  private final double[][] projection;
  private final double[][] projectionRest;
  private final double projectionError;
  private final double[][] gramInverse;
  private final double gramError;
  private final double gramInverseNorm;

  private Sliding(FlowModel model, int[] samples, Rational[][] inverse) {
    this.samples = samples.clone();
    int s = samples.length;
    gramInverse = new double[s][s];
    double lost = 0;
    double size = 0;
    for (int p = 0; p < s; p++) {
      for (int q = 0; q < s; q++) {
        gramInverse[p][q] = inverse[p][q].toDouble();
        lost += magnitude(inverse[p][q].minus(Rational.ofDouble(gramInverse[p][q])));
        size += gramInverse[p][q] * gramInverse[p][q];
      }
    }
    gramError = Bounds.up(lost);
    gramInverseNorm = Bounds.up(Bounds.up(Math.sqrt(Bounds.up(size))) + gramError);
    int d = model.d();
    projection = new double[d][d];
    projectionRest = new double[d][d];
    double error = 0;
    for (int i = 0; i < d; i++) {
      for (int l = 0; l < d; l++) {
        Rational entry = i == l ? Rational.ONE : Rational.ZERO;
        for (int p = 0; p < s; p++) {
          Rational left = Rational.ofDouble(model.x(samples[p])[i]);
          for (int q = 0; q < s; q++) {
            Rational right = Rational.ofDouble(model.x(samples[q])[l]);
            entry = entry.minus(left.times(inverse[p][q]).times(right));
          }
        }
        projection[i][l] = entry.toDouble();
        Rational rest = entry.minus(Rational.ofDouble(projection[i][l]));
        projectionRest[i][l] = rest.toDouble();
        error += magnitude(rest.minus(Rational.ofDouble(projectionRest[i][l])));
      }
    }
    projectionError = Bounds.up(error);
  }

  /** The projection of a vector of d Taylor models. */
  Series[] projected(Series[] vector, int degree) {
    double size = 0;
    for (Series one : vector) {
      size += one.magnitude() * one.magnitude();
    }
    double error = Bounds.up(projectionError * Bounds.up(Math.sqrt(Bounds.up(size))));
    Series[] result = new Series[vector.length];
    for (int i = 0; i < result.length; i++) {
      result[i] =
          Series.combination(projection[i], projectionRest[i], vector, degree).widened(error);
    }
    return result;
  }

  /** The projection of a vector, in plain doubles. */
  public double[] projected(double[] vector) {
    double[] result = new double[vector.length];
    for (int i = 0; i < result.length; i++) {
      for (int l = 0; l < vector.length; l++) {
        result[i] += projection[i][l] * vector[l];
      }
    }
    return result;
  }

  private static double magnitude(Rational value) {
    return Interval.of(value).magnitude();
  }

  /** Whether a sample is among some. */
  public static boolean contains(int[] samples, int sample) {
    for (int one : samples) {
      if (one == sample) {
        return true;
      }
    }
    return false;
  }

  /** Empty when the samples are dependent, or so nearly that doubles do not tell. */
  public static Optional<Sliding> on(FlowModel model, int[] samples) {
    List<List<Rational>> vectors = new ArrayList<>();
    for (int k : samples) {
      vectors.add(Arrays.stream(model.x(k)).mapToObj(Rational::ofDouble).toList());
    }
    return inverse(vectors)
        .filter(
            inverse -> Arrays.stream(inverse).flatMap(Arrays::stream).allMatch(Sliding::moderate))
        .map(inverse -> new Sliding(model, samples, inverse))
        .filter(sliding -> sliding.projectionError < 1e-20);
  }

  private static boolean moderate(Rational value) {
    return Math.abs(value.toDouble()) < 1e200;
  }

  /** The inverse of the Gram matrix of vectors, empty when they are dependent. */
  private static Optional<Rational[][]> inverse(List<List<Rational>> vectors) {
    int s = vectors.size();
    List<List<Rational>> rows = new ArrayList<>();
    for (int p = 0; p < s; p++) {
      List<Rational> row = new ArrayList<>();
      for (int q = 0; q < s; q++) {
        row.add(inner(vectors.get(p), vectors.get(q)));
      }
      for (int q = 0; q < s; q++) {
        row.add(p == q ? Rational.ONE : Rational.ZERO);
      }
      rows.add(row);
    }
    ReducedRows reduced = ReducedRows.of(rows, s);
    if (reduced.count() < s) {
      return Optional.empty();
    }
    Rational[][] inverse = new Rational[s][s];
    for (int p = 0; p < s; p++) {
      for (int q = 0; q < s; q++) {
        inverse[p][q] = reduced.entry(p, s + q);
      }
    }
    return Optional.of(inverse);
  }

  private static Rational inner(List<Rational> u, List<Rational> v) {
    Rational sum = Rational.ZERO;
    for (int i = 0; i < u.size(); i++) {
      sum = sum.plus(u.get(i).times(v.get(i)));
    }
    return sum;
  }

  public int[] samples() {
    return samples;
  }

  /** A row of the rounded projection. */
  public double[] projection(int row) {
    return projection[row];
  }

  /** What rounding leaves out of a row of the projection. */
  public double[] projectionRest(int row) {
    return projectionRest[row];
  }

  /** How far, in norm, the projection may be from the rounded one with its rest. */
  public double projectionError() {
    return projectionError;
  }

  /** A row of the rounded inverse of the Gram matrix of the samples. */
  public double[] gramInverse(int row) {
    return gramInverse[row];
  }

  /** How far, in norm, the rounded inverse may be from the inverse. */
  public double gramError() {
    return gramError;
  }

  /**
   * At least the norm of the inverse, so that its inverse root is at most the least singular value.
   */
  public double gramInverseNorm() {
    return gramInverseNorm;
  }
}
