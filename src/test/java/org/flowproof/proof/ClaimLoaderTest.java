package org.flowproof.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.flowproof.problem.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every unusable claim file gives one line with file, line, key and what was expected. */
class ClaimLoaderTest {
  @TempDir Path directory;

  private static final String GOOD =
      """
      format: 1
      claim: area/sample
      title: A sample
      source: {kind: derived, reference: "", locator: ""}
      model: {loss: any, layers: any, activation: relu, dynamics: flow}
      for: {j: neuron}
      hypotheses:
        start: "a[j,0] > 1"
      conclusion:
        range: "t >= 0"
        holds: "N >= bound"
      where:
        zero: "0"
        bound: "zero*m"
      derivation:
        - {id: s1, rule: inequality, shows: "N >= 0"}
        - {id: s2, rule: inequality, from: [s1], shows: "N >= bound"}
      falsified:
        - {id: strict, holds: "N > bound", because: "it may vanish"}
        - {id: free, drop: start, because: "a test"}
      conditions:
        - {id: c1, says: small, in: scale, holds: "N[0] < bound + 1"}
        - {id: c2, says: again, in: time, hypothesis: start}
      notes: ""
      """;

  /** Written out, forty definitions that double would not fit into any memory. */
  @Test
  void definitionsThatDoubleAreRefused() throws IOException {
    StringBuilder chain = new StringBuilder("where:\n  p0: 't + 1'\n");
    for (int i = 1; i <= 40; i++) {
      chain.append("  p%d: 'p%d*p%d'\n".formatted(i, i - 1, i - 1));
    }
    String doubling = GOOD.replace("where:\n", chain);
    InputException e = assertThrows(InputException.class, () -> load(doubling));
    assertEquals("where.p15", e.key(), e.getMessage());
    assertTrue(e.getMessage().contains("parts"), e.getMessage());
    StringBuilder deep = new StringBuilder("where:\n  p0: 't'\n");
    for (int i = 1; i <= 9; i++) {
      deep.append("  p%d: 'p%d%s'\n".formatted(i, i - 1, " + 1".repeat(100)));
    }
    InputException d =
        assertThrows(InputException.class, () -> load(GOOD.replace("where:\n", deep)));
    assertEquals("where.p4", d.key(), d.getMessage());
  }

  @Test
  void theUnchangedClaimLoads() throws IOException {
    Claim claim = load(GOOD);
    assertEquals("area/sample", claim.id());
    assertEquals(2, claim.derivation().size());
    assertEquals(2, claim.falsified().size());
    assertEquals(2, claim.conditions().size());
    assertEquals(claim.hypotheses().get("start"), claim.conditions().get(1).holds());
  }

  /** Replaces a piece of the good claim. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "format: 1 | format: 2 | 1 | format | whole number from 1 to 1",
        "claim: area/sample | claim: area/other | 2 | claim | expected 'area/sample'",
        "title: A sample | titel: A sample | 3 | titel | did you mean 'title'?",
        "title: A sample | title: [A] | 3 | title | a list",
        "kind: derived | kind: derivd | 4 | source.kind | did you mean 'derived'?",
        "kind: derived | knid: derived | 4 | source.knid | did you mean 'kind'?",
        "loss: any | loss: logistic | 5 | model.loss | one of",
        "layers: any | layers: first | 5 | model.layers | one of",
        "activation: relu | activation: tanh | 5 | model.activation | one of",
        "activation: relu | activation: smooth | 5 | model.activation | one of",
        "dynamics: flow | dynamics: flwo | 5 | model.dynamics | did you mean 'flow'?",
        "{j: neuron} | {j: neurn} | 6 | for.j | did you mean 'neuron'?",
        "{j: neuron} | {t: neuron} | 6 | for.t | not in use",
        "{j: neuron} | {n: sample} | 6 | for.n | not in use",
        "{j: neuron} | {N: neuron} | 6 | for.N | not in use",
        "{j: neuron} | {j1: neuron} | 8 | hypotheses.start | 'j' at position 3",
        "start: | range: | 8 | hypotheses.range | another name",
        "'a[j,0] > 1' | 'a[j,0] > > 1' | 8 | hypotheses.start | at position 10",
        "'a[j,0] > 1' | 'a[0,0] > 1' | 8 | hypotheses.start | number from 1",
        "'a[j,0] > 1' | 'b[j,0] > 1' | 8 | hypotheses.start | position 1",
        "in: scale | in: scael | 22 | conditions[1].in | did you mean 'scale'?",
        "id: c2 | id: c1 | 23 | conditions[2].id | a new name",
        "'holds: \"N[0] < bound + 1\"' | 'holds: \"N < bound\"' | 22 | conditions[1].holds | about"
            + " the start",
        "'\"N[0] < bound + 1\"' | '\"N[0] < t\"' | 22 | conditions[1].holds | 't' is not",
        "'\"N[0] < bound + 1\"' | '\"firstEvent[j] > 1\"' | 22 | conditions[1].holds | 'firstEvent'"
            + " is not",
        "'\"N[0] < bound + 1\"' | '\"Sup[N[s1], {s1, 0, 1}] < 1\"' | 22 | conditions[1].holds |"
            + " position",
        "hypothesis: start | hypothesis: begin | 23 | conditions[2].hypothesis | one of [start]",
        "hypothesis: start} | says2: start} | 23 | conditions[2].says2 | conditions",
        "'in: time, hypothesis: start' | 'in: time' | 23 | conditions[2] | stated once",
        "'t >= 0' | 't' | 10 | conclusion.range | position 1",
        "'N >= bound' | 'N >= bund' | 11 | conclusion.holds | did you mean 'bound'?",
        "zero: '0' | zero: 'bound' | 13 | where.zero | position 1",
        "zero: '0' | N: '0' | 13 | where.N | is an observable",
        "zero: '0' | j: '0' | 13 | where.j | not in use",
        "zero: '0' | t: '0' | 13 | where.t | not in use",
        "zero: '0' | Exp: '0' | 13 | where.Exp | not in use",
        "{id: s1, rule | {id: s1, rul | 16 | derivation[1].rul | did you mean 'rule'?",
        "{id: s1, rule | {id: start, rule | 16 | derivation[1].id | used twice",
        "{id: s2, rule | {id: s1, rule | 17 | derivation[2].id | used twice",
        "from: [s1] | from: [s3] | 17 | derivation[2].from | one of [range, s1, start]",
        "from: [s1] | for: 'z' | 17 | derivation[2].for | j, p, k, l, i or c",
        "shows: 'N >= 0' | shows: 'N >= a[p]' | 16 | derivation[1].shows | position 8",
        "holds: 'N > bound', because | because | 19 | falsified[1] | either 'holds' or 'drop'",
        "drop: start | drop: begin | 20 | falsified[2].drop | one of [start]",
        "id: free | id: strict | 20 | falsified[2].id | used twice",
      })
  void aBadClaimIsOneLine(String piece, String other, int line, String key, String says)
      throws IOException {
    int at = GOOD.indexOf(quoted(piece));
    assertTrue(at >= 0, piece);
    String rest = GOOD.substring(at + quoted(piece).length());
    String bad = GOOD.substring(0, at) + quoted(other) + rest;
    InputException e = assertThrows(InputException.class, () -> load(bad));
    String message = e.getMessage();
    assertTrue(message.contains("sample.yaml:" + line + ": " + key + ": "), message);
    assertTrue(message.contains(says), message);
    assertFalse(message.contains("\n"), message);
    assertFalse(message.contains("expected expected"), message);
  }

  private static String quoted(String text) {
    return text.replace('\'', '"');
  }

  @Test
  void aDerivedClaimNeedsStepsAndEveryClaimATwin() {
    String steps = GOOD.substring(GOOD.indexOf("derivation:"), GOOD.indexOf("falsified:"));
    String twins = GOOD.substring(GOOD.indexOf("falsified:"), GOOD.indexOf("notes:"));
    assertTrue(message(GOOD.replace(steps, "")).contains("no derivation"));
    assertTrue(message(GOOD.replace(twins, "")).contains("no false twin"));
  }

  private String message(String text) {
    return assertThrows(InputException.class, () -> load(text)).getMessage();
  }

  private Claim load(String text) throws IOException {
    Path file = directory.resolve("area").resolve("sample.yaml");
    Files.createDirectories(file.getParent());
    Files.writeString(file, text, StandardCharsets.UTF_8);
    return ClaimLoader.load(directory, file);
  }
}
