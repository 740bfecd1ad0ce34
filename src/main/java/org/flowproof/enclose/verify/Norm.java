package org.flowproof.enclose.verify;

import java.util.List;
import java.util.stream.IntStream;
import org.flowproof.enclose.interval.Interval;
import org.flowproof.enclose.interval.Rounding;

/**
 * A bound of errors: {@code sum D_j^2 / weight_j^2 <= bound^2} over the neurons with a weight above
 * 0, where D is the error with what an open {@link Kink} may still add to it.
 */
final class Norm {
  private final double[] weight;
  private double bound;

  Norm(double[] weight) {
    this.weight = weight;
  }

  /** Of one neuron alone. */
  static Norm single(int m, int one) {
    return new Norm(IntStream.range(0, m).mapToDouble(j -> j == one ? 1 : 0).toArray());
  }

  boolean has(int j) {
    return weight[j] > 0;
  }

  /** At least the error of a neuron. */
  double of(int j) {
    return has(j) ? Rounding.mulUp(weight[j], bound) : Double.POSITIVE_INFINITY;
  }

  /** The norm of numbers of single neurons. */
  private double norm(double[] numbers) {
    Interval squares = Interval.ZERO;
    for (int j = 0; j < weight.length; j++) {
      if (has(j)) {
        squares = squares.plus(Interval.of(numbers[j]).divide(Interval.of(weight[j])).square());
      }
    }
    return squares.sqrt().upper();
  }

  /** The errors of neurons change at once by at most these amounts. */
  void jump(double[] amounts) {
    bound = Rounding.addUp(bound, norm(amounts));
  }

  /** Begins with what follows from bounds of single neurons. */
  void begin(double[] errors) {
    bound = norm(errors);
  }

  /** Takes over what follows from another norm of these neurons and more, when kinks begin. */
  void follow(Norm last, List<Kink> kinks) {
    double ratio = 0;
    for (int j = 0; j < weight.length; j++) {
      if (has(j) && !last.has(j)) {
        return;
      }
      ratio = has(j) ? Math.max(ratio, Rounding.divUp(last.weight[j], weight[j])) : ratio;
    }
    Interval squares = Interval.of(ratio).times(last.bound).square();
    for (Kink kink : kinks) {
      int j = kink.neuron;
      if (has(j)) {
        squares = squares.plus(kink.dues(weight[j], Rounding.divUp(last.weight[j], ratio)));
      }
    }
    bound = Math.min(bound, squares.sqrt().upper());
  }

  /**
   * Moves the bound over a step. The Jacobian is {@code blkdiag(M_j) - K} with {@code |M_j|} at
   * most the growth and K positive semidefinite with blocks of norm at most {@code coupling size_j
   * size_l}.
   */
  void grow(Tube tube) {
    double[] forcing = new double[weight.length];
    double fastest = 0;
    for (int j = 0; j < weight.length; j++) {
      if (has(j)) {
        forcing[j] = tube.forcing(j, l -> !has(l));
        fastest = Math.max(fastest, tube.growth[j]);
      }
    }
    Interval rate = skew(tube).plus(fastest);
    bound = rate.exp().times(Interval.of(bound).plus(norm(forcing))).upper();
  }

  /**
   * {@code -sym(W^-1 K W) <= (W - W^-1) K (W - W^-1) / 4}, with the best multiple of W in place of
   * W.
   */
  private Interval skew(Tube tube) {
    Interval heavy = Interval.ZERO;
    Interval light = Interval.ZERO;
    Interval plain = Interval.ZERO;
    for (int j = 0; j < weight.length; j++) {
      if (has(j)) {
        Interval square = Interval.of(tube.size[j]).square();
        Interval w = Interval.of(weight[j]).square();
        heavy = heavy.plus(square.times(w));
        light = light.plus(square.divide(w));
        plain = plain.plus(square);
      }
    }
    Interval difference = heavy.times(light).sqrt().minus(plain).max(Interval.ZERO);
    return difference.times(tube.coupling).times(0.5);
  }
}
