package org.flowproof.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.flowproof.check.margins.LimitPrediction;
import org.flowproof.check.margins.MarginHistory;
import org.flowproof.check.margins.MarginReading;
import org.flowproof.check.margins.MarginsResult;
import org.flowproof.check.margins.Ranks;
import org.flowproof.check.margins.Spectrum;

/**
 * Stable ranks, normalized margins and t L against the logarithm of the iterations, with the limits
 * that are predicted, the law by which ranks approach 1, and the singular values at the end.
 */
final class MarginsFigures {
  private static final int PER_DECADE = 8;

  /** Iterations from which on the law of the approach is shown, and fewest readings of it. */
  private static final double EARLIEST = 30;

  private static final int FEWEST = 5;

  /** Stable ranks this close to 1 are 1. */
  private static final double ONE = 1e-9;

  private static final String DASHED = ", densely dashed, thick";
  private static final String AXIS = "xmode=log, xmin=1, xlabel={iterations $t$}, ";

  private final MarginsResult result;
  private final TreeMap<Double, MarginReading> readings = new TreeMap<>();
  private final double[] times;

  private MarginsFigures(MarginsResult result) {
    this.result = result;
    for (MarginReading reading : MarginHistory.of(result.run().orElseThrow(), PER_DECADE)) {
      readings.put(reading.t(), reading);
    }
    times = readings.keySet().stream().mapToDouble(t -> t).toArray();
  }

  /** The figures of a result with a run of some iterations; none otherwise. */
  static List<Figure> of(MarginsResult result) {
    if (result.end().isEmpty() || !(result.end().get().reading().t() > 1)) {
      return List.of();
    }
    MarginsFigures figures = new MarginsFigures(result);
    List<Figure> all = new ArrayList<>(List.of(figures.ranks()));
    figures.law().ifPresent(all::add);
    all.addAll(List.of(figures.margins(), figures.loss(), figures.spectrum()));
    return List.copyOf(all);
  }

  private void add(
      Curves curves,
      String column,
      String style,
      String legend,
      ToDoubleFunction<MarginReading> number) {
    curves.add(column, style, legend, t -> number.applyAsDouble(readings.get(t)));
  }

  private void limit(
      Curves curves, String column, String colour, ToDoubleFunction<LimitPrediction> number) {
    result
        .prediction()
        .map(number::applyAsDouble)
        .filter(Double::isFinite)
        .ifPresent(v -> curves.add(column, colour + DASHED + ", forget plot", "", t -> v));
  }

  private String dashed() {
    return result.prediction().isPresent() ? " Dashed: the predicted limit." : "";
  }

  private Figure ranks() {
    Curves curves =
        new Curves("margins-ranks", "stable rank", false)
            .options(AXIS + "ymin=0.95, ymax=" + Numbers.shortened(highestRank(), 3) + ", ");
    rank(curves, "positive", "fpblue", "$W_{+1}$", Ranks::positive);
    rank(curves, "negative", "fporange", "$W_{-1}$", Ranks::negative);
    rank(curves, "whole", "fpgreen", "whole $W$", Ranks::whole);
    return curves.on(
        times, "Stable ranks of the hidden weights of each class and of all." + dashed());
  }

  /**
   * The law by which stable ranks approach 1: their distance is {@code C / log(t)^2} up to higher
   * powers, so that against {@code 1 / log(t)^2} it is a straight line into the origin.
   */
  private Optional<Figure> law() {
    TreeMap<Double, MarginReading> late = new TreeMap<>();
    readings.tailMap(EARLIEST, true).forEach((t, r) -> late.put(Math.pow(Math.log(t), -2), r));
    Curves curves =
        new Curves("margins-law", "stable rank $- 1$", false)
            .over("inverse_square_of_log")
            .options(
                "xlabel={$1/\\log(t)^2$}, ymin=0, scaled ticks=false, "
                    + "tick label style={/pgf/number format/fixed, "
                    + "/pgf/number format/precision=4}, ");
    distance(curves, late, "positive", "fpblue", "$W_{+1}$", Ranks::positive);
    distance(curves, late, "negative", "fporange", "$W_{-1}$", Ranks::negative);
    if (late.size() < FEWEST || curves.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        curves.on(
            late.keySet().stream().mapToDouble(x -> x).toArray(),
            "The stable rank of the hidden weights of each class, less 1, against $1/\\log(t)^2$."
                + " Time goes to the left. Dashed: the line from the origin through the last"
                + " reading."));
  }

  /** One class, where its stable rank tends to 1. */
  private void distance(
      Curves curves,
      TreeMap<Double, MarginReading> late,
      String column,
      String colour,
      String legend,
      Function<Ranks, Ranks.StableRank> matrix) {
    boolean one =
        result
            .prediction()
            .map(p -> matrix.apply(p.ranks()))
            .filter(rank -> Math.abs(rank.value() - 1) <= rank.error() + ONE)
            .isPresent();
    if (!one || late.isEmpty()) {
      return;
    }
    ToDoubleFunction<MarginReading> less = r -> matrix.apply(r.ranks()).value() - 1;
    double slope = less.applyAsDouble(late.firstEntry().getValue()) / late.firstKey();
    curves.add(column, colour + ", thick", legend, x -> less.applyAsDouble(late.get(x)));
    curves.add(column + "_line", colour + DASHED + ", forget plot", "", x -> slope * x);
  }

  /** Room for what the ranks come to; the random matrices at the start may reach far above. */
  private double highestRank() {
    double highest = 1;
    for (MarginReading reading : result.late()) {
      highest = Math.max(highest, finite(reading.ranks().whole().value()));
      highest = Math.max(highest, finite(reading.ranks().positive().value()));
      highest = Math.max(highest, finite(reading.ranks().negative().value()));
    }
    return 1.15 * highest;
  }

  private static double finite(double value) {
    return Double.isFinite(value) ? value : 1;
  }

  private void rank(
      Curves curves,
      String column,
      String colour,
      String legend,
      Function<Ranks, Ranks.StableRank> matrix) {
    add(curves, column, colour + ", thick", legend, r -> matrix.apply(r.ranks()).value());
    limit(curves, column + "_limit", colour, p -> matrix.apply(p.ranks()).value());
  }

  private Figure margins() {
    int n = result.problem().data().n();
    int shown = Math.min(n, TimeFigures.MOST_CURVES);
    Curves curves =
        new Curves("margins-normalized", "$z_k/\\lVert W\\rVert_F$", false).options(AXIS);
    boolean up = false;
    boolean down = false;
    for (int i = 0; i < shown; i++) {
      int k = (int) ((long) i * n / shown);
      boolean positive = result.problem().data().y().get(k) > 0;
      boolean named = positive ? up : down;
      up |= positive;
      down |= !positive;
      add(
          curves,
          "sample_" + (k + 1),
          (positive ? "fpblue" : "fporange") + ", opacity=0.7" + (named ? ", forget plot" : ""),
          named ? "" : positive ? "$y_k = 1$" : "$y_k = -1$",
          r -> r.normalized(k));
    }
    limit(curves, "limit", "black", LimitPrediction::normalized);
    return curves.on(
        times,
        "Normalized margins of "
            + (shown == n ? "all samples." : shown + " of " + n + " samples.")
            + dashed());
  }

  private Figure loss() {
    Curves curves = new Curves("margins-loss", "$t\\,L(t)$", false).options(AXIS);
    add(curves, "t_loss", "fpblue, thick", "", MarginReading::scaledLoss);
    limit(curves, "limit", "black", LimitPrediction::scaledLoss);
    return curves.on(times, "The loss times the number of iterations." + dashed());
  }

  private Figure spectrum() {
    Spectrum spectrum = result.end().orElseThrow().spectrum();
    int rows = Math.max(spectrum.positive().size(), spectrum.negative().size());
    CsvTable table = new CsvTable(List.of("index", "positive", "negative"));
    for (int i = 0; i < rows; i++) {
      table.add(
          i + 1, seen(spectrum.positive(), i, spectrum), seen(spectrum.negative(), i, spectrum));
    }
    List<Map<String, String>> plots = new ArrayList<>();
    if (!spectrum.positive().isEmpty()) {
      plots.add(Map.of("column", "positive", "style", "fpblue, mark=*", "legend", "$W_{+1}$"));
    }
    if (!spectrum.negative().isEmpty()) {
      plots.add(
          Map.of("column", "negative", "style", "fporange, mark=square*", "legend", "$W_{-1}$"));
    }
    return new Figure(
        "margins-spectrum",
        "margins-spectrum.ftl",
        Map.of("file", "margins-spectrum.csv", "end", Integer.toString(rows + 1), "plots", plots),
        Map.of("margins-spectrum.csv", table),
        "Singular values of the hidden weights of each class at the end of the run. Values within"
            + " the numerical error are left out.",
        false);
  }

  private static double seen(List<Double> values, int index, Spectrum spectrum) {
    return index < values.size() && values.get(index) > Math.max(spectrum.error(), floor(values))
        ? values.get(index)
        : Double.NaN;
  }

  /** Rounding of the decomposition. */
  private static double floor(List<Double> values) {
    return values.size() * Math.ulp(values.get(0));
  }
}
