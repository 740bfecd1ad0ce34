package org.flowproof.enclose.ode;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.flowproof.enclose.interval.Interval;

/** Steps through time until the end, or until no step can be verified. */
final class OdeIntegrator {
  /** Steps of one run. */
  static final int MOST_STEPS = 1_000_000;

  /** A step this small beside the end is not tried. */
  private static final double SMALLEST = 0x1p-44;

  /** A step may have this much more remainder than was aimed at. */
  private static final double LENIENT = 64;

  /** What the width there already is allows of new remainder. */
  private static final double SHARE = 0x1p-16;

  private static final double SHORTER = 0.8;
  private static final double LONGER = 1.02;

  private final Scheme scheme;
  private final PreciseBall end;
  private final double endTime;
  private final List<BoundWatch> watches;
  private final List<OdeEnclosure.Widths> widths = new ArrayList<>();

  private double time;
  private EnclosedState state;
  private List<Interval> box;

  /** What is left of the predicted step where the path could not be verified, and what of it is. */
  private double share = 1;

  private OdeIntegrator(OdeProblem problem, Scheme scheme) {
    this.scheme = scheme;
    this.end = PreciseBall.of(problem.end());
    this.endTime = problem.end().toDouble();
    this.watches = problem.bounds().stream().map(BoundWatch::new).toList();
    move(EnclosedState.of(problem.start().stream().map(PreciseBall::of).toList()), 0);
  }

  /** Encloses the solution up to the end, as far as that can be verified. */
  static OdeEnclosure enclose(OdeProblem problem, Scheme scheme) {
    return new OdeIntegrator(problem, scheme).run();
  }

  private OdeEnclosure run() {
    Optional<String> refusal = Optional.empty();
    while (refusal.isEmpty() && time < endTime) {
      if (Thread.currentThread().isInterrupted()) {
        refusal = Optional.of("interrupted");
      } else if (widths.size() > MOST_STEPS) {
        refusal = Optional.of("more than " + MOST_STEPS + " steps");
      } else {
        refusal = step();
      }
    }
    return new OdeEnclosure(
        time, state.ranges(), refusal, watches.stream().map(BoundWatch::result).toList(), widths);
  }

  private void move(EnclosedState there, double then) {
    state = there;
    box = there.box();
    time = then;
    widths.add(
        new OdeEnclosure.Widths(time, state.errors().stream().map(Interval::width).toList()));
  }

  private Optional<String> step() {
    Expansion expansion = Expansion.of(scheme, state);
    double length = share * predicted(expansion);
    double least = SMALLEST * endTime;
    while (length >= least || time + length >= endTime) {
      double target = target(length);
      boolean last = target >= endTime;
      PreciseBall exact =
          last ? end.plus(PreciseBall.of(-time)) : PreciseBall.difference(target, time);
      Optional<Expansion.Step> step = expansion.step(exact);
      if (step.isPresent() && small(step.get().path(), exact.interval())) {
        accept(step.get(), last ? endTime : target, exact);
        share = Math.min(1.5, share * LONGER);
        return Optional.empty();
      }
      share *= SHORTER;
      length = SHORTER * Math.min(length, exact.high());
    }
    return Optional.of(
        String.format(
            Locale.ROOT,
            "no step above %.2g could be verified after t = %.6g; the solution may have grown"
                + " beyond bounds, or its enclosure",
            least,
            time));
  }

  private void accept(Expansion.Step step, double target, PreciseBall length) {
    Interval span = Interval.of(0, length.interval().upper());
    watches.forEach(w -> w.step(step.path(), time, span));
    move(step.state(), target);
  }

  /** A time with few digits after a step of about this length. */
  private double target(double length) {
    double grid = Math.scalb(1.0, Math.getExponent(length) - 8);
    double rounded = Math.floor((time + length) / grid) * grid;
    double target = rounded > time && Double.isFinite(rounded) ? rounded : time + length;
    return Math.min(target, endTime);
  }

  /** The length at which the last two coefficients suggest the remainder aimed at. */
  private double predicted(Expansion expansion) {
    double length = endTime;
    for (int v = 0; v < box.size(); v++) {
      double aim = aim(v);
      for (int k = scheme.order() - 2; k < scheme.order(); k++) {
        double size = k < 1 ? 0 : expansion.coefficient(v, k).magnitude();
        if (size > 0) {
          length = Math.min(length, Math.pow(aim / size, 1.0 / k));
        }
      }
    }
    return length;
  }

  private double aim(int unknown) {
    double most = box.stream().mapToDouble(Interval::magnitude).max().orElse(0);
    double scale = Math.max(box.get(unknown).magnitude(), 0x1p-20 * most);
    double known = SHARE * state.errors().get(unknown).width();
    return Math.max(Math.max(scheme.tolerance() * scale, known), Double.MIN_NORMAL);
  }

  private boolean small(StepPath path, Interval length) {
    Interval power = length.power(scheme.order());
    for (int v = 0; v < box.size(); v++) {
      if (path.last().get(v).times(power).magnitude() > LENIENT * aim(v)) {
        return false;
      }
    }
    return true;
  }
}
