package org.flowproof.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.flowproof.check.alignment.AlignmentResult;
import org.flowproof.check.alignment.Phase;
import org.flowproof.flow.State;
import org.flowproof.flow.cones.ExtremalVector;
import org.flowproof.problem.DataSet;
import org.flowproof.problem.Vectors;

/** The neurons in the plane at the start, in the middle and at the end of the alignment phase. */
final class PlaneAlignmentFigure {
  private static final List<String> KEYS = List.of("start", "half", "end");
  private static final List<String> TITLES =
      List.of("$t = 0\\vphantom{/}$", "$t = \\tau/2$", "$t = \\tau\\vphantom{/}$");

  /** Radii of the smallest and of the largest hidden weight of all panels. */
  private static final double INNER = 0.25;

  private static final double OUTER = 1.0;
  private static final double EDGE = 1.15;

  private PlaneAlignmentFigure() {}

  static Figure of(AlignmentResult result) {
    List<State> states = AlignmentFigures.states(result, 2);
    double low = Double.POSITIVE_INFINITY;
    double high = 0;
    for (State state : states) {
      for (int j : AlignmentFigures.shown(result)) {
        double norm = norm(AlignmentFigures.weight(state, j, 2));
        low = norm > 0 ? Math.min(low, norm) : low;
        high = Math.max(high, norm);
      }
    }
    Map<String, CsvTable> tables = new LinkedHashMap<>();
    List<Map<String, String>> panels = new ArrayList<>();
    for (int i = 0; i < states.size(); i++) {
      String file = "alignment-plane-" + KEYS.get(i) + ".csv";
      tables.put(file, neurons(result, states.get(i), low, high));
      panels.add(Map.of("file", file, "title", TITLES.get(i)));
    }
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("panels", panels);
    model.put("kinks", kinks(AlignmentFigures.phase(result)));
    model.put("samples", samples(result.problem().data()));
    model.put("arrows", arrows(AlignmentFigures.phase(result)));
    return new Figure(
        "alignment-plane",
        "alignment-plane.ftl",
        model,
        tables,
        "Hidden weights in the plane during the alignment phase: discs for $a_j > 0$, crosses for"
            + " $a_j < 0$. The distance from the centre grows with $\\ln \\lVert w_j \\rVert$, from"
            + " the smallest to the largest of all panels. Grey lines are the kinks, black arrows"
            + " the samples; purple arrows are the directions of the extremal vectors, with their"
            + " numbers: solid for maxima of $G$, dashed for minima, dotted for saddles. "
            + AlignmentFigures.counts(result),
        true);
  }

  private static double norm(double[] w) {
    return Math.hypot(w[0], w[1]);
  }

  private static CsvTable neurons(AlignmentResult result, State state, double low, double high) {
    CsvTable table = new CsvTable(List.of("neuron", "w1", "w2", "px", "py", "nx", "ny"));
    for (int j : AlignmentFigures.shown(result)) {
      double[] w = AlignmentFigures.weight(state, j, 2);
      double norm = norm(w);
      double share = high > low ? Math.log(norm / low) / Math.log(high / low) : 1;
      double radius = norm > 0 ? INNER + (OUTER - INNER) * share : 0;
      double x = norm > 0 ? radius * w[0] / norm : 0;
      double y = norm > 0 ? radius * w[1] / norm : 0;
      boolean positive = result.neurons().get(j).positive();
      double none = Double.NaN;
      table.add(
          j + 1,
          w[0],
          w[1],
          positive ? x : none,
          positive ? y : none,
          positive ? none : x,
          positive ? none : y);
    }
    return table;
  }

  private static List<Map<String, String>> kinks(Phase phase) {
    List<Map<String, String>> kinks = new ArrayList<>();
    for (double[] normal : phase.cones().normals()) {
      double[] unit = Vectors.unit(normal);
      kinks.add(point(-unit[1] * EDGE, unit[0] * EDGE, ""));
    }
    return kinks;
  }

  private static List<Map<String, String>> samples(DataSet data) {
    List<Map<String, String>> samples = new ArrayList<>();
    for (int k = 0; k < Math.min(data.n(), AlignmentFigures.MOST_NEURONS); k++) {
      double[] row = data.x().row(k);
      if (norm(row) > 0) {
        double[] unit = Vectors.unit(row);
        samples.add(point(unit[0], unit[1], data.n() <= 8 ? "$x_{" + (k + 1) + "}$" : ""));
      }
    }
    return samples;
  }

  private static List<Map<String, String>> arrows(Phase phase) {
    List<Map<String, String>> arrows = new ArrayList<>();
    for (int i = 0; i < phase.vectors().size(); i++) {
      ExtremalVector vector = phase.vectors().get(i);
      double[] unit = AlignmentFigures.direction(vector);
      Map<String, String> arrow = new LinkedHashMap<>(point(unit[0], unit[1], "" + (i + 1)));
      arrow.put(
          "style",
          switch (vector.shape()) {
            case MAXIMUM -> "solid";
            case MINIMUM -> "dashed";
            case SADDLE -> "dotted";
          });
      arrows.add(arrow);
    }
    return arrows;
  }

  private static Map<String, String> point(double x, double y, String name) {
    return Map.of(
        "x", AlignmentFigures.coordinate(x),
        "y", AlignmentFigures.coordinate(y),
        "minusX", AlignmentFigures.coordinate(-x),
        "minusY", AlignmentFigures.coordinate(-y),
        "name", name);
  }
}
