package org.flowproof.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.flowproof.check.smallstart.Approach;
import org.flowproof.check.smallstart.SmallStartResult;
import org.flowproof.check.smallstart.StartPictures;

/**
 * Pictures of the limit of small starts: runs from several scales by their own times and by those
 * of the limit flow, the distance from it against the scale, and the ways of equal and of unequal
 * imbalances.
 */
final class SmallStartFigures {
  private static final List<String> COLOURS =
      List.of("fpblue", "fporange", "fpgreen", "fppurple", "fpgrey");
  private static final String DASHED = "black, densely dashed, thick, mark=none";

  private final SmallStartResult.Found found;
  private final StartPictures pictures;

  private SmallStartFigures(SmallStartResult.Found found) {
    this.found = found;
    pictures = found.pictures();
  }

  /** The figures of a result; none where there was nothing to look at. */
  static List<Figure> of(SmallStartResult result) {
    return result.found().map(found -> new SmallStartFigures(found).all()).orElse(List.of());
  }

  private List<Figure> all() {
    List<Figure> all = new ArrayList<>();
    all.add(
        curves(
            "small-start-own-times",
            "time of the run",
            "loss",
            true,
            StartPictures.Reading::loss,
            "The loss of runs from initial weights of norm $\\alpha$, by the time of each run: the"
                + " smaller the weights, the later they grow."));
    all.add(
        curves(
            "small-start-loss",
            "$t$",
            "loss",
            false,
            StartPictures.Reading::loss,
            "The same runs by the times $t$ of the limit flow: $\\frac1\\mu\\log\\frac1\\alpha$ is taken"
                + " off the time of the run. Dashed: the limit flow."));
    all.add(weights());
    distances().ifPresent(all::add);
    if (pictures.large() != pictures.small()) {
      all.add(paths());
    }
    return all;
  }

  private Figure curves(
      String name,
      String xLabel,
      String yLabel,
      boolean own,
      ToDoubleFunction<StartPictures.Reading> number,
      String caption) {
    Points points = new Points(name, xLabel, yLabel).options("ymode=log, ");
    for (int s = 0; s < pictures.runs().size(); s++) {
      StartPictures.Run run = pictures.runs().get(s);
      points.add(
          "scale_" + (s + 1),
          style(s),
          "$\\alpha = " + power(run.scale()) + "$",
          series(own ? run.own() : run.shifted(), number));
    }
    if (!own) {
      points.add("limit", DASHED, "$h$", series(pictures.limit(), number));
    }
    return points.figure(caption);
  }

  private static String style(int scale) {
    // where curves coincide, those below stick out
    double width = Math.max(0.4, 3 - 0.6 * scale);
    return COLOURS.get(scale % COLOURS.size())
        + String.format(Locale.ROOT, ", line width=%.1fpt, mark=none", width);
  }

  private static List<Points.Point> series(
      List<StartPictures.Reading> readings, ToDoubleFunction<StartPictures.Reading> number) {
    return readings.stream().map(r -> new Points.Point(r.t(), number.applyAsDouble(r))).toList();
  }

  private Figure weights() {
    boolean two = pictures.large() != pictures.small();
    String largest = "a_{" + (pictures.large() + 1) + "}";
    String smallest = "a_{" + (pictures.small() + 1) + "}";
    Points points =
        new Points(
            "small-start-weights", "$t$", "$" + largest + (two ? "$, $" + smallest : "") + "$");
    for (int s = 0; s < pictures.runs().size(); s++) {
      StartPictures.Run run = pictures.runs().get(s);
      points.add(
          "scale_" + (s + 1) + "_large",
          style(s),
          "$\\alpha = " + power(run.scale()) + "$",
          series(run.shifted(), StartPictures.Reading::large));
      if (two) {
        points.add(
            "scale_" + (s + 1) + "_small",
            style(s) + ", forget plot",
            "",
            series(run.shifted(), StartPictures.Reading::small));
      }
    }
    points.add("limit_large", DASHED, "$h$", series(pictures.limit(), r -> r.large()));
    if (two) {
      points.add(
          "limit_small", DASHED + ", forget plot", "", series(pictures.limit(), r -> r.small()));
    }
    return points.figure(
        two
            ? "Output weights of the neurons with the largest and the smallest imbalance, by the"
                + " times of the limit flow."
            : "The output weight, by the times of the limit flow.");
  }

  /** Distances that stand out of their error, with the slopes 1 and 1/2. */
  private Optional<Figure> distances() {
    Approach approach = found.approach();
    Points points =
        new Points("small-start-distance", "$\\alpha$", "distance to $h$")
            .options("xmode=log, ymode=log, ");
    List<Points.Point> all = new ArrayList<>();
    for (int t = 0; t < approach.times().size(); t++) {
      List<Points.Point> clear = new ArrayList<>();
      for (int s = 0; s < approach.scales().size(); s++) {
        Approach.Distance distance = approach.distances().get(s).get(t);
        if (distance.clear()) {
          clear.add(new Points.Point(approach.scales().get(s), distance.value()));
        }
      }
      if (!clear.isEmpty()) {
        points.add(
            "time_" + (t + 1),
            COLOURS.get(t % COLOURS.size()) + ", thick, mark=*, mark size=1.4pt",
            "$t = " + Numbers.shortened(approach.times().get(t), 3) + "$",
            clear);
        all.addAll(clear);
      }
    }
    double least = all.stream().mapToDouble(Points.Point::x).min().orElse(1);
    Points.Point top = all.stream().max(Comparator.comparingDouble(Points.Point::x)).orElse(null);
    if (top == null || !(least < top.x())) {
      return Optional.empty();
    }
    slope(points, "slope_1", "densely dashed", "slope $1$", top, least, 1);
    slope(points, "slope_half", "densely dotted", "slope $\\frac12$", top, least, 0.5);
    return Optional.of(
        points.figure(
            "The distance to the limit flow against $\\alpha$, where it exceeds twenty times its"
                + " numerical error."));
  }

  private static void slope(
      Points points,
      String key,
      String dashes,
      String legend,
      Points.Point top,
      double least,
      double exponent) {
    // a little above, so that it can be seen
    double factor = 2 * top.y();
    points.add(
        key,
        "black, " + dashes + ", thick, mark=none",
        legend,
        List.of(
            new Points.Point(least, factor * Math.pow(least / top.x(), exponent)),
            new Points.Point(top.x(), factor)));
  }

  private Figure paths() {
    Points points =
        new Points(
            "small-start-ratios",
            "$a_{" + (pictures.large() + 1) + "}$",
            "$a_{" + (pictures.small() + 1) + "}$");
    int runs = 0;
    int[] runsOf = new int[1 + largestImbalance()];
    boolean several = runsOf.length > 1;
    int limits = 0;
    for (StartPictures.Path path : pictures.paths()) {
      if (several && !path.kind().own()) {
        continue;
      }
      List<Points.Point> way =
          path.points().stream().map(r -> new Points.Point(r.large(), r.small())).toList();
      String colour = COLOURS.get(path.imbalance() % COLOURS.size());
      String ratio = Numbers.shortened(path.ratio(), 3);
      switch (path.kind()) {
        case LIMIT ->
            points.add(
                "limit_" + ++limits,
                colour + ", thick, mark=none",
                "$h$, ratio $" + ratio + "$",
                way);
        case RUN -> {
          boolean named = runsOf[path.imbalance()]++ == 0;
          String mark = named ? "o" : "x";
          points.add(
              "run_" + ++runs,
              colour
                  + ", only marks, mark="
                  + mark
                  + ", mark size=1.8pt, mark repeat=12"
                  + (named ? "" : ", forget plot"),
              named ? "runs, ratio $" + ratio + "$" : "",
              way);
        }
        case OTHER_RATIO -> points.add("other", DASHED, "$h$, ratio $" + ratio + "$", way);
        case RAW_RATIO ->
            points.add(
                "raw",
                "fpgrey, densely dotted, thick, mark=none",
                "equal $a$, ratio $" + ratio + "$",
                way);
      }
    }
    return points.figure(
        "Ways through the space of weights, by the ratio of the imbalances of the two neurons."
            + " Marks: runs from the smallest $\\alpha$, from other weights of the same"
            + " $C/\\lVert C\\rVert$ than those of the line.");
  }

  private int largestImbalance() {
    return pictures.paths().stream().mapToInt(StartPictures.Path::imbalance).max().orElse(0);
  }

  /** A scale as a power of ten, or with a factor before it. */
  private static String power(double scale) {
    String[] parts = String.format(Locale.ROOT, "%.1e", scale).split("e");
    String exponent = Integer.toString(Integer.parseInt(parts[1]));
    String factor = parts[0].equals("1.0") ? "" : parts[0] + "\\cdot";
    return factor + "10^{" + exponent + "}";
  }
}
