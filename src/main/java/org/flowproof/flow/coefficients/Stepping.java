package org.flowproof.flow.coefficients;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.flowproof.problem.Dynamics;

/** Goes from a position to the next one. Without memory: the same position leads to the same. */
final class Stepping {
  /** Iterations in a part. */
  static final int MOST_ITERATIONS = 1024;

  /** Change of a margin in one iteration below which the series of the modified field is used. */
  private static final double CALM = 1.0 / 400;

  /** A leg shorter than this many iterations is not worth its cost. */
  private static final double FEW = 32;

  /** From here on an iterate is below the resolution of preactivations. */
  private static final double LATE = 1e9;

  private final CoefficientModel model;
  private final GateWatch watch;
  private final Switches switches;
  private final ModifiedField field;
  private final PlainIteration plain;
  private final MeanStepping hopping;
  private final boolean accelerated;
  private final Dynamics.StopRule stop;
  private final double last;

  Stepping(CoefficientModel model, ModifiedField field, boolean accelerated) {
    this.model = model;
    this.field = field;
    this.accelerated = accelerated;
    watch = new GateWatch(model);
    switches = new Switches(model, watch);
    hopping = new MeanStepping(model, watch, switches);
    stop = model.problem.dynamics().stop();
    plain = new PlainIteration(model, watch, switches, stop);
    last =
        model.problem.dynamics() instanceof Dynamics.Descent descent
            // half a millionth of a step absorbs the rounding of time / step
            ? Math.floor(stop.time() / descent.step() + 5e-7)
            : stop.time();
  }

  /** The clock at which the run is to end. */
  double last() {
    return last;
  }

  /** The norm of the velocity of all weights. */
  double speed(Position at) {
    return plain.speed(at);
  }

  /** Whether the loss is at most that of the stop rule. */
  boolean low(Position at) {
    return plain.low(at);
  }

  /** Whether a position is in the range of doubles. */
  boolean finite(Position at) {
    return plain.finite(at);
  }

  /**
   * The next part.
   *
   * @param from before the last clock
   */
  Part next(Position from) {
    return model.descent ? descent(from) : flow(from);
  }

  private Part descent(Position from) {
    if (from.frozen().mean) {
      return mean(from);
    }
    double count = MOST_ITERATIONS;
    double[] pulls = model.pulls(from.margins());
    if (accelerated && hopping.due(from, pulls)) {
      Optional<Part> captured = hopping.captured(from);
      if (captured.isPresent()) {
        return captured.get();
      }
    }
    if (accelerated && from.frozen().reach(pulls) < CALM && last - from.clock() > FEW) {
      double guess = watch.guess(from, pulls);
      if (guess < FEW && from.clock() < LATE) {
        return plain.part(from, Math.min(count, last - from.clock()));
      }
      Optional<Leg> found = Leg.from(model, field, from, last);
      if (found.isPresent()) {
        Leg leg = found.get();
        GateWatch.Next next = watch.first(from, leg, Math.max(1e-15, 1e-3 * leg.placesPerClock()));
        double free = Math.floor(leg.clock(next.place()));
        double end = Math.min(last, next.neuron() < 0 ? free : free - 2);
        if (end - from.clock() >= FEW) {
          return leg(from, leg, end);
        }
        if (from.clock() >= LATE && next.neuron() >= 0) {
          return beforeLow(from, leg, crossing(from, leg, next));
        }
        count = Math.max(1, Math.min(count, free - from.clock() + 2));
      }
    }
    return plain.part(from, Math.min(count, last - from.clock()));
  }

  /** Neurons that hop about kinks are followed in the mean. */
  private Part mean(Position from) {
    Optional<Leg> found = Leg.from(model, field, from, last);
    if (found.isEmpty()) {
      return Part.failed(model, from, 0, "no part of the flow through the iterates converges");
    }
    Leg leg = found.get();
    List<KinkSearch.Meeting> meetings = hopping.first(from, leg);
    return meetings.isEmpty()
        ? leg(from, leg, Math.min(last, Math.max(from.clock() + 1, Math.floor(leg.end()))))
        : beforeLow(from, leg, hopping.meeting(from, leg, meetings));
  }

  private Part flow(Position from) {
    Optional<Leg> found = Leg.from(model, field, from, last);
    if (found.isEmpty()) {
      return Part.failed(model, from, 0, "no step of the flow converges");
    }
    Leg leg = found.get();
    GateWatch.Next next = watch.first(from, leg, 1e-15);
    return next.neuron() < 0
        ? leg(from, leg, Math.min(last, leg.end()))
        : beforeLow(from, leg, crossing(from, leg, next));
  }

  /** A part that ends at a kink, or the leg up to where the loss falls to that of the stop rule. */
  private Part beforeLow(Position from, Leg leg, Part part) {
    double end = part.to().clock();
    return end > from.clock() && plain.low(part.to()) ? leg(from, leg, end) : part;
  }

  /** A leg to a clock, or to where velocity or loss fall to the bounds of the stop rule. */
  private Part leg(Position from, Leg leg, double wanted) {
    double end = wanted;
    if (plain.arms(from)) {
      end = first(from, leg, end, at -> plain.speed(at) <= stop.gradientNorm());
    }
    end = first(from, leg, end, plain::low);
    Position to = leg.at(model, end).armed(from.armed() || plain.arms(from));
    return new Part(from, to, List.of(), List.of(), clock -> leg.at(model, clock));
  }

  /** Where on a leg a rule is met first, when it is met at its end; otherwise the end. */
  private double first(Position from, Leg leg, double wanted, Predicate<Position> met) {
    double end = wanted;
    double low = from.clock();
    if (!met.test(leg.at(model, end))) {
      return end;
    }
    double resolution = model.descent ? 1 : 1e-12 * end;
    while (end - low > resolution && 0.5 * (low + end) > low) {
      double middle = model.descent ? Math.floor(0.5 * (low + end)) : 0.5 * (low + end);
      if (met.test(leg.at(model, middle))) {
        end = middle;
      } else if (middle > low) {
        low = middle;
      } else {
        break;
      }
    }
    return end;
  }

  /** A leg to where a preactivation vanishes, and the other gate from there on. */
  private Part crossing(Position from, Leg leg, GateWatch.Next next) {
    int j = next.neuron();
    int i = next.sample();
    double clock = leg.clock(next.place());
    if (model.descent) {
      clock = Math.min(last, Math.ceil(clock));
    }
    Position reached = leg.at(model, clock);
    double[] pulls = model.pulls(reached.margins());
    Frozen frozen = reached.frozen();
    int at = j * model.n + i;
    boolean up = frozen.sides[at] <= 0;
    double before = watch.velocity(frozen, j, i, frozen.gates[at], pulls);
    double after = watch.velocity(frozen, j, i, up ? 1 : model.slope, pulls);
    double way = up ? 1 : -1;
    if (!(way * before > 0) || way * after < 0) {
      return Part.failed(
          model,
          from,
          j + 1,
          "the kink of sample "
              + (i + 1)
              + (model.descent
                  ? " is hopped across in every iteration"
                  : " captures it, or it starts there; the reference integrator follows such"
                      + " flows"));
    }
    if (watch.meetsOthers(reached, j, i, pulls)) {
      return Part.failed(
          model,
          from,
          j + 1,
          "it meets the kinks of sample "
              + (i + 1)
              + " and of another one at once; the reference integrator decides such cases");
    }
    double error = watch.error(reached, j, i) / Math.abs(before);
    Switches.Outcome outcome =
        switches.cross(reached, j, i, pulls, model.descent ? 1 + error : error);
    return new Part(
        from, outcome.to(), outcome.events(), outcome.failures(), there -> leg.at(model, there));
  }
}
