package org.flowproof.report;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import org.flowproof.check.EnclosureResult;
import org.flowproof.check.TubeWidth;
import org.flowproof.enclose.Tube;
import org.flowproof.enclose.TubeKink;

/** Pictures of the width of tubes against time. */
final class TubeFigures {
  /** Most points of a curve. */
  private static final int POINTS = 400;

  /** Most marks of one kind; more only cover each other. */
  private static final int MARKS = 250;

  private static final List<String> COLOURS =
      List.of("fpblue", "fporange", "fpgreen", "fppurple", "fpgrey", "black");
  private static final List<String> DASHES = List.of("solid", "densely dashed", "densely dotted");

  private TubeFigures() {}

  /** Name of the figure of one tube. */
  static String name(String key) {
    return key + "-width";
  }

  /**
   * The width of one tube with the kinks on the way.
   *
   * @param result with a tube
   * @param key of the section
   */
  static Figure width(EnclosureResult result, String key) {
    Tube tube = result.run().tube().orElseThrow();
    List<TubeWidth> widths = TubeWidth.along(tube);
    Points points = new Points(name(key), "$t$", "width").options(axes(widths));
    points.add("width", "black, thick, mark=none", "width", curve(widths));
    int more = 0;
    for (TubeKink.Kind kind : TubeKink.Kind.values()) {
      List<Points.Point> marks = marks(result.run().kinks(), kind, widths);
      if (!marks.isEmpty()) {
        points.add(
            kind.name().toLowerCase(Locale.ROOT), style(kind), words(kind), thinned(marks, MARKS));
        more += marks.size() > MARKS ? 1 : 0;
      }
    }
    return points.figure(
        "\\textit{"
            + LatexText.prose(result.file().title())
            + ".} The largest width of the interval of any weight against time"
            + (result.run().kinks().isEmpty() ? "" : ", with the kinks on the way")
            + (more > 0 ? " (at most " + MARKS + " of a kind are drawn)" : "")
            + ".");
  }

  /** The widths of several tubes in one picture. */
  static Figure widths(List<EnclosureResult> results) {
    List<TubeWidth> all =
        results.stream()
            .flatMap(result -> result.run().tube().stream())
            .flatMap(tube -> TubeWidth.along(tube).stream())
            .toList();
    Points points = new Points("widths", "$t$", "width").options(axes(all));
    int number = 0;
    for (EnclosureResult result : results) {
      if (result.run().tube().isPresent()) {
        points.add(
            "tube_" + (number + 1),
            COLOURS.get(number % COLOURS.size())
                + ", "
                + DASHES.get(number / COLOURS.size() % DASHES.size())
                + ", mark=none",
            LatexText.prose(result.file().shortName()),
            curve(TubeWidth.along(result.run().tube().get())));
        number++;
      }
    }
    Figure half =
        points.figure(
            "The largest width of the interval of any weight against time, for all tubes. A tube"
                + " that ends before the others is refused there.");
    return new Figure(
        half.name(), half.template(), half.model(), half.tables(), half.caption(), true);
  }

  /** By logarithm. TeX cannot divide an axis of much less than a decade, which gets two. */
  private static String axes(List<TubeWidth> widths) {
    DoubleSummaryStatistics range =
        widths.stream().mapToDouble(TubeWidth::width).filter(w -> w > 0).summaryStatistics();
    String axes = "xmode=log, ymode=log, ";
    if (range.getCount() == 0 || range.getMax() >= 10 * range.getMin()) {
      return axes;
    }
    int power = (int) Math.floor(Math.log10(range.getMin()));
    return axes + "ymin=1e" + power + ", ymax=1e" + (power + 2) + ", ";
  }

  /** Of many points, those that were widest among their neighbours. */
  private static List<Points.Point> curve(List<TubeWidth> widths) {
    List<Points.Point> all = new ArrayList<>();
    int bundle = (widths.size() + POINTS - 1) / POINTS;
    for (int i = 0; i < widths.size(); i += bundle) {
      TubeWidth widest = widths.get(i);
      for (TubeWidth one : widths.subList(i, Math.min(i + bundle, widths.size()))) {
        widest = one.width() > widest.width() ? one : widest;
      }
      // what is exact has no logarithm
      all.add(new Points.Point(widest.time(), widest.width() > 0 ? widest.width() : Double.NaN));
    }
    return all;
  }

  private static List<Points.Point> marks(
      List<TubeKink> kinks, TubeKink.Kind kind, List<TubeWidth> widths) {
    List<Points.Point> marks = new ArrayList<>();
    int at = 0;
    for (TubeKink kink : kinks) {
      while (at + 1 < widths.size() && widths.get(at).time() < kink.time()) {
        at++;
      }
      if (kink.kind() == kind && !widths.isEmpty()) {
        marks.add(new Points.Point(kink.time(), widths.get(at).width()));
      }
    }
    return marks;
  }

  private static List<Points.Point> thinned(List<Points.Point> marks, int most) {
    int step = (marks.size() + most - 1) / most;
    List<Points.Point> some = new ArrayList<>();
    for (int i = 0; i < marks.size(); i += step) {
      some.add(marks.get(i));
    }
    return some;
  }

  private static String style(TubeKink.Kind kind) {
    return switch (kind) {
      case CONVEX -> "fpblue, only marks, mark=o, mark size=1.3pt";
      case CONCAVE -> "fporange, only marks, mark=x, mark size=1.8pt";
      case SLIDE -> "fpgreen, only marks, mark=square*, mark size=1.3pt";
      case RELEASE -> "fppurple, only marks, mark=triangle*, mark size=1.6pt";
    };
  }

  /** As readers see it. */
  static String words(TubeKink.Kind kind) {
    return switch (kind) {
      case CONVEX -> "convex kink";
      case CONCAVE -> "concave kink";
      case SLIDE -> "slide begins";
      case RELEASE -> "slide ends";
    };
  }
}
