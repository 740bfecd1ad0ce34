package org.flowproof.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.flowproof.check.alignment.AlignmentResult;
import org.flowproof.check.alignment.AlignmentResult.NeuronReport;
import org.flowproof.check.alignment.Hypothesis;
import org.flowproof.check.alignment.NeuronEnd;
import org.flowproof.check.alignment.Phase;
import org.flowproof.check.alignment.StartCondition;
import org.flowproof.check.alignment.WeightBound;
import org.flowproof.flow.choice.IntegratorChoice;
import org.flowproof.problem.CaseFile;
import org.flowproof.report.CsvTable;

/** The early-alignment theorem on one case, for JSON. */
final class AlignmentTree {
  private AlignmentTree() {}

  static Map<String, Object> document(CaseFile file, AlignmentResult result, int code) {
    Map<String, Object> map = ResultJson.document("alignment", code);
    map.put("case", file.id());
    map.putAll(summary(result));
    map.put(
        "run",
        result.run().map(run -> ResultJson.run(IntegratorChoice.of(file), run)).orElse(null));
    map.put("neurons", result.neurons().stream().map(AlignmentTree::neuron).toList());
    return map;
  }

  /** Everything but the run and the neurons. */
  static Map<String, Object> summary(AlignmentResult result) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("epsilon", result.request().epsilon());
    map.put("alpha0", result.request().alpha0());
    map.put("hypotheses", result.hypotheses().stream().map(AlignmentTree::hypothesis).toList());
    map.put("phase", result.phase().map(AlignmentTree::phase).orElse(null));
    map.put("weights", part(result.weights()));
    map.put("directions", part(result.directions()));
    map.put("readTimes", result.readTimes());
    map.put(
        "meetingCondition1",
        result.neurons().stream().filter(NeuronReport::meetsCondition).count());
    return map;
  }

  private static Map<String, Object> hypothesis(Hypothesis hypothesis) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("id", hypothesis.id());
    map.put("says", hypothesis.says());
    map.put("status", hypothesis.status().name());
    map.put("detail", hypothesis.detail());
    map.put("value", hypothesis.sides().map(s -> finite(s.value())).orElse(null));
    map.put("bound", hypothesis.sides().map(s -> finite(s.bound())).orElse(null));
    return map;
  }

  private static Map<String, Object> phase(Phase phase) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("lambda", phase.scale().lambda());
    map.put("lambdaAsked", phase.scale().asked());
    map.put("largestLambda", phase.largestScale().orElse(null));
    map.put("Dmax", phase.constants().longest());
    map.put("Dmin", phase.constants().shortest());
    map.put("alphaMin", phase.constants().alphaMin());
    map.put("delta0", finite(phase.constants().delta()));
    map.put("extremalVectors", phase.vectors().size());
    map.put("tau", phase.end().value());
    map.put("latestArrival", finite(phase.travel()));
    return map;
  }

  private static Map<String, Object> part(AlignmentResult.Part part) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("verdict", part.verdict().name());
    map.put("seen", part.seen().name());
    map.put("reason", part.reason());
    return map;
  }

  private static Map<String, Object> neuron(NeuronReport report) {
    StartCondition condition = report.condition();
    WeightBound bound = report.bound();
    NeuronEnd end = report.end();
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("neuron", report.neuron());
    map.put("positive", report.positive());
    map.put("condition1", condition.status().name());
    map.put("condition1Reason", condition.reason());
    map.put("startInner", finite(condition.inner()));
    map.put("weights", bound.verdict().name());
    map.put("weightsReason", bound.reason());
    map.put("least", finite(bound.least()));
    map.put("most", finite(bound.most()));
    map.put("margin", finite(bound.margin()));
    map.put("time", bound.time());
    map.put("relativeError", finite(bound.error()));
    map.put("dominance", finite(bound.dominance()));
    map.put("place", end.place().name());
    map.put("extremalVector", end.number() == 0 ? null : end.number());
    map.put("kind", end.shape().map(s -> s.name()).orElse(null));
    map.put("against", end.against());
    map.put("pull", end.pull());
    map.put("inner", end.inner().map(b -> b.value()).orElse(null));
    map.put("innerError", end.inner().map(b -> b.radius()).orElse(null));
    map.put("gap", end.gap().map(b -> b.value()).orElse(null));
    map.put("gapError", end.gap().map(b -> b.radius()).orElse(null));
    map.put("ratio", end.ratio().orElse(null));
    map.put("angle", end.angle().orElse(null));
    map.put("directions", report.meetsCondition() ? end.verdict().name() : null);
    map.put("directionsReason", end.reason());
    return map;
  }

  /** The table of neurons with its header, as CSV; a cell is empty where there is no value. */
  static String table(List<NeuronReport> reports) {
    StringBuilder out = new StringBuilder();
    for (NeuronReport report : reports) {
      Map<String, Object> row = neuron(report);
      if (out.length() == 0) {
        out.append(CsvTable.line(List.copyOf(row.keySet())));
      }
      out.append(
          row.values().stream()
              .map(AlignmentTree::cell)
              .collect(Collectors.joining(",", "", "\n")));
    }
    return out.toString();
  }

  private static String cell(Object value) {
    return value == null
        ? ""
        : value instanceof String text
            ? CsvTable.line(List.of(text)).stripTrailing()
            : value.toString();
  }

  private static Double finite(double value) {
    return Double.isFinite(value) ? value : null;
  }
}
