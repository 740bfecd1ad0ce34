package org.flowproof.check.margins;

import java.util.Arrays;
import java.util.List;
import org.flowproof.flow.State;
import org.flowproof.problem.Vectors;

/**
 * A classifier at one time.
 *
 * @param time of the run
 * @param t iterations; time for gradient flow
 * @param margins {@code z_k = y_k h(x_k)}, one for each sample
 * @param marginError absolute, of each margin
 * @param norm {@code |W|_F}
 * @param normError absolute
 * @param logLoss natural logarithm of the loss
 * @param logLossError absolute
 * @param ranks stable ranks
 */
public record MarginReading(
    double time,
    double t,
    List<Double> margins,
    double marginError,
    double norm,
    double normError,
    double logLoss,
    double logLossError,
    Ranks ranks) {
  private static final double HALF_ULP = Math.ulp(1.0) / 2;

  public MarginReading {
    margins = List.copyOf(margins);
  }

  /**
   * Reads a state.
   *
   * @param errors of the run
   * @throws ArithmeticException when singular values cannot be computed
   */
  static MarginReading of(Classifier classifier, State state, WeightErrors errors) {
    return of(classifier, state, classifier.weights(state), errors);
  }

  /** Reads a state with hidden weights {@code w}, {@code m x d}; as above otherwise. */
  static MarginReading of(Classifier classifier, State state, double[] w, WeightErrors errors) {
    double[] z = classifier.margins(w);
    double norm = Vectors.safeNorm(w);
    double error = errors.whole(classifier, state);
    double marginError = errors.margins(classifier, state);
    double[] outer = classifier.outputWeights();
    // sums of d and of m terms, by Cauchy and Schwarz
    double rounding = (classifier.d() + classifier.m()) * HALF_ULP;
    marginError += rounding * norm * classifier.longest() * Vectors.safeNorm(outer);
    double logLoss = logLoss(classifier, z);
    return new MarginReading(
        state.time(),
        classifier.iterations(state.time()),
        Arrays.stream(z).boxed().toList(),
        marginError,
        norm,
        error + rounding * norm,
        logLoss,
        marginError + 8 * HALF_ULP * (1 + Math.abs(logLoss)),
        Ranks.of(w, classifier.d(), outer, error));
  }

  private static double logLoss(Classifier classifier, double[] z) {
    double[] logs = Arrays.stream(z).map(classifier.loss()::logTerm).toArray();
    double largest = Arrays.stream(logs).max().orElseThrow();
    double sum = Arrays.stream(logs).map(log -> Math.exp(log - largest)).sum();
    return Math.log(classifier.factor()) + largest + Math.log(sum);
  }

  /** The smallest margin. */
  public double smallest() {
    return margins.stream().mapToDouble(z -> z).min().orElseThrow();
  }

  /** The smallest normalized margin. */
  public double leastNormalized() {
    return smallest() / norm;
  }

  /** The largest normalized margin. */
  public double mostNormalized() {
    return margins.stream().mapToDouble(z -> z).max().orElseThrow() / norm;
  }

  /** The mean margin, which is {@code log t} plus something that settles. */
  public double mean() {
    return margins.stream().mapToDouble(z -> z).average().orElseThrow();
  }

  /** The normalized margin {@code z_k / |W|_F} of a sample, 0-based. */
  public double normalized(int sample) {
    return margins.get(sample) / norm;
  }

  /** {@code t L}; 0 at the start. */
  public double scaledLoss() {
    return t == 0 ? 0 : Math.exp(Math.log(t) + logLoss);
  }

  /** The absolute numerical error of {@link #scaledLoss}. */
  public double scaledLossError() {
    return scaledLoss() * logLossError;
  }
}
