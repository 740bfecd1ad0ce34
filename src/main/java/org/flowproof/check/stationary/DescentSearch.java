package org.flowproof.check.stationary;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.flowproof.problem.SeededStream;
import org.flowproof.problem.Vectors;

/**
 * Looks for changes of one neuron that lower the loss. What is found is confirmed with the error of
 * the residuals; that nothing is found proves nothing.
 */
final class DescentSearch {
  private static final int STARTS = 256;
  private static final long SEED = 1;
  private static final int ROUNDS = 30;
  private static final int HALVINGS = 40;

  private static final double ROUNDING = 4 * Math.ulp(1.0);

  private final LimitResiduals residuals;
  private List<double[]> directions;

  /** A neuron that reaches no sample. */
  static final class Idle {
    private final int neuron;
    private final double a;
    private final double[] w;
    private final double error;

    /**
     * Views a neuron.
     *
     * @param neuron 0-based
     * @param a output weight
     * @param w hidden weights; not to be changed
     * @param error of the weights together
     */
    Idle(int neuron, double a, double[] w, double error) {
      this.neuron = neuron;
      this.a = a;
      this.w = w;
      this.error = error;
    }
  }

  DescentSearch(LimitResiduals residuals) {
    this.residuals = residuals;
  }

  /**
   * From a neuron that is 0 in all weights. With {@code a = s sign(g(w))} and weights {@code s w}
   * the loss changes by {@code factor (q s^4 - 2 |g(w)| s^2)}, where q is the sum of the squares of
   * {@code sigma(<w, x_k>)}: it falls for small s whenever g(w) is not 0.
   *
   * @param neuron 0-based
   */
  Optional<Descent> fromZero(int neuron) {
    Idle zero = new Idle(neuron, 0, new double[residuals.lines().dimension()], 0);
    return lowest(directions().stream().map(w -> along(zero, w)));
  }

  private Descent along(Idle from, double[] w) {
    double g = residuals.felt(w).value();
    double squares = 0;
    for (int k = 0; k < residuals.samples(); k++) {
      double z = residuals.activated(Vectors.dot(w, residuals.sample(k)));
      squares += z * z;
    }
    double s = squares > 0 ? Math.sqrt(Math.abs(g) / squares) : 0;
    return changed(from, s * Math.signum(g), scaled(w, s));
  }

  /**
   * From a neuron whose hidden weights are 0 and whose output weight is fixed.
   *
   * @param neuron 0-based
   * @param a its output weight
   */
  Optional<Descent> fromZeroHidden(int neuron, double a) {
    Idle zero = new Idle(neuron, a, new double[residuals.lines().dimension()], 0);
    return lowest(directions().stream().flatMap(w -> steps(zero, w, 1)));
  }

  /**
   * From a neuron that rests on a kink, across it.
   *
   * @param line that it rests on
   */
  Optional<Descent> across(Idle from, int line) {
    return lowest(
        steps(from, residuals.lines().direction(line), Math.max(1, Vectors.norm(from.w))));
  }

  private Stream<Descent> steps(Idle from, double[] direction, double largest) {
    return IntStream.range(0, HALVINGS)
        .mapToObj(i -> changed(from, 0, scaled(direction, largest * Math.pow(0.5, i))));
  }

  private static Optional<Descent> lowest(Stream<Descent> found) {
    return found
        .filter(Descent::confirmed)
        .min(Comparator.comparing((Descent d) -> d.change().value()));
  }

  /** A change of a neuron that reached no sample before. */
  private Descent changed(Idle from, double byA, double[] byW) {
    double[] after = from.w.clone();
    for (int i = 0; i < after.length; i++) {
      after[i] += byW[i];
    }
    double a = from.a + byA;
    double[] outputs = new double[residuals.samples()];
    double[] errors = new double[outputs.length];
    for (int k = 0; k < outputs.length; k++) {
      double[] x = residuals.sample(k);
      double z = residuals.activated(Vectors.dot(after, x));
      double reach = Vectors.norm(x) * (from.error + ROUNDING * after.length * Vectors.norm(after));
      outputs[k] = a * z;
      errors[k] = (Math.abs(a) + from.error) * reach + from.error * Math.abs(z);
    }
    List<Double> hidden = IntStream.range(0, byW.length).mapToObj(i -> byW[i]).toList();
    return new Descent(from.neuron + 1, byA, hidden, residuals.gain(outputs, errors));
  }

  /** Unit vectors from ascents and descents of g on the sphere; always the same. */
  private List<double[]> directions() {
    if (directions == null) {
      directions = climbed();
    }
    return directions;
  }

  private List<double[]> climbed() {
    SeededStream stream = new SeededStream(SEED, SeededStream.Purpose.WEIGHTS);
    List<double[]> found = new ArrayList<>();
    for (int i = 0; i < STARTS; i++) {
      double[] start = new double[residuals.lines().dimension()];
      for (int c = 0; c < start.length; c++) {
        start[c] = stream.nextGaussian();
      }
      for (double way : new double[] {1, -1}) {
        climb(unit(start), way).ifPresent(found::add);
      }
    }
    return found;
  }

  private Optional<double[]> climb(Optional<double[]> start, double way) {
    if (start.isEmpty()) {
      return start;
    }
    double[] best = start.get();
    double[] w = best;
    for (int i = 0; i < ROUNDS; i++) {
      Optional<double[]> next = unit(scaled(residuals.pull(w), way));
      if (next.isEmpty()) {
        break;
      }
      w = next.get();
      if (way * residuals.felt(w).value() > way * residuals.felt(best).value()) {
        best = w;
      }
    }
    return Optional.of(best);
  }

  private static Optional<double[]> unit(double[] v) {
    double norm = Vectors.norm(v);
    return norm > 0 && Double.isFinite(norm) ? Optional.of(scaled(v, 1 / norm)) : Optional.empty();
  }

  private static double[] scaled(double[] v, double factor) {
    double[] result = v.clone();
    for (int i = 0; i < result.length; i++) {
      result[i] *= factor;
    }
    return result;
  }
}
