package org.flowproof.flow.coefficients;

import java.util.ArrayList;
import java.util.List;

/**
 * What happens first on a leg when neurons are followed in the mean: a preactivation vanishes, or
 * the gate that holds a neuron on a kink reaches a slope. Both are smooth along a leg and are
 * looked at where it was solved; an excursion between two neighbouring points is not seen.
 */
final class KinkSearch {
  private static final int BISECTIONS = 50;

  private final CoefficientModel model;

  KinkSearch(CoefficientModel model) {
    this.model = model;
  }

  /**
   * A pair to be looked at.
   *
   * @param neuron 0-based
   * @param sample 0-based
   * @param place on the leg, in [0, 1]
   * @param direction the side entered
   */
  record Meeting(int neuron, int sample, double place, int direction) {}

  /** All that happens in the same iteration as what happens first; none on most legs. */
  List<Meeting> first(Position from, Leg leg) {
    Frozen frozen = from.frozen();
    int n = model.n;
    Path path = new Path(from, leg);
    double[] whole = leg.movedAtNode(Chebyshev.POINTS - 1);
    List<Meeting> found = new ArrayList<>();
    double first = 1;
    double limit = 1;
    for (int j = 0; j < model.m; j++) {
      for (int i = 0; i < n; i++) {
        boolean held = frozen.sides[j * n + i] == Frozen.HELD;
        if (!held && path.stays(j, i, whole)) {
          continue;
        }
        Meeting meeting = held ? path.release(j, i, limit) : path.crossing(j, i, limit);
        if (meeting.place() <= limit && meeting.direction() != 0) {
          found.add(meeting);
          if (meeting.place() < first) {
            first = meeting.place();
            limit = leg.place(Math.floor(leg.clock(first)) + 1);
          }
        }
      }
    }
    double last = limit;
    return found.stream().filter(meeting -> meeting.place() <= last).toList();
  }

  /** Preactivations and gates along a leg. */
  private final class Path {
    private final Leg leg;
    private final Frozen frozen;
    private final double[] alpha;
    private final double[][] pulls = new double[Chebyshev.POINTS][];

    Path(Position from, Leg leg) {
      this.leg = leg;
      frozen = from.frozen();
      alpha = from.alpha();
      for (int i = 0; i < Chebyshev.POINTS && frozen.holdings.any(); i++) {
        pulls[i] = model.pulls(frozen.margins(sum(leg.movedAtNode(i))));
      }
    }

    private double[] sum(double[] moved) {
      double[] result = alpha.clone();
      for (int k = 0; k < result.length; k++) {
        result[k] += moved[k];
      }
      return result;
    }

    /** Whether sums of one sign show that a preactivation stays on its side. */
    boolean stays(int j, int i, double[] moved) {
      int n = model.n;
      int side = frozen.sides[j * n + i];
      double[] gram = frozen.holdings.gram(j);
      double outer = -side * model.pace * model.a[j] * model.y[i];
      double towards = 0;
      for (int k = 0; k < n; k++) {
        double part = outer * gram[i * n + k] * frozen.gates[j * n + k] * moved[k];
        towards += side == 0 ? Math.abs(part) : Math.max(0, part);
      }
      return towards == 0 || towards < side * frozen.preactivation(j, i, alpha);
    }

    Meeting crossing(int j, int i, double limit) {
      int side = frozen.sides[j * model.n + i];
      for (int node = 1; node < Chebyshev.POINTS; node++) {
        double before = Chebyshev.node(node - 1);
        if (before > limit) {
          break;
        }
        double u = frozen.preactivation(j, i, sum(leg.movedAtNode(node)));
        if (side == 0 && u != 0) {
          return new Meeting(j, i, 0, (int) Math.signum(u));
        }
        if (side * u < 0) {
          double low = before;
          double high = Chebyshev.node(node);
          for (int step = 0; step < BISECTIONS && low < high; step++) {
            double middle = 0.5 * (low + high);
            if (side * frozen.preactivation(j, i, sum(leg.moved(middle))) < 0) {
              high = middle;
            } else {
              low = middle;
            }
          }
          return new Meeting(j, i, low, -side);
        }
      }
      return new Meeting(j, i, 1, 0);
    }

    Meeting release(int j, int i, double limit) {
      for (int node = 0; node < Chebyshev.POINTS; node++) {
        double before = node == 0 ? 0 : Chebyshev.node(node - 1);
        if (before > limit) {
          break;
        }
        int way = released(j, i, pulls[node]);
        if (way != 0) {
          double low = before;
          double high = Chebyshev.node(node);
          for (int step = 0; step < BISECTIONS && low < high; step++) {
            double middle = 0.5 * (low + high);
            double[] there = model.pulls(frozen.margins(sum(leg.moved(middle))));
            if (released(j, i, there) != 0) {
              high = middle;
            } else {
              low = middle;
            }
          }
          return new Meeting(j, i, high, way);
        }
      }
      return new Meeting(j, i, 1, 0);
    }

    private int released(int j, int i, double[] there) {
      double gate = frozen.holdings.gated(j, i, there) / there[i];
      return gate > 1 + KinkBalance.EDGE ? 1 : gate < model.slope - KinkBalance.EDGE ? -1 : 0;
    }
  }
}
