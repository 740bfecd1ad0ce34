package org.flowproof.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.flowproof.check.smallstart.Approach;
import org.flowproof.check.smallstart.PrintedForms;
import org.flowproof.check.smallstart.SmallStartResult;
import org.flowproof.check.smallstart.StartStatement;
import org.flowproof.problem.CaseFile;
import org.flowproof.problem.Vec;

/** The limit of small starts of one case, for JSON. */
final class SmallStartTree {
  private SmallStartTree() {}

  static Map<String, Object> document(CaseFile file, SmallStartResult result, int code) {
    Map<String, Object> map = ResultJson.document("small-start", code);
    map.put("case", file.id());
    map.putAll(summary(result));
    return map;
  }

  static Map<String, Object> summary(SmallStartResult result) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("obstacle", result.obstacle().isEmpty() ? null : result.obstacle());
    map.put("times", result.request().times());
    map.put("scales", result.request().scales());
    map.put("seed", result.request().seed());
    map.put(
        "imbalances", result.request().imbalances().stream().map(SmallStartTree::list).toList());
    result.found().ifPresent(found -> found(map, found));
    map.put("statements", result.statements().stream().map(SmallStartTree::statement).toList());
    return map;
  }

  private static void found(Map<String, Object> map, SmallStartResult.Found found) {
    map.put("gamma", list(found.growth().gamma()));
    map.put("gammaNorm", found.growth().norm());
    map.put("slopeAtZero", found.growth().slope());
    map.put("rate", found.growth().rate());
    map.put("projections", list(found.projections()));
    map.put("printedProjections", list(found.printed()));
    map.put("ratio", found.ratio().orElse(null));
    map.put("foldedRatio", found.folded().orElse(null));
    map.put("limit", found.limit().stream().map(SmallStartTree::point).toList());
    map.put("distances", distances(found.approach()));
    map.put("distancesOfEqualRatio", distances(found.partner()));
    map.put("printed", printed(found.forms()));
  }

  /** What the source prints beside what is found. */
  private static Map<String, Object> printed(PrintedForms forms) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("growthOff", finite(forms.growth()));
    map.put("printedGrowthOff", finite(forms.printedGrowth()));
    map.put("ratio", forms.outputs().map(PrintedForms.Ratios::corrected).orElse(null));
    map.put("printedRatio", forms.outputs().map(PrintedForms.Ratios::printed).orElse(null));
    map.put("observedRatio", forms.outputs().map(PrintedForms.Ratios::observed).orElse(null));
    List<Map<String, Object>> sizes = new ArrayList<>();
    for (PrintedForms.Size size : forms.sizes()) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("scale", size.scale());
      row.put("norm", finite(size.corrected()));
      row.put("printedNorm", finite(size.printed()));
      sizes.add(row);
    }
    map.put("sizes", sizes);
    return map;
  }

  private static List<Double> list(Vec vector) {
    return Arrays.stream(vector.toArray()).boxed().toList();
  }

  private static Map<String, Object> point(SmallStartResult.Point point) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("t", point.time());
    map.put("weights", list(point.weights()));
    map.put("error", finite(point.error()));
    return map;
  }

  private static List<Map<String, Object>> distances(Approach approach) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (int s = 0; s < approach.scales().size(); s++) {
      for (int t = 0; t < approach.times().size(); t++) {
        Approach.Distance distance = approach.distances().get(s).get(t);
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("scale", approach.scales().get(s));
        row.put("t", approach.times().get(t));
        row.put("distance", finite(distance.error()) == null ? null : distance.value());
        row.put("error", finite(distance.error()));
        rows.add(row);
      }
    }
    return rows;
  }

  /** Distances of runs from the initial weights as CSV; infinite errors where there is none. */
  static String table(Approach approach) {
    StringBuilder out = new StringBuilder("scale,t,distance,error\n");
    for (int s = 0; s < approach.scales().size(); s++) {
      for (int t = 0; t < approach.times().size(); t++) {
        Approach.Distance distance = approach.distances().get(s).get(t);
        out.append(approach.scales().get(s)).append(',');
        out.append(approach.times().get(t)).append(',');
        out.append(distance.value()).append(',').append(distance.error()).append('\n');
      }
    }
    return out.toString();
  }

  private static Map<String, Object> statement(StartStatement statement) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("id", statement.kind().id());
    map.put("says", statement.kind().says());
    map.put("verdict", statement.verdict().name());
    map.put("detail", statement.detail());
    return map;
  }

  private static Double finite(double value) {
    return Double.isFinite(value) ? value : null;
  }
}
