package org.flowproof.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.flowproof.check.smallstart.Approach;
import org.flowproof.check.smallstart.SmallStartResult;
import org.flowproof.check.smallstart.StartStatement;
import org.flowproof.problem.Vec;

/** The section on the limit of ever smaller starts. */
final class SmallStartSection {
  private static final String SOURCE = "zhao-bai-zhang-2024";

  /** More columns than this do not fit. */
  private static final int TIMES = 6;

  /** More numbers than this are not listed. */
  private static final int LISTED = 6;

  private static final Map<StartStatement.Kind, String> STATEMENTS =
      Map.of(
          StartStatement.Kind.GROWTH,
          "early on $a_j(t) = C_j e^{\\mu t}/(2\\lVert\\gamma\\rVert)$",
          StartStatement.Kind.PRINTED_GROWTH,
          "the same with $\\mu$ and $C_j$ as printed, for $\\sigma'(0) = 1$",
          StartStatement.Kind.LIMIT,
          "the distance to $h$ tends to $0$ with $\\alpha$",
          StartStatement.Kind.PRINTED_SHIFT,
          "the same with $t + \\log\\frac1\\alpha/\\lVert\\gamma\\rVert$ as printed",
          StartStatement.Kind.BOUND,
          "it falls at least like $\\alpha^p$",
          StartStatement.Kind.FIRST_ORDER,
          "it falls like $\\alpha$",
          StartStatement.Kind.PRINTED_RATE,
          "it falls like $\\alpha^p$",
          StartStatement.Kind.SAME_RATIO,
          "equal $C/\\lVert C\\rVert$ give one trajectory",
          StartStatement.Kind.OTHER_RATIO,
          "unequal $C/\\lVert C\\rVert$ give different ones",
          StartStatement.Kind.RAW_RATIO,
          "equal $a/\\lVert a\\rVert$ give one trajectory");

  private final Document document;
  private final NumberMacros numbers;
  private final SmallStartResult result;

  private SmallStartSection(Document document, SmallStartResult result) {
    this.document = document;
    this.result = result;
    numbers = document.numbers();
  }

  static Map<String, Object> model(
      Document document, SmallStartResult result, List<Figure> figures) {
    return new SmallStartSection(document, result).model(figures);
  }

  private Map<String, Object> model(List<Figure> figures) {
    Map<String, Object> map = document.model();
    map.put("source", document.cite(SOURCE));
    map.put("obstacle", LatexText.prose(result.obstacle()));
    map.put("statements", statements());
    map.put(
        "details",
        result.statements().stream()
            .map(s -> List.of(LatexText.code(s.kind().id()), LatexText.prose(s.detail())))
            .toList());
    map.put("drawn", !result.request().imbalances().isEmpty());
    map.put(
        "figures",
        figures.stream().map(f -> "\\ref{" + document.label("fig", f.name()) + "}").toList());
    result.found().ifPresent(found -> found(map, found));
    return map;
  }

  private void found(Map<String, Object> map, SmallStartResult.Found found) {
    map.put("gammaNorm", real("gamma", found.growth().norm(), 8));
    map.put("slope", real("slope", found.growth().slope(), 6));
    map.put("rate", real("rate", found.growth().rate(), 8));
    map.put("exponent", result.problem().data().d() == 1 ? "\\frac23" : "\\frac12");
    map.put("projections", projections(found.projections()));
    map.put("ratio", found.folded().map(c -> real("ratio", c, 8)).orElse(""));
    List<Double> times = found.approach().times();
    int shown = Math.min(TIMES, times.size());
    map.put("columns", "l" + "r".repeat(shown + 1));
    List<String> heads = new ArrayList<>();
    for (int t = 0; t < shown; t++) {
      heads.add("$t = " + real("time-" + (t + 1), times.get(t), 6) + "$");
    }
    map.put("heads", heads);
    map.put("left", numbers.count("small-start-times-left", times.size() - shown));
    map.put("more", times.size() > shown);
    map.put("distances", rows("own", found.approach(), shown));
    map.put("partner", rows("partner", found.partner(), shown));
    PrintedFormsTable.addTo(map, numbers, result, found);
  }

  private String projections(Vec projections) {
    if (projections.length() > LISTED) {
      return "";
    }
    List<String> all = new ArrayList<>();
    for (int j = 0; j < projections.length(); j++) {
      all.add(real("projection-" + (j + 1), projections.get(j), 8));
    }
    return all.stream().collect(Collectors.joining(",\\ "));
  }

  private List<List<String>> rows(String key, Approach approach, int shown) {
    List<List<String>> rows = new ArrayList<>();
    for (int s = 0; s < approach.scales().size(); s++) {
      String name = key + "-" + (s + 1);
      List<Approach.Distance> distances = approach.distances().get(s);
      List<String> row = new ArrayList<>();
      row.add("$" + real(name + "-scale", approach.scales().get(s), 3) + "$");
      for (int t = 0; t < shown; t++) {
        Approach.Distance distance = distances.get(t);
        row.add(
            Double.isInfinite(distance.error())
                ? "--"
                : "$" + real(name + "-at-" + (t + 1), distance.value(), 4) + "$");
      }
      double error = distances.stream().mapToDouble(Approach.Distance::error).max().orElseThrow();
      row.add(Double.isInfinite(error) ? "--" : "$" + real(name + "-error", error, 2) + "$");
      rows.add(row);
    }
    return rows;
  }

  private List<List<String>> statements() {
    return Arrays.stream(StartStatement.Kind.values())
        .map(
            kind ->
                List.of(
                    LatexText.code(kind.id()),
                    STATEMENTS.get(kind),
                    "\\fpverdict{"
                        + result.verdict(kind).name().toLowerCase(Locale.ROOT).replace('_', ' ')
                        + "}"))
        .toList();
  }

  private String real(String key, double value, int digits) {
    return numbers.real("small-start-" + key, value, digits);
  }
}
