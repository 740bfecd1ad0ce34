package org.flowproof.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.flowproof.check.alignment.AlignmentResult;
import org.flowproof.check.alignment.AlignmentResult.NeuronReport;
import org.flowproof.check.alignment.Destination;
import org.flowproof.check.alignment.Hypothesis;
import org.flowproof.check.alignment.Phase;

/** The section on the early-alignment theorem, neuron by neuron. */
final class AlignmentSection {
  private static final String SOURCE = "boursier-flammarion-2025-early-alignment";
  private static final String NONE = "--";

  /** What hypotheses ask for, where it is a formula; the others are set as they are worded. */
  private static final Map<String, String> FORMULAS =
      Map.of(
          "domination",
          "$\\lVert w_j(0)\\rVert \\le \\lvert a_j(0)\\rvert$ for all $j$",
          "scale",
          "(5): $\\frac{m}{\\lambda^2 k}\\sum_{j \\le k} a_j(0)^2 \\le 1$ for all $k$",
          "saddles",
          "$G$ has no saddle",
          "small",
          "$\\lambda < \\lambda^*$ of (21)",
          "time",
          "$\\tau$ is long enough for neurons to arrive; needed for (ii), not asked by (21)");

  private final Document document;
  private final AlignmentResult result;

  private AlignmentSection(Document document, AlignmentResult result) {
    this.document = document;
    this.result = result;
  }

  static Map<String, Object> model(Document document, AlignmentResult result) {
    return new AlignmentSection(document, result).model();
  }

  private Map<String, Object> model() {
    Map<String, Object> map = document.model();
    map.put("source", document.cite(SOURCE));
    map.put("hypotheses", hypotheses());
    map.put("constants", result.phase().map(this::constants).orElse(List.of()));
    map.put("weights", part(result.weights()));
    map.put("directions", part(result.directions()));
    map.put("read", !result.neurons().isEmpty());
    if (!result.neurons().isEmpty()) {
      map.put("bounds", bounds());
      map.put("meeting", count("meeting", NeuronReport::meetsCondition));
      map.put("all", document.numbers().count("alignment-neurons", result.neurons().size()));
      map.put("ratio", largestRatio());
      map.put("destinations", destinations());
      map.put("excluded", excluded());
    }
    map.put(
        "figures",
        AlignmentFigures.of(result).stream()
            .map(f -> "\\ref{" + document.label("fig", f.name()) + "}")
            .toList());
    return map;
  }

  private List<List<String>> hypotheses() {
    return result.hypotheses().stream()
        .map(
            h ->
                List.of(
                    LatexText.code(h.id()),
                    FORMULAS.getOrDefault(h.id(), LatexText.prose(h.says())),
                    h.status().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                    LatexText.prose(h.detail())))
        .toList();
  }

  private List<String> constants(Phase phase) {
    NumberMacros numbers = document.numbers();
    Phase.Constants c = phase.constants();
    List<String> out = new ArrayList<>();
    out.add("\\varepsilon = " + numbers.real("alignment-epsilon", phase.request().epsilon(), 6));
    out.add("\\alpha_0 = " + numbers.real("alignment-alpha-zero", phase.request().alpha0(), 6));
    out.add("\\lambda = " + numbers.real("alignment-lambda", phase.scale().lambda(), 6));
    out.add(
        "\\lambda^* = "
            + phase
                .largestScale()
                .map(s -> numbers.real("alignment-largest-lambda", s, 6))
                .orElse("\\text{none}"));
    out.add("D_{\\max} = " + numbers.real("alignment-longest-pull", c.longest(), 8));
    out.add("D_{\\min} = " + numbers.real("alignment-shortest-pull", c.shortest(), 8));
    out.add("\\alpha_{\\min} = " + numbers.real("alignment-alpha-min", c.alphaMin(), 6));
    out.add("\\delta_0 = " + numbers.real("alignment-delta", c.delta(), 6));
    out.add("\\tau = " + numbers.real("alignment-end", result.end(), 8));
    return out;
  }

  private static Map<String, String> part(AlignmentResult.Part part) {
    return Map.of(
        "verdict",
        "\\fpverdict{" + part.verdict().name().toLowerCase(Locale.ROOT).replace('_', ' ') + "}",
        "reason",
        LatexText.prose(part.reason()),
        "seen",
        part.seen() == part.verdict()
            ? ""
            : part.seen().name().toLowerCase(Locale.ROOT).replace('_', ' '));
  }

  private Map<String, String> bounds() {
    NumberMacros numbers = document.numbers();
    AlignmentResult.Growth growth = result.growth();
    NeuronReport tight = growth.tight();
    return Map.of(
        "least", numbers.real("alignment-least-growth", growth.least(), 4),
        "most", numbers.real("alignment-most-growth", growth.most(), 4),
        "low", numbers.real("alignment-low-bound", 1 / growth.factor(), 4),
        "high", numbers.real("alignment-high-bound", growth.factor(), 4),
        "margin", numbers.real("alignment-margin", tight.bound().margin(), 3),
        "neuron", numbers.count("alignment-tight-neuron", tight.neuron()),
        "error", numbers.real("alignment-error", tight.bound().error(), 2),
        "times", numbers.count("alignment-times", result.readTimes()));
  }

  private String count(String key, java.util.function.Predicate<NeuronReport> which) {
    return document
        .numbers()
        .count("alignment-" + key, result.neurons().stream().filter(which).count());
  }

  private String largestRatio() {
    return largest(
        "alignment-ratio",
        result.neurons().stream()
            .filter(NeuronReport::meetsCondition)
            .flatMap(n -> n.end().ratio().stream()));
  }

  private String largest(String key, Stream<Double> values) {
    Optional<Double> most = values.max(Double::compare);
    return most.map(v -> document.numbers().real(key, v, 3)).orElse(NONE);
  }

  private List<List<String>> destinations() {
    List<List<String>> rows = new ArrayList<>();
    for (Destination destination : Destination.all(result)) {
      List<NeuronReport> neurons = destination.of(result);
      String key = "alignment-row-" + (rows.size() + 1);
      long meeting = neurons.stream().filter(NeuronReport::meetsCondition).count();
      rows.add(
          List.of(
              destination.words(),
              document.numbers().count(key + "-meeting", meeting),
              document.numbers().count(key + "-others", neurons.size() - meeting),
              destination.extremal()
                  ? document.numbers().real(key + "-pull", neurons.get(0).end().pull(), 4)
                  : NONE,
              largest(key + "-angle", neurons.stream().flatMap(n -> n.end().angle().stream())),
              largest(
                  key + "-gap",
                  neurons.stream()
                      .filter(n -> n.end().ratio().isPresent())
                      .flatMap(n -> n.end().gap().stream())
                      .map(g -> g.value())),
              largest(key + "-ratio", neurons.stream().flatMap(n -> n.end().ratio().stream()))));
    }
    return rows;
  }

  /** Why neurons do not meet Condition 1, with how many there are of each kind. */
  private List<List<String>> excluded() {
    List<NeuronReport> others = result.neurons().stream().filter(n -> !n.meetsCondition()).toList();
    List<List<String>> rows = new ArrayList<>();
    for (String reason : others.stream().map(n -> n.condition().reason()).distinct().toList()) {
      List<NeuronReport> same =
          others.stream().filter(n -> n.condition().reason().equals(reason)).toList();
      boolean open = same.get(0).condition().status() == Hypothesis.Status.UNKNOWN;
      rows.add(
          List.of(
              document.numbers().count("alignment-excluded-" + (rows.size() + 1), same.size()),
              LatexText.prose(reason) + (open ? " (not decided)" : "")));
    }
    return rows;
  }
}
