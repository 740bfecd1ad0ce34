package org.flowproof.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.flowproof.problem.Plot;

/** The section with the figures. */
final class FiguresSection {
  /** Points of a curve; pgfplots copes with some thousands. */
  private static final int POINTS = 600;

  private FiguresSection() {}

  /** All figures of a report. */
  static List<Figure> figures(Document document) {
    double[] times = TimeGrid.of(document.input().trajectory(), POINTS);
    TimeFigures curves = new TimeFigures(document, times);
    List<Figure> out = new ArrayList<>(List.of(curves.loss(), curves.alignment(), curves.norm()));
    List<Snapshots.Snapshot> snapshots =
        Snapshots.of(document.input().trajectory(), document.readings(), times);
    PlaneFigures planes = new PlaneFigures(document, snapshots);
    if (planes.applies()) {
      out.add(planes.neurons());
    }
    if (planes.hasFunction()) {
      out.add(planes.function());
    }
    int number = 0;
    for (Plot plot : document.input().plots()) {
      if (!TimeFigures.isStandard(plot)) {
        out.add(curves.asked(plot, ++number));
      }
    }
    return out;
  }

  static Map<String, Object> model(Document document, List<Figure> figures) {
    Map<String, Object> map = document.model();
    List<Map<String, String>> list = new ArrayList<>();
    for (Figure figure : figures) {
      Map<String, String> entry = new LinkedHashMap<>();
      entry.put("file", "figures/" + figure.name() + ".tex");
      entry.put("label", document.label("fig", figure.name()));
      entry.put("caption", figure.caption());
      list.add(entry);
    }
    map.put("figures", list);
    return map;
  }
}
