package org.flowproof.check.margins;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.flowproof.flow.NonnegativeProgram;
import org.flowproof.problem.Vectors;

/**
 * What the settled sides of a classifier lead to. With {@code K = eta c Q} the margins follow
 * {@code z' = K g}, and {@code g_k t} tends to the {@code v >= 0} that makes {@code v^T K v / 2 -
 * sum v} least: {@code v = K^-1 1} when that is positive. Samples with {@code v_k > 0} support the
 * limit.
 *
 * @param rates v, one for each sample
 * @param slopes {@code (K v)_k}, the limit of {@code z_k / log t}: 1 for samples that support
 * @param scaledLoss the limit of {@code t L}, {@code c sum v}
 * @param normalized the limit of the smallest normalized margin, {@code (eta c sum v)^(-1/2)}
 * @param ranks the stable ranks of the limit of the direction
 * @param exponent the approach is of order {@code t^-exponent} (for {@code t L} and whatever has
 *     its terms in {@code 1/log t} removed); at most 1
 * @param error relative error of the numbers above
 */
public record LimitPrediction(
    List<Double> rates,
    List<Double> slopes,
    double scaledLoss,
    double normalized,
    Ranks ranks,
    double exponent,
    double error) {
  /** Below this share of the largest, a multiplier is too close to 0 to tell. */
  private static final double CLEAR = 1e-6;

  private static final int ROUNDS = 60;
  private static final double WORST_CONDITION = 1e8;

  public LimitPrediction {
    rates = List.copyOf(rates);
    slopes = List.copyOf(slopes);
  }

  /**
   * A prediction, or why there is none.
   *
   * @param prediction empty with a reason
   * @param reason empty with a prediction
   */
  record Outcome(Optional<LimitPrediction> prediction, String reason) {
    static Outcome none(String reason) {
      return new Outcome(Optional.empty(), reason);
    }
  }

  /**
   * Predicts the limit of the sides to which neurons go on from here: those that drift towards a
   * kink, however slowly, cross it or come to be held on it.
   */
  static Outcome last(Classifier classifier, Sides sides) {
    Sides now = sides;
    for (int round = 0; round < ROUNDS; round++) {
      Outcome outcome = of(classifier, now);
      if (outcome.prediction().isEmpty()) {
        return outcome;
      }
      double[] alpha = outcome.prediction().get().multipliers(classifier);
      if (LimitSides.kept(classifier, now, alpha)) {
        return outcome;
      }
      now = now.next(alpha);
    }
    return Outcome.none("no sides were found that are those of the limit they lead to");
  }

  private double[] multipliers(Classifier classifier) {
    double unit = classifier.step() * classifier.factor();
    return rates.stream().mapToDouble(v -> unit * v).toArray();
  }

  /** Predicts from sides that are taken to have settled. */
  static Outcome of(Classifier classifier, Sides sides) {
    int n = classifier.n();
    double[][] q = sides.tangents();
    for (int i = 0; i < n; i++) {
      if (!Double.isFinite(Arrays.stream(q[i]).sum())) {
        return Outcome.none("a neuron is held on the kinks of samples that are dependent");
      }
      if (q[i][i] == 0) {
        return Outcome.none("no neuron is active on sample " + (i + 1) + ", its margin stays 0");
      }
    }
    double[] ones = new double[n];
    Arrays.fill(ones, 1);
    Optional<double[]> solved =
        NonnegativeProgram.solve(q, ones).or(() -> NonnegativeProgram.separating(q));
    if (solved.isEmpty()) {
      return Outcome.none("the multipliers of the limit are not unique, or cannot be computed");
    }
    double[] alpha = solved.get();
    double most = Arrays.stream(alpha).max().orElseThrow();
    double[] slopes = new double[n];
    double gap = Double.POSITIVE_INFINITY;
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < n; k++) {
        slopes[i] += q[i][k] * alpha[k];
      }
      boolean supports = alpha[i] > CLEAR * most;
      if (!supports && (alpha[i] > 0 || slopes[i] < 1 + CLEAR)) {
        return Outcome.none(
            "sample " + (i + 1) + " is too close to the edge of supporting the limit to tell");
      }
      gap = supports ? gap : Math.min(gap, slopes[i] - 1);
    }
    int[] support = IntStream.range(0, n).filter(i -> alpha[i] > 0).toArray();
    double[] weighted = eigenvalues(q, support, alpha);
    double condition = weighted[weighted.length - 1] / weighted[0];
    if (!(weighted[0] > 0) || condition > WORST_CONDITION) {
      return Outcome.none("the samples that support the limit are too close to dependent");
    }
    double error = 4 * n * condition * Math.ulp(1.0);
    double sum = Arrays.stream(alpha).sum();
    double unit = classifier.step() * classifier.factor();
    double[] limit = sides.combination(alpha);
    return new Outcome(
        Optional.of(
            new LimitPrediction(
                Arrays.stream(alpha).map(v -> v / unit).boxed().toList(),
                Arrays.stream(slopes).boxed().toList(),
                sum / classifier.step(),
                1 / Math.sqrt(sum),
                Ranks.of(
                    limit,
                    classifier.d(),
                    classifier.outputWeights(),
                    error * Vectors.safeNorm(limit)),
                Math.min(1, Math.min(weighted[0], gap)),
                error)),
        "");
  }

  /** Of the block of Q that supports, scaled from both sides by the roots of the weights. */
  private static double[] eigenvalues(double[][] q, int[] which, double[] weights) {
    DMatrixRMaj block = new DMatrixRMaj(which.length, which.length);
    for (int i = 0; i < which.length; i++) {
      for (int k = 0; k < which.length; k++) {
        double scale = Math.sqrt(weights[which[i]] * weights[which[k]]);
        block.set(i, k, scale * q[which[i]][which[k]]);
      }
    }
    EigenDecomposition_F64<DMatrixRMaj> decomposition =
        DecompositionFactory_DDRM.eig(which.length, false, true);
    if (!decomposition.decompose(block)) {
      throw new ArithmeticException("no eigenvalues of the margins' matrix");
    }
    return IntStream.range(0, which.length)
        .mapToDouble(i -> decomposition.getEigenvalue(i).getReal())
        .sorted()
        .toArray();
  }

  /** Whether a sample, 0-based, supports the limit. */
  public boolean supports(int sample) {
    return rates.get(sample) > 0;
  }

  /** Whether all samples do. */
  public boolean allSupport() {
    return rates.stream().allMatch(v -> v > 0);
  }

  /**
   * The limit of {@code z_k} minus the mean margin of the samples that support; NaN for one that
   * does not.
   */
  public double difference(int sample) {
    double mean =
        rates.stream().filter(v -> v > 0).mapToDouble(v -> -Math.log(v)).average().orElseThrow();
    return supports(sample) ? -Math.log(rates.get(sample)) - mean : Double.NaN;
  }
}
