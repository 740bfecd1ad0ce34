package org.flowproof.flow.structured;

/**
 * First zeros of polynomials {@code sum_i c_i s^i} on {@code [0, 1]} that cannot be missed: from
 * the left, each step goes to the zero of a lower bound (value, slope, and a bound of the second
 * derivative), so that no zero is passed, not even a double one; near a simple zero the steps
 * converge quadratically.
 */
final class SafeRoot {
  /** No zero in the step. */
  static final double NONE = 2;

  private static final int MOST_STEPS = 200;

  private SafeRoot() {}

  /** Where a polynomial falls to zero or touches it. */
  record Fall(double at, boolean graze) {
    static final Fall NEVER = new Fall(NONE, false);
  }

  /**
   * The first zero, {@link #NONE} when there is none; 0 when {@code c_0 <= 0}.
   *
   * @param c coefficients
   * @param count how many of them
   */
  static double first(double[] c, int count) {
    return from(c, count, 0);
  }

  /** As above, from a given start. */
  static double from(double[] c, int count, double start) {
    double curvature = curvature(c, count);
    double s = start;
    for (int round = 0; round < MOST_STEPS; round++) {
      double p = value(c, count, s);
      if (p <= 0) {
        return s;
      }
      double step = stride(p, slope(c, count, s), curvature);
      double next = s + step;
      if (next > 1) {
        return NONE;
      }
      if (next <= s + 1e-16) {
        return s;
      }
      s = next;
    }
    return s;
  }

  /**
   * The first fall to zero, or the first local minimum within {@code touch} of zero.
   *
   * @param order 0 when the polynomial starts positive, 1 or 2 when it starts with a zero of that
   *     order, which does not count
   */
  static Fall fall(double[] c, int count, int order, double touch) {
    if (order > 0) {
      return leaving(c, count, order, touch);
    }
    double curvature = curvature(c, count);
    double s = 0;
    for (int round = 0; round < MOST_STEPS; round++) {
      double p = value(c, count, s);
      if (p <= touch) {
        return near(c, count, s, p, touch);
      }
      s += stride(p - 0.5 * touch, slope(c, count, s), curvature);
      if (s > 1) {
        return Fall.NEVER;
      }
    }
    return near(c, count, s, value(c, count, s), touch);
  }

  /** Close above zero: either there is a minimum nearby that touches, or the zero is simple. */
  private static Fall near(double[] c, int count, double s, double p, double touch) {
    double turn = s;
    for (int round = 0; round < 8; round++) {
      double second = second(c, count, turn);
      if (!(second > 0)) {
        break;
      }
      double shift = -slope(c, count, turn) / second;
      turn += shift;
      if (!(turn >= s - 1e-9 && turn <= 1)) {
        break;
      }
      if (Math.abs(shift) < 1e-15) {
        if (Math.abs(value(c, count, turn)) <= touch) {
          return new Fall(Math.max(turn, 0), true);
        }
        break;
      }
    }
    double root = p <= 0 ? s : from(c, count, s);
    return root > 1 ? Fall.NEVER : new Fall(polish(c, count, root), false);
  }

  private static double polish(double[] c, int count, double root) {
    double s = root;
    for (int round = 0; round < 2; round++) {
      double slope = slope(c, count, s);
      double shift = -value(c, count, s) / slope;
      if (!(slope < 0) || !(Math.abs(shift) < 1e-6)) {
        return s;
      }
      s = Math.min(1, Math.max(0, s + shift));
    }
    return s;
  }

  private static Fall leaving(double[] c, int count, int order, double touch) {
    double[] rest = new double[Math.max(1, count - order)];
    for (int i = order; i < count; i++) {
      rest[i - order] = c[i];
    }
    double[] whole = c.clone();
    java.util.Arrays.fill(whole, 0, order, 0);
    if (rest[0] <= 0) {
      // heads for the wrong side: seen as a zero once it has clearly left
      return Fall.NEVER;
    }
    double root = first(rest, rest.length);
    if (order == 1) {
      Fall turn = laterTurn(whole, count, root > 1 ? 1 : root, touch);
      if (turn != null) {
        return turn;
      }
    }
    return root > 1 ? Fall.NEVER : new Fall(root, false);
  }

  /** A minimum that touches zero after the start, just before or after the zero at {@code root}. */
  private static Fall laterTurn(double[] c, int count, double root, double touch) {
    double s = root;
    for (int round = 0; round < 12; round++) {
      double second = second(c, count, s);
      if (!(second > 0)) {
        return null;
      }
      double shift = -slope(c, count, s) / second;
      s += shift;
      if (!(s > 0 && s <= 1)) {
        return null;
      }
      if (Math.abs(shift) < 1e-15) {
        return Math.abs(value(c, count, s)) <= touch ? new Fall(s, true) : null;
      }
    }
    return null;
  }

  /** How far a function may go before it can reach zero. */
  private static double stride(double p, double slope, double curvature) {
    if (curvature == 0) {
      return slope >= 0 ? NONE : -p / slope;
    }
    double root = Math.sqrt(slope * slope + 2 * curvature * p);
    return slope < 0 ? 2 * p / (root - slope) : (slope + root) / curvature;
  }

  private static double curvature(double[] c, int count) {
    double sum = 0;
    for (int i = 2; i < count; i++) {
      sum += i * (i - 1.0) * Math.abs(c[i]);
    }
    return sum;
  }

  static double value(double[] c, int count, double s) {
    double sum = 0;
    for (int i = count - 1; i >= 0; i--) {
      sum = sum * s + c[i];
    }
    return sum;
  }

  /** The derivative. */
  static double slope(double[] c, int count, double s) {
    double sum = 0;
    for (int i = count - 1; i >= 1; i--) {
      sum = sum * s + i * c[i];
    }
    return sum;
  }

  private static double second(double[] c, int count, double s) {
    double sum = 0;
    for (int i = count - 1; i >= 2; i--) {
      sum = sum * s + i * (i - 1.0) * c[i];
    }
    return sum;
  }

  /**
   * The first zero after which the polynomial falls below minus a level within the step, {@link
   * #NONE} when it does not: falls smaller than the level are not believed.
   */
  static double believedFall(double[] c, int count, double level) {
    double low = c[0];
    for (int i = 1; i < count; i++) {
      low -= Math.abs(c[i]);
    }
    if (low >= -level) {
      return NONE;
    }
    double[] raised = java.util.Arrays.copyOf(c, count);
    raised[0] += level;
    double sure = raised[0] <= 0 ? 0 : first(raised, count);
    if (sure > 1) {
      return NONE;
    }
    if (c[0] <= 0) {
      return 0;
    }
    // backwards from there to the zero itself
    double[] back = new double[count];
    for (int i = 0; i < count; i++) {
      double sum = 0;
      double binomial = 1;
      double power = 1;
      for (int k = i; k < count; k++) {
        sum += binomial * c[k] * power;
        binomial = binomial * (k + 1) / (k + 1 - i);
        power *= sure;
      }
      back[i] = (i % 2 == 0 ? -1 : 1) * sum;
    }
    double distance = back[0] <= 0 ? 0 : first(back, count);
    return Math.max(0, sure - Math.min(distance, sure));
  }
}
