package org.flowproof.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import org.flowproof.formula.Ball;
import org.flowproof.formula.NoValueException;
import org.flowproof.formula.Term;

/**
 * Integrals and extrema over time, step by step between events, where integrands are smooth. The
 * radius covers the errors of the values and an estimate of what lies between the samples: the
 * difference of a Gauss rule and its Kronrod extension for integrals, a fourth of the second
 * differences for extrema.
 */
final class TimeFolding {
  // Gauss 3, Kronrod 7 on [-1, 1]; nodes and weights from the standard tables
  private static final double[] NODES = {
    0.9604912687080203, 0.7745966692414834, 0.43424374934680254, 0
  };
  private static final double[] KRONROD = {
    0.10465622602646726, 0.26848808986833345, 0.40139741477596225, 0.45091653865847414
  };
  private static final double[] GAUSS = {0, 5.0 / 9, 0, 8.0 / 9};
  private static final int SAMPLES = 8;

  /** The last sample of a step lies this fraction before its end: values there are one-sided. */
  private static final double BEFORE_END = 1e-9;

  private final Trajectory trajectory;

  TimeFolding(Trajectory trajectory) {
    this.trajectory = trajectory;
  }

  Ball fold(Term.TimeFold fold, Ball from, Ball to, Function<Ball, Ball> body) {
    if (fold == Term.TimeFold.INTEGRAL) {
      return from.value() <= to.value()
          ? integral(from, to, body)
          : negate(integral(to, from, body));
    }
    if (from.value() > to.value()) {
      throw new NoValueException("extremum over an empty range of times");
    }
    if (fold == Term.TimeFold.SUPREMUM) {
      return supremum(from, to, body);
    }
    return negate(supremum(from, to, t -> negate(body.apply(t))));
  }

  private static Ball negate(Ball ball) {
    return new Ball(-ball.value(), ball.radius());
  }

  private List<Double> nodes(double from, double to) {
    TreeSet<Double> nodes = new TreeSet<>();
    for (double t : trajectory.stepTimes()) {
      if (t > from && t < to) {
        nodes.add(t);
      }
    }
    nodes.add(from);
    nodes.add(to);
    return new ArrayList<>(nodes);
  }

  private Ball integral(Ball from, Ball to, Function<Ball, Ball> body) {
    List<Double> nodes = nodes(from.value(), to.value());
    double sum = 0;
    double radius = 0;
    for (int p = 0; p + 1 < nodes.size(); p++) {
      double half = 0.5 * (nodes.get(p + 1) - nodes.get(p));
      double mid = 0.5 * (nodes.get(p + 1) + nodes.get(p));
      double fine = 0;
      double coarse = 0;
      double error = 0;
      for (int i = 0; i < NODES.length; i++) {
        int copies = NODES[i] == 0 ? 1 : 2;
        for (int side = 0; side < copies; side++) {
          double t = mid + (side == 0 ? 1 : -1) * NODES[i] * half;
          Ball value = body.apply(Ball.exact(t));
          fine += KRONROD[i] * value.value();
          coarse += GAUSS[i] * value.value();
          error += KRONROD[i] * value.radius();
        }
      }
      sum += half * fine;
      radius += half * (Math.abs(fine - coarse) + error + 8 * Math.ulp(fine));
    }
    radius += ends(from, to, body) + nodes.size() * Math.ulp(sum);
    return new Ball(sum, radius);
  }

  private static double ends(Ball from, Ball to, Function<Ball, Ball> body) {
    double radius = 0;
    for (Ball end : List.of(from, to)) {
      if (end.radius() > 0) {
        Ball value = body.apply(Ball.exact(end.value()));
        radius += 2 * end.radius() * (Math.abs(value.value()) + value.radius());
      }
    }
    return radius;
  }

  private Ball supremum(Ball from, Ball to, Function<Ball, Ball> body) {
    Ball last = body.apply(to);
    double lower = last.value() - last.radius();
    double upper = last.value() + last.radius();
    List<Double> nodes = nodes(from.value(), to.value());
    for (int p = 0; p + 1 < nodes.size(); p++) {
      double start = nodes.get(p);
      double length = nodes.get(p + 1) - start;
      Ball[] values = new Ball[SAMPLES + 1];
      for (int i = 0; i <= SAMPLES; i++) {
        double fraction = i < SAMPLES ? (double) i / SAMPLES : 1 - BEFORE_END;
        values[i] = body.apply(Ball.exact(start + fraction * length));
        lower = Math.max(lower, values[i].value() - values[i].radius());
      }
      for (int i = 0; i < SAMPLES; i++) {
        double bend = Math.max(bend(values, i), bend(values, i + 1));
        double top =
            Math.max(
                values[i].value() + values[i].radius(),
                values[i + 1].value() + values[i + 1].radius());
        upper = Math.max(upper, top + bend / 4);
      }
    }
    double middle = 0.5 * (lower + upper);
    return new Ball(middle, Math.max(upper - middle, middle - lower));
  }

  /** Absolute second difference around a sample. */
  private static double bend(Ball[] values, int i) {
    int c = Math.min(values.length - 2, Math.max(1, i));
    return Math.abs(values[c - 1].value() - 2 * values[c].value() + values[c + 1].value());
  }
}
