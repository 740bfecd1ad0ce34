package org.flowproof.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.flowproof.check.margins.LimitItem;
import org.flowproof.check.margins.LimitStatement;
import org.flowproof.check.margins.MarginsCheck;
import org.flowproof.check.margins.MarginsResult;
import org.flowproof.problem.CaseLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The section and the pictures of margins and stable ranks, without TeX. */
class MarginsSectionTest {
  @TempDir private Path folder;

  private static MarginsResult result(String name) {
    Path file = Path.of("cases/" + name + ".yaml");
    return MarginsCheck.of(CaseLoader.load(file).problem(), 0.05);
  }

  private Path write(MarginsResult margins) throws IOException {
    return SampleSection.write(folder, Optional.empty(), Optional.of(margins));
  }

  @Test
  void hasConstantsVerdictsAndLimits() throws IOException {
    MarginsResult margins = result("nearly-orthogonal/axes-leaky");
    Path out = write(margins);
    String section =
        SampleSection.complete(out, "margins", "\\\\fp[A-Z][A-Za-z]*Margins[A-Za-z]+", 60);
    assertTrue(section.contains("met for every C"), section);
    assertEquals(6, section.split("\\\\fpverdict\\{holds\\}", -1).length - 1, section);
    String numbers = Files.readString(out.resolve("numbers.tex"));
    LimitItem loss = margins.statement(LimitStatement.Kind.LOSS).items().get(0);
    assertTrue(numbers.contains(Numbers.num(loss.predicted(), 7)), numbers);
    String figures = Files.readString(out.resolve("sections/figures.tex"));
    for (String name : List.of("ranks", "law", "normalized", "loss", "spectrum")) {
      assertTrue(figures.contains(":fig:margins-" + name + "}"), figures);
      assertTrue(section.contains(":fig:margins-" + name + "}"), section);
    }
  }

  /** The dashed lines are where the extrapolated values are, not where the run ends. */
  @Test
  void picturesHaveThePredictedLimits() {
    MarginsResult margins = result("nearly-orthogonal/axes-relu");
    Figure ranks = MarginsFigures.of(margins).get(0);
    List<String> rows = ranks.tables().get("margins-ranks.csv").text().lines().toList();
    assertEquals(
        "t,positive,positive_limit,negative,negative_limit,whole,whole_limit", rows.get(0));
    String[] cells = rows.get(rows.size() - 1).split(",", -1);
    assertEquals(40_000, Double.parseDouble(cells[0]));
    List<LimitItem> items = margins.statement(LimitStatement.Kind.RANKS).items();
    for (int i = 0; i < 2; i++) {
      double limit = Double.parseDouble(cells[2 + 2 * i]);
      assertEquals(items.get(i).found().limit(), limit, items.get(i).found().bar());
      assertTrue(Math.abs(Double.parseDouble(cells[1 + 2 * i]) - limit) > 1e-3);
    }
  }

  /**
   * The late part of the law's figure is straight, and there is none where ranks do not tend to 1.
   */
  @Test
  void pictureOfTheLawIsAStraightLineIntoTheOrigin() {
    Figure law = MarginsFigures.of(result("nearly-orthogonal/axes-leaky")).get(1);
    List<String> rows = law.tables().get("margins-law.csv").text().lines().toList();
    assertEquals(
        "inverse_square_of_log,positive,positive_line,negative,negative_line", rows.get(0));
    double[] last = cells(rows.get(1));
    double[] earlier = cells(rows.get(8));
    // a decade apart
    assertEquals(1 / Math.pow(Math.log(40_000), 2), last[0], 1e-12);
    for (int column : new int[] {1, 3}) {
      assertTrue(last[column] > 0, rows.get(1));
      assertEquals(last[column], last[column + 1], 1e-12);
      assertEquals(earlier[column + 1], earlier[column], 0.25 * earlier[column]);
    }
    assertTrue(
        MarginsFigures.of(result("nearly-orthogonal/axes-relu")).stream()
            .noneMatch(figure -> figure.name().equals("margins-law")));
  }

  private static double[] cells(String row) {
    return Arrays.stream(row.split(",", -1)).mapToDouble(Double::parseDouble).toArray();
  }

  @Test
  void problemsOfAnotherKindHaveNoNumbers() throws IOException {
    MarginsResult margins = result("oracle/kink");
    String section = Files.readString(write(margins).resolve("sections/margins.tex"));
    assertTrue(section.contains("do not speak about this problem"), section);
    assertFalse(section.contains("\\begin{table}"), section);
    assertTrue(MarginsFigures.of(margins).isEmpty());
  }
}
