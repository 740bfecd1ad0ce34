package org.flowproof.check.outcome;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.IntStream;
import org.flowproof.flow.State;
import org.flowproof.problem.Problem;
import org.hipparchus.linear.RealVector;

/**
 * Where the neurons point at one state. Counted are those that contribute: active on some sample,
 * with {@code |a_j| |w_j|} above a millionth of the largest. Two have one direction when their
 * output weights have one sign and the cosine of their angle is above {@link #SAME}.
 */
final class NeuronDirections {
  private static final double SMALL = 1e-6;
  private static final double SAME = 1 - 1e-6;

  private final Problem problem;
  private final State state;
  private final List<Integer> counted = new ArrayList<>();
  private final double[] norms;

  NeuronDirections(Problem problem, State state) {
    this.problem = problem;
    this.state = state;
    int m = problem.network().width();
    norms = new double[m];
    double[] sizes = new double[m];
    for (int j = 0; j < m; j++) {
      double sum = 0;
      for (int i = 0; i < problem.data().d(); i++) {
        sum += state.w(j, i) * state.w(j, i);
      }
      norms[j] = Math.sqrt(sum);
      sizes[j] = active(j) ? Math.abs(state.a(j)) * norms[j] : 0;
    }
    double largest = Arrays.stream(sizes).max().orElse(0);
    for (int j = 0; j < m; j++) {
      if (sizes[j] > SMALL * largest) {
        counted.add(j);
      }
    }
  }

  private boolean active(int j) {
    for (int k = 0; k < problem.data().n(); k++) {
      if (state.gate(j, k) > 0) {
        return true;
      }
    }
    return false;
  }

  /** Number of different directions. */
  private int count() {
    List<Integer> first = new ArrayList<>();
    for (int j : counted) {
      if (first.stream().noneMatch(i -> alike(i, j))) {
        first.add(j);
      }
    }
    return first.size();
  }

  private boolean alike(int i, int j) {
    double dot = 0;
    for (int c = 0; c < problem.data().d(); c++) {
      dot += state.w(i, c) * state.w(j, c);
    }
    return state.a(i) > 0 == state.a(j) > 0 && dot > SAME * norms[i] * norms[j];
  }

  /**
   * Mean over the counted neurons of the cosine with the fit of their half: that of the positive
   * side for a positive output weight, the negative of that of the other side otherwise.
   */
  private double meanCosine(HalfSamples halves) {
    double sum = 0;
    for (int j : counted) {
      boolean up = state.a(j) > 0;
      RealVector fit = (up ? halves.plus() : halves.minus()).coefficients();
      double dot = 0;
      for (int c = 0; c < problem.data().d(); c++) {
        dot += state.w(j, c) * fit.getEntry(c);
      }
      double length = norms[j] * fit.getNorm();
      sum += length > 0 ? (up ? dot : -dot) / length : 0;
    }
    return sum / counted.size();
  }

  /** Neurons, counted or not, active on something else than nothing, a half, or both halves. */
  private int otherPatterns(HalfSamples halves) {
    return (int)
        IntStream.range(0, norms.length)
            .filter(j -> !(whole(j, halves, 1) && whole(j, halves, -1)))
            .count();
  }

  /** Whether a neuron is active on all samples of a half, or on none. */
  private boolean whole(int j, HalfSamples halves, int side) {
    double least = 1;
    double most = 0;
    for (int k = 0; k < problem.data().n(); k++) {
      if (halves.sides().get(k) == side) {
        least = Math.min(least, state.gate(j, k));
        most = Math.max(most, state.gate(j, k));
      }
    }
    return least == 1 || most == 0;
  }

  /** Adds what there is to say. */
  void tell(Optional<HalfSamples> halves, SortedMap<String, Double> numbers) {
    numbers.put("contributing", (double) counted.size());
    numbers.put("directions", (double) count());
    if (halves.isPresent() && !counted.isEmpty()) {
      numbers.put("meanCosine", meanCosine(halves.get()));
      numbers.put("otherPatterns", (double) otherPatterns(halves.get()));
    }
  }
}
