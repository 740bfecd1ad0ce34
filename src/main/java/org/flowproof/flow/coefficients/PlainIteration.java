package org.flowproof.flow.coefficients;

import java.util.ArrayList;
import java.util.List;
import org.flowproof.flow.Event;
import org.flowproof.flow.Failure;
import org.flowproof.problem.Dynamics;

/** Gradient descent, iterated as it stands, until gates change. */
final class PlainIteration {
  /** Change of a margin over which errors are moved in one go. */
  private static final double LUMP = 0.02;

  private static final int MOST_IN_A_LUMP = 256;

  /** Iterations after which sums are formed anew. */
  private static final int MOST_IN_A_WALK = 512;

  private final CoefficientModel model;
  private final GateWatch watch;
  private final Switches switches;
  private final Dynamics.StopRule stop;
  private final boolean hops;

  PlainIteration(
      CoefficientModel model, GateWatch watch, Switches switches, Dynamics.StopRule stop) {
    this.model = model;
    this.watch = watch;
    this.switches = switches;
    this.stop = stop;
    // rules that may end a run at any iterate need every one of them
    hops = stop.gradientNorm() == 0 && stop.loss() == 0 && !stop.atFirstEvent();
  }

  /**
   * Iterates until gates change, or velocity or loss fall to the bounds of the stop rule.
   *
   * @param count iterations at most
   */
  Part part(Position from, double count) {
    List<Event> events = new ArrayList<>();
    List<Failure> failures = new ArrayList<>();
    Position to = run(from, count, events, failures);
    return new Part(
        from,
        to,
        List.copyOf(events),
        List.copyOf(failures),
        clock -> run(from, clock - from.clock(), new ArrayList<>(), new ArrayList<>()));
  }

  private Position run(Position from, double count, List<Event> events, List<Failure> failures) {
    Position at = from.rest();
    while (at.clock() - from.clock() < count && !ended(at)) {
      double left = count - (at.clock() - from.clock());
      double[] pulls = model.pulls(at.margins());
      double window = watch.window(at, pulls);
      if (window > 1) {
        at = within(at, pulls, window, left);
      } else if (hops) {
        double most = Math.min(left, (double) (stop.evaluations() - at.evaluations()));
        HopIteration walk =
            new HopIteration(model, switches, at).walk(Math.min(most, MOST_IN_A_WALK));
        events.addAll(walk.events());
        failures.addAll(walk.failures());
        return walk.position();
      } else {
        Position reached = once(at, pulls);
        Switches.Outcome outcome = switches.at(reached, pulls);
        events.addAll(outcome.events());
        failures.addAll(outcome.failures());
        at = outcome.to();
        if (at.frozen() != reached.frozen()) {
          return at;
        }
      }
    }
    return at;
  }

  /** Whether the run ends at an iterate that is not its first. */
  private boolean ended(Position at) {
    return at.evaluations() >= stop.evaluations()
        || stop.gradientNorm() > 0 && at.armed() && speed(at) <= stop.gradientNorm()
        || low(at)
        || !finite(at);
  }

  /** Whether margins and pulls are in the range of doubles. */
  boolean finite(Position at) {
    double[] z = at.margins();
    for (double value : z) {
      if (!Double.isFinite(value) || !Double.isFinite(model.loss.pull(value))) {
        return false;
      }
    }
    return true;
  }

  private Position once(Position at, double[] pulls) {
    double[] alpha = at.alpha().clone();
    double[] low = at.low().clone();
    Position.add(alpha, low, pulls);
    double[] noise = at.frozen().noise(at.alpha());
    double[][] errors =
        Tangents.move(model, at.frozen(), at.errors(), at.margins(), noise, null, pulls);
    return new Position(
        at.frozen(),
        at.clock() + 1,
        alpha,
        low,
        errors,
        at.evaluations() + 1,
        at.armed() || arms(at),
        false);
  }

  /** Whether a velocity above the norm of the stop rule arms it. */
  boolean arms(Position at) {
    return stop.gradientNorm() > 0 && speed(at) > stop.gradientNorm();
  }

  /** Whether the loss is at most that of the stop rule. */
  boolean low(Position at) {
    if (stop.loss() == 0) {
      return false;
    }
    double sum = 0;
    for (double margin : at.margins()) {
      sum += Math.exp(model.loss.logTerm(margin));
    }
    return model.factor * sum <= stop.loss();
  }

  /** Iterates as long as alpha stays inside a box in which no gate changes. */
  private Position within(Position start, double[] first, double window, double count) {
    int n = model.n;
    double[] bound = new double[n];
    for (int k = 0; k < n; k++) {
      double room = window * first[k];
      bound[k] =
          room < Double.POSITIVE_INFINITY ? start.alpha()[k] + room : Double.POSITIVE_INFINITY;
    }
    Position at = start;
    double done = 0;
    while (done < count) {
      Position next = lump(at, bound, count - done);
      if (next.clock() == at.clock()) {
        return at;
      }
      done += next.clock() - at.clock();
      at = next;
      if (ended(at)) {
        return at;
      }
    }
    return at;
  }

  /** Some iterations over which margins change so little that errors move in one go. */
  private Position lump(Position start, double[] bound, double count) {
    int n = model.n;
    Frozen frozen = start.frozen();
    double[] alpha = start.alpha().clone();
    double[] low = start.low().clone();
    double[] z = start.margins();
    double[] g = model.pulls(z);
    boolean watched = stop.gradientNorm() > 0 || stop.loss() > 0;
    double most = Math.min(count, (double) (stop.evaluations() - start.evaluations()));
    double share = Math.floor(LUMP / frozen.reach(g));
    int lump = (int) Math.max(1, Math.min(watched ? 1 : MOST_IN_A_LUMP, Math.min(most, share)));
    int done = 0;
    while (done < lump) {
      boolean inside = true;
      for (int k = 0; k < n; k++) {
        inside &= alpha[k] + g[k] <= bound[k];
      }
      if (!inside) {
        break;
      }
      Position.add(alpha, low, g);
      done++;
      if (done < lump) {
        g = model.pulls(frozen.margins(alpha));
      }
    }
    if (done == 0) {
      return start;
    }
    double[] by = new double[n];
    for (int k = 0; k < n; k++) {
      by[k] = (alpha[k] - start.alpha()[k]) + (low[k] - start.low()[k]);
    }
    double[][] errors =
        Tangents.move(model, frozen, start.errors(), z, frozen.noise(alpha), null, by);
    return new Position(
        frozen,
        start.clock() + done,
        alpha,
        low,
        errors,
        start.evaluations() + done,
        start.armed() || arms(start),
        false);
  }

  /** The norm of the velocity of all weights. */
  double speed(Position at) {
    double[] g = model.pulls(at.margins());
    double most = 0;
    for (double pull : g) {
      most = Math.max(most, pull);
    }
    if (most == 0) {
      return 0;
    }
    // the square of a pull may underflow
    for (int k = 0; k < g.length; k++) {
      g[k] /= most;
    }
    double[] pulled = at.frozen().times(g);
    double sum = 0;
    for (int k = 0; k < g.length; k++) {
      sum += g[k] * pulled[k];
    }
    return most * model.factor * Math.sqrt(Math.max(0, sum) / model.pace);
  }
}
