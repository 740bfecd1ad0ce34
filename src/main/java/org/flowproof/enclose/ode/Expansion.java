package org.flowproof.enclose.ode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.flowproof.enclose.interval.Interval;

/** Taylor polynomials at one time, from which steps of any length can be tried. */
final class Expansion {
  /** Rounds in which the box around the path is made wider. */
  private static final int ROUNDS = 3;

  /** Widening of the guessed remainder. */
  private static final double MARGIN = 2;

  private final Scheme scheme;
  private final EnclosedState state;
  private final List<List<PreciseBall>> centre;
  private final List<List<Tangent>> tangents;
  private final List<List<Interval>> values = new ArrayList<>();

  private Expansion(
      Scheme scheme,
      EnclosedState state,
      List<List<PreciseBall>> centre,
      List<List<Tangent>> tangents) {
    this.scheme = scheme;
    this.state = state;
    this.centre = centre;
    this.tangents = tangents;
    for (List<Tangent> series : tangents) {
      values.add(series.stream().map(Tangent::value).toList());
    }
  }

  /** Expands a solution about where it is. */
  static Expansion of(Scheme scheme, EnclosedState state) {
    int n = state.centre().size();
    List<Interval> box = state.boxWithCentre();
    List<Tangent> start = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      double[] slopes = new double[n];
      for (int j = 0; j < n; j++) {
        slopes[j] = state.frame().direction(i, j);
      }
      start.add(Tangent.of(box.get(i), slopes));
    }
    int degree = scheme.order() - 1;
    return new Expansion(
        scheme,
        state,
        scheme.centres().coefficients(state.centre(), degree),
        scheme.tangents().coefficients(start, degree));
  }

  /**
   * A step and the path of the solution during it.
   *
   * @param state at its end
   * @param path during it
   */
  record Step(EnclosedState state, StepPath path) {}

  /** A Taylor coefficient, of an order below that of the scheme, over the box at the begin. */
  Interval coefficient(int unknown, int order) {
    return values.get(unknown).get(order);
  }

  /**
   * Tries a step.
   *
   * @param length of the step
   * @return empty when no box around the path could be verified, or the numbers grew too large
   */
  Optional<Step> step(PreciseBall length) {
    Interval time = length.interval();
    return path(Interval.of(0, time.upper()))
        .flatMap(path -> next(path, length, time).map(state -> new Step(state, path)));
  }

  /**
   * A box that the solution cannot leave: where its Taylor polynomial with the remainder over the
   * box stays inside the box, it would have to be outside before it first gets there.
   */
  private Optional<StepPath> path(Interval span) {
    Interval power = span.power(scheme.order());
    List<Interval> polynomial =
        values.stream().map(s -> StepPath.horner(s, Interval.ZERO, span)).toList();
    List<Interval> box = inflated(polynomial, polynomial);
    for (int round = 0; round < ROUNDS; round++) {
      if (!finite(box)) {
        return Optional.empty();
      }
      List<Interval> last = scheme.remainder().over(box, scheme.order());
      List<Interval> image = new ArrayList<>();
      for (int v = 0; v < box.size(); v++) {
        image.add(polynomial.get(v).plus(last.get(v).times(power)));
      }
      if (inside(image, box)) {
        return Optional.of(new StepPath(values, last, image));
      }
      box = inflated(polynomial, image);
    }
    return Optional.empty();
  }

  /** A box around two, wider by what they differ in and by a little. */
  private static List<Interval> inflated(List<Interval> inner, List<Interval> outer) {
    List<Interval> boxes = new ArrayList<>();
    for (int v = 0; v < inner.size(); v++) {
      Interval hull = Interval.hull(inner.get(v), outer.get(v));
      double more =
          MARGIN * (hull.width() - inner.get(v).width())
              + 0x1p-40 * (hull.magnitude() + hull.width())
              + 0x1p-300;
      boxes.add(hull.plus(Interval.of(-more, more)));
    }
    return boxes;
  }

  private static boolean inside(List<Interval> inner, List<Interval> outer) {
    for (int v = 0; v < inner.size(); v++) {
      boolean strictly =
          inner.get(v).lower() > outer.get(v).lower()
              && inner.get(v).upper() < outer.get(v).upper();
      if (!strictly) {
        return false;
      }
    }
    return true;
  }

  private Optional<EnclosedState> next(StepPath path, PreciseBall length, Interval time) {
    int n = values.size();
    Interval power = time.power(scheme.order());
    List<PreciseBall> middle = new ArrayList<>();
    List<Interval> rest = new ArrayList<>();
    for (int v = 0; v < n; v++) {
      Interval remainder = path.last().get(v).times(power);
      double shift = remainder.midpoint();
      PreciseBall ball = polynomial(centre.get(v), length).plus(PreciseBall.of(shift));
      if (ball.radius() == Double.POSITIVE_INFINITY) {
        return Optional.empty();
      }
      middle.add(ball.centre());
      rest.add(remainder.minus(shift).plus(Interval.of(-ball.radius(), ball.radius())));
    }
    Interval[][] images = images(time);
    Frame frame = scheme.frames().next(images, state.coordinates());
    List<Interval> coordinates =
        sum(Frame.product(frame.change(images), state.coordinates()), frame.coordinates(rest));
    List<Interval> framed = frame.error(coordinates);
    List<Interval> direct = sum(Frame.product(images, state.coordinates()), rest);
    List<Interval> errors = new ArrayList<>();
    for (int v = 0; v < n; v++) {
      errors.add(
          framed
              .get(v)
              .intersection(direct.get(v))
              .orElseThrow(
                  () -> new IllegalStateException("two enclosures without a common point")));
    }
    return finite(errors)
        ? Optional.of(new EnclosedState(middle, frame, coordinates, errors))
        : Optional.empty();
  }

  private static PreciseBall polynomial(List<PreciseBall> coefficients, PreciseBall at) {
    PreciseBall sum = PreciseBall.ZERO;
    for (int i = coefficients.size() - 1; i >= 0; i--) {
      sum = coefficients.get(i).plus(sum.times(at));
    }
    return sum;
  }

  /** The derivative of the polynomial along the directions of the frame, over the box. */
  private Interval[][] images(Interval time) {
    int n = values.size();
    Interval[][] images = new Interval[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        int direction = j;
        List<Interval> slopes = tangents.get(i).stream().map(t -> t.slope(direction)).toList();
        images[i][j] = StepPath.horner(slopes, Interval.ZERO, time);
      }
    }
    return images;
  }

  private static List<Interval> sum(List<Interval> left, List<Interval> right) {
    List<Interval> sums = new ArrayList<>();
    for (int i = 0; i < left.size(); i++) {
      sums.add(left.get(i).plus(right.get(i)));
    }
    return sums;
  }

  private static boolean finite(List<Interval> box) {
    return box.stream().allMatch(x -> Double.isFinite(x.lower()) && Double.isFinite(x.upper()));
  }
}
