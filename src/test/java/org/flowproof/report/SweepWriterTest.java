package org.flowproof.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.flowproof.sweep.MadeSweep;
import org.flowproof.sweep.SweepTable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepWriterTest {
  private static final List<String> SECTIONS =
      List.of(
          "setup",
          "endings",
          "results",
          "thresholds",
          "scales",
          "figures",
          "statements",
          "reproduce");

  @TempDir private Path folder;

  private Path write(SweepTable table) throws IOException {
    Path out = folder.resolve("sweep");
    new SweepWriter(Optional.empty()).write(SampleSweep.of(table), out);
    return out;
  }

  private static String read(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8);
  }

  @Test
  void writesEverySectionWithoutPreambleCommands() throws IOException {
    Path out = write(MadeSweep.large(3, 5, 8));
    for (String section : SECTIONS) {
      String text = read(out.resolve("sections/" + section + ".tex"));
      assertTrue(text.contains("\\section{"), section);
      for (String command : List.of("\\documentclass", "\\usepackage", "\\begin{document}")) {
        assertFalse(text.contains(command), section + " has " + command);
      }
      assertFalse(text.contains("[=") || text.contains("[#"), section + " has template marks");
    }
    String main = read(out.resolve("main.tex"));
    SECTIONS.forEach(s -> assertTrue(main.contains("\\input{sections/" + s + "}"), s));
    assertTrue(main.contains("100\\% made\\_up results \\& trouble"));
  }

  @Test
  void numbersAreDefinedOnceAndUsed() throws IOException {
    Path out = write(MadeSweep.large(3, 5, 8));
    Pattern use = Pattern.compile("\\\\(fpMadeUp[A-Za-z]+)");
    List<String> defined = new ArrayList<>();
    Matcher matcher = use.matcher(read(out.resolve("numbers.tex")));
    while (matcher.find()) {
      defined.add(matcher.group(1));
    }
    TreeSet<String> used = new TreeSet<>();
    for (String file : ReportManifest.list(out)) {
      if (file.endsWith(".tex") && !file.equals("numbers.tex")) {
        use.matcher(read(out.resolve(file))).results().forEach(m -> used.add(m.group(1)));
      }
    }
    assertTrue(defined.size() > 500, defined.size() + " numbers");
    TreeSet<String> unused = new TreeSet<>(defined);
    assertEquals(defined.size(), unused.size());
    unused.removeAll(used);
    assertEquals(Set.of(), unused);
    used.removeAll(defined);
    assertEquals(Set.of(), used);
  }

  @Test
  void figuresReadColumnsThatExist() throws IOException {
    Path out = write(MadeSweep.large(3, 5, 8));
    Pattern plot =
        Pattern.compile("table\\[col sep=comma, ([^\\]]+)\\] \\{\\\\fproot/(figures/[\\w.-]+)}");
    Pattern column = Pattern.compile("(?:=|thisrow\\{)([a-z_]+)");
    int count = 0;
    for (String file : ReportManifest.list(out)) {
      if (file.startsWith("figures/") && file.endsWith(".tex")) {
        Matcher matcher = plot.matcher(read(out.resolve(file)));
        while (matcher.find()) {
          List<String> lines = Files.readAllLines(out.resolve(matcher.group(2)));
          List<String> header = List.of(lines.get(0).split(",", -1));
          column
              .matcher(matcher.group(1))
              .results()
              .map(m -> m.group(1))
              .forEach(c -> assertTrue(header.contains(c), file + ": " + c + " in " + header));
          assertTrue(lines.size() > 1 && lines.size() <= 500, file);
          count++;
        }
      }
    }
    assertTrue(count >= 50, count + " plots");
  }

  /** Over all endings, UNKNOWN among them, the cells of the phase diagrams sum to one. */
  @Test
  void sharesSumToOne() throws IOException {
    Path out = write(MadeSweep.large(3, 5, 8));
    TreeMap<String, Double> sums = new TreeMap<>();
    int diagrams = 0;
    for (String file : ReportManifest.list(out)) {
      if (file.startsWith("figures/phase-") && file.endsWith(".csv")) {
        diagrams++;
        for (String line : Files.readAllLines(out.resolve(file)).stream().skip(1).toList()) {
          String[] cells = line.split(",", -1);
          sums.merge(cells[0] + "," + cells[1], Double.parseDouble(cells[5]), Double::sum);
        }
      }
    }
    assertEquals(4, diagrams);
    assertEquals(6 * 8, sums.size());
    sums.values().forEach(sum -> assertEquals(1, sum, 1e-12));
  }

  /** Counted by hand from the made-up results: 6 seeds at each n. */
  @Test
  void countsWhatEndsWhere() throws IOException {
    SweepTable table = MadeSweep.small();
    Path out = write(table);
    String numbers = read(out.resolve("numbers.tex"));
    long half =
        table.results().stream()
            .filter(r -> r.point().number("samples") == 80)
            .filter(r -> r.verdict().equals("HALF_LEAST_SQUARES"))
            .count();
    assertTrue(half > 0);
    assertTrue(
        numbers.contains(
            "\\newcommand{\\fpMadeUpSeriesOneRowFourHALFLEASTSQUARES}{\\num{" + half + "}}"),
        numbers);
    assertTrue(read(out.resolve("sections/thresholds.tex")).contains("one dimension only"));
  }

  @Test
  void saysWhenPointsAreMissing() throws IOException {
    SweepTable table = MadeSweep.large(5);
    long missing = table.size() - table.results().size();
    assertTrue(missing > 0);
    Path out = write(table);
    assertTrue(read(out.resolve("sections/setup.tex")).contains("This is a partial sweep"));
    assertTrue(read(out.resolve("numbers.tex")).contains("Missing}{\\num{" + missing + "}}"));
  }

  /** A sweep that was only begun. */
  @Test
  void writesAReportWithoutAnyResult() throws IOException {
    SweepTable table = MadeSweep.large(3, 5, 8);
    Path out = write(withoutResults(table));
    String results = read(out.resolve("sections/results.tex"));
    assertTrue(results.contains("& -- & -- &"), results);
    assertFalse(ReportManifest.list(out).stream().anyMatch(f -> f.startsWith("figures/loss")));
  }

  /** Nothing is drawn where there is no run; an error of 1e-20 is drawn at the lower edge. */
  @Test
  void whatIsMissingIsNotDrawn() throws IOException {
    SweepTable table = MadeSweep.small();
    SweepTable gap =
        new SweepTable(
            table.id(),
            table.title(),
            "",
            table.axes(),
            table.threshold(),
            table.results().stream().filter(r -> r.point().number("samples") != 20).toList());
    List<String> lines = Files.readAllLines(write(gap).resolve("figures/loss.csv"));
    int column = List.of(lines.get(0).split(",", -1)).indexOf("train_median_drawn");
    assertEquals(0.25e-3, Double.parseDouble(lines.get(1).split(",", -1)[column]), 1e-9);
    assertEquals("nan", lines.get(2).split(",", -1)[column]);
    assertEquals(5, lines.size());
  }

  private static SweepTable withoutResults(SweepTable table) {
    return new SweepTable(
        table.id(), table.title(), table.notes(), table.axes(), table.threshold(), List.of());
  }

  @Test
  void refusesASweepOverSeedsAlone() {
    SweepTable table = MadeSweep.small();
    SweepTable seeds =
        new SweepTable(
            table.id(), table.title(), "", table.axes().subList(1, 2), Optional.empty(), List.of());
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> write(seeds));
    assertTrue(refused.getMessage().contains("'samples'"), refused.getMessage());
    assertFalse(Files.exists(folder.resolve("sweep")));
  }

  @Test
  void sameInputSameBytesApartFromTheManifest() throws IOException {
    Path first = write(MadeSweep.small());
    Path second = folder.resolve("again");
    new SweepWriter(Optional.empty()).write(SampleSweep.of(MadeSweep.small()), second);
    SameReport.assertSame(first, second);
  }

  @Test
  void manifestTellsTheThresholds() throws IOException {
    String manifest = read(write(MadeSweep.large(3, 5, 8)).resolve(ReportManifest.FILE));
    for (String key :
        List.of("\"codeVersion\": \"0123456789ab\"", "\"thresholds\"", "\"atMost\"")) {
      assertTrue(manifest.contains(key), key);
    }
  }

  @Test
  @TexInstalled
  void compilesWithoutWarnings() throws IOException {
    compiles(MadeSweep.large(5));
  }

  @Test
  @Tag("slow")
  @TexInstalled
  void compilesManySeriesAndNone() throws IOException {
    compiles(MadeSweep.large(3, 5, 8));
    compiles(MadeSweep.small());
    compiles(withoutResults(MadeSweep.large(3, 5)));
  }

  private void compiles(SweepTable table) throws IOException {
    ReportResult result =
        new SweepWriter().write(SampleSweep.of(table), folder.resolve("compiled"));
    assertEquals("", result.pdfNote());
    assertEquals(List.of(), result.warnings());
    assertTrue(Files.size(result.pdf().orElseThrow()) > 50_000);
  }
}
