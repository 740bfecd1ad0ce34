package org.flowproof.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.flowproof.sweep.AxisValue;
import org.flowproof.sweep.PointResult;
import org.flowproof.sweep.Refinement;
import org.flowproof.sweep.SweepTable;
import org.flowproof.sweep.recovery.Border;

/**
 * Figures of a sweep of recovery: test errors against the scale with quartiles over the seeds,
 * limits against the folded ratio, and test errors against it.
 */
final class RecoveryFigures {
  /** Errors below this are drawn there. */
  private static final double FLOOR = 1e-33;

  private static final String SCALE = "scale";

  private static final List<String> STYLES =
      List.of(
          "fpblue, mark=*, mark size=1.3pt",
          "fporange, mark=square*, mark size=1.3pt",
          "fpgreen, mark=triangle*, mark size=1.5pt",
          "fppurple, mark=diamond*, mark size=1.5pt",
          "black, mark=o, mark size=1.3pt",
          "fpgrey, mark=square, mark size=1.3pt",
          "fpblue, dashed, mark=triangle, mark size=1.5pt");

  private final SweepTable table;

  RecoveryFigures(SweepTable table) {
    this.table = table;
  }

  List<Figure> all() {
    List<Figure> figures = new ArrayList<>();
    boolean scales =
        table.hasAxis(SCALE)
            && table.axis(SCALE).numbers().map(v -> v.stream().allMatch(s -> s > 0)).orElse(false);
    if (scales) {
      figures.add(scales());
    }
    if (table.hasAxis(Border.AXIS)) {
      List<List<PointResult>> lines =
          new ArrayList<>(Refinement.lines(table.results(), Border.AXIS).values());
      if (lines.size() == 1) {
        figures.add(limits(lines.get(0)));
      }
      figures.addAll(errors(lines));
    }
    return figures;
  }

  /** The median of a number over those results that have it. */
  static Optional<Double> median(List<PointResult> results, String number) {
    double[] sorted = sorted(results, number);
    return sorted.length == 0 ? Optional.empty() : Optional.of(quantile(sorted, 0.5));
  }

  private static double[] sorted(List<PointResult> results, String number) {
    return results.stream()
        .filter(r -> r.numbers().containsKey(number))
        .mapToDouble(r -> r.numbers().get(number))
        .sorted()
        .toArray();
  }

  /** Linear between order statistics, as everywhere in these reports. */
  private static double quantile(double[] sorted, double p) {
    double place = p * (sorted.length - 1);
    int below = (int) Math.floor(place);
    int above = Math.min(sorted.length - 1, below + 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }

  private static Map<String, Object> plot(String file, int place, String legend, boolean band) {
    Map<String, Object> plot = new LinkedHashMap<>();
    plot.put("file", file);
    plot.put("style", STYLES.get(place % STYLES.size()));
    plot.put("legend", legend);
    plot.put("band", band);
    return plot;
  }

  private static Map<String, Object> model(
      List<Map<String, Object>> plots, String x, String y, boolean xLog, boolean yLog) {
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("plots", plots);
    model.put("xlabel", x);
    model.put("ylabel", y);
    model.put("xlog", xLog);
    model.put("ylog", yLog);
    return model;
  }

  private static double drawn(double error) {
    return Math.max(FLOOR, error);
  }

  private Figure scales() {
    Map<String, List<PointResult>> groups = new LinkedHashMap<>();
    for (PointResult result : table.results()) {
      groups.computeIfAbsent(samples(result), k -> new ArrayList<>()).add(result);
    }
    List<Map<String, Object>> plots = new ArrayList<>();
    Map<String, CsvTable> tables = new LinkedHashMap<>();
    groups.forEach(
        (name, results) -> {
          Map<Double, List<PointResult>> byScale = new TreeMap<>();
          results.forEach(
              r -> byScale.computeIfAbsent(r.point().number(SCALE), s -> new ArrayList<>()).add(r));
          CsvTable csv = new CsvTable(List.of("x", "y", "lower", "upper", "mean"));
          byScale.forEach(
              (scale, some) -> {
                double[] errors = sorted(some, "testError");
                if (errors.length > 0) {
                  csv.add(
                      scale,
                      drawn(quantile(errors, 0.5)),
                      drawn(quantile(errors, 0.25)),
                      drawn(quantile(errors, 0.75)),
                      Arrays.stream(errors).average().orElseThrow());
                }
              });
          String file = "scales-" + (plots.size() + 1) + ".csv";
          tables.put(file, csv);
          plots.add(plot(file, plots.size(), name, true));
        });
    return new Figure(
        "scales",
        "recovery-curves.ftl",
        model(plots, "$\\lambda$", "test error", true, true),
        tables,
        "Test errors where runs stop against the scale of the initial weights: medians over the"
            + " seeds as lines, quartiles as short bars. The files have the means too.",
        true);
  }

  private static String samples(PointResult result) {
    AxisValue samples = result.point().values().get("samples");
    return samples == null ? "" : "$n = " + SweepDocument.value(samples) + "$";
  }

  /** The ratio with both symmetries taken out: signs, and the order of the neurons. */
  private static double folded(PointResult result) {
    double c = Math.abs(result.point().number(Border.AXIS));
    return c > 1 ? 1 / c : c;
  }

  private Figure limits(List<PointResult> line) {
    List<PointResult> sorted = new ArrayList<>(line);
    sorted.sort(Comparator.comparingDouble(RecoveryFigures::folded));
    List<Map<String, Object>> plots = new ArrayList<>();
    Map<String, CsvTable> tables = new LinkedHashMap<>();
    for (String name : numberNames(sorted)) {
      CsvTable csv = new CsvTable(List.of("x", "y"));
      for (PointResult result : sorted) {
        boolean flipped = Math.abs(result.point().number(Border.AXIS)) > 1;
        Double value = result.numbers().get(flipped ? swapped(name) : name);
        if (value != null) {
          csv.add(folded(result), Math.abs(value));
        }
      }
      String file = "limits-" + name.replace('.', '-') + ".csv";
      tables.put(file, csv);
      String symbol = name.substring(0, 1) + "_{" + name.substring(2).replace('.', ',') + "}";
      plots.add(plot(file, plots.size(), "$\\lvert " + symbol + "\\rvert$", false));
    }
    return new Figure(
        "limits",
        "recovery-curves.ftl",
        model(
            plots,
            "$\\tilde c = \\min(\\lvert c\\rvert, 1/\\lvert c\\rvert)$",
            "weight",
            false,
            false),
        tables,
        "Weights at the end of the runs against the folded ratio, without signs; the neuron of the"
            + " smaller projection is the first.",
        true);
  }

  private static List<String> numberNames(List<PointResult> results) {
    return results.stream()
        .flatMap(r -> r.numbers().keySet().stream())
        .filter(name -> name.matches("a[.][12]|w[.][12][.][0-9]+"))
        .distinct()
        .sorted()
        .limit(STYLES.size())
        .toList();
  }

  /** The same weight of the other of two neurons. */
  private static String swapped(String name) {
    char other = name.charAt(2) == '1' ? '2' : '1';
    return name.substring(0, 2) + other + name.substring(3);
  }

  /** One figure for each number of samples, with a line for each choice of the other axes. */
  private List<Figure> errors(List<List<PointResult>> lines) {
    Map<String, List<List<PointResult>>> groups = new LinkedHashMap<>();
    lines.forEach(
        line -> groups.computeIfAbsent(samples(line.get(0)), k -> new ArrayList<>()).add(line));
    List<Figure> figures = new ArrayList<>();
    groups.forEach(
        (name, members) -> {
          String file = groups.size() == 1 ? "errors" : "errors-" + (figures.size() + 1);
          List<Map<String, Object>> plots = new ArrayList<>();
          Map<String, CsvTable> tables = new LinkedHashMap<>();
          for (List<PointResult> line : members) {
            List<PointResult> sorted = new ArrayList<>(line);
            sorted.sort(Comparator.comparingDouble(RecoveryFigures::folded));
            CsvTable csv = new CsvTable(List.of("x", "y", "recovered"));
            for (PointResult result : sorted) {
              Double error = result.numbers().get("testError");
              if (error != null) {
                csv.add(folded(result), drawn(error), result.verdict().equals("RECOVERED") ? 1 : 0);
              }
            }
            String csvName = file + "-" + (plots.size() + 1) + ".csv";
            tables.put(csvName, csv);
            plots.add(plot(csvName, plots.size(), seed(line.get(0)), false));
          }
          figures.add(
              new Figure(
                  file,
                  "recovery-curves.ftl",
                  model(plots, "$\\tilde c$", "test error", false, true),
                  tables,
                  "Test errors at the end of the runs against the folded ratio"
                      + (name.isEmpty() ? "" : ", " + name)
                      + ".",
                  groups.size() == 1));
        });
    return figures;
  }

  private static String seed(PointResult result) {
    AxisValue seed = result.point().values().get("data-seed");
    return seed == null ? "" : "data seed " + seed.text();
  }
}
