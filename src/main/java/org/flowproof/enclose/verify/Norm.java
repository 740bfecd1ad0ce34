package org.flowproof.enclose.verify;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.zip.DataFormatException;
import org.flowproof.enclose.interval.Interval;

/**
 * A bound of errors: {@code sum D_j^2 / weight_j^2 <= bound^2} over the neurons with a weight above
 * 0, where D is the error with what an open {@link Kink} may still add to it.
 */
final class Norm {
  private final Interval[] weight;
  private final int[] neurons;
  private Interval bound;

  Norm(CertificateText text, int m) throws DataFormatException {
    text.next("norm");
    weight = text.numbers(m);
    neurons = IntStream.range(0, m).filter(this::has).toArray();
  }

  private boolean has(int j) {
    return weight[j].isPositive();
  }

  /** At least the error of a neuron. */
  Interval of(int j) {
    return has(j) ? weight[j].times(bound) : Interval.of(0, Double.POSITIVE_INFINITY);
  }

  /** The norm of numbers of neurons. */
  private Interval norm(Interval[] numbers) {
    Interval squares = Interval.ZERO;
    for (int j : neurons) {
      squares = squares.plus(numbers[j].divide(weight[j]).square());
    }
    return squares.sqrt();
  }

  /** Begins with what follows from errors of single neurons. */
  void begin(Interval[] errors) {
    bound = norm(errors);
  }

  /** Takes over what follows from another norm of these neurons and more, when kinks begin. */
  void follow(Norm last, Step step) {
    if (!Arrays.stream(neurons).allMatch(last::has)) {
      return;
    }
    Interval ratio = Interval.ZERO;
    for (int j : neurons) {
      ratio = ratio.max(last.weight[j].divide(weight[j]));
    }
    Interval squares = ratio.times(last.bound).square();
    for (int j : neurons) {
      Kink kink = step.tracks[j].kink;
      if (kink != null) {
        squares = squares.plus(kink.dues(weight[j], last.weight[j].divide(ratio)));
      }
    }
    bound = bound.min(squares.sqrt());
  }

  /**
   * Moves the bound over a step. The Jacobian is {@code blkdiag(M_j) - K} with {@code |M_j|} at
   * most the growth and K positive semidefinite with blocks of norm at most {@code coupling size_j
   * size_l}. Where weights differ, {@code -sym(W^-1 K W) <= (W - W^-1) K (W - W^-1) / 4}, with the
   * best multiple of W in place of W.
   */
  void grow(Step step) {
    Interval[] forcing = new Interval[weight.length];
    Interval fastest = Interval.ZERO;
    Interval heavy = Interval.ZERO;
    Interval light = Interval.ZERO;
    Interval plain = Interval.ZERO;
    for (int j : neurons) {
      forcing[j] = step.forcing(j, l -> !has(l));
      fastest = fastest.max(step.tracks[j].growth);
      Interval square = step.tracks[j].size.square();
      heavy = heavy.plus(square.times(weight[j].square()));
      light = light.plus(square.divide(weight[j].square()));
      plain = plain.plus(square);
    }
    Interval skew = heavy.times(light).sqrt().minus(plain).max(Interval.ZERO);
    Interval rate = fastest.plus(skew.times(step.coupling).times(0.5));
    bound = rate.exp().times(bound.plus(norm(forcing)));
  }
}
