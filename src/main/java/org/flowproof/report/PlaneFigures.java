package org.flowproof.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.flowproof.exposition.Words;
import org.flowproof.flow.State;
import org.flowproof.flow.Trajectory;
import org.flowproof.problem.Activation;
import org.flowproof.problem.DataSet;
import org.flowproof.problem.Problem;

/** Still pictures for inputs in the plane: the neurons' directions and the function they make. */
final class PlaneFigures {
  /** More marks than this overflow TeX's memory. */
  private static final int MOST_NEURONS = 2000;

  private static final int FUNCTION_POINTS = 241;

  private static final List<String> STYLES =
      List.of("fpgrey, dotted", "fporange, dashed", "fpgreen, densely dashdotted", "fpblue");

  private final Document document;
  private final Trajectory trajectory;
  private final Problem problem;
  private final List<Snapshots.Snapshot> snapshots;

  PlaneFigures(Document document, List<Snapshots.Snapshot> snapshots) {
    this.document = document;
    this.trajectory = document.input().trajectory();
    this.problem = trajectory.problem();
    this.snapshots = snapshots;
  }

  /** Whether the inputs are points of the plane. */
  boolean applies() {
    return problem.data().d() == 2;
  }

  /** Whether the network is a function of one variable, with a bias. */
  boolean hasFunction() {
    return applies() && ProblemSection.hasBias(problem.data());
  }

  /** The neurons as points in the plane, one panel for each snapshot. */
  Figure neurons() {
    Map<String, CsvTable> tables = new LinkedHashMap<>();
    List<Map<String, Object>> panels = new ArrayList<>();
    int step = (problem.network().width() + MOST_NEURONS - 1) / MOST_NEURONS;
    for (Snapshots.Snapshot snapshot : snapshots) {
      String file = "neurons-" + snapshot.key() + ".csv";
      double radius = largestNorm(trajectory.at(snapshot.time()));
      tables.put(file, neuronTable(trajectory.at(snapshot.time()), radius, step));
      panels.add(
          Map.of(
              "file",
              file,
              "title",
              "$t = "
                  + document.numbers().real("time-" + snapshot.key(), snapshot.time(), 4)
                  + "$,\\enspace $\\max_j \\lVert w_j\\rVert = "
                  + document.numbers().real("radius-" + snapshot.key(), radius, 3)
                  + "$"));
    }
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("panels", panels);
    model.put("rows", Integer.toString((panels.size() + 1) / 2));
    model.put("kinks", kinks());
    return new Figure(
        "neurons",
        "neurons.ftl",
        model,
        tables,
        "Hidden weights $w_j$ in the plane, each panel scaled by its largest norm: discs for"
            + " $a_j > 0$, crosses for $a_j < 0$. Grey lines are "
            + (problem.network().activation() instanceof Activation.Leaky ? "the kinks" : "where")
            + " $\\langle w, x_k\\rangle = 0$; arrows on the circle mark the directions of the"
            + " samples. "
            + moments()
            + (step > 1 ? " One in " + step + " neurons is drawn." : ""),
        true);
  }

  private String moments() {
    StringBuilder out = new StringBuilder("The panels show ");
    out.append(Words.list(snapshots.stream().map(Snapshots.Snapshot::words).toList()));
    return out.append('.').toString();
  }

  private double largestNorm(State state) {
    double largest = 0;
    for (int j = 0; j < problem.network().width(); j++) {
      largest = Math.max(largest, Math.hypot(state.w(j, 0), state.w(j, 1)));
    }
    return largest;
  }

  private CsvTable neuronTable(State state, double radius, int step) {
    CsvTable table = new CsvTable(List.of("neuron", "a", "w1", "w2", "px", "py", "nx", "ny"));
    for (int j = 0; j < problem.network().width(); j += step) {
      double w1 = state.w(j, 0);
      double w2 = state.w(j, 1);
      double x = radius > 0 ? w1 / radius : 0;
      double y = radius > 0 ? w2 / radius : 0;
      boolean positive = state.a(j) > 0;
      table.add(
          j + 1,
          state.a(j),
          w1,
          w2,
          positive ? x : Double.NaN,
          positive ? y : Double.NaN,
          positive ? Double.NaN : x,
          positive ? Double.NaN : y);
    }
    return table;
  }

  /** End points of the kink lines and directions of the samples on the unit circle. */
  private List<Map<String, String>> kinks() {
    List<Map<String, String>> out = new ArrayList<>();
    DataSet data = problem.data();
    for (int k = 0; k < Math.min(data.n(), 40); k++) {
      double norm = Math.hypot(data.x().get(k, 0), data.x().get(k, 1));
      if (norm > 0) {
        double c = data.x().get(k, 0) / norm;
        double s = data.x().get(k, 1) / norm;
        out.add(
            Map.of(
                "c", coordinate(c),
                "s", coordinate(s),
                "minusC", coordinate(-c),
                "minusS", coordinate(-s),
                "name", data.n() <= 6 ? "$x_{" + (k + 1) + "}$" : ""));
      }
    }
    return out;
  }

  private static String coordinate(double value) {
    return String.format(Locale.ROOT, "%.6f", value);
  }

  /** The function {@code z -> h(z, 1)} at the snapshots, with the data. */
  Figure function() {
    List<String> columns = new ArrayList<>(List.of("z"));
    List<Map<String, Object>> plots = new ArrayList<>();
    List<State> states = new ArrayList<>();
    for (Snapshots.Snapshot snapshot : snapshots) {
      String column = "h_" + snapshot.key();
      columns.add(column);
      states.add(trajectory.at(snapshot.time()));
      plots.add(
          Map.of(
              "column",
              column,
              "style",
              STYLES.get(Math.min(STYLES.size() - 1, plots.size() + 4 - snapshots.size())),
              "legend",
              "$t = "
                  + document.numbers().real("time-" + snapshot.key(), snapshot.time(), 4)
                  + "$"));
    }
    CsvTable curve = new CsvTable(columns);
    for (double z : places()) {
      double[] row = new double[columns.size()];
      row[0] = z;
      for (int i = 0; i < states.size(); i++) {
        row[i + 1] = output(states.get(i), z);
      }
      curve.add(row);
    }
    CsvTable points = new CsvTable(List.of("z", "y"));
    DataSet data = problem.data();
    for (int k = 0; k < data.n(); k++) {
      points.add(data.x().get(k, 0), data.y().get(k));
    }
    return new Figure(
        "function",
        "function.ftl",
        Map.of("plots", plots),
        Map.of("function.csv", curve, "data.csv", points),
        "The function $z \\mapsto h_\\theta(z, 1)$ at the moments of"
            + (document.input().name().isEmpty()
                ? ""
                : " Figure~\\ref{" + document.label("fig", "neurons") + "}")
            + ", with the data as discs.",
        false);
  }

  /** Equally spaced places over the data with a margin, and the samples themselves. */
  private TreeSet<Double> places() {
    DataSet data = problem.data();
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    TreeSet<Double> out = new TreeSet<>();
    for (int k = 0; k < data.n(); k++) {
      low = Math.min(low, data.x().get(k, 0));
      high = Math.max(high, data.x().get(k, 0));
      out.add(data.x().get(k, 0));
    }
    double margin = high > low ? 0.3 * (high - low) : 1;
    for (int i = 0; i < FUNCTION_POINTS; i++) {
      out.add(low - margin + (high - low + 2 * margin) * i / (FUNCTION_POINTS - 1));
    }
    return out;
  }

  private double output(State state, double z) {
    double sum = 0;
    for (int j = 0; j < problem.network().width(); j++) {
      sum += state.a(j) * problem.network().activation().value(state.w(j, 0) * z + state.w(j, 1));
    }
    return sum;
  }
}
