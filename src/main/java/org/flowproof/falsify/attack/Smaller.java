package org.flowproof.falsify.attack;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.flowproof.problem.Activation;
import org.flowproof.problem.DataSet;
import org.flowproof.problem.Dynamics;
import org.flowproof.problem.Matrix;
import org.flowproof.problem.Network;
import org.flowproof.problem.Problem;
import org.flowproof.problem.Vec;
import org.flowproof.problem.Weights;

/**
 * Problems that are smaller or rounder than a given one, the boldest first: fewer samples, neurons
 * and coordinates, an earlier end, fewer digits.
 */
final class Smaller {
  /** A run is not shortened to less than this part of the one that was found. */
  private static final double SHORTEST = 1e-3;

  /** Digits that all numbers are rounded to at once. */
  private static final int MOST_DIGITS = 4;

  private final Problem problem;

  Smaller(Problem problem) {
    this.problem = problem;
  }

  /** Problems with a sample, a neuron or a coordinate less. */
  List<Problem> parts() {
    List<Problem> all = new ArrayList<>();
    for (int k = 0; k < problem.data().n() && problem.data().n() > 1; k++) {
      int left = k;
      all.add(with(without(problem.data(), left), problem.initial()));
    }
    int m = problem.network().width();
    for (int j = 0; j < m && m > 1; j++) {
      all.add(withoutNeuron(j));
    }
    int d = problem.data().d();
    for (int i = 0; i < d && d > 1; i++) {
      double[][] x = columnsBut(problem.data().x(), i);
      double[][] w = columnsBut(problem.initial().w(), i);
      if (noneZero(x)) {
        all.add(
            with(
                new DataSet(Matrix.of(x), problem.data().y(), problem.data().origin()),
                new Weights(Matrix.of(w), problem.initial().a())));
      }
    }
    return all;
  }

  /**
   * Problems that end earlier or at a rounder time.
   *
   * @param witness when the violation is seen
   * @param longest end of the run that was found
   */
  List<Problem> ends(double witness, double longest) {
    List<Problem> all = new ArrayList<>();
    double end = problem.dynamics().stop().time();
    for (double time : new double[] {witness * 1.02, end / 4, end / 2}) {
      for (int digits = 1; digits <= 2; digits++) {
        double rounded =
            new BigDecimal(time).round(new MathContext(digits, RoundingMode.UP)).doubleValue();
        if (rounded >= SHORTEST * longest && rounded < end) {
          all.add(until(rounded));
        }
      }
    }
    double plain = rounded(end, 1);
    if (plain != end) {
      all.add(until(plain));
    }
    return all;
  }

  private Problem until(double time) {
    Dynamics.StopRule old = problem.dynamics().stop();
    double end = time;
    if (problem.dynamics() instanceof Dynamics.Descent descent) {
      end = descent.step() * Math.max(1, Math.rint(time / descent.step()));
    }
    return problem.with(
        problem
            .dynamics()
            .until(
                new Dynamics.StopRule(
                    end, old.gradientNorm(), old.evaluations(), old.atFirstEvent())));
  }

  /** Problems with fewer digits: all numbers at once, then the slope and the step. */
  List<Problem> rounder() {
    List<Problem> all = new ArrayList<>();
    for (int digits = 1; digits <= MOST_DIGITS; digits++) {
      int places = digits;
      all.add(mapped(v -> rounded(v, places), v -> rounded(v, places)));
    }
    for (int digits = 1; digits <= MOST_DIGITS; digits++) {
      int places = digits;
      all.add(mapped(v -> rounded(v, places), v -> v));
    }
    if (problem.network().activation() instanceof Activation.Leaky leaky && leaky.slope() != 0) {
      for (double slope : new double[] {0, 0.5, rounded(leaky.slope(), 1)}) {
        all.add(sloped(slope));
      }
    }
    if (problem.dynamics() instanceof Dynamics.Descent descent) {
      double step = rounded(descent.step(), 1);
      double iterations = Math.max(1, Math.rint(descent.stop().time() / descent.step()));
      all.add(
          problem.with(
              new Dynamics.Descent(
                  step,
                  new Dynamics.StopRule(step * iterations, 0, descent.stop().evaluations(), false),
                  descent.method())));
    }
    all.removeIf(problem::equals);
    return all;
  }

  /** Problems with one number made plainer. */
  List<Problem> plainer() {
    List<Problem> all = new ArrayList<>();
    int n = problem.data().n();
    int d = problem.data().d();
    for (int at = 0; at < n * (d + 1); at++) {
      int k = at / (d + 1);
      int i = at % (d + 1);
      double old = i < d ? problem.data().x().get(k, i) : problem.data().y().get(k);
      for (double value : plain(old)) {
        double[][] x = rows(problem.data().x());
        double[] y = problem.data().y().toArray();
        if (i < d) {
          x[k][i] = value;
        } else {
          y[k] = value;
        }
        if (noneZero(x)) {
          all.add(
              with(
                  new DataSet(Matrix.of(x), Vec.of(y), problem.data().origin()),
                  problem.initial()));
        }
      }
    }
    int m = problem.network().width();
    for (int at = 0; at < m * (d + 1); at++) {
      int j = at / (d + 1);
      int i = at % (d + 1);
      double old = i < d ? problem.initial().w().get(j, i) : problem.initial().a().get(j);
      for (double value : plain(old)) {
        double[][] w = rows(problem.initial().w());
        double[] a = problem.initial().a().toArray();
        if (i < d) {
          w[j][i] = value;
        } else {
          a[j] = value;
        }
        all.add(with(problem.data(), new Weights(Matrix.of(w), Vec.of(a))));
      }
    }
    return all;
  }

  /** 0, a power of ten, one digit and two, as far as they differ from the number. */
  private static List<Double> plain(double value) {
    if (value == 0) {
      return List.of();
    }
    double power =
        Double.parseDouble("1e" + (int) Math.rint(Math.log10(Math.abs(value))))
            * Math.signum(value);
    List<Double> all = new ArrayList<>();
    for (double candidate : new double[] {0, power, rounded(value, 1), rounded(value, 2)}) {
      if (candidate != value && digits(candidate) < digits(value)) {
        all.add(candidate);
      }
    }
    return all;
  }

  private static int digits(double value) {
    BigDecimal plain = new BigDecimal(Double.toString(value)).stripTrailingZeros();
    boolean power = plain.unscaledValue().abs().equals(java.math.BigInteger.ONE);
    return plain.signum() == 0 ? -1 : power ? 0 : plain.precision();
  }

  static double rounded(double value, int digits) {
    return new BigDecimal(value)
        .round(new MathContext(digits, RoundingMode.HALF_EVEN))
        .doubleValue();
  }

  private Problem mapped(DoubleUnaryOperator weights, DoubleUnaryOperator samples) {
    double[][] x = rows(problem.data().x());
    double[][] w = rows(problem.initial().w());
    for (double[] row : x) {
      java.util.Arrays.setAll(row, i -> samples.applyAsDouble(row[i]));
    }
    for (double[] row : w) {
      java.util.Arrays.setAll(row, i -> weights.applyAsDouble(row[i]));
    }
    double[] y =
        IntStream.range(0, x.length)
            .mapToDouble(k -> samples.applyAsDouble(problem.data().y().get(k)))
            .toArray();
    double[] a =
        IntStream.range(0, w.length)
            .mapToDouble(j -> weights.applyAsDouble(problem.initial().a().get(j)))
            .toArray();
    return with(
        new DataSet(Matrix.of(x), Vec.of(y), problem.data().origin()),
        new Weights(Matrix.of(w), Vec.of(a)));
  }

  private Problem sloped(double slope) {
    return new Problem(
        problem.data(),
        new Network(
            problem.network().width(),
            new Activation.Leaky(slope, slope),
            problem.network().trained()),
        problem.loss(),
        problem.initial(),
        problem.initialOrigin(),
        problem.dynamics());
  }

  private Problem with(DataSet data, Weights weights) {
    return new Problem(
        data,
        new Network(
            weights.a().length(), problem.network().activation(), problem.network().trained()),
        problem.loss(),
        weights,
        problem.initialOrigin(),
        problem.dynamics());
  }

  private Problem withoutNeuron(int left) {
    int m = problem.network().width();
    int[] kept = IntStream.range(0, m).filter(j -> j != left).toArray();
    double[][] w = new double[kept.length][];
    double[] a = new double[kept.length];
    for (int j = 0; j < kept.length; j++) {
      w[j] = problem.initial().w().row(kept[j]);
      a[j] = problem.initial().a().get(kept[j]);
    }
    return with(problem.data(), new Weights(Matrix.of(w), Vec.of(a)));
  }

  private static DataSet without(DataSet data, int left) {
    int[] kept = IntStream.range(0, data.n()).filter(k -> k != left).toArray();
    double[][] x = new double[kept.length][];
    double[] y = new double[kept.length];
    for (int k = 0; k < kept.length; k++) {
      x[k] = data.x().row(kept[k]);
      y[k] = data.y().get(kept[k]);
    }
    return new DataSet(Matrix.of(x), Vec.of(y), data.origin());
  }

  private static double[][] rows(Matrix matrix) {
    double[][] rows = new double[matrix.rows()][];
    java.util.Arrays.setAll(rows, matrix::row);
    return rows;
  }

  private static double[][] columnsBut(Matrix matrix, int left) {
    double[][] rows = rows(matrix);
    for (int k = 0; k < rows.length; k++) {
      double[] row = rows[k];
      rows[k] =
          IntStream.range(0, row.length).filter(i -> i != left).mapToDouble(i -> row[i]).toArray();
    }
    return rows;
  }

  private static boolean noneZero(double[][] x) {
    for (double[] row : x) {
      if (java.util.Arrays.stream(row).allMatch(v -> v == 0)) {
        return false;
      }
    }
    return true;
  }
}
