package org.flowproof.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.flowproof.flow.Trajectory;
import org.flowproof.problem.Network;
import org.flowproof.problem.Plot;

/** The section with the figures. */
final class FiguresSection {
  /** Most points of a curve. */
  private static final int POINTS = 600;

  /**
   * Most points of all curves of a figure: at 40 curves of 600 points pdfTeX ran out of memory, at
   * 40 curves of 200 it does not.
   */
  private static final int POINTS_IN_ALL = 8000;

  /**
   * The pictures of growth and alignment end at this many times the moment at which the loss is
   * close to its last value: long runs would otherwise squeeze everything into a corner.
   */
  private static final double WINDOW = 1.6;

  private FiguresSection() {}

  private static int mostCurves(Trajectory trajectory) {
    int largest = Math.max(trajectory.problem().network().width(), trajectory.problem().data().n());
    return Math.min(largest, TimeFigures.MOST_CURVES);
  }

  /** All figures of a report. */
  static List<Figure> figures(Document document) {
    Trajectory trajectory = document.input().trajectory();
    int points = Math.min(POINTS, POINTS_IN_ALL / mostCurves(trajectory));
    double[] times = TimeGrid.of(trajectory, trajectory.endTime(), points);
    List<Snapshots.Snapshot> snapshots = Snapshots.of(trajectory, document.readings(), times);
    double window = Math.min(trajectory.endTime(), WINDOW * Snapshots.fitted(snapshots));
    TimeFigures curves = new TimeFigures(document, times, TimeGrid.of(trajectory, window, points));
    List<Figure> out = new ArrayList<>(List.of(curves.loss(), curves.alignment()));
    if (trajectory.problem().network().trained() == Network.Trained.BOTH) {
      out.add(curves.norm());
    }
    PlaneFigures planes = new PlaneFigures(document, snapshots);
    if (planes.applies()) {
      out.add(planes.neurons());
    }
    if (planes.hasFunction()) {
      out.add(planes.function());
    }
    document.input().alignment().ifPresent(a -> out.addAll(AlignmentFigures.of(a)));
    CarriersFigure.of(document).ifPresent(out::add);
    int number = 0;
    for (Plot plot : document.input().plots()) {
      if (!TimeFigures.isStandard(plot)) {
        out.add(curves.asked(plot, ++number));
      }
    }
    return out;
  }

  /** Wide figures have a row each; the others stand two by two, in their order. */
  static Map<String, Object> model(Apparatus apparatus, List<Figure> figures) {
    Map<String, Object> map = apparatus.model();
    List<List<Map<String, String>>> rows = new ArrayList<>();
    List<Map<String, String>> half = null;
    for (Figure figure : figures) {
      Map<String, String> entry = new LinkedHashMap<>();
      entry.put("file", "figures/" + figure.name() + ".tex");
      entry.put("label", apparatus.label("fig", figure.name()));
      entry.put("caption", figure.caption());
      entry.put("wide", figure.wide() ? "yes" : "no");
      if (figure.wide()) {
        rows.add(List.of(entry));
      } else if (half == null) {
        half = new ArrayList<>(List.of(entry));
        rows.add(half);
      } else {
        half.add(entry);
        half = null;
      }
    }
    map.put("rows", rows);
    return map;
  }
}
