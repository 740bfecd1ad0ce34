package org.flowproof.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.flowproof.check.outcome.Ending;
import org.flowproof.sweep.PointResult;
import org.flowproof.sweep.threshold.Interval;
import org.flowproof.sweep.threshold.Series;
import org.flowproof.sweep.threshold.Share;

/** The section with the counts of endings, losses and directions at every number of samples. */
final class SweepResults {
  /** Fewer runs say little about a mean. */
  private static final int FEWEST_RUNS = 3;

  private static final int MOST_REASONS = 8;

  private final SweepDocument document;
  private final NumberMacros numbers;

  private SweepResults(SweepDocument document) {
    this.document = document;
    this.numbers = document.numbers();
  }

  static Map<String, Object> model(SweepDocument document) {
    SweepResults results = new SweepResults(document);
    Map<String, Object> map = document.apparatus().model();
    map.put("along", "$" + SweepDocument.symbol(document.question().axis()) + "$");
    map.put("endings", document.endings().stream().map(SweepDocument::brief).toList());
    map.put("target", SweepDocument.words(document.question().ending()));
    map.put("level", percent(document));
    map.put("columns", Integer.toString(document.endings().size() + 9));
    List<Map<String, Object>> groups = new ArrayList<>();
    List<Map<String, Object>> laws = new ArrayList<>();
    for (int i = 0; i < document.series().size(); i++) {
      Series one = document.series().get(i);
      groups.add(Map.of("name", document.name(one), "rows", results.rows(one, i + 1)));
      List<List<String>> law = results.law(one, i + 1);
      if (!law.isEmpty()) {
        laws.add(Map.of("name", document.name(one), "rows", law));
      }
    }
    map.put("groups", groups);
    map.put("laws", laws);
    map.put("troubles", results.troubles());
    map.put("citeInterval", document.apparatus().cite("clopper-pearson-1934"));
    return map;
  }

  /** The confidence level in per cent, as LaTeX. */
  static String percent(SweepDocument document) {
    return Numbers.num(100 * document.input().estimator().confidence(), 4) + "\\,\\%";
  }

  private List<List<String>> rows(Series one, int place) {
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < one.sizes().size(); i++) {
      String key = SweepDocument.key(place) + "row" + (i + 1) + "-";
      List<PointResult> runs = one.at(i);
      List<String> row = new ArrayList<>();
      row.add(Numbers.num(one.sizes().get(i), 12));
      row.add(numbers.count(key + "runs", runs.size()));
      for (String ending : document.endings()) {
        long count = runs.stream().filter(r -> r.verdict().equals(ending)).count();
        row.add(numbers.count(key + ending.replace('_', '-'), count));
      }
      Share share = one.outcomes(document.question().ending()).share(i);
      row.add(share.decided() == 0 ? "--" : numbers.real(key + "share", share.value(), 2));
      row.add(share.made() == 0 ? "--" : interval(key, share));
      for (String number : List.of("endMse", "trainMse", "testMse", "directions")) {
        row.add(median(key, one, i, number));
      }
      row.add(median(key, one, i, "meanCosine"));
      rows.add(row);
    }
    return rows;
  }

  private String interval(String key, Share share) {
    Interval interval = share.interval(document.input().estimator().confidence());
    return "["
        + numbers.real(key + "share-low", interval.lower(), 2)
        + ", "
        + numbers.real(key + "share-high", interval.upper(), 2)
        + "]";
  }

  private String median(String key, Series one, int index, String number) {
    double value = one.band(index, number).median();
    return Double.isNaN(value) ? "--" : numbers.real(key + number, value, 3);
  }

  /** Mean training error of the runs at half-sample least squares against its expectation. */
  private List<List<String>> law(Series one, int place) {
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < one.sizes().size(); i++) {
      List<PointResult> runs =
          one.at(i).stream()
              .filter(r -> r.verdict().equals(Ending.HALF_LEAST_SQUARES.name()))
              .filter(r -> r.numbers().keySet().containsAll(List.of("trainMse", "predictedMse")))
              .toList();
      if (runs.size() >= FEWEST_RUNS) {
        double[] errors = runs.stream().mapToDouble(r -> r.numbers().get("trainMse")).toArray();
        double mean = Arrays.stream(errors).average().orElseThrow();
        double squares = Arrays.stream(errors).map(e -> (e - mean) * (e - mean)).sum();
        double error = Math.sqrt(squares / (errors.length - 1) / errors.length);
        double law = runs.get(0).numbers().get("predictedMse");
        String key = SweepDocument.key(place) + "law" + (i + 1) + "-";
        rows.add(
            List.of(
                Numbers.num(one.sizes().get(i), 12),
                numbers.count(key + "runs", errors.length),
                numbers.real(key + "mean", mean, 4),
                numbers.real(key + "error", error, 2),
                numbers.real(key + "law", law, 4),
                error > 0 ? numbers.real(key + "distance", (mean - law) / error, 2) : "--"));
      }
    }
    return rows;
  }

  /** The reasons of points without a known ending, the commonest first. */
  private List<List<String>> troubles() {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (PointResult result : document.table().results()) {
      if (!result.isDecided()) {
        String why =
            switch (result.status()) {
              case DONE -> "not known: " + result.reason();
              case FAILED -> "failed: " + result.failure();
              case TIMED_OUT -> "out of time: " + result.failure();
            };
        // the same reason with other numbers is the same reason
        counts.merge(
            why.replaceAll("[-+]?[0-9]+([.][0-9]+)?([eE][-+]?[0-9]+)?", "#"), 1, Integer::sum);
      }
    }
    return counts.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .limit(MOST_REASONS)
        .map(e -> List.of(Numbers.num(e.getValue()), LatexText.prose(e.getKey())))
        .toList();
  }
}
