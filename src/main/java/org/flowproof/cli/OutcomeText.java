package org.flowproof.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.flowproof.check.outcome.Ending;
import org.flowproof.check.outcome.RunOutcome;
import org.flowproof.check.outcome.Variation;
import org.flowproof.problem.Problem;

/** Where a run ends, as lines for readers and as a tree for the JSON output. */
final class OutcomeText {
  private final Console console;

  OutcomeText(Console console) {
    this.console = console;
  }

  void print(RunOutcome outcome, Problem problem) {
    console.print("  ends at: " + verdict(outcome));
    SortedMap<String, Double> numbers = outcome.numbers();
    if (outcome.how().isEmpty()) {
      if (numbers.containsKey("endMse")) {
        console.print("  " + end(numbers) + ", train MSE " + Display.number(numbers.get("endMse")));
      }
      return;
    }
    console.print("  error bars: " + outcome.how());
    TextTable distances = new TextTable("  DISTANCE FROM", "LARGEST OVER SAMPLES", "ERROR");
    distance(distances, "interpolation", "interpolation", numbers);
    distance(distances, "least squares", "full", numbers);
    distance(distances, "half least squares", "half", numbers);
    console.print(distances);
    console.print(
        "  train MSE "
            + (numbers.get("trainMse") == 0 ? "0" : Display.precise(numbers.get("trainMse")))
            + " +- "
            + Display.number(numbers.get("trainMseError"))
            + law(numbers));
    console.print(
        "  neurons that contribute: "
            + count(numbers, "contributing")
            + " of "
            + problem.network().width()
            + ", directions: "
            + count(numbers, "directions")
            + halves(outcome));
    if (numbers.containsKey("otherPatterns")) {
      console.print(fixedPoint(outcome));
    }
    console.print("  " + end(numbers));
    outcome.point().ifPresent(p -> StationaryText.lines(p).forEach(console::print));
    if (!outcome.reruns().isEmpty()) {
      TextTable table = new TextTable("  VARIED", "ENDS AT", "REMARK");
      for (RunOutcome.Rerun rerun : outcome.reruns()) {
        table.row("  " + rerun.variation().key(), rerun.ending().words(), rerun.reason());
      }
      console.print(table);
    }
  }

  private static String end(SortedMap<String, Double> numbers) {
    return "at the end, t = "
        + Display.number(numbers.get("endTime"))
        + ": norm of the gradient "
        + Display.number(numbers.get("gradientNorm"));
  }

  private static String verdict(RunOutcome outcome) {
    if (outcome.verdict() == Ending.UNKNOWN) {
      return "UNKNOWN: " + outcome.explanation();
    }
    String trust =
        outcome.trusted()
            ? " (second runs end alike)"
            : outcome.reruns().isEmpty()
                ? " (one run alone)"
                : " (" + missing(outcome) + " could not be varied)";
    return outcome.verdict().words() + trust;
  }

  private static String missing(RunOutcome outcome) {
    List<String> names = new ArrayList<>();
    for (Variation variation : Variation.values()) {
      if (outcome.reruns().stream().noneMatch(r -> r.variation() == variation)) {
        names.add(variation.key());
      }
    }
    return String.join(", ", names);
  }

  private static void distance(
      TextTable table, String words, String key, SortedMap<String, Double> numbers) {
    Double distance = numbers.get("distance." + key);
    if (distance != null) {
      double error = numbers.get("distance." + key + ".error");
      table.row("  " + words, Display.number(distance), Display.number(error));
    }
  }

  private static String law(SortedMap<String, Double> numbers) {
    if (!numbers.containsKey("noiseVariance")) {
      return "";
    }
    String test =
        numbers.containsKey("testMse")
            ? ", test MSE " + Display.number(numbers.get("testMse"))
            : "";
    return test
        + ", noise variance "
        + Display.number(numbers.get("noiseVariance"))
        + " (times 1 - 2d/n: "
        + Display.number(numbers.get("predictedMse"))
        + ")";
  }

  private static String halves(RunOutcome outcome) {
    SortedMap<String, Double> numbers = outcome.numbers();
    if (!numbers.containsKey("otherPatterns")) {
      return "";
    }
    return ", mean cosine with the fit of their half: " + Display.number(numbers.get("meanCosine"));
  }

  /** The hypotheses of the claim threshold/spurious-fixed-point. */
  private static String fixedPoint(RunOutcome outcome) {
    int others = outcome.numbers().get("otherPatterns").intValue();
    String patterns =
        others == 0
            ? "every neuron is active on a whole half, both or none"
            : others + " neurons are active on a part of a half";
    String outputs =
        outcome.ending() == Ending.HALF_LEAST_SQUARES
            ? "the outputs are least squares on each half"
            : "the outputs are not known to be least squares on each half";
    return "  for threshold/spurious-fixed-point: " + patterns + "; " + outputs;
  }

  private static String count(SortedMap<String, Double> numbers, String key) {
    return String.valueOf(numbers.get(key).intValue());
  }

  /** For JSON. */
  static Map<String, Object> tree(RunOutcome outcome) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("verdict", outcome.verdict().name());
    map.put("trusted", outcome.trusted());
    map.put("explanation", outcome.explanation().isEmpty() ? null : outcome.explanation());
    map.put("point", outcome.point().map(StationaryText::tree).orElse(null));
    map.put("ending", outcome.ending().name());
    map.put("errorBars", outcome.how().isEmpty() ? null : outcome.how());
    List<Object> reruns = new ArrayList<>();
    for (RunOutcome.Rerun rerun : outcome.reruns()) {
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put("varied", rerun.variation().key());
      entry.put("ending", rerun.ending().name());
      entry.put("reason", rerun.reason().isEmpty() ? null : rerun.reason());
      reruns.add(entry);
    }
    map.put("reruns", reruns);
    map.put("numbers", outcome.numbers());
    return map;
  }
}
