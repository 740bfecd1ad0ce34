package org.flowproof.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.flowproof.sweep.threshold.QuantileBand;
import org.flowproof.sweep.threshold.Series;

/**
 * Errors of a series with quantile bands over the seeds and, beside them, the mean cosine and the
 * number of directions.
 */
final class LossFigures {
  /** More series than this would fill a book; their numbers are in the tables. */
  static final int MOST = 12;

  /** Values below this part of the noise variance are drawn at the lower edge. */
  private static final double FLOOR = 1e-3;

  /** The first two quantities are errors, whose axis is logarithmic and ends at the floor. */
  private static final int DRAWN = 2;

  private final SweepDocument document;

  LossFigures(SweepDocument document) {
    this.document = document;
  }

  List<Figure> all() {
    List<Figure> out = new ArrayList<>();
    for (int i = 0; i < Math.min(MOST, document.series().size()); i++) {
      Series one = document.series().get(i);
      if (one.has("trainMse")) {
        out.add(figure(one, document.series().size() == 1 ? "loss" : "loss-" + (i + 1)));
      }
    }
    return out;
  }

  /** The columns of one quantity, in the order of {@link #QUANTITIES}. */
  private record Quantity(String column, String number) {}

  private static final List<Quantity> QUANTITIES =
      List.of(
          new Quantity("train", "trainMse"),
          new Quantity("test", "testMse"),
          new Quantity("cosine", "meanCosine"),
          new Quantity("directions", "directions"));

  private Figure figure(Series one, String name) {
    Optional<Double> variance = document.constant(one, "noiseVariance").filter(v -> v > 0);
    double floor = variance.map(v -> FLOOR * v).orElse(1e-12);
    List<String> columns = new ArrayList<>(List.of("size", "variance", "law"));
    for (Quantity q : QUANTITIES) {
      for (String part : List.of("least", "lower", "median", "upper", "most")) {
        columns.add(q.column() + "_" + part);
      }
    }
    for (Quantity q : QUANTITIES.subList(0, DRAWN)) {
      for (String part : List.of("least", "median", "most")) {
        columns.add(q.column() + "_" + part + "_drawn");
      }
    }
    CsvTable table = new CsvTable(columns);
    List<QuantileBand[]> bands = new ArrayList<>();
    for (int i = 0; i < one.sizes().size(); i++) {
      double[] row = new double[columns.size()];
      row[0] = one.sizes().get(i);
      row[1] = variance.orElse(Double.NaN);
      double law = one.band(i, "predictedMse").median();
      row[2] = law > floor ? law : Double.NaN;
      QuantileBand[] all = new QuantileBand[QUANTITIES.size()];
      for (int q = 0; q < all.length; q++) {
        all[q] = one.band(i, QUANTITIES.get(q).number());
        double[] parts = {
          all[q].least(), all[q].lower(), all[q].median(), all[q].upper(), all[q].most()
        };
        System.arraycopy(parts, 0, row, 3 + 5 * q, parts.length);
      }
      for (int q = 0; q < DRAWN; q++) {
        int place = 3 + 5 * QUANTITIES.size() + 3 * q;
        row[place] = drawn(all[q].least(), floor);
        row[place + 1] = drawn(all[q].median(), floor);
        row[place + 2] = drawn(all[q].most(), floor);
      }
      table.add(row);
      bands.add(all);
    }
    Map<String, CsvTable> tables = new LinkedHashMap<>();
    tables.put(name + ".csv", table);
    List<Map<String, Object>> outlines = new ArrayList<>();
    for (int q = 0; q < QUANTITIES.size(); q++) {
      CsvTable outline = outline(one, bands, q, q < DRAWN ? floor : Double.NEGATIVE_INFINITY);
      String column = QUANTITIES.get(q).column();
      boolean present = outline.rowCount() > 0;
      outlines.add(Map.of("column", column, "present", present));
      if (present) {
        tables.put(name + "-" + column + ".csv", outline);
      }
    }
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("file", name);
    model.put("xlabel", "$" + SweepDocument.symbol(document.question().axis()) + "$");
    model.put("floor", Numbers.shortened(floor, 3));
    model.put("ticks", ticks(one.sizes()));
    model.put("variance", variance.isPresent());
    model.put("law", one.has("predictedMse"));
    for (Map<String, Object> outline : outlines) {
      model.put((String) outline.get("column"), outline.get("present"));
    }
    long panels =
        1 + List.of("cosine", "directions").stream().filter(c -> model.get(c).equals(true)).count();
    model.put("panels", Long.toString(panels));
    return new Figure(name, "sweep-loss.ftl", model, tables, caption(one, variance), true);
  }

  /** The value, or the lower edge; what is missing stays missing. */
  private static double drawn(double value, double floor) {
    return Double.isNaN(value) ? value : Math.max(value, floor);
  }

  /** The quartile band as a closed outline, forth below and back above. */
  private static CsvTable outline(Series one, List<QuantileBand[]> bands, int q, double floor) {
    CsvTable outline = new CsvTable(List.of("size", "value"));
    for (int pass = 0; pass < 2; pass++) {
      for (int step = 0; step < bands.size(); step++) {
        int i = pass == 0 ? step : bands.size() - 1 - step;
        QuantileBand band = bands.get(i)[q];
        if (band.count() > 0) {
          outline.add(one.sizes().get(i), Math.max(floor, pass == 0 ? band.lower() : band.upper()));
        }
      }
    }
    return outline;
  }

  /** Not more than seven of the sizes, about evenly in the logarithm, with both ends. */
  static List<String> ticks(List<Double> sizes) {
    List<String> out = new ArrayList<>();
    double least = Math.log(sizes.get(sizes.size() - 1) / sizes.get(0)) / 6.5;
    double last = Double.NEGATIVE_INFINITY;
    for (double size : sizes) {
      if (Math.log(size) - last >= least * 0.95) {
        out.add(Numbers.shortened(size, 12));
        last = Math.log(size);
      }
    }
    return out;
  }

  /** Tells, once, what is not drawn. */
  private String rest(Series one) {
    List<Series> all = document.series();
    return all.size() > MOST && one.equals(all.get(MOST - 1))
        ? " Further runs are in the tables only."
        : "";
  }

  private String caption(Series one, Optional<Double> variance) {
    return (document.facets().isEmpty()
            ? "Errors and neurons over the seeds"
            : "Errors and neurons over the seeds, " + document.name(one))
        + ": medians as lines, quartiles as bands, smallest and largest values as short bars"
        + (variance.isPresent()
            ? ". Dashes: the noise variance $\\sigma^2$; dots and dashes: $\\sigma^2(1 - 2d/n)$."
                + " Errors below $\\sigma^2/1000$ are drawn at the lower edge"
            : "")
        + "."
        + rest(one);
  }
}
