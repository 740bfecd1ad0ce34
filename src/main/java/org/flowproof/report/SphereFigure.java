package org.flowproof.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.flowproof.check.alignment.AlignmentResult;
import org.flowproof.check.alignment.Phase;
import org.flowproof.flow.State;
import org.flowproof.flow.cones.ExtremalVector;
import org.flowproof.problem.Vectors;

/** Both halves of the sphere of directions, in Lambert's projection that keeps areas. */
final class SphereFigure {
  private static final int RINGS = 15;
  private static final int SPOKES = 48;
  private static final int CIRCLE_POINTS = 96;
  private static final int STEPS = 24;
  private static final List<String> KEYS = List.of("upper", "lower");

  private SphereFigure() {}

  static Figure of(AlignmentResult result) {
    Phase phase = AlignmentFigures.phase(result);
    Map<String, CsvTable> tables = new LinkedHashMap<>();
    List<Map<String, Object>> halves = new ArrayList<>();
    double highest = highest(phase, 1);
    double lowest = highest(phase, -1);
    for (int half = 0; half < 2; half++) {
      int side = half == 0 ? 1 : -1;
      String key = KEYS.get(half);
      tables.put("alignment-" + key + "-g.csv", shade(phase, side, highest, lowest));
      tables.put("alignment-" + key + "-kinks.csv", kinks(phase, side));
      tables.put("alignment-" + key + "-neurons.csv", paths(result, side));
      tables.put("alignment-" + key + "-ends.csv", ends(result, side));
      Map<String, Object> map = new LinkedHashMap<>();
      map.put("key", key);
      map.put("title", "$w_3 " + (side > 0 ? "\\ge" : "\\le") + " 0$");
      map.put("marks", marks(phase, side));
      halves.add(map);
    }
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("halves", halves);
    model.put("rows", Integer.toString(RINGS + 1));
    return new Figure(
        "alignment-sphere",
        "alignment-sphere.ftl",
        model,
        tables,
        "$G$ on the sphere of directions $w/\\lVert w\\rVert$, both halves seen from above in a"
            + " projection that keeps areas: the darker blue the nearer $G$ is to its largest value,"
            + " the darker orange the nearer to its smallest, white where it is $0$. Grey arcs are the kinks $\\langle w, x_k\\rangle = 0$, between which lie"
            + " the activation cones; "
            + AlignmentFigures.legend()
            + ". Lines are the ways of the neurons up to time $\\tau$, with a dot at their end: dark"
            + " blue for $a_j > 0$, dark orange and dashed for $a_j < 0$. "
            + AlignmentFigures.counts(result),
        true);
  }

  /** Where a unit vector of a half goes: into the unit disc. */
  private static double[] project(double[] u, int side) {
    double radius = Math.sqrt(Math.max(0, 1 - side * u[2]));
    double across = Math.hypot(u[0], u[1]);
    return across == 0
        ? new double[] {0, 0}
        : new double[] {radius * u[0] / across, radius * u[1] / across};
  }

  /** The largest value of G, or of its negative, on the mesh; 0 when there is none above 0. */
  private static double highest(Phase phase, int sign) {
    double highest = 0;
    for (int side = -1; side <= 1; side += 2) {
      for (int ring = 0; ring <= RINGS; ring++) {
        for (int spoke = 0; spoke <= SPOKES; spoke++) {
          highest = Math.max(highest, sign * phase.cones().height(onMesh(ring, spoke, side)));
        }
      }
    }
    return highest;
  }

  private static double[] onMesh(int ring, int spoke, int side) {
    double radius = (double) ring / RINGS;
    double z = 1 - radius * radius;
    double across = Math.sqrt(1 - z * z);
    double angle = 2 * Math.PI * spoke / SPOKES;
    return new double[] {across * Math.cos(angle), across * Math.sin(angle), side * z};
  }

  /** A mesh of rings and spokes with G, and G as a part of its extreme value of that sign. */
  private static CsvTable shade(Phase phase, int side, double highest, double lowest) {
    CsvTable table = new CsvTable(List.of("x", "y", "G", "part"));
    for (int ring = 0; ring <= RINGS; ring++) {
      for (int spoke = 0; spoke <= SPOKES; spoke++) {
        double radius = (double) ring / RINGS;
        double angle = 2 * Math.PI * spoke / SPOKES;
        double height = phase.cones().height(onMesh(ring, spoke, side));
        double part = height == 0 ? 0 : height / (height > 0 ? highest : lowest);
        table.add(radius * Math.cos(angle), radius * Math.sin(angle), height, part);
      }
    }
    return table;
  }

  /** Great circles, as far as they lie in a half; rows without numbers end the arcs. */
  private static CsvTable kinks(Phase phase, int side) {
    CsvTable table = new CsvTable(List.of("x", "y"));
    List<double[]> normals = phase.cones().normals();
    for (double[] normal : normals.subList(0, Math.min(normals.size(), 30))) {
      double[] n = Vectors.unit(normal);
      // from one crossing of the equator, over the half, to the other
      double[] level =
          Vectors.unit(
              n[0] == 0 && n[1] == 0 ? new double[] {1, 0, 0} : new double[] {-n[1], n[0], 0});
      double[] rising = cross(n, level);
      double up = rising[2] * side < 0 ? -1 : 1;
      for (int i = 0; i <= CIRCLE_POINTS / 2; i++) {
        double angle = 2 * Math.PI * i / CIRCLE_POINTS;
        double[] u = new double[3];
        for (int c = 0; c < 3; c++) {
          u[c] = Math.cos(angle) * level[c] + up * Math.sin(angle) * rising[c];
        }
        table.add(project(u, side));
      }
      table.add(Double.NaN, Double.NaN);
    }
    return table;
  }

  private static double[] cross(double[] a, double[] b) {
    return new double[] {
      a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]
    };
  }

  /** One neuron after the other; rows without numbers where a path ends or leaves the half. */
  private static CsvTable paths(AlignmentResult result, int side) {
    CsvTable table = new CsvTable(List.of("neuron", "t", "px", "py", "nx", "ny"));
    List<State> states = AlignmentFigures.states(result, STEPS);
    for (int j : AlignmentFigures.shown(result)) {
      for (State state : states) {
        table.add(row(result, state, j, side));
      }
      table.add(j + 1, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    }
    return table;
  }

  private static CsvTable ends(AlignmentResult result, int side) {
    CsvTable table = new CsvTable(List.of("neuron", "t", "px", "py", "nx", "ny"));
    State state = result.run().orElseThrow().at(result.end());
    for (int j : AlignmentFigures.shown(result)) {
      table.add(row(result, state, j, side));
    }
    return table;
  }

  private static double[] row(AlignmentResult result, State state, int j, int side) {
    double[] u = Vectors.unit(AlignmentFigures.weight(state, j, 3));
    double none = Double.NaN;
    double[] at = u[2] * side >= 0 ? project(u, side) : new double[] {none, none};
    boolean positive = result.neurons().get(j).positive();
    return new double[] {
      j + 1,
      state.time(),
      positive ? at[0] : none,
      positive ? at[1] : none,
      positive ? none : at[0],
      positive ? none : at[1]
    };
  }

  private static List<Map<String, String>> marks(Phase phase, int side) {
    List<Map<String, String>> marks = new ArrayList<>();
    for (int i = 0; i < phase.vectors().size(); i++) {
      ExtremalVector vector = phase.vectors().get(i);
      double[] direction = AlignmentFigures.direction(vector);
      if (direction[2] * side >= 0) {
        double[] at = project(direction, side);
        marks.add(
            Map.of(
                "x", AlignmentFigures.coordinate(at[0]),
                "y", AlignmentFigures.coordinate(at[1]),
                "shape", CircleFigure.SHAPES.get(vector.shape()),
                "number", Integer.toString(i + 1)));
      }
    }
    return marks;
  }
}
