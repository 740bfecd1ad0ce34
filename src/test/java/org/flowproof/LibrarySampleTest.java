package org.flowproof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.flowproof.check.CaseCheck;
import org.flowproof.check.CaseResult;
import org.flowproof.check.ClaimResult;
import org.flowproof.check.Finding;
import org.flowproof.flow.State;
import org.flowproof.flow.Trajectory;
import org.flowproof.problem.CaseFile;
import org.flowproof.problem.CaseLoader;
import org.flowproof.proof.ClaimCatalogue;
import org.junit.jupiter.api.Test;

/** The sample of docs/library.md; the page shows the lines between the marks. */
class LibrarySampleTest {

  private static List<String> sample(Path project) {
    List<String> lines = new ArrayList<>();
    // sample begins
    // Reads a case and the claims, integrates, and holds each claim against the run.
    ClaimCatalogue claims = ClaimCatalogue.load(project.resolve("proofs"));
    CaseFile file = CaseLoader.load(project.resolve("cases/oracle/kink.yaml"));
    CaseResult result = CaseCheck.run(file, claims);
    for (ClaimResult claim : result.claims()) {
      Finding finding = claim.finding();
      lines.add(finding.claim().id() + " " + finding.verdict());
    }

    // The same run, read at a time of one's own choice.
    Trajectory trajectory = result.trajectory();
    State state = trajectory.at(trajectory.endTime() / 2);
    lines.add("a = " + state.a(0) + " at t = " + state.time());
    // sample ends
    return lines;
  }

  @Test
  void theSampleRuns() {
    List<String> lines = sample(Path.of("").toAbsolutePath());
    assertTrue(lines.get(0).startsWith("early-alignment/fixed-cone HOLDS"), lines.toString());
    assertTrue(lines.get(1).endsWith("at t = 3.0"), lines.toString());
  }

  @Test
  void thePageShowsTheSample() throws IOException {
    String source = Files.readString(Path.of("src/test/java/org/flowproof/LibrarySampleTest.java"));
    String begin = "// sample begins\n";
    String marked = source.substring(source.indexOf(begin) + begin.length());
    String lines =
        marked.substring(0, marked.indexOf("    // sample ends")).replace("\n    ", "\n");
    String page = Files.readString(Path.of("docs/library.md"));
    String shown = page.substring(page.indexOf("```java\n") + 8);
    assertEquals(lines.strip(), shown.substring(0, shown.indexOf("```")).strip());
  }
}
