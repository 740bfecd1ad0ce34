package org.flowproof.flow.cones;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.flowproof.formula.Rational;

/**
 * The point of least norm of {@code offset + sum_l theta_l v_l} over {@code theta} between common
 * bounds, exactly: the active-set method of bounded least squares in rational arithmetic. Each
 * round ends at the least norm for its set of free variables and the norm falls from round to
 * round, so that no set comes twice and the method ends.
 *
 * @param point the point, unique
 * @param gates a minimizing {@code theta}; unique when the vectors are independent
 */
record LeastNorm(ExactVector point, List<Rational> gates) {
  LeastNorm {
    gates = List.copyOf(gates);
  }

  /**
   * Minimizes.
   *
   * @param offset a vector
   * @param vectors {@code v_l}, of the dimension of the offset; may be dependent or none
   * @param lower bound of each variable
   * @param upper bound of each variable, above the lower one; none when empty
   */
  static LeastNorm of(
      ExactVector offset, List<ExactVector> vectors, Rational lower, Optional<Rational> upper) {
    return new Search(offset, vectors, lower, upper).run();
  }

  private static final class Search {
    private final ExactVector offset;
    private final List<ExactVector> vectors;
    private final Rational lower;
    private final Optional<Rational> upper;
    private final Rational[] theta;
    private final boolean[] free;

    Search(
        ExactVector offset, List<ExactVector> vectors, Rational lower, Optional<Rational> upper) {
      this.offset = offset;
      this.vectors = vectors;
      this.lower = lower;
      this.upper = upper;
      theta = new Rational[vectors.size()];
      Arrays.fill(theta, lower);
      free = new boolean[theta.length];
    }

    LeastNorm run() {
      while (true) {
        ExactVector point = point();
        int entering = entering(point);
        if (entering < 0) {
          return new LeastNorm(point, List.of(theta));
        }
        free[entering] = true;
        moveToFreeLeast();
      }
    }

    private ExactVector point() {
      ExactVector sum = offset;
      for (int l = 0; l < theta.length; l++) {
        if (theta[l].signum() != 0) {
          sum = sum.plus(vectors.get(l).times(theta[l]));
        }
      }
      return sum;
    }

    /** The variable at a bound along which the norm falls most, -1 when there is none. */
    private int entering(ExactVector point) {
      int best = -1;
      Rational most = Rational.ZERO;
      for (int l = 0; l < theta.length; l++) {
        if (free[l]) {
          continue;
        }
        Rational slope = vectors.get(l).dot(point);
        Rational fall = theta[l].equals(lower) ? slope.negate() : slope;
        if (fall.compareTo(most) > 0) {
          best = l;
          most = fall;
        }
      }
      return best;
    }

    private void moveToFreeLeast() {
      while (true) {
        List<Integer> index = new ArrayList<>();
        for (int l = 0; l < free.length; l++) {
          if (free[l]) {
            index.add(l);
          }
        }
        List<Rational> target = target(index);
        Rational step = step(index, target);
        for (int i = 0; i < index.size(); i++) {
          int l = index.get(i);
          theta[l] = theta[l].plus(step.times(target.get(i).minus(theta[l])));
        }
        release(index, target);
        if (step.equals(Rational.ONE) || index.stream().noneMatch(l -> free[l])) {
          return;
        }
      }
    }

    /** Variables on a bound are no longer free. */
    private void release(List<Integer> index, List<Rational> target) {
      for (int i = 0; i < index.size(); i++) {
        int l = index.get(i);
        boolean below = theta[l].equals(lower) && target.get(i).compareTo(lower) <= 0;
        boolean above =
            upper.isPresent()
                && theta[l].equals(upper.get())
                && target.get(i).compareTo(upper.get()) >= 0;
        if (below || above) {
          free[l] = false;
        }
      }
    }

    /** The largest part of the way to the target, at most 1, that keeps the bounds. */
    private Rational step(List<Integer> index, List<Rational> target) {
      Rational step = Rational.ONE;
      for (int i = 0; i < index.size(); i++) {
        Rational from = theta[index.get(i)];
        Rational to = target.get(i);
        Rational bound = null;
        if (to.compareTo(lower) < 0) {
          bound = lower;
        } else if (upper.isPresent() && to.compareTo(upper.get()) > 0) {
          bound = upper.get();
        }
        if (bound != null) {
          Rational part = bound.minus(from).dividedBy(to.minus(from));
          step = part.compareTo(step) < 0 ? part : step;
        }
      }
      return step;
    }

    /** The free variables at the least norm without bounds; the others stay. */
    private List<Rational> target(List<Integer> index) {
      ExactVector rest = offset;
      for (int l = 0; l < theta.length; l++) {
        if (!free[l]) {
          rest = rest.plus(vectors.get(l).times(theta[l]));
        }
      }
      List<List<Rational>> equations = new ArrayList<>();
      for (int i : index) {
        List<Rational> row = new ArrayList<>();
        for (int j : index) {
          row.add(vectors.get(i).dot(vectors.get(j)));
        }
        row.add(vectors.get(i).dot(rest).negate());
        equations.add(row);
      }
      return Elimination.solve(equations);
    }
  }
}
