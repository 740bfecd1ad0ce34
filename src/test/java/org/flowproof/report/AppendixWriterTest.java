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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AppendixWriterTest {
  private static final List<String> SECTIONS =
      List.of("problem", "claims", "derivations", "findings", "figures", "reproduce");

  @TempDir private Path folder;

  private Path write() throws IOException {
    Path out = folder.resolve("sample");
    new AppendixWriter(Optional.empty()).write(SampleReport.input(), out);
    return out;
  }

  private static String read(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8);
  }

  @Test
  void saysWhatToInstallWithoutAnEngine() throws IOException {
    ReportResult result =
        new AppendixWriter(Optional.empty()).write(SampleReport.input(), folder.resolve("r"));
    assertEquals(Optional.empty(), result.pdf());
    assertTrue(result.pdfNote().contains(TexEngine.PACKAGES), result.pdfNote());
    assertTrue(result.files().contains(Path.of("main.tex")));
    assertFalse(TexEngine.find("/nowhere").isPresent());
  }

  @Test
  void writesEverySectionWithoutPreambleCommands() throws IOException {
    Path out = write();
    for (String section : SECTIONS) {
      String text = read(out.resolve("sections/" + section + ".tex"));
      assertTrue(text.contains("\\section{"), section);
      for (String command :
          List.of("\\documentclass", "\\usepackage", "\\newcommand", "\\begin{document}")) {
        assertFalse(text.contains(command), section + " has " + command);
      }
      assertFalse(text.contains("[=") || text.contains("[#"), section + " has template marks");
    }
  }

  /** Every number macro that is used is defined, and every one defined is used. */
  @Test
  void numbersAreDefinedOnceAndUsed() throws IOException {
    Path out = write();
    Pattern use = Pattern.compile("\\\\(fpTwoThree[A-Za-z]+)");
    List<String> defined = new ArrayList<>();
    Matcher matcher = use.matcher(read(out.resolve("numbers.tex")));
    while (matcher.find()) {
      defined.add(matcher.group(1));
    }
    List<String> used = new ArrayList<>();
    for (String file : ReportManifest.list(out)) {
      if (file.endsWith(".tex") && !file.equals("numbers.tex")) {
        Matcher uses = use.matcher(read(out.resolve(file)));
        while (uses.find()) {
          used.add(uses.group(1));
        }
      }
    }
    assertTrue(defined.size() > 30, defined.toString());
    assertEquals(defined.size(), defined.stream().distinct().count());
    assertEquals(defined.stream().sorted().toList(), used.stream().distinct().sorted().toList());
  }

  @Test
  void figuresReadFilesThatExistAndAreSmall() throws IOException {
    Path out = write();
    Pattern table = Pattern.compile("y=(\\w+)\\] \\{\\\\fproot/(figures/[\\w.-]+)}");
    int count = 0;
    for (String file : ReportManifest.list(out)) {
      if (file.startsWith("figures/") && file.endsWith(".tex")) {
        Matcher matcher = table.matcher(read(out.resolve(file)));
        while (matcher.find()) {
          List<String> lines = Files.readAllLines(out.resolve(matcher.group(2)));
          assertTrue(
              List.of(lines.get(0).split(",", -1)).contains(matcher.group(1)), matcher.group());
          assertTrue(lines.size() > 1 && lines.size() <= 2001, matcher.group());
          count++;
        }
      }
    }
    assertTrue(count >= 10, count + " curves");
  }

  /** The bound drawn beside N is evaluated from the claim's own text. */
  @Test
  void boundsComeFromTheClaims() throws IOException {
    Path out = write();
    String header = Files.readAllLines(out.resolve("figures/norm.csv")).get(0);
    assertTrue(header.startsWith("t,N,bound_1"), header);
    assertTrue(read(out.resolve("figures/norm.tex")).contains("envelopes/norm-growth"));
  }

  @Test
  void sameInputSameBytesApartFromTheManifest() throws IOException {
    Path first = write();
    Path second = folder.resolve("again");
    new AppendixWriter(Optional.empty()).write(SampleReport.input(), second);
    SameReport.assertSame(first, second);
  }

  @Test
  void nothingTellsWhereItWasMade() throws IOException {
    Path out = write();
    String here = Path.of("").toAbsolutePath().toString();
    for (String file : ReportManifest.list(out)) {
      assertFalse(read(out.resolve(file)).contains(here), file);
    }
  }

  @Test
  void crashInTheMiddleLeavesTheOldReport() throws IOException {
    Path out = write();
    String before = read(out.resolve("main.tex"));
    AppendixWriter broken =
        new AppendixWriter(
            Optional.empty(),
            trajectory ->
                (term, indices, time) -> {
                  throw new IllegalStateException("no value");
                });
    assertThrows(IllegalStateException.class, () -> broken.write(SampleReport.input("Other"), out));
    assertEquals(before, read(out.resolve("main.tex")));
    assertEquals(List.of("sample"), names());
  }

  private List<String> names() throws IOException {
    try (var list = Files.list(folder)) {
      return list.map(p -> p.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  @TexInstalled
  void compilesWithoutWarnings() throws IOException {
    ReportResult result = new AppendixWriter().write(SampleReport.input(), folder.resolve("r"));
    assertEquals("", result.pdfNote());
    assertEquals(List.of(), result.warnings());
    assertTrue(Files.size(result.pdf().orElseThrow()) > 50_000);
    assertTrue(result.files().stream().noneMatch(f -> f.toString().endsWith(".aux")));
  }

  /** The sections fit into somebody else's document, from another directory. */
  @Test
  @TexInstalled
  void sectionsFitIntoAnotherDocument() throws IOException {
    Path out = write();
    String paper =
        "\\documentclass[11pt]{article}\n\\usepackage[T1]{fontenc}\\usepackage[utf8]{inputenc}\n"
            + "\\usepackage[margin=27mm]{geometry}\\usepackage{textcomp,lmodern}\n"
            + "\\usepackage{amsmath,amssymb,booktabs,array,longtable,xcolor,siunitx,url}\n"
            + "\\usepackage{pgfplots}\\usepgfplotslibrary{groupplots}\\pgfplotsset{compat=1.16}\n"
            + "\\newcommand{\\fproot}{sample}\n\\input{sample/flowproof-macros}\n"
            + "\\input{sample/numbers}\n\\begin{document}\\section{Ours}Words.\n"
            + String.join(
                "\n", SECTIONS.stream().map(s -> "\\input{sample/sections/" + s + "}").toList())
            + "\n\\bibliographystyle{plain}\\bibliography{sample/references}\\end{document}\n";
    Files.writeString(folder.resolve("main.tex"), paper);
    assertEquals(Optional.empty(), TexEngine.find().orElseThrow().compile(folder));
    assertTrue(
        TexLog.warnings(folder).stream().noneMatch(w -> w.contains("undefined")),
        TexLog.warnings(folder).toString());
    assertTrue(Files.isDirectory(out));
  }
}
