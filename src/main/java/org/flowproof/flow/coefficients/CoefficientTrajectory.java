package org.flowproof.flow.coefficients;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.flowproof.flow.Event;
import org.flowproof.flow.Failure;
import org.flowproof.flow.LastIndex;
import org.flowproof.flow.State;
import org.flowproof.flow.StoredTrajectory;

/**
 * A run that is repeated from the nearest kept position wherever it is read, with the same result
 * to the last bit. For descent the state between iterates is the last iterate.
 */
final class CoefficientTrajectory extends StoredTrajectory {
  private static final int FIRST_TIMES = 64;
  private static final int TIMES_PER_DECADE = 24;
  private static final int MOST_TIMES = 3000;

  private final CoefficientModel model;
  private final Stepping stepping;
  private final List<Position> kept;
  private final Position end;
  private final List<Failure> failures;
  private final List<Double> times;
  private Part recent;

  CoefficientTrajectory(
      CoefficientModel model,
      Stepping stepping,
      Memory memory,
      CoefficientRun run,
      List<Event> events) {
    super(model.problem, summary(model, run, events));
    this.model = model;
    this.stepping = stepping;
    kept = memory.kept();
    end = run.position();
    failures = run.failures();
    times = times();
  }

  private static Summary summary(CoefficientModel model, CoefficientRun run, List<Event> events) {
    Cost cost = run.cost();
    String method = errorMethod(model);
    return new Summary(
        run.stopReason().orElseThrow(),
        Optional.empty(),
        cost,
        List.copyOf(events),
        cost.events() > events.size()
            ? method + "; " + events.size() + " of " + cost.events() + " switches are kept"
            : method);
  }

  static String errorMethod(CoefficientModel model) {
    return (model.descent
            ? "iteration, and beyond it the flow through the iterates, in coefficients; "
            : "collocation in coefficients; ")
        + Tangents.SAFETY
        + " times the linearized response to truncation and rounding";
  }

  @Override
  public double endTime() {
    return model.time(end.clock());
  }

  @Override
  public State at(double time) {
    requireInside(time);
    double clock = Math.min(end.clock(), model.clock(time));
    return new CoefficientPoint(model, position(clock), time);
  }

  private synchronized Position position(double clock) {
    if (clock >= end.clock()) {
      return end;
    }
    Position from = kept.get(last(clock));
    if (recent != null && recent.from().clock() >= from.clock() && recent.from().clock() <= clock) {
      if (clock < recent.to().clock()) {
        return recent.at(clock);
      }
      from = recent.to();
    }
    recent = stepping.next(from);
    while (recent.to().clock() <= clock) {
      recent = stepping.next(recent.to());
    }
    return recent.at(clock);
  }

  /** The last kept position that is not after a clock. */
  private int last(double clock) {
    return LastIndex.of(kept.size(), i -> kept.get(i).clock() <= clock);
  }

  private List<Double> times() {
    TreeSet<Double> clocks = new TreeSet<>();
    double first = model.descent ? 1 : end.clock() * 1e-6;
    double decades = Math.max(1, Math.log10(Math.max(10, end.clock() / first)));
    double each = Math.min(TIMES_PER_DECADE, MOST_TIMES / decades);
    for (int i = 0; i <= each * decades; i++) {
      clocks.add(first * Math.pow(10, i / each));
    }
    for (int i = 0; model.descent && i <= FIRST_TIMES; i++) {
      clocks.add((double) i);
    }
    kept.forEach(position -> clocks.add(position.clock()));
    int stride = 1 + events().size() / MOST_TIMES;
    for (int i = 0; i < events().size(); i += stride) {
      clocks.add(model.clock(events().get(i).time()));
    }
    TreeSet<Double> result = new TreeSet<>();
    for (double clock : clocks) {
      if (clock <= end.clock()) {
        result.add(model.time(model.descent ? Math.floor(clock) : clock));
      }
    }
    result.add(0.0);
    result.add(endTime());
    return List.copyOf(result);
  }

  @Override
  public List<Double> stepTimes() {
    return times;
  }

  @Override
  public List<Failure> failures() {
    return failures;
  }
}
