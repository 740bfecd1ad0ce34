package org.flowproof.bench.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import org.flowproof.bench.page.Measured.Point;

/** The targets of the structured integrator, held against results. */
final class Targets {
  /** The window of time in which the cost after alignment is taken. */
  static final double LATE_FROM = 0.6;

  private final Results results;
  private final List<Target> targets = new ArrayList<>();

  private Targets(Results results) {
    this.results = results;
  }

  static List<Target> of(Results results) {
    Targets all = new Targets(results);
    all.ratio(100, 1000, "rk45", "SciPy RK45", 30);
    all.ratio(100, 1000, "erk5", "SUNDIALS ERK5", 20);
    all.ratio(100, 10_000, "rk45", "SciPy RK45", 200);
    all.ratio(100, 10_000, "erk5", "SUNDIALS ERK5", 100);
    all.agreement();
    all.late();
    all.dimension();
    all.longHorizon();
    all.threads();
    all.scale();
    return all.targets;
  }

  private void ratio(int n, int m, String method, String name, double goal) {
    Optional<Ratio> found =
        Ratio.all(results).stream()
            .filter(r -> r.peer().method().equals(method))
            .filter(r -> r.peer().point().n() == n && r.peer().point().m() == m)
            .findFirst();
    String note =
        found
            .map(
                r ->
                    r.peer().done()
                        ? "to T = " + Numbers.shown(r.peer().t())
                        : "peer stopped at t = "
                            + Numbers.shown(r.peer().t())
                            + (r.sameHorizon().isPresent() ? "; ours timed to there" : "; a bound"))
            .orElse("");
    targets.add(
        new Target(
            Numbers.text("times faster than %s at n = %d, m = %d", name, n, m),
            goal,
            true,
            found.map(Ratio::best).orElse(Double.NaN),
            note));
  }

  private void agreement() {
    List<Measured> ours =
        results.group("main").stream().filter(r -> r.method().equals("structured")).toList();
    double worst = ours.isEmpty() ? Double.NaN : 0;
    for (Measured one : ours) {
      // a run that was not compared leaves NaN: not measured
      worst = Math.max(worst, one.done() ? one.lossError() : Double.NaN);
    }
    targets.add(
        new Target(
            "largest relative error of the final loss",
            Measured.AGREEMENT,
            false,
            worst,
            ours.size() + " main points"));
  }

  private void late() {
    Optional<Measured> narrow = structured("late", p -> p.m() == 10_000);
    Optional<Measured> wide = structured("late", p -> p.m() == 100_000);
    double value = Double.NaN;
    if (narrow.isPresent() && wide.isPresent()) {
      value = lateRate(wide.get()).orElse(Double.NaN) / lateRate(narrow.get()).orElse(Double.NaN);
    }
    targets.add(
        new Target(
            "cost after alignment, m = 100,000 by m = 10,000",
            1.5,
            false,
            value,
            "last 40 percent of the horizon"));
  }

  /** Seconds per unit of time in the last part of the horizon. */
  OptionalDouble lateRate(Measured ours) {
    double end = ours.point().end();
    OptionalDouble from = results.secondsUntil(ours, LATE_FROM * end);
    if (!ours.done() || from.isEmpty()) {
      return OptionalDouble.empty();
    }
    OptionalDouble to = results.secondsUntil(ours, end);
    return to.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of((to.getAsDouble() - from.getAsDouble()) / ((1 - LATE_FROM) * end));
  }

  static OptionalDouble lateRate(Results results, Measured ours) {
    return new Targets(results).lateRate(ours);
  }

  private void dimension() {
    quotient(
        "cost at d = 50 by cost at d = 5",
        15,
        false,
        structured("dimension", p -> p.d() == 50),
        structured("dimension", p -> p.d() == 5));
  }

  private void longHorizon() {
    Optional<Measured> run = structured("long", p -> p.end() == 20_000);
    targets.add(
        new Target(
            "seconds to t = 20,000 at n = 75, m = 1000",
            30,
            false,
            run.map(r -> r.done() ? r.seconds() : Double.POSITIVE_INFINITY).orElse(Double.NaN),
            run.filter(r -> !r.done())
                .map(
                    r ->
                        "stopped at t = "
                            + Numbers.shown(r.t())
                            + " after "
                            + Numbers.shown(r.seconds())
                            + " s")
                .orElse("")));
  }

  private void threads() {
    for (Point point : results.points("main")) {
      if (point.m() == 10_000) {
        quotient(
            Numbers.text("two threads by one at n = %d, m = %d", point.n(), point.m()),
            1.7,
            true,
            results.of(point, "structured").filter(Measured::done),
            results.of(point, "structured-2").filter(Measured::done));
      }
    }
  }

  private void scale() {
    Optional<Measured> small = structured("scale", p -> p.scale() == 1e-12);
    Optional<Measured> usual = structured("scale", p -> p.scale() == 1e-3);
    quotient(
        "cost at lambda = 1e-12 by cost at 1e-3 (ratio of the logarithms)", 4, false, small, usual);
  }

  private void quotient(
      String text,
      double goal,
      boolean atLeast,
      Optional<Measured> above,
      Optional<Measured> below) {
    double value = Double.NaN;
    if (above.isPresent() && below.isPresent() && above.get().done() && below.get().done()) {
      value = above.get().seconds() / below.get().seconds();
    }
    targets.add(new Target(text, goal, atLeast, value, ""));
  }

  private Optional<Measured> structured(String group, Predicate<Point> which) {
    return results.points(group).stream()
        .filter(which)
        .findFirst()
        .flatMap(point -> results.of(point, "structured"));
  }
}
