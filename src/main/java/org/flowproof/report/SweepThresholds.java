package org.flowproof.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.flowproof.check.outcome.Ending;
import org.flowproof.sweep.Axis;
import org.flowproof.sweep.AxisValue;
import org.flowproof.sweep.threshold.Crossing;
import org.flowproof.sweep.threshold.Growth;
import org.flowproof.sweep.threshold.OutcomeTable;
import org.flowproof.sweep.threshold.SampleThreshold;
import org.flowproof.sweep.threshold.Series;
import org.flowproof.sweep.threshold.SureBounds;
import org.flowproof.sweep.threshold.ThresholdEstimator;

/** The section with the thresholds of all series and their growth with the dimension. */
final class SweepThresholds {
  private static final String DIMENSION = "dimension";

  private final SweepDocument document;
  private final NumberMacros numbers;
  private final Map<Map.Entry<Map<String, AxisValue>, Question>, SampleThreshold> known =
      new HashMap<>();

  SweepThresholds(SweepDocument document) {
    this.document = document;
    this.numbers = document.numbers();
  }

  /**
   * A threshold that is asked for.
   *
   * @param ending whose share is looked at
   * @param rises whether the share is taken to rise along the axis
   */
  record Question(String ending, boolean rises) {}

  /** That of the sweep file, and where interpolation ends. */
  List<Question> questions() {
    String asked = document.question().ending();
    String interpolation = Ending.INTERPOLATION.name();
    List<Question> out = new ArrayList<>();
    out.add(new Question(asked, !asked.equals(interpolation)));
    if (!asked.equals(interpolation) && document.endings().contains(interpolation)) {
      out.add(new Question(interpolation, false));
    }
    return out;
  }

  /**
   * The threshold of a series: the least size at which the share is at least, or at most, that
   * asked for.
   */
  SampleThreshold threshold(Series one, Question question) {
    return known.computeIfAbsent(Map.entry(one.fixed(), question), key -> estimate(one, question));
  }

  private SampleThreshold estimate(Series one, Question question) {
    ThresholdEstimator given = document.input().estimator();
    double share = document.question().share();
    OutcomeTable outcomes = one.outcomes(question.ending());
    return new ThresholdEstimator(
            question.rises() ? share : 1 - share,
            given.confidence(),
            given.resamples(),
            given.seed())
        .estimate(question.rises() ? outcomes : outcomes.opposite());
  }

  Map<String, Object> model() {
    Map<String, Object> map = document.apparatus().model();
    map.put("along", SweepDocument.symbol(document.question().axis()));
    map.put("share", numbers.real("share-asked", document.question().share(), 4));
    map.put("level", SweepResults.percent(document));
    map.put(
        "half", Numbers.num(50 * (1 - document.input().estimator().confidence()), 4) + "\\,\\%");
    map.put("resamples", numbers.count("resamples", document.input().estimator().resamples()));
    map.put("powerless", powerless());
    map.put("seeds", numbers.count("seeds", seeds()));
    List<Map<String, Object>> parts = new ArrayList<>();
    List<Map<String, Object>> growths = new ArrayList<>();
    int number = 0;
    for (Question question : questions()) {
      number++;
      List<List<String>> rows = new ArrayList<>();
      for (int i = 0; i < document.series().size(); i++) {
        Series one = document.series().get(i);
        String key = SweepDocument.key(i + 1) + "threshold" + number + "-";
        List<String> row = new ArrayList<>(List.of(document.name(one)));
        row.addAll(row(key, threshold(one, question)));
        rows.add(row);
      }
      String words = SweepDocument.words(question.ending());
      parts.add(Map.of("ending", words, "rises", question.rises(), "rows", rows));
      growths.addAll(growths(question, number));
    }
    map.put("parts", parts);
    map.put("growths", growths);
    map.put("citeIsotonic", document.apparatus().cite("ayer-et-al-1955"));
    return map;
  }

  private int seeds() {
    return document.series().get(0).seeds();
  }

  /** Whether even seeds that all agree reject nothing, so that there can be no sure bounds. */
  private boolean powerless() {
    double share = document.question().share();
    double risk = (1 - document.input().estimator().confidence()) / 2;
    return Math.pow(Math.max(share, 1 - share), seeds()) > risk;
  }

  private List<String> row(String key, SampleThreshold threshold) {
    return List.of(
        threshold.estimate().map(c -> crossing(key + "estimate", c)).orElse("--"),
        threshold.bootstrap().map(e -> ends(key + "bootstrap", e)).orElse("--"),
        sure(key, threshold.sure()),
        threshold
            .range()
            .filter(e -> !e.lower().equals(e.upper()))
            .map(e -> ends(key + "range", e))
            .orElse("--"),
        threshold.fall() > 0 ? numbers.real(key + "fall", threshold.fall(), 2) : "--");
  }

  private String crossing(String key, Crossing crossing) {
    String number = numbers.real(key, crossing.n(), 3);
    return switch (crossing.kind()) {
      case AT_MOST -> "$\\le " + number + "$";
      case AT -> number;
      case ABOVE -> "$> " + number + "$";
    };
  }

  private String ends(String key, SampleThreshold.Ends ends) {
    if (ends.lower().kind() == Crossing.Kind.AT_MOST
        && ends.upper().kind() == Crossing.Kind.ABOVE) {
      return "no bounds";
    }
    return ends.lower().equals(ends.upper())
        ? crossing(key + "-both", ends.lower())
        : crossing(key + "-low", ends.lower()) + " to " + crossing(key + "-high", ends.upper());
  }

  private String sure(String key, SureBounds sure) {
    if (sure.above().isEmpty() && sure.atMost().isEmpty()) {
      return "none";
    }
    String low =
        sure.above().isPresent()
            ? numbers.real(key + "above", sure.above().getAsDouble(), 12)
            : "0";
    return sure.atMost().isPresent()
        ? "$(" + low + ", " + numbers.real(key + "at-most", sure.atMost().getAsDouble(), 12) + "]$"
        : "$(" + low + ", \\infty)$";
  }

  /** The thresholds over the dimensions, one growth for each choice of the other axes. */
  private List<Map<String, Object>> growths(Question question, int number) {
    List<Map<String, Object>> out = new ArrayList<>();
    Optional<Axis> dimension =
        document.facets().stream().filter(a -> a.name().equals(DIMENSION)).findFirst();
    if (dimension.isEmpty()) {
      return out;
    }
    List<Axis> others =
        document.facets().stream().filter(a -> !a.name().equals(DIMENSION)).toList();
    for (List<Series> group : document.grouped(others).values()) {
      String key = "growth" + number + "x" + (out.size() + 1) + "-";
      String where = others.isEmpty() ? "" : document.name(group.get(0), others);
      out.add(
          Map.of(
              "ending",
              SweepDocument.words(question.ending()),
              "where",
              where,
              "text",
              text(key, growth(group, question))));
    }
    return out;
  }

  /** The growth over series that differ in their dimension. */
  Growth growth(List<Series> group, Question question) {
    List<Growth.Point> points = new ArrayList<>();
    for (Series one : group) {
      SampleThreshold threshold = threshold(one, question);
      if (threshold.crosses()) {
        int d = (int) one.fixed().get(DIMENSION).number().orElseThrow();
        points.add(
            new Growth.Point(d, threshold.estimate().orElseThrow().n(), threshold.errorOfLog()));
      }
    }
    return Growth.of(points, document.input().estimator().confidence());
  }

  private String text(String key, Growth growth) {
    if (growth instanceof Growth.NotFitted none) {
      return LatexText.prose("not fitted: " + none.reason()) + ".";
    }
    Growth.Line line = (Growth.Line) growth;
    return "$n^\\ast \\approx "
        + numbers.real(key + "factor", line.factor(), 3)
        + "\\, d^{\\,p}$ with $p = "
        + numbers.real(key + "slope", line.slope(), 3)
        + "$, standard error "
        + numbers.real(key + "error", line.error(), 2)
        + ", interval ["
        + numbers.real(key + "low", line.interval().lower(), 3)
        + ", "
        + numbers.real(key + "high", line.interval().upper(), 3)
        + "]; $\\chi^2 = "
        + numbers.real(key + "misfit", line.misfit(), 3)
        + "$ on "
        + numbers.count(key + "degrees", line.degrees())
        + (line.degrees() == 1 ? " degree" : " degrees")
        + " of freedom.";
  }
}
