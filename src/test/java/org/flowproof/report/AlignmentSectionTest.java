package org.flowproof.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.flowproof.check.alignment.AlignmentCheck;
import org.flowproof.check.alignment.AlignmentResult;
import org.flowproof.problem.AlignmentRequest;
import org.flowproof.problem.CaseLoader;
import org.flowproof.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The section and the pictures of the alignment phase, without TeX. */
class AlignmentSectionTest {
  @TempDir private Path folder;

  private Path write(Optional<AlignmentResult> alignment) throws IOException {
    return SampleSection.write(folder, alignment, Optional.empty());
  }

  private static AlignmentResult result(Problem problem) {
    return AlignmentCheck.of(problem, new AlignmentRequest(0.25, 0.5));
  }

  @Test
  void isWrittenForCasesThatAskForIt() throws IOException {
    Path out = write(Optional.of(result(SampleReport.problem())));
    String section = SampleSection.complete(out, "alignment", "\\\\fpTwoThree[A-Za-z]+", 20);
    // the fourth neuron has |w| = sqrt(2) |a|
    assertTrue(section.contains("not met & fails for 1 neurons"), section);
    assertTrue(section.contains("\\fpverdict{not applicable}"), section);
    String figures = Files.readString(out.resolve("sections/figures.tex"));
    Matcher reference = Pattern.compile("\\\\ref\\{([^}]*:fig:alignment[^}]*)}").matcher(section);
    assertTrue(reference.find(), section);
    assertTrue(figures.contains("\\label{" + reference.group(1) + "}"), figures);
  }

  @Test
  void isLeftOutOtherwise() throws IOException {
    Path out = write(Optional.empty());
    assertFalse(Files.exists(out.resolve("sections/alignment.tex")));
    assertFalse(Files.readString(out.resolve("main.tex")).contains("alignment}"));
  }

  /** On the circle G is at most the length of the longest pull, and reaches it at the maximum. */
  @Test
  void theCurveOfGHasItsMaximumAtTheExtremalVector() throws IOException {
    Path out = write(Optional.of(result(SampleReport.problem())));
    double most = Double.NEGATIVE_INFINITY;
    double where = 0;
    List<String> rows = Files.readAllLines(out.resolve("figures/alignment-g.csv"));
    for (String row : rows.subList(1, rows.size())) {
      String[] cells = row.split(",", -1);
      if (Double.parseDouble(cells[1]) > most) {
        most = Double.parseDouble(cells[1]);
        where = Double.parseDouble(cells[0]);
      }
    }
    double pull = Math.hypot(0.775, 2) / 3;
    assertTrue(most <= pull && most > pull * (1 - 1e-4), Double.toString(most));
    assertEquals(Math.toDegrees(Math.atan2(2, -0.775)), where, 0.5);
  }

  /** Projections stay in the disc, and every direction is in one half. */
  @Test
  void theSphereIsProjectedOntoTwoDiscs() throws IOException {
    Problem problem = CaseLoader.load(Path.of("cases/early-alignment/space-phase.yaml")).problem();
    Figure figure = AlignmentFigures.of(result(problem)).get(0);
    assertEquals("alignment-sphere", figure.name());
    int ends = 0;
    for (String half : List.of("upper", "lower")) {
      List<String> rows =
          figure.tables().get("alignment-" + half + "-ends.csv").text().lines().toList();
      for (String row : rows.subList(1, rows.size())) {
        String[] cells = row.split(",", -1);
        for (int c = 2; c < 6; c += 2) {
          if (!cells[c].equals("nan")) {
            double x = Double.parseDouble(cells[c]);
            double y = Double.parseDouble(cells[c + 1]);
            ends++;
            assertTrue(Math.hypot(x, y) <= 1 + 1e-12, row);
          }
        }
      }
    }
    assertEquals(30, ends);
  }
}
