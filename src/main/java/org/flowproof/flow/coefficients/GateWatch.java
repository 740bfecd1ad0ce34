package org.flowproof.flow.coefficients;

/**
 * How far a run may go before a gate can change. Alpha only grows, and preactivations are affine in
 * it, so that what moves a preactivation towards its kink is bounded by sums of one sign.
 */
final class GateWatch {
  /** Distances are shortened by this share, far above rounding of the sums. */
  private static final double SHARE = 1e-9;

  /** Preactivations within so many times their error may vanish together. */
  private static final double NEAR = 100;

  private final CoefficientModel model;

  GateWatch(CoefficientModel model) {
    this.model = model;
  }

  /**
   * How many times a direction may be added to alpha, in each coordinate at most, without any gate
   * changing.
   *
   * @param by non-negative
   * @return 0 when a preactivation is on its kink and moves
   */
  double window(Position position, double[] by) {
    Frozen frozen = position.frozen();
    int n = model.n;
    double window = Double.POSITIVE_INFINITY;
    double[] come = new double[n];
    double[] go = new double[n];
    for (int j = 0; j < model.m; j++) {
      double reach = model.pace * model.a[j];
      double[] gram = frozen.holdings.gram(j);
      for (int k = 0; k < n; k++) {
        come[k] = frozen.gates[j * n + k] * position.alpha()[k];
        go[k] = frozen.gates[j * n + k] * by[k];
      }
      for (int i = 0; i < n; i++) {
        double outer = reach * model.y[i];
        double moved = 0;
        double up = 0;
        double down = 0;
        for (int k = 0; k < n; k++) {
          double s = outer * gram[i * n + k];
          moved += s * come[k];
          double part = s * go[k];
          up += Math.max(part, 0);
          down += Math.max(-part, 0);
        }
        int side = frozen.sides[j * n + i];
        double towards = side > 0 ? down : side < 0 ? up : up + down;
        if (towards > 0) {
          double at = frozen.u[j * n + i] + moved;
          double rounding =
              8 * CoefficientModel.UNIT * (Math.abs(moved) + Math.abs(model.u0[j * n + i]));
          double distance = side * at * (1 - SHARE) - rounding;
          window = Math.min(window, Math.max(0, distance) / towards);
        }
      }
    }
    return window;
  }

  /** In how many units of the clock the next gate changes, if velocities stay: a guess. */
  double guess(Position position, double[] pulls) {
    Frozen frozen = position.frozen();
    double least = Double.POSITIVE_INFINITY;
    for (int j = 0; j < model.m; j++) {
      for (int i = 0; i < model.n; i++) {
        int at = j * model.n + i;
        double towards = -frozen.sides[at] * velocity(frozen, j, i, frozen.gates[at], pulls);
        if (towards > 0) {
          double u = frozen.sides[at] * frozen.preactivation(j, i, position.alpha());
          least = Math.min(least, Math.max(0, u) / towards);
        }
      }
    }
    return least;
  }

  /**
   * The first place on a leg before which no gate changes.
   *
   * @param neuron 0-based, whose gate comes next; -1 for none
   * @param sample 0-based
   * @param place in [0, 1]
   */
  record Next(int neuron, int sample, double place) {}

  /**
   * What comes first on a leg.
   *
   * @param resolution of the place
   */
  Next first(Position position, Leg leg, double resolution) {
    int n = model.n;
    double[] start = new double[n];
    Next next = new Next(-1, -1, 1);
    Span whole = new Span(0, start, 1, leg.moved(1));
    for (int j = 0; j < model.m; j++) {
      for (int i = 0; i < n; i++) {
        double place = search(position, leg, j, i, whole, resolution);
        if (place < next.place()) {
          next = new Next(j, i, place);
          whole = new Span(0, start, place, leg.moved(place));
        }
      }
    }
    return next;
  }

  @SuppressWarnings("ArrayRecordComponent")
  private record Span(double from, double[] before, double to, double[] after) {}

  /** The first place of a span at which a gate may change; its end when there is none. */
  private double search(Position position, Leg leg, int j, int i, Span span, double resolution) {
    Frozen frozen = position.frozen();
    double distance = distance(position, j, i, span.before());
    double towards = towards(frozen, j, i, span.before(), span.after());
    if (!(towards > Math.max(0, distance * (1 - SHARE)))) {
      return span.to();
    }
    if (span.to() - span.from() <= resolution) {
      return span.from();
    }
    double middle = 0.5 * (span.from() + span.to());
    double[] there = leg.moved(middle);
    Span left = new Span(span.from(), span.before(), middle, there);
    double place = search(position, leg, j, i, left, resolution);
    if (place < middle) {
      return place;
    }
    return search(
        position, leg, j, i, new Span(middle, there, span.to(), span.after()), resolution);
  }

  private double distance(Position position, int j, int i, double[] moved) {
    double[] alpha = position.alpha().clone();
    for (int k = 0; k < alpha.length; k++) {
      alpha[k] += moved[k];
    }
    return position.frozen().sides[j * model.n + i] * position.frozen().preactivation(j, i, alpha);
  }

  /** How much a preactivation may move towards its kink while alpha goes from one to another. */
  private double towards(Frozen frozen, int j, int i, double[] from, double[] to) {
    int n = model.n;
    double outer = model.pace * model.a[j] * model.y[i];
    double[] gram = frozen.holdings.gram(j);
    int side = frozen.sides[j * n + i];
    double sum = 0;
    for (int k = 0; k < n; k++) {
      double part = outer * gram[i * n + k] * frozen.gates[j * n + k] * (to[k] - from[k]);
      sum += side == 0 ? Math.abs(part) : Math.max(0, -side * part);
    }
    return sum;
  }

  /** The velocity of a preactivation for given pulls, with one gate taken differently. */
  double velocity(Frozen frozen, int j, int i, double gate, double[] pulls) {
    int n = model.n;
    double[] gram = frozen.holdings.gram(j);
    double sum = 0;
    for (int k = 0; k < n; k++) {
      double s = k == i ? gate : frozen.gates[j * n + k];
      sum += gram[i * n + k] * s * pulls[k];
    }
    return model.pace * model.a[j] * model.y[i] * sum;
  }

  /**
   * Whether a neuron on one kink may be on another one at the same time, unless it rests there
   * whichever gate it has at the first.
   */
  boolean meetsOthers(Position position, int j, int i, double[] pulls) {
    Frozen frozen = position.frozen();
    int n = model.n;
    for (int k = 0; k < n; k++) {
      double u = frozen.preactivation(j, k, position.alpha());
      if (k != i && Math.abs(u) <= NEAR * error(position, j, k)) {
        double moving = 0;
        for (int l = 0; l < n; l++) {
          double gate = l == i ? 1 : frozen.gates[j * n + l];
          moving += Math.abs(model.signed[k * n + l]) * gate * pulls[l];
        }
        if (moving > 0) {
          return true;
        }
      }
    }
    return false;
  }

  /** The numerical error of a preactivation. */
  double error(Position position, int j, int i) {
    Frozen frozen = position.frozen();
    int n = model.n;
    double reach = Math.abs(model.pace * model.a[j]);
    double worst = 0;
    for (int p = 0; p < frozen.errors.length; p++) {
      double off = 0;
      for (int k = 0; k < n; k++) {
        double own =
            frozen.errors[p][j * n + k] + frozen.holdings.gated(j, k, position.errors()[p]);
        off += model.signed[i * n + k] * own;
      }
      worst = Math.max(worst, Math.abs(off));
    }
    double size = 0;
    for (int k = 0; k < n; k++) {
      double c = Math.abs(frozen.c[j * n + k] + frozen.holdings.gated(j, k, position.alpha()));
      size += Math.abs(model.signed[i * n + k]) * c;
    }
    double rounding = CoefficientModel.UNIT * (4 + Math.sqrt(model.d));
    double moving = reach * (Tangents.SAFETY * worst + rounding * size);
    // the sum of start and movement is rounded once more
    double sum = CoefficientModel.UNIT * Math.abs(frozen.preactivation(j, i, position.alpha()));
    double hops =
        frozen.holdings.of(j).isEmpty()
            ? 0
            : frozen.holdings.hopsOfPreactivation(j, i, model.pulls(position.margins()));
    return model.errorOfStart(j, i) + moving + (moving > 0 ? sum : 0) + hops;
  }
}
