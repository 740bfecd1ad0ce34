package org.flowproof.proof.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.flowproof.problem.InputException;
import org.flowproof.problem.yaml.StrictYaml;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Evidence is believed only while nothing has changed and the kernel agrees with every line. */
class EvidenceCheckTest {
  private static final String KEPT = Recorded.KEPT;
  private static final String BALANCE = Recorded.BALANCE;
  private static final String OPEN = "envelopes/open";

  @TempDir static Path shared;
  private static Recorded original;

  @TempDir Path directory;
  private Recorded recorded;

  @BeforeAll
  static void record() throws IOException {
    original = Recorded.in(shared);
  }

  @BeforeEach
  void copy() throws IOException {
    recorded = original.copy(directory);
  }

  @Test
  void freshEvidenceIsVerifiedAlsoWhereStepsAreOpen() {
    assertEquals("verified", recorded.outcome(KEPT));
    assertEquals("verified", recorded.outcome(BALANCE));
    assertEquals("verified", recorded.outcome("envelopes/cauchy-schwarz"));
    assertEquals("verified", recorded.outcome(OPEN));
    var catalogue = recorded.catalogue();
    var check = new EvidenceCheck(catalogue, recorded.proofs, Foundations.current());
    List<String> open = check.of(catalogue.find(OPEN).orElseThrow()).open();
    assertEquals(2, open.size(), open.toString());
  }

  @Test
  void missingEvidenceIsMissingForWhatRestsOnItToo() throws IOException {
    Files.delete(recorded.file(BALANCE).path());
    assertEquals("missing: no file balancedness.evidence.json", recorded.outcome(BALANCE));
    assertTrue(recorded.outcome(KEPT).startsWith("missing: evidence of lemma " + BALANCE));
    assertEquals("verified", recorded.outcome(OPEN));
  }

  @Test
  void changedTextIsStaleForTheClaimAndWhatRestsOnIt() throws IOException {
    recorded.edit(BALANCE + ".yaml", "rule: constant", "rule: monotone");
    assertEquals("stale: claim text", recorded.outcome(BALANCE));
    assertEquals("stale: lemma " + BALANCE, recorded.outcome(KEPT));
    assertEquals("verified", recorded.outcome("envelopes/cauchy-schwarz"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "y[k] <= y[k]^2\"} | y[k] <= y[k]^2 + 0\"}",
        "range: \"t >= 0\" | range: \"t > 0\"",
        "for: {k: sample} | for: {k: sample, j: neuron}",
        "hypotheses: {} | hypotheses: {h0: \"y[k] >= 0\"}",
        "activation: leaky-or-relu | activation: relu",
        "layers: any | layers: both",
        "y[k]^2 + 1 | y[k]^2 + 2",
        "id: s1 | id: s0",
        "rule: inequality | rule: rewrite"
      })
  void everyPartOfTheTextCounts(String old, String replacement) throws IOException {
    recorded.edit(OPEN + ".yaml", old, replacement);
    assertEquals("stale: claim text", recorded.outcome(OPEN));
  }

  @Test
  void wordsForReadersDoNotCount() throws IOException {
    recorded.edit(OPEN + ".yaml", "title: One step", "title: A step");
    recorded.edit(OPEN + ".yaml", "labels may be 0", "labels may vanish");
    recorded.edit(OPEN + ".yaml", "\"y[k] <= y[k]^2\"}", "\"y[k]   <=  (y[k]^2)\"}");
    assertEquals("verified", recorded.outcome(OPEN));
  }

  @ParameterizedTest
  @CsvSource({
    "rules, version of the rules",
    "formulas, version of the formula language",
    "tools, 'version of exact evaluation, sampling or how tools are asked'",
    "observables, definitions of observables"
  })
  void otherFoundationsMakeEvidenceStale(String part, String word) {
    Foundations now = Foundations.current();
    Map<String, String> parts = new LinkedHashMap<>(now.parts());
    assertTrue(parts.containsKey(part));
    parts.put(part, "0".repeat(64));
    Foundations other = new Foundations(parts, now.algebra(), now.solver());
    assertEquals("stale: " + word, recorded.outcome(OPEN, other));
    assertEquals("stale: " + word, recorded.outcome(KEPT, other));
  }

  @Test
  void otherVersionsOfToolsMakeEvidenceStale() {
    Foundations now = Foundations.current();
    assertEquals(
        "stale: tool version (" + now.algebra() + ", now Symja 9.9)",
        recorded.outcome(OPEN, new Foundations(now.parts(), "Symja 9.9", now.solver())));
    assertEquals(
        "stale: tool version (" + now.solver() + ", now Z3 9.9)",
        recorded.outcome(OPEN, new Foundations(now.parts(), now.algebra(), "Z3 9.9")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "envelopes/balancedness | \"output\": \"0\" | \"output\": \"v1\" | b1",
        "envelopes/balancedness | \"output\": \"0\" | \"output\": \"0 \" | b1",
        "envelopes/balancedness | \"discharged\": true | \"discharged\": false | b1",
        "envelopes/balancedness | \"reason\": \"chain | \"reason\": \"Chain | b1",
        "envelopes/balancedness | \"input\": \"* 2 | \"input\": \"* 3 | b1",
        "envelopes/balancedness | \"rule\": \"constant\" | \"rule\": \"monotone\" | b2",
        "envelopes/balancedness | \"about\": \"der | \"about\": \"Der | b1",
        "envelopes/balancedness | \"version\": \"error at | \"version\": \"Error at | b1",
        "envelopes/open | \"output\": \"unsat\" | \"output\": \"sat\" | s1",
        "envelopes/open | \"output\": \"no counterexample\" | \"output\": \"none\" | s1",
        "envelopes/open | \"output\": \"sat: | \"output\": \"unsat: | s3",
        "envelopes/open | (assert (not (<= | (assert (not (>= | s1",
        "envelopes/open | \"seed | \"seed 1 | s1"
      })
  void aChangedLineDiffers(String id, String old, String replacement, String step)
      throws IOException {
    recorded.edit(id + ".evidence.json", old, replacement);
    String outcome = recorded.outcome(id);
    assertTrue(outcome.startsWith("differs: step " + step + ": "), outcome);
  }

  @Test
  void aLemmaThatDiffersSpoilsWhatRestsOnIt() throws IOException {
    recorded.edit(BALANCE + ".evidence.json", "\"output\": \"0\"", "\"output\": \"1\"");
    String outcome = recorded.outcome(KEPT);
    assertTrue(outcome.startsWith("differs: evidence of lemma " + BALANCE), outcome);
  }

  @Test
  void aStepOrQuestionTakenOutDiffers() throws IOException {
    EvidenceRecord record = recorded.file(OPEN).read().orElseThrow();
    var less = record.steps().subList(0, 2);
    recorded.file(OPEN).write(new EvidenceRecord(OPEN, record.fingerprint(), record.open(), less));
    assertEquals("differs: 2 steps, not 3", recorded.outcome(OPEN));
    EvidenceRecord.Step first = record.steps().get(0);
    var fewer =
        new EvidenceRecord.Step(
            first.id(), first.rule(), true, first.reason(), first.questions().subList(0, 1));
    recorded
        .file(OPEN)
        .write(
            new EvidenceRecord(
                OPEN,
                record.fingerprint(),
                record.open(),
                List.of(fewer, record.steps().get(1), record.steps().get(2))));
    assertEquals("differs: step s1: questions", recorded.outcome(OPEN));
    recorded
        .file(OPEN)
        .write(new EvidenceRecord(OPEN, record.fingerprint(), List.of(), record.steps()));
    assertEquals("differs: what is left open", recorded.outcome(OPEN));
  }

  /**
   * Every line is made to say that the false steps are shown: the second opinions still deny it.
   */
  @Test
  void aForgedProofOfSomethingFalseDiffers() throws IOException {
    String text = Files.readString(recorded.file(OPEN).path());
    String forged =
        text.replaceAll("\"output\": \"(sat|h|v|-|\\(|[0-9]).*\"", "\"output\": \"FORGED\"")
            .replaceAll("\"output\": \"(counterexample|non-zero).*\"", "\"output\": \"FORGED\"")
            .replaceAll("\"discharged\": false", "\"discharged\": true")
            .replaceAll("(?s)\"open\": \\[.*?\\n  \\]", "\"open\": []");
    StringBuilder lines = new StringBuilder();
    String tool = "";
    for (String line : forged.split("\n", -1)) {
      tool = line.contains("\"tool\": ") ? line : tool;
      String answer =
          tool.contains("Z3") ? "unsat" : tool.contains("sampling") ? "no counterexample" : "0";
      lines.append(line.replace("FORGED", answer)).append('\n');
    }
    Files.writeString(recorded.file(OPEN).path(), lines.substring(0, lines.length() - 1));
    EvidenceRecord record = recorded.file(OPEN).read().orElseThrow();
    assertTrue(record.steps().stream().allMatch(EvidenceRecord.Step::discharged));
    assertEquals(List.of(), record.open());
    String outcome = recorded.outcome(OPEN);
    assertTrue(outcome.startsWith("differs: step s2: "), outcome);
  }

  @Test
  void evidenceOfAnotherClaimDiffers() throws IOException {
    Files.copy(
        recorded.file(BALANCE).path(),
        recorded.file(OPEN).path(),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    assertEquals("differs: the evidence is that of " + BALANCE, recorded.outcome(OPEN));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"format\": 1 | \"format\": 2 | format",
        "\"format\": 1 | \"verdict\": 1 | verdict: unknown key",
        "\"open\": | \"opened\": | opened: unknown key",
        "\"millis\": | \"hours\": | unknown key",
        "\"solver\": | \"solvent\": | unknown key",
        "\"fingerprint\": \" | \"fingerprint\": \"0 | does not fit 'restsOn'",
        "\"rules\": \" | \"rules\": \"0 | does not fit 'restsOn'",
        "\"discharged\": true | \"discharged\": yes | discharged",
        "\"discharged\": true | \"discharged\": \"true\" | discharged",
        "\"steps\": [ | \"steps\": [ # remark | not as it was written",
        "\"format\": 1, | \"format\":  1, | not as it was written",
        "\"format\": 1, | \"format\": 1, \"format\": 1, | given twice"
      })
  void aFileInAnotherFormIsRefusedInOneLine(String old, String replacement, String problem)
      throws IOException {
    recorded.edit(OPEN + ".evidence.json", old, replacement);
    refused(problem);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "null", "{}", "garbage", "\u0000\u0001", "a: &x [*x]"})
  void garbageIsRefusedInOneLine(String text) throws IOException {
    Files.writeString(recorded.file(OPEN).path(), text);
    refused("open.evidence.json");
  }

  @Test
  void hugeDeepAndOddFilesAreRefusedInOneLine() throws IOException {
    Path file = recorded.file(OPEN).path();
    Files.write(file, new byte[StrictYaml.MAX_BYTES + 1]);
    refused("file too large");
    Files.writeString(file, "{\"format\": " + "[".repeat(100_000));
    refused("nested too deeply");
    Files.write(file, new byte[] {'{', (byte) 0xFF, '}'});
    refused("not UTF-8");
    Files.delete(file);
    Files.createDirectory(file);
    refused("a directory");
  }

  private void refused(String problem) {
    InputException refusal =
        assertThrows(InputException.class, () -> recorded.outcome("envelopes/open"));
    assertTrue(refusal.getMessage().contains(problem), refusal.getMessage());
    assertEquals(1, refusal.getMessage().lines().count());
    assertTrue(refusal.getMessage().length() < 1000);
  }
}
