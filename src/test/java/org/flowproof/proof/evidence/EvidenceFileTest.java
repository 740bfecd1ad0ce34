package org.flowproof.proof.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.flowproof.proof.Claim;
import org.flowproof.proof.ClaimCatalogue;
import org.flowproof.proof.exact.ExactOpinion;
import org.flowproof.proof.kernel.ProofReport;
import org.flowproof.proof.smt.Sampling;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Writing and reading one evidence file. */
class EvidenceFileTest {
  @TempDir Path directory;
  private EvidenceFile file;

  @BeforeEach
  void claim() throws IOException {
    Path proofs = Files.createDirectories(directory.resolve("envelopes")).getParent();
    Files.writeString(proofs.resolve("envelopes/open.yaml"), Recorded.OPEN);
    Claim claim = ClaimCatalogue.load(proofs).find("envelopes/open").orElseThrow();
    file = new EvidenceFile(proofs, claim);
  }

  private static EvidenceRecord record(String answer, long millis) {
    Map<String, String> parts = new LinkedHashMap<>();
    List.of("rules", "formulas", "tools", "observables").forEach(name -> parts.put(name, "hash"));
    Foundations foundations = new Foundations(parts, "Symja 3.0.0", "Z3 4");
    var evidence =
        new ProofReport.Evidence("Z3 4", "quotes \" and \u00e9\n", "(check-sat)", answer, millis);
    var step = new EvidenceRecord.Step("s1", "inequality", true, "", List.of(evidence));
    return new EvidenceRecord(
        "envelopes/open",
        new Fingerprint("text", Map.of("a/lemma", "hash"), foundations),
        List.of("s2: not shown"),
        List.of(step));
  }

  @Test
  void whatIsWrittenReadsBack() throws IOException {
    assertTrue(file.read().isEmpty());
    assertTrue(file.write(record("unsat", 7)));
    assertEquals(record("unsat", 7).text(), file.read().orElseThrow().text());
    assertEquals("open.evidence.json", file.path().getFileName().toString());
  }

  @Test
  void otherTimesLeaveTheFileAlone() throws IOException {
    file.write(record("unsat", 7));
    byte[] before = Files.readAllBytes(file.path());
    assertFalse(file.write(record("unsat", 8)));
    assertEquals(
        new String(before, java.nio.charset.StandardCharsets.UTF_8), Files.readString(file.path()));
    assertTrue(file.write(record("sat", 7)));
    assertEquals("sat", file.read().orElseThrow().answers().get(0).output());
  }

  @Test
  void unusableFilesAreReplaced() throws IOException {
    Files.writeString(file.path(), "garbage");
    assertTrue(file.write(record("unsat", 7)));
    assertTrue(file.read().isPresent());
  }

  @Test
  void nothingElseIsLeftBehindAndClaimsLoadAsBefore() throws IOException {
    file.write(record("unsat", 7));
    try (var files = Files.list(file.path().getParent())) {
      assertEquals(
          List.of("open.evidence.json", "open.yaml"),
          files.map(f -> f.getFileName().toString()).sorted().toList());
    }
    assertEquals(1, ClaimCatalogue.load(directory).claims().size());
  }

  static List<String> tools() {
    Foundations now = Foundations.current();
    return List.of(now.algebra(), now.solver(), ExactOpinion.tool(), Sampling.tool());
  }

  @ParameterizedTest
  @MethodSource("tools")
  void namesAndVersionsOfToolsComeApartAndTogether(String tool) {
    ToolName name = ToolName.of(tool);
    assertFalse(name.version().isEmpty(), tool);
    assertEquals(tool, name.text());
  }
}
