package org.flowproof.proof.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.flowproof.proof.Claim;
import org.flowproof.proof.ClaimCatalogue;
import org.flowproof.proof.ClaimLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The setting and the claim of docs/settings.md are proved as they stand on the page. */
class SettingTutorialTest {
  @TempDir Path directory;

  @Test
  void theClaimOfThePageIsProved() throws IOException {
    String page = Files.readString(Path.of("docs/settings.md"));
    Matcher file =
        Pattern.compile("`proofs/([^`]+)`:\n\n```yaml\n(.*?)```", Pattern.DOTALL).matcher(page);
    int files = 0;
    while (file.find()) {
      Path target = directory.resolve(file.group(1));
      Files.createDirectories(target.getParent());
      Files.writeString(target, file.group(2));
      files++;
    }
    assertEquals(2, files);
    Claim claim = ClaimLoader.load(directory, directory.resolve("tutorial/weights-approach.yaml"));
    try (Prover prover = new Prover(ClaimCatalogue.of(List.of(claim)))) {
      assertEquals("PROVED", prover.prove(claim).status().word());
      ProofReport twin = prover.proveTwin(claim, claim.falsified().get(0));
      assertTrue(twin.status().toString().contains("not an identity"), twin.status().toString());
    }
  }
}
