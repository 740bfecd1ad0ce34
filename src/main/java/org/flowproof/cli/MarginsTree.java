package org.flowproof.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.flowproof.check.margins.ActivationSets;
import org.flowproof.check.margins.HypothesisConstant;
import org.flowproof.check.margins.LimitItem;
import org.flowproof.check.margins.LimitPrediction;
import org.flowproof.check.margins.LimitStatement;
import org.flowproof.check.margins.MarginReading;
import org.flowproof.check.margins.MarginsResult;
import org.flowproof.check.margins.Ranks;
import org.flowproof.flow.choice.IntegratorChoice;
import org.flowproof.problem.CaseFile;

/** Margins and stable ranks of one case, for JSON. */
final class MarginsTree {
  private MarginsTree() {}

  static Map<String, Object> document(CaseFile file, MarginsResult result, int code) {
    Map<String, Object> map = ResultJson.document("margins", code);
    map.put("case", file.id());
    map.putAll(summary(result));
    map.put(
        "run",
        result.run().map(run -> ResultJson.run(IntegratorChoice.of(file), run)).orElse(null));
    map.put("readings", result.late().stream().map(MarginsTree::reading).toList());
    return map;
  }

  /** Everything but the run and the readings before its end. */
  static Map<String, Object> summary(MarginsResult result) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("delta", result.delta());
    map.put("obstacle", result.obstacle().isEmpty() ? null : result.obstacle());
    map.put("formDiffers", result.form().isEmpty() ? null : result.form());
    map.put("nearOrthogonality", finite(result.nearness()));
    map.put("hypotheses", result.constants().stream().map(MarginsTree::constant).toList());
    map.put("start", result.end().map(e -> reading(e.start())).orElse(null));
    map.put("end", result.end().map(e -> reading(e.reading())).orElse(null));
    map.put("direction", result.end().map(MarginsTree::direction).orElse(null));
    map.put("activationSets", result.end().map(e -> sets(e.sets())).orElse(null));
    map.put("limits", result.prediction().map(MarginsTree::limits).orElse(null));
    map.put("statements", result.statements().stream().map(MarginsTree::statement).toList());
    return map;
  }

  private static Map<String, Object> constant(HypothesisConstant constant) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("id", constant.id());
    map.put("says", constant.says());
    map.put("largestConstant", finite(constant.constant()));
    map.put("words", constant.words());
    map.put("detail", constant.detail());
    return map;
  }

  private static Map<String, Object> reading(MarginReading reading) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("t", reading.t());
    map.put("time", reading.time());
    map.put("logLoss", finite(reading.logLoss()));
    map.put("logLossError", finite(reading.logLossError()));
    map.put("scaledLoss", finite(reading.scaledLoss()));
    map.put("scaledLossError", finite(reading.scaledLossError()));
    map.put("norm", reading.norm());
    map.put("normError", reading.normError());
    map.put("margins", reading.margins());
    map.put("marginError", reading.marginError());
    rank(map, "stableRankPositive", reading.ranks().positive());
    rank(map, "stableRankNegative", reading.ranks().negative());
    rank(map, "stableRankWhole", reading.ranks().whole());
    return map;
  }

  private static void rank(Map<String, Object> map, String name, Ranks.StableRank rank) {
    map.put(name, finite(rank.value()));
    map.put(name + "Error", finite(rank.error()));
  }

  private static Map<String, Object> direction(MarginsResult.End end) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("settledFrom", end.settled());
    map.put("heldPairs", end.held());
    map.put("kktStationarity", end.kkt().map(k -> finite(k.stationarity())).orElse(null));
    map.put("kktComplementarity", end.kkt().map(k -> finite(k.complementarity())).orElse(null));
    map.put("kktMultipliers", end.kkt().map(k -> k.multipliers()).orElse(null));
    map.put(
        "maximalMarginOnTheseSides", end.maximal().map(x -> finite(x.withSides())).orElse(null));
    map.put("distanceFromIt", end.maximal().map(x -> finite(x.distance())).orElse(null));
    map.put("itKeepsTheSides", end.maximal().map(x -> x.keepsSides()).orElse(null));
    map.put(
        "maximalMargin",
        end.maximal().flatMap(x -> x.overall().stream().boxed().findFirst()).orElse(null));
    map.put("singularValuesPositive", end.spectrum().positive());
    map.put("singularValuesNegative", end.spectrum().negative());
    map.put("singularValueError", end.spectrum().error());
    return map;
  }

  private static Map<String, Object> sets(ActivationSets sets) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("ownClass", sets.own());
    map.put("atStart", sets.start());
    map.put("atEnd", sets.end());
    map.put("inBoth", sets.kept());
    return map;
  }

  private static Map<String, Object> limits(LimitPrediction limits) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("rates", limits.rates());
    map.put("slopes", limits.slopes());
    map.put("scaledLoss", limits.scaledLoss());
    map.put("normalizedMargin", limits.normalized());
    rank(map, "stableRankPositive", limits.ranks().positive());
    rank(map, "stableRankNegative", limits.ranks().negative());
    rank(map, "stableRankWhole", limits.ranks().whole());
    map.put("exponent", limits.exponent());
    map.put("relativeError", limits.error());
    return map;
  }

  private static Map<String, Object> statement(LimitStatement statement) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("id", statement.kind().id());
    map.put("says", statement.kind().says());
    map.put("verdict", statement.verdict().name());
    map.put("reason", statement.reason());
    map.put("items", statement.items().stream().map(MarginsTree::item).toList());
    return map;
  }

  private static Map<String, Object> item(LimitItem item) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("of", item.of());
    map.put("predicted", finite(item.predicted()));
    map.put("extrapolated", finite(item.found().limit()));
    map.put("errorBar", finite(item.found().bar()));
    map.put("settles", item.found().settles());
    map.put("successive", item.found().successive().stream().map(MarginsTree::finite).toList());
    map.put("verdict", item.verdict().name());
    map.put("reason", item.reason());
    return map;
  }

  private static Double finite(double value) {
    return Double.isFinite(value) ? value : null;
  }
}
