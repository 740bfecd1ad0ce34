package org.flowproof.flow.cones;

import java.util.List;
import java.util.Optional;
import org.flowproof.flow.BoxLeastNorm;
import org.flowproof.problem.Vectors;

/**
 * The way of a hidden weight while the output is 0, in doubles: {@code dw/dt = D(w, 0)} for a
 * positive output weight of constant size, {@code -D(w, 0)} for a negative one. In each cone it is
 * a straight line, so that it is followed from kink to kink without steps in time. Its direction
 * ascends (descends) G on the sphere.
 */
final class AlignmentPath {
  private static final double STILL = 1e-12;

  private final double[][] directions;
  private final double[][] ahead;
  private final double[][] behind;
  private final double[][] perGate;
  private final double[][] atGateZero;
  private final double slope;
  private final double size;

  AlignmentPath(ZeroOutput data, List<KinkLine> lines) {
    int count = lines.size();
    directions = new double[count][];
    ahead = new double[count][];
    behind = new double[count][];
    perGate = new double[count][];
    atGateZero = new double[count][];
    double sum = 0;
    for (int l = 0; l < count; l++) {
      KinkLine line = lines.get(l);
      directions[l] = unit(line.direction().toDoubles());
      ahead[l] = line.pull(1, data.slope()).toDoubles();
      behind[l] = line.pull(-1, data.slope()).toDoubles();
      perGate[l] = line.perGate().toDoubles();
      atGateZero[l] = line.atGateZero(data.slope()).toDoubles();
      sum += Vectors.norm(line.forward().toDoubles()) + Vectors.norm(line.backward().toDoubles());
    }
    slope = data.slope().toDouble();
    size = sum;
  }

  /**
   * Where a path ends.
   *
   * @param signs of the cone in which it ends
   * @param still whether it ends because the pull is 0; otherwise it goes on along its pull for
   *     ever
   */
  record End(Signs signs, boolean still) {}

  /**
   * Follows a path.
   *
   * @param start length d, on no kink
   * @param ascent 1 for a positive output weight, -1 for a negative one
   * @return empty when it met more kinks than expected
   */
  Optional<End> follow(double[] start, int ascent) {
    double[] w = start.clone();
    byte[] signs = new byte[directions.length];
    for (int l = 0; l < signs.length; l++) {
      signs[l] = (byte) Math.signum(Vectors.dot(w, directions[l]));
    }
    int most = 100 + 50 * signs.length;
    for (int round = 0; round < most; round++) {
      double[] velocity = velocity(signs, ascent);
      if (Vectors.norm(velocity) <= STILL * size) {
        return Optional.of(new End(Signs.of(signs), true));
      }
      if (leaves(signs, velocity)) {
        continue;
      }
      int hit = advance(w, velocity, signs);
      if (hit < 0) {
        return Optional.of(new End(Signs.of(signs), false));
      }
      signs[hit] = 0;
    }
    return Optional.empty();
  }

  private double[] velocity(byte[] signs, int ascent) {
    double[] sum = new double[directions[0].length];
    int held = 0;
    for (int l = 0; l < signs.length; l++) {
      add(signs[l] > 0 ? ahead[l] : signs[l] < 0 ? behind[l] : atGateZero[l], sum);
      held += signs[l] == 0 ? 1 : 0;
    }
    if (held > 0) {
      double[][] columns = new double[held][];
      for (int l = 0, c = 0; l < signs.length; l++) {
        if (signs[l] == 0) {
          columns[c++] = perGate[l];
        }
      }
      sum = BoxLeastNorm.solve(sum, columns, slope, 1).element().clone();
    }
    for (int i = 0; i < sum.length; i++) {
      sum[i] *= ascent;
    }
    return sum;
  }

  /** Takes the path off the kinks that it leaves. */
  private boolean leaves(byte[] signs, double[] velocity) {
    boolean left = false;
    for (int l = 0; l < signs.length; l++) {
      double rate = Vectors.dot(velocity, directions[l]);
      if (signs[l] == 0 && Math.abs(rate) > STILL * size) {
        signs[l] = (byte) Math.signum(rate);
        left = true;
      }
    }
    return left;
  }

  /** Moves to the next kink, brought back to unit length; -1 when there is none. */
  private int advance(double[] w, double[] velocity, byte[] signs) {
    int hit = -1;
    double soonest = Double.POSITIVE_INFINITY;
    for (int l = 0; l < signs.length; l++) {
      double rate = Vectors.dot(velocity, directions[l]) * signs[l];
      if (signs[l] != 0 && rate < 0) {
        double time = Math.max(0, Vectors.dot(w, directions[l]) * signs[l]) / -rate;
        if (time < soonest) {
          soonest = time;
          hit = l;
        }
      }
    }
    if (hit >= 0) {
      for (int i = 0; i < w.length; i++) {
        w[i] += soonest * velocity[i];
      }
      double norm = Vectors.norm(w);
      for (int i = 0; i < w.length && norm > 0; i++) {
        w[i] /= norm;
      }
    }
    return hit;
  }

  private static void add(double[] from, double[] into) {
    for (int i = 0; i < into.length; i++) {
      into[i] += from[i];
    }
  }

  static double[] unit(double[] v) {
    double norm = Vectors.norm(v);
    double[] unit = v.clone();
    for (int i = 0; i < unit.length; i++) {
      unit[i] /= norm;
    }
    return unit;
  }
}
