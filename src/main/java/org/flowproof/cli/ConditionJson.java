package org.flowproof.cli;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.flowproof.check.ConditionResult;
import org.flowproof.check.Threshold;
import org.flowproof.formula.TextPrinter;
import org.flowproof.proof.Condition;

/** Conditions as trees of maps and lists, the shape of the JSON output. */
final class ConditionJson {
  private ConditionJson() {}

  /** A condition as it stands in the claim. */
  static Map<String, Object> stated(Condition condition) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("id", condition.id());
    map.put("says", condition.says());
    map.put("in", word(condition.in()));
    map.put("holds", TextPrinter.print(condition.holds()));
    return map;
  }

  /** A condition on a problem. */
  static Map<String, Object> result(ConditionResult result) {
    Map<String, Object> map = stated(result.condition());
    map.put("outcome", result.outcome().name());
    map.put("reason", result.reason());
    map.put("left", result.sides().map(ConditionResult.Sides::left).orElse(null));
    map.put("right", result.sides().map(ConditionResult.Sides::right).orElse(null));
    map.put("numericalError", result.sides().map(ConditionResult.Sides::error).orElse(null));
    map.put("indices", result.sides().map(s -> new TreeMap<>(s.indices())).orElse(null));
    map.put("holding", result.instances().holding());
    map.put("failing", result.instances().failing());
    map.put("open", result.instances().open());
    map.put("vacuous", result.instances().vacuous());
    map.put("threshold", threshold(result.threshold()));
    map.put("surprise", result.surprise());
    return map;
  }

  private static Map<String, Object> threshold(Threshold threshold) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("shape", threshold.shape().name());
    map.put("value", finite(threshold.value()));
    map.put("accuracy", finite(threshold.accuracy()));
    map.put("from", finite(threshold.from()));
    map.put("to", finite(threshold.to()));
    map.put("remark", threshold.remark());
    return map;
  }

  private static Double finite(double value) {
    return Double.isFinite(value) ? value : null;
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
