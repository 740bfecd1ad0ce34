package org.flowproof.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.flowproof.check.Verdict;
import org.flowproof.check.alignment.AlignmentResult;
import org.flowproof.check.alignment.AlignmentResult.NeuronReport;
import org.flowproof.check.alignment.Destination;
import org.flowproof.check.alignment.Hypothesis;
import org.flowproof.check.alignment.Phase;
import org.flowproof.flow.Trajectory;

/** The early-alignment theorem on one case, for readers. */
final class AlignmentText {
  /** Networks up to this width are listed neuron by neuron. */
  private static final int NARROW = 12;

  private static final int WORST = 6;

  private final Console console;

  AlignmentText(Console console) {
    this.console = console;
  }

  void print(AlignmentResult result) {
    TextTable table = new TextTable("  HYPOTHESIS", "STATUS", "FOUND");
    for (Hypothesis hypothesis : result.hypotheses()) {
      table.row(
          "  " + hypothesis.id(),
          hypothesis.status().name().toLowerCase(Locale.ROOT).replace('_', ' '),
          hypothesis.detail());
    }
    console.print(table);
    result.phase().ifPresent(phase -> phase(result, phase));
    if (result.neurons().isEmpty()) {
      part("(i) weights", result.weights(), "");
      part("(ii) directions", result.directions(), "");
      return;
    }
    result
        .run()
        .flatMap(Trajectory::nonUniqueness)
        .filter(n -> n.time() <= result.end())
        .ifPresent(n -> console.print("  " + CaseTable.notUnique(n)));
    part("(i) weights", result.weights(), bounds(result));
    part("(ii) directions", result.directions(), directions(result));
    destinations(result);
    neurons(result);
  }

  private void phase(AlignmentResult result, Phase phase) {
    Phase.Constants c = phase.constants();
    console.print(
        "  D_max "
            + Display.precise(c.longest())
            + ", D_min "
            + Display.precise(c.shortest())
            + ", alpha_min "
            + Display.precise(c.alphaMin())
            + ", delta_0 "
            + Display.precise(c.delta()));
    console.print(
        "  epsilon "
            + phase.request().epsilon()
            + ", alpha_0 "
            + phase.request().alpha0()
            + ", lambda "
            + Display.precise(phase.scale().lambda())
            + ", lambda* "
            + phase.largestScale().map(Display::precise).orElse("none")
            + ", tau "
            + Display.precise(result.end())
            + ", latest arrival "
            + Display.number(phase.travel()));
  }

  private void part(String name, AlignmentResult.Part part, String detail) {
    String seen =
        part.verdict() == part.seen() || part.seen() == Verdict.UNKNOWN
            ? ""
            : switch (part.seen()) {
              case HOLDS -> ", though the run agrees with it";
              case VIOLATED -> ", and the run does not agree with it";
              case ENCLOSED, NOT_APPLICABLE, UNKNOWN -> "";
            };
    console.print("  " + name + ": " + part.verdict() + seen);
    if (!part.reason().isEmpty()) {
      console.print("    " + part.reason());
    }
    if (!detail.isEmpty()) {
      console.print("    " + detail);
    }
  }

  private static String bounds(AlignmentResult result) {
    AlignmentResult.Growth growth = result.growth();
    NeuronReport tight = growth.tight();
    return String.format(
        Locale.ROOT,
        "|a(t)/a(0)| in [%.4g, %.4g], bounds [%.4g, %.4g]; margin %.3g at neuron %d, numerical"
            + " error %.2g; read at %d times, gaps closed",
        growth.least(),
        growth.most(),
        1 / growth.factor(),
        growth.factor(),
        tight.bound().margin(),
        tight.neuron(),
        tight.bound().error(),
        result.readTimes());
  }

  private static String directions(AlignmentResult result) {
    long meeting = result.neurons().stream().filter(NeuronReport::meetsCondition).count();
    double ratio =
        result.neurons().stream()
            .filter(NeuronReport::meetsCondition)
            .flatMap(n -> n.end().ratio().stream())
            .mapToDouble(r -> r)
            .max()
            .orElse(Double.NaN);
    return meeting
        + " of "
        + result.neurons().size()
        + " neurons meet Condition 1"
        + (Double.isNaN(ratio)
            ? ""
            : "; their largest (|D| - <D, w/a>)/lambda^(epsilon |D|/D_max) is "
                + Display.number(ratio));
  }

  private void destinations(AlignmentResult result) {
    TextTable table =
        new TextTable("  AT tau", "CONDITION 1", "OTHERS", "|D|", "ANGLE", "GAP", "RATIO");
    Map<Destination, List<NeuronReport>> groups = new LinkedHashMap<>();
    Destination.all(result).forEach(d -> groups.put(d, d.of(result)));
    groups.forEach(
        (destination, neurons) -> {
          long meeting = neurons.stream().filter(NeuronReport::meetsCondition).count();
          table.row(
              "  " + destination.words(),
              Long.toString(meeting),
              Long.toString(neurons.size() - meeting),
              destination.extremal() ? Display.number(neurons.get(0).end().pull()) : "-",
              largest(neurons.stream().flatMap(n -> n.end().angle().stream())),
              largest(
                  neurons.stream()
                      .filter(n -> n.end().ratio().isPresent())
                      .flatMap(n -> n.end().gap().stream())
                      .map(g -> g.value())),
              largest(neurons.stream().flatMap(n -> n.end().ratio().stream())));
        });
    console.print(table);
    console.print(
        "  largest of each row: ANGLE between w and the extremal direction, GAP |D| - <D, w/a>,"
            + " RATIO of the gap to lambda^(epsilon |D|/D_max)");
  }

  private static String largest(Stream<Double> values) {
    return values.max(Double::compare).map(Display::number).orElse("-");
  }

  private void neurons(AlignmentResult result) {
    boolean narrow = result.neurons().size() <= NARROW;
    List<NeuronReport> shown = new ArrayList<>(result.neurons());
    if (!narrow) {
      shown.sort(
          Comparator.comparingInt(AlignmentText::concern)
              .thenComparing(n -> n.end().ratio().map(r -> -r).orElse(0.0)));
      shown = shown.subList(0, WORST);
    }
    TextTable table =
        new TextTable(
            "  j",
            "a",
            "CONDITION 1",
            "|a(t)/a(0)|",
            "AT tau",
            "GAP",
            "ERROR",
            "RATIO",
            "(i)",
            "(ii)");
    boolean late = !result.phase().orElseThrow().longEnough();
    for (NeuronReport n : shown) {
      table.row(
          "  " + n.neuron(),
          n.positive() ? "+" : "-",
          condition(n),
          String.format(Locale.ROOT, "%.3g ... %.3g", n.bound().least(), n.bound().most()),
          Destination.of(n).words(),
          n.end().gap().map(g -> Display.number(g.value())).orElse("-"),
          n.end().gap().map(g -> Display.number(g.radius())).orElse("-"),
          n.end().ratio().map(Display::number).orElse("-"),
          n.bound().verdict().name(),
          !n.meetsCondition()
              ? "-"
              : late && n.onItsWay() ? "on its way" : n.end().verdict().name());
    }
    if (!narrow) {
      console.print("  the neurons next to violating it:");
    }
    console.print(table);
  }

  private static String condition(NeuronReport n) {
    return n.condition().status() == Hypothesis.Status.MET
        ? "met"
        : n.condition().status() == Hypothesis.Status.UNKNOWN
            ? "unknown: " + n.condition().reason()
            : n.condition().reason();
  }

  /** What is not as it should be comes first. */
  private static int concern(NeuronReport n) {
    boolean speaks = n.condition().status() != Hypothesis.Status.NOT_MET;
    int ends = speaks ? rank(n.end().verdict()) : 2;
    return Math.min(rank(n.bound().verdict()), ends) * 2 + (n.meetsCondition() ? 0 : 1);
  }

  private static int rank(Verdict verdict) {
    return switch (verdict) {
      case VIOLATED -> 0;
      case UNKNOWN -> 1;
      case ENCLOSED, HOLDS, NOT_APPLICABLE -> 2;
    };
  }
}
