package org.flowproof.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.flowproof.check.alignment.AlignmentResult;
import org.flowproof.check.alignment.Phase;
import org.flowproof.flow.State;
import org.flowproof.flow.cones.ExtremalVector;
import org.flowproof.problem.Vectors;

/** G against the angle of w in the plane, and below it the angles of the neurons over time. */
final class CircleFigure {
  private static final int POINTS = 361;
  private static final int STEPS = 60;

  private CircleFigure() {}

  static Figure of(AlignmentResult result) {
    Phase phase = AlignmentFigures.phase(result);
    Map<String, CsvTable> tables = new LinkedHashMap<>();
    tables.put("alignment-g.csv", curve(phase));
    tables.put("alignment-angles.csv", paths(result));
    List<Map<String, String>> marks = new ArrayList<>();
    for (int i = 0; i < phase.vectors().size(); i++) {
      ExtremalVector vector = phase.vectors().get(i);
      double[] direction = AlignmentFigures.direction(vector);
      boolean up = vector.shape() == ExtremalVector.Shape.MAXIMUM;
      marks.add(
          Map.of(
              "angle",
              AlignmentFigures.coordinate(angle(direction)),
              "height",
              AlignmentFigures.coordinate(phase.cones().height(direction)),
              "shape",
              SHAPES.get(vector.shape()),
              "anchor",
              up ? "south" : "north",
              "number",
              Integer.toString(i + 1)));
    }
    double lowest = 0;
    double highest = 0;
    for (double angle : angles(phase)) {
      double height = phase.cones().height(at(angle));
      lowest = Math.min(lowest, height);
      highest = Math.max(highest, height);
    }
    double margin = 0.22 * (highest - lowest);
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("marks", marks);
    model.put("low", Numbers.shortened(lowest - margin, 6));
    model.put("high", Numbers.shortened(highest + margin, 6));
    model.put("end", Numbers.shortened(result.end(), 12));
    model.put("kinks", kinks(phase).stream().map(AlignmentFigures::coordinate).toList());
    return new Figure(
        "alignment-circle",
        "alignment-circle.ftl",
        model,
        tables,
        "Above, $G(w) = \\langle w, D(w,0)\\rangle$ on the unit circle against the angle of $w$ in"
            + " degrees; grey lines are the kinks $\\langle w, x_k\\rangle = 0$, between which lie"
            + " the activation cones; "
            + AlignmentFigures.legend()
            + ". Below, the angles of the neurons from time $0$ (bottom) to $\\tau$ (top): blue and"
            + " solid for $a_j > 0$, orange and dashed for $a_j < 0$. "
            + AlignmentFigures.counts(result),
        true);
  }

  static final Map<ExtremalVector.Shape, String> SHAPES =
      Map.of(
          ExtremalVector.Shape.MAXIMUM, "triangle*",
          ExtremalVector.Shape.MINIMUM, "triangle*, mark options={rotate=180}",
          ExtremalVector.Shape.SADDLE, "square*");

  private static double[] at(double degrees) {
    return new double[] {Math.cos(Math.toRadians(degrees)), Math.sin(Math.toRadians(degrees))};
  }

  private static double angle(double[] w) {
    return Math.toDegrees(Math.atan2(w[1], w[0]));
  }

  /** Both rays of each kink, in degrees. */
  private static TreeSet<Double> kinks(Phase phase) {
    TreeSet<Double> angles = new TreeSet<>();
    for (double[] normal : phase.cones().normals()) {
      angles.add(angle(new double[] {-normal[1], normal[0]}));
      angles.add(angle(new double[] {normal[1], -normal[0]}));
    }
    return angles;
  }

  private static TreeSet<Double> angles(Phase phase) {
    TreeSet<Double> angles = kinks(phase);
    for (int i = 0; i < POINTS; i++) {
      angles.add(-180 + 360.0 * i / (POINTS - 1));
    }
    return angles;
  }

  private static CsvTable curve(Phase phase) {
    CsvTable table = new CsvTable(List.of("angle", "G"));
    for (double angle : angles(phase)) {
      table.add(angle, phase.cones().height(at(angle)));
    }
    return table;
  }

  /** One neuron after the other; a row without numbers ends a path, and one that jumps by 360. */
  private static CsvTable paths(AlignmentResult result) {
    CsvTable table = new CsvTable(List.of("neuron", "t", "positive", "negative"));
    List<State> states = AlignmentFigures.states(result, STEPS);
    for (int j : AlignmentFigures.shown(result)) {
      boolean positive = result.neurons().get(j).positive();
      double before = Double.NaN;
      for (State state : states) {
        double angle = angle(Vectors.unit(AlignmentFigures.weight(state, j, 2)));
        if (Math.abs(angle - before) > 180) {
          gap(table, j);
        }
        table.add(
            j + 1, state.time(), positive ? angle : Double.NaN, positive ? Double.NaN : angle);
        before = angle;
      }
      gap(table, j);
    }
    return table;
  }

  private static void gap(CsvTable table, int neuron) {
    table.add(neuron + 1, Double.NaN, Double.NaN, Double.NaN);
  }
}
