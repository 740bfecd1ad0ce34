package org.flowproof.bench.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import org.flowproof.bench.page.Measured.Point;

/** The targets of the structured integrator, held against results. */
final class Targets {
  /** From this share of the horizon on, the neurons are taken to be aligned. */
  static final double LATE_FROM = 0.6;

  /** What "usual" small initial weights are compared with in the growth with 1/lambda. */
  private static final double LARGEST_SCALE = 1e-2;

  private final Results results;
  private final List<Target> targets = new ArrayList<>();

  private Targets(Results results) {
    this.results = results;
  }

  /** All of them, measured or not, in the order of the page. */
  static List<Target> of(Results results) {
    Targets all = new Targets(results);
    all.ratio(100, 1000, "rk45", 30);
    all.ratio(100, 1000, "erk5", 20);
    all.ratio(100, 10_000, "rk45", 200);
    all.ratio(100, 10_000, "erk5", 100);
    all.agreement();
    all.late();
    all.dimension();
    all.longHorizon();
    all.threads(100);
    all.threads(1000);
    all.scale();
    all.detectors();
    return all.targets;
  }

  private void ratio(int n, int m, String method, double goal) {
    List<Ratio> all =
        Ratio.all(results).stream()
            .filter(r -> r.peer().method().equals(method))
            .filter(r -> r.peer().point().n() == n && r.peer().point().m() == m)
            .toList();
    Optional<Ratio> found = all.stream().filter(r -> !r.lossAlone()).findFirst();
    String alone = all.stream().filter(Ratio::lossAlone).findFirst().map(Targets::alone).orElse("");
    targets.add(
        new Target(
            method + "-" + m,
            Numbers.text(
                "times faster than %s at n = %d, m = %d, same tolerance",
                RatioTable.NAMES.get(method), n, m),
            "ratio",
            goal,
            true,
            found.map(Targets::best).orElse(Double.NaN),
            found.map(Targets::horizon).orElse("") + alone));
  }

  /** What a looser tolerance of the peer makes of it. */
  private static String alone(Ratio r) {
    String tolerance = Numbers.shown(Double.parseDouble(r.peer().setting()));
    String start = "; with absolute tolerance " + tolerance;
    String ratio = ": ratio " + Numbers.shown(best(r));
    return r.peer().done()
        ? start
            + " its loss agrees too, its weights to "
            + Numbers.shown(r.peer().stateError())
            + ratio
        : start + " it stopped at t = " + Numbers.shown(r.peer().t()) + ratio;
  }

  private static double best(Ratio r) {
    return Double.isNaN(r.sameHorizon()) ? r.whole() : r.sameHorizon();
  }

  private static String horizon(Ratio r) {
    String peer =
        Numbers.shown(r.peer().cost().cpu())
            + (r.peer().done() && !r.peer().agrees() ? " s (its loss disagrees)" : " s");
    String whole = Numbers.shown(r.ours().cost().cpu()) + " s";
    String end = "T = " + Numbers.shown(r.peer().point().end());
    if (r.peer().done()) {
      return "both to " + end + ": " + peer + " by " + whole;
    }
    String reached = "t = " + Numbers.shown(r.peer().t());
    String to =
        r.oursThere()
            .map(
                there ->
                    "both to " + reached + ": " + peer + " by " + Numbers.shown(there.cost().cpu()))
            .map(text -> text + " s; ")
            .orElse("peer stopped at " + reached + " after " + peer + "; ");
    return to
        + "ours to "
        + end
        + " takes "
        + whole
        + ", so at least "
        + Numbers.shown(r.whole())
        + " there";
  }

  private void agreement() {
    List<Measured> ours =
        results.group("main").stream().filter(r -> r.method().equals("structured")).toList();
    List<Double> errors =
        ours.stream()
            .filter(r -> r.done())
            .map(Measured::lossError)
            .filter(e -> !e.isNaN())
            .toList();
    double worst = errors.stream().mapToDouble(e -> e).max().orElse(Double.NaN);
    targets.add(
        new Target(
            "agreement",
            "largest relative error of the final loss",
            "",
            Measured.AGREEMENT,
            false,
            worst,
            errors.size() + " of " + ours.size() + " main points compared"));
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
            "late",
            "cost per unit time after alignment, m = 100,000 by m = 10,000",
            "ratio",
            1.5,
            false,
            value,
            "last 40 percent of the horizon"));
  }

  /** CPU seconds per unit of time in the last part of the horizon. */
  OptionalDouble lateRate(Measured ours) {
    double end = ours.point().end();
    OptionalDouble from = results.cpuUntil(ours, LATE_FROM * end);
    OptionalDouble to = results.cpuUntil(ours, end);
    if (!ours.done() || from.isEmpty() || to.isEmpty()) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of((to.getAsDouble() - from.getAsDouble()) / ((1 - LATE_FROM) * end));
  }

  static OptionalDouble lateRate(Results results, Measured ours) {
    return new Targets(results).lateRate(ours);
  }

  private void dimension() {
    Optional<Measured> high = structured("dimension", p -> p.d() == 50);
    Optional<Measured> low = structured("dimension", p -> p.d() == 5);
    double value = Double.NaN;
    if (high.isPresent() && low.isPresent() && low.get().done()) {
      value =
          high.get().done()
              ? high.get().cost().cpu() / low.get().cost().cpu()
              : Double.POSITIVE_INFINITY;
    }
    targets.add(
        new Target("dimension", "cost at d = 50 by cost at d = 5", "ratio", 15, false, value, ""));
  }

  private void longHorizon() {
    Optional<Measured> run = structured("long", p -> p.end() == 20_000);
    targets.add(
        new Target(
            "long",
            "CPU seconds to t = 20,000 at n = 75, m = 1000",
            "",
            30,
            false,
            run.map(r -> r.done() ? r.cost().cpu() : Double.POSITIVE_INFINITY).orElse(Double.NaN),
            run.map(Targets::howFar).orElse("")));
  }

  private static String howFar(Measured r) {
    String wall = Numbers.shown(r.cost().wall()) + " s by the clock";
    return r.done()
        ? wall
        : "stopped at t = "
            + Numbers.shown(r.t())
            + " after "
            + Numbers.shown(r.cost().cpu())
            + " s of CPU time";
  }

  private void threads(int n) {
    Optional<Point> point =
        results.points("main").stream().filter(p -> p.n() == n && p.m() == 10_000).findFirst();
    Optional<Measured> one = point.flatMap(p -> results.of(p, "structured"));
    Optional<Measured> two = point.flatMap(p -> results.of(p, "structured-2"));
    double value = Double.NaN;
    String note = "";
    if (one.isPresent() && two.isPresent() && one.get().done() && two.get().done()) {
      value = one.get().cost().wall() / two.get().cost().wall();
      note =
          Numbers.text(
              "%s s by %s s; others kept %s and %s cores busy",
              Numbers.shown(one.get().cost().wall()),
              Numbers.shown(two.get().cost().wall()),
              Numbers.shown(one.get().others()),
              Numbers.shown(two.get().others()));
    }
    targets.add(
        new Target(
            "threads-" + n,
            Numbers.text("two threads against one at n = %d, m = 10000, by the clock", n),
            "ratio",
            1.7,
            true,
            value,
            note));
  }

  /** The largest of cost over log(1/lambda), relative to that at the largest lambda. */
  private void scale() {
    Optional<Measured> largest = structured("scale", p -> p.scale() == LARGEST_SCALE);
    Optional<Measured> smallest = structured("scale", p -> p.scale() == 1e-12);
    double worst = Double.NaN;
    String note = "";
    if (largest.isPresent() && smallest.isPresent() && largest.get().done()) {
      worst = 0;
      for (Measured one : results.group("scale")) {
        double logs = Math.log(one.point().scale()) / Math.log(LARGEST_SCALE);
        double grown =
            one.done()
                ? one.cost().cpu() / largest.get().cost().cpu() / logs
                : Double.POSITIVE_INFINITY;
        if (logs > 1 && grown > worst) {
          worst = grown;
          note = "largest at λ = " + Numbers.shown(one.point().scale());
        }
      }
    }
    targets.add(
        new Target(
            "scale",
            "growth of the cost from λ = 1e-2 to 1e-12, by that of log(1/λ)",
            "ratio",
            1,
            false,
            worst,
            note));
  }

  /**
   * What a run of the reference integrator spends on everything but its right-hand sides (watching
   * n m boundaries, locating events, step control, the start of the Java machine), by those; one
   * right-hand side at the rate of {@code field-java}.
   */
  private void detectors() {
    double value = Double.NaN;
    String note = "";
    Optional<Measured> run =
        results.points("main").stream()
            .filter(p -> p.n() == 100 && p.m() == 1000)
            .findFirst()
            .flatMap(p -> results.of(p, "reference"));
    Double rate = results.rates().get("field-java");
    if (run.isPresent() && rate != null) {
      Point point = run.get().point();
      double operations = (4.0 * point.d() + 4) * point.n() * point.m() * run.get().evaluations();
      double seconds = operations / (rate * 1e9);
      value = (run.get().cost().cpu() - seconds) / seconds;
      note =
          Numbers.text(
              "%s s in all, of it %s s for %.0f right-hand sides",
              Numbers.shown(run.get().cost().cpu()),
              Numbers.shown(seconds),
              run.get().evaluations());
    }
    targets.add(
        new Target(
            "detectors",
            "reference integrator, 100,000 boundaries: all else by the right-hand sides",
            "ratio",
            1,
            false,
            value,
            note));
  }

  private Optional<Measured> structured(String group, Predicate<Point> which) {
    return results.points(group).stream()
        .filter(which)
        .findFirst()
        .flatMap(point -> results.of(point, "structured"));
  }
}
