package org.flowproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.flowproof.check.TubeRefusal;
import org.flowproof.check.TubeRun;
import org.flowproof.enclose.claim.HandTube;
import org.flowproof.enclose.interval.Interval;
import org.flowproof.enclose.limit.LimitTheorem;
import org.flowproof.problem.ExpectedEnclosure;
import org.flowproof.problem.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a case with a tube, given the tube: here one around a closed form. */
class CaseEnclosureTest {
  private static final String CASE =
      """
      format: 1
      case: closed-form
      title: One neuron on one sample
      data: {x: [[3, 4]], y: [2]}
      network: {width: 2, activation: relu, trained: both}
      loss: {kind: squared, factor: 1/(2n)}
      initialization: {given: {a: [0.0390625, 1.5], w: [[0.0234375, 0.03125], [-0.75, -1]]}}
      dynamics: {kind: flow, stop: {time: 1}}
      enclose:
        until: 1
        radius: 1e-9
        limit: obstruction
        claims:
          - {claim: envelopes/norm-growth, expect: ENCLOSED}
          - {claim: envelopes/norm-growth-bernoulli, expect: ENCLOSED}
          - {claim: conjectures/gradient-only-falls, expect: VIOLATED}
          - {claim: envelopes/norm-growth-rate, expect: UNKNOWN, because: an equation}
      """;

  private static final LimitTheorem THEOREM =
      new LimitTheorem(
          1,
          Interval.of(0.125),
          List.of(),
          1e-3,
          1,
          1,
          1,
          LimitTheorem.Interpolation.FAILS,
          Optional.empty());

  @TempDir Path directory;

  private static TubeRun run(Optional<String> refusal, boolean proven) {
    return new TubeRun(
        Optional.of(HandTube.of(1, 8, 1e-12)),
        refusal.map(CaseEnclosureTest::refusal),
        List.of(),
        Map.of("steps", 8L),
        Optional.of(
            new TubeRun.Limit(
                proven ? Optional.of(THEOREM) : Optional.empty(), List.of("a stray group"))),
        0.5);
  }

  private static TubeRefusal refusal(String why) {
    return new TubeRefusal(ExpectedEnclosure.Refused.Kind.CONCAVE, 0.75, why);
  }

  private EncloseOutcome outcome(String text, TubeRun run) throws Exception {
    Path file = Files.writeString(directory.resolve("closed-form.yaml"), text);
    return TubeRuns.encloser((p, t) -> run).task(file).call();
  }

  @Test
  void everythingAsExpected() throws Exception {
    EncloseOutcome outcome = outcome(CASE, run(Optional.empty(), false));
    String text = TubeRuns.printed(outcome);
    assertEquals(ExitCode.OK, outcome.exitCode(), text);
    assertTrue(text.contains("enclosed for all t in [0, 1]: every neuron within 1.0E-12"), text);
    assertTrue(text.contains("envelopes/norm-growth "), text);
    assertTrue(text.contains("[0, 1]; the range goes on"), text);
    assertTrue(text.contains("proven to fail for t in (0.0, "), text);
    assertTrue(text.contains("an equation, which intervals only refute"), text);
    assertTrue(text.contains("limit t -> infinity: not proven"), text);
    Map<String, Object> tree = outcome.tree();
    assertEquals(true, tree.get("asExpected"));
    Map<?, ?> first = (Map<?, ?>) ((List<?>) tree.get("claims")).get(0);
    assertEquals("ENCLOSED", first.get("verdict"));
    assertEquals(1.0, first.get("until"));
    String[] lines = outcome.csv().split("\n");
    assertEquals("t,width", lines[0]);
    assertEquals(9, lines.length);
  }

  @Test
  void everySurpriseChangesTheCode() throws Exception {
    assertEquals(
        ExitCode.DIFFERENT, outcome(CASE, run(Optional.empty(), true)).exitCode(), "limit");
    String narrow = CASE.replace("1e-9", "1e-13");
    EncloseOutcome wide = outcome(narrow, run(Optional.empty(), false));
    assertEquals(ExitCode.DIFFERENT, wide.exitCode());
    assertTrue(
        TubeRuns.printed(wide).contains("the radius of the tube is 1.0E-12"),
        TubeRuns.printed(wide));
    String wrong =
        CASE.replace(
            "gradient-only-falls, expect: VIOLATED", "gradient-only-falls, expect: ENCLOSED");
    assertEquals(ExitCode.DIFFERENT, outcome(wrong, run(Optional.empty(), false)).exitCode());
    String hopeful = CASE.replace("expect: UNKNOWN", "expect: ENCLOSED");
    assertEquals(ExitCode.UNKNOWN, outcome(hopeful, run(Optional.empty(), false)).exitCode());
    EncloseOutcome broken = outcome(CASE, run(Optional.of("neuron 1 grazes"), false));
    assertEquals(ExitCode.UNKNOWN, broken.exitCode());
    assertTrue(TubeRuns.printed(broken).contains("not enclosed to t = 1: neuron 1 grazes"));
    TubeRun none =
        new TubeRun(
            Optional.empty(),
            Optional.of(refusal("why")),
            List.of(),
            Map.of(),
            Optional.empty(),
            0);
    assertEquals(ExitCode.UNKNOWN, outcome(CASE, none).exitCode());
  }

  @Test
  void aTubeMayBeExpectedToEnd() throws Exception {
    String ends = "refused: {kind: concave, after: 0.5, before: 0.8}";
    String text =
        CASE.substring(0, CASE.indexOf("  limit:"))
            + "  "
            + ends
            + "\n  claims:\n    - {claim: envelopes/norm-growth, expect: UNKNOWN}\n";
    TubeRun broken = run(Optional.of("a graze"), false);
    EncloseOutcome met = outcome(text, broken);
    assertEquals(ExitCode.OK, met.exitCode(), TubeRuns.printed(met));
    assertTrue(
        TubeRuns.printed(met).contains("not enclosed to t = 1, as expected: a graze"),
        TubeRuns.printed(met));
    assertEquals("concave", met.tree().get("refusalKind"));
    for (String other :
        List.of(
            ends.replace("concave", "kink"),
            ends.replace("0.8", "0.7"),
            ends.replace("0.5", "0.76"))) {
      EncloseOutcome missed = outcome(text.replace(ends, other), broken);
      assertEquals(ExitCode.DIFFERENT, missed.exitCode(), other);
      assertTrue(TubeRuns.printed(missed).contains("the tube ends at t = 0.75 (concave)"), other);
    }
    EncloseOutcome reached = outcome(text, run(Optional.empty(), false));
    assertEquals(ExitCode.DIFFERENT, reached.exitCode());
    assertTrue(
        TubeRuns.printed(reached).contains("the tube reaches t = 1.0, expected"),
        TubeRuns.printed(reached));
    refused("limit: obstruction", ends.replace("concave", "convex"), "concave");
  }

  @Test
  void badSectionsAreRefusedWithTheirPlace() throws IOException {
    refused("until: 1", "untill: 1", "did you mean 'until'?");
    refused("until: 1", "until: 0", "positive");
    refused("limit: obstruction", "limit: maybe", "proven");
    refused("expect: UNKNOWN", "expect: HOLDS", "ENCLOSED");
    refused("envelopes/norm-growth-rate", "envelopes/norm-growth-rat", "there is no claim");
    refused("envelopes/norm-growth-rate", "envelopes/norm-growth", "claim listed twice");
  }

  private void refused(String from, String to, String says) throws IOException {
    assertTrue(CASE.contains(from), from);
    Path file = Files.writeString(directory.resolve("closed-form.yaml"), CASE.replace(from, to));
    CaseEncloser encloser = TubeRuns.encloser((p, t) -> run(Optional.empty(), false));
    InputException refusal = assertThrows(InputException.class, () -> encloser.task(file));
    assertTrue(refusal.getMessage().contains(says), refusal.getMessage());
    assertTrue(refusal.getMessage().contains("enclose"), refusal.getMessage());
  }

  @Test
  void aCaseWithoutTheSectionIsReadWithItsClaims() throws Exception {
    String plain =
        CASE.substring(0, CASE.indexOf("enclose:"))
            + "check:\n  - {claim: envelopes/norm-growth, expect: HOLDS}\n";
    EncloseOutcome outcome = outcome(plain, run(Optional.empty(), false));
    assertEquals(ExitCode.OK, outcome.exitCode());
    String open = plain.replace("norm-growth,", "norm-growth-rate,");
    assertEquals(ExitCode.UNKNOWN, outcome(open, run(Optional.empty(), false)).exitCode());
  }
}
