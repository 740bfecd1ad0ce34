package org.flowproof.cli;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.flowproof.falsify.attack.Acceptance;
import org.flowproof.falsify.attack.AttackResult;
import org.flowproof.problem.Problem;

/** What came of attacks, for readers. */
final class FalsifyText {
  private static final int STRATEGIES = 3;

  private final Console console;

  FalsifyText(Console console) {
    this.console = console;
  }

  /**
   * One attack.
   *
   * @param file the case that was written, if any
   */
  void print(AttackResult result, Optional<Path> file) {
    console.print(result.claim().id() + ": " + result.claim().title());
    line("seed", String.valueOf(result.budget().seed()));
    line("tries", tries(result));
    line("hypotheses", hypotheses(result.acceptances()));
    if (result.climbs() > 0) {
      line("climbs", result.climbs() + ", " + result.climbed() + " problems");
    }
    result.unconfirmed().forEach(doubt -> line("doubtful", doubt));
    result
        .counterexample()
        .ifPresentOrElse(c -> violation(c), () -> line("result", nothing(result)));
    result.tightest().ifPresent(t -> line(word(result), number(t.value()) + " at " + t.how()));
    file.ifPresent(f -> line("written", f.toString()));
    line("time", String.format(Locale.ROOT, "%.1f s", result.seconds()));
  }

  private void violation(AttackResult.Counterexample found) {
    line("result", "VIOLATED at " + found.how());
    line("made smaller", size(found.found()) + " to " + size(found.problem()));
    found.confirmation().runs().forEach(run -> line("confirmed", run));
    found.confirmation().finding().ifPresent(finding -> line("because", finding.reason()));
  }

  private static String nothing(AttackResult result) {
    if (!result.outcomes().containsKey("HELD")) {
      return "the claim was seen to hold on no problem, so nothing is known";
    }
    return "no counterexample"
        + (result.outOfTime() ? " before the time was over" : " within the budget");
  }

  /** What the nearest problem was ranked by. */
  private static String word(AttackResult result) {
    return result.tightened() ? "tightness" : "least margin";
  }

  private static String tries(AttackResult result) {
    String outcomes =
        new TreeMap<>(result.outcomes())
            .entrySet().stream()
                .map(e -> e.getValue() + " " + e.getKey())
                .collect(Collectors.joining(", "));
    return result.tries()
        + " of "
        + result.budget().tries()
        + (outcomes.isEmpty() ? "" : ": " + outcomes)
        + (result.missed() == 0 ? "" : ", " + result.missed() + " without a problem");
  }

  private static String hypotheses(List<Acceptance> all) {
    int repaired = all.stream().mapToInt(Acceptance::repaired).sum();
    String best =
        all.stream()
            .sorted(Comparator.comparingInt((Acceptance a) -> -a.met() - a.repaired()))
            .limit(STRATEGIES)
            .map(a -> a.strategy().text() + " " + (a.met() + a.repaired()) + "/" + a.drawn())
            .collect(Collectors.joining("; "));
    return String.format(
        Locale.ROOT,
        "met by %.0f %% of the draws, %d of them repaired; most by %s",
        100 * Acceptance.share(all),
        repaired,
        best);
  }

  private static String size(Problem problem) {
    return "n = "
        + problem.data().n()
        + ", m = "
        + problem.network().width()
        + ", d = "
        + problem.data().d();
  }

  static String number(double value) {
    return String.format(Locale.ROOT, "%.6g", value);
  }

  private void line(String what, String text) {
    console.print(String.format(Locale.ROOT, "  %-13s %s", what, text));
  }

  /** All attacks together. */
  void summary(List<AttackResult> results) {
    Map<String, Integer> outcomes = new TreeMap<>();
    results.forEach(r -> r.outcomes().forEach((word, n) -> outcomes.merge(word, n, Integer::sum)));
    long broken = results.stream().filter(r -> r.counterexample().isPresent()).count();
    int climbed = results.stream().mapToInt(AttackResult::climbed).sum();
    console.print(
        results.size()
            + " claims, "
            + outcomes.values().stream().mapToInt(Integer::intValue).sum()
            + " problems ("
            + outcomes.entrySet().stream()
                .map(e -> e.getValue() + " " + e.getKey())
                .collect(Collectors.joining(", "))
            + ") and "
            + climbed
            + " in climbs: "
            + broken
            + (broken == 1 ? " counterexample" : " counterexamples"));
  }
}
