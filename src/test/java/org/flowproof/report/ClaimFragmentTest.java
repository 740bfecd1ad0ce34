package org.flowproof.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.flowproof.proof.Claim;
import org.flowproof.proof.ClaimCatalogue;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Claims as LaTeX for somebody else's document. */
class ClaimFragmentTest {
  private static final ClaimCatalogue CATALOGUE = ClaimCatalogue.load(Path.of("proofs"));

  private static final String PREAMBLE =
      """
      \\documentclass[11pt]{article}
      \\usepackage[T1]{fontenc}\\usepackage[utf8]{inputenc}\\usepackage{textcomp,lmodern}
      \\usepackage[a4paper,margin=27mm]{geometry}\\usepackage{microtype}
      \\usepackage{amsmath,amssymb}\\allowdisplaybreaks\\emergencystretch=3em
      \\begin{document}
      """;

  @TempDir private Path folder;

  @Test
  void everyFormulaOfADerivationIsDisplayedOnce() throws IOException {
    for (Claim claim : CATALOGUE.claims()) {
      String text = ClaimFragment.of(claim, CATALOGUE::find);
      assertFalse(text.contains("[=") || text.contains("[#"), claim.id());
      boolean together =
          !claim.derivation().isEmpty()
              && claim.derivation().get(claim.derivation().size() - 1).shows() == null
              && claim.derivation().get(claim.derivation().size() - 1).rule().equals("conjunction");
      assertEquals(
          claim.derivation().size() - (together ? 1 : 0),
          text.split("\\\\begin\\{equation}", -1).length - 1,
          claim.id());
    }
  }

  @Test
  @TexInstalled
  void oneFragmentCompilesAlone() throws IOException {
    compile(List.of(CATALOGUE.find("envelopes/norm-growth").orElseThrow()));
  }

  /** References between claims, labels and widths of the whole catalogue. */
  @Test
  @Tag("slow")
  @TexInstalled
  void allFragmentsCompileTogetherWithoutWarnings() throws IOException {
    assertTrue(CATALOGUE.claims().size() >= 13);
    compile(CATALOGUE.claims());
  }

  private void compile(List<Claim> claims) throws IOException {
    StringBuilder main = new StringBuilder(PREAMBLE);
    for (Claim claim : claims) {
      String name = claim.id().replace('/', '-') + ".tex";
      Files.writeString(folder.resolve(name), ClaimFragment.of(claim, CATALOGUE::find));
      main.append("\\input{").append(name).append("}\n");
    }
    Files.writeString(folder.resolve("main.tex"), main.append("\\end{document}\n").toString());
    assertEquals(Optional.empty(), TexEngine.find().orElseThrow().compile(folder));
    assertEquals(List.of(), TexLog.warnings(folder));
  }
}
