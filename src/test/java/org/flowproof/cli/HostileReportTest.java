package org.flowproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.flowproof.report.TexEngine;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A case whose every text tries to do something: to TeX, to the templates, to spreadsheets, to the
 * terminal. The report shows the texts, also when somebody compiles it with shell escape switched
 * on.
 */
@Tag("slow")
class HostileReportTest {
  static final List<String> INJECTIONS =
      List.of(
          "\\immediate\\write18{touch pwned}",
          "\\write18{touch pwned}",
          "^^5cimmediate^^5cwrite18{touch pwned}",
          "\\input{|touch pwned}",
          "\\openout15=pwned",
          "\\end{document}",
          "}\\catcode`\\%=12 %$&#_{",
          "${1+1} [=1+1] [#include 'main.ftl'] [@x/] [#assign a='freemarker.template.utility"
              + ".Execute'?new()]${a('touch pwned')}",
          "=HYPERLINK(\\\"http://localhost\\\")",
          "\\u4e2d\\u6587 \\u05d0\\u05d1 \\u0416 Erd\\u0151s \\ud83c\\udf89 \\u202eevil",
          "a very long word: " + "x_".repeat(60));

  @TempDir Path directory;

  @Test
  void everyTextIsShownAndDoesNothing() throws Exception {
    assumeTrue(TexEngine.find().isPresent(), "no TeX engine");
    String data = "d\u00e4ta $x_%#{y} \\input{z} \u4e2d.csv";
    Files.writeString(directory.resolve(data), "a,b,y\n1,0,1\n0.6,0.8,0.5\n");
    Files.writeString(directory.resolve("sample.yaml"), text(data));
    Path out = directory.resolve("o $x_%#{y} \u4e2d '\" t");
    CommandLineRun run =
        CommandLineRun.in(
            CommandLineRun.PROJECT, directory, "report", "sample.yaml", "-o", out.toString());
    assertEquals(ExitCode.OK, run.code(), run.err());
    assertTrue(Files.exists(out.resolve("main.pdf")), run.err());
    assertFalse(run.err().contains("TeX: "), run.err());
    assertFalse(run.out().contains("\u202e") || run.err().contains("\u202e"));
    nothingDone();
    tablesHoldNoFormulas(out);
    withShellEscape(out);
    nothingDone();
    shown(out);
  }

  private static String text(String data) {
    StringBuilder plots = new StringBuilder();
    StringBuilder values = new StringBuilder();
    for (int i = 0; i < INJECTIONS.size(); i++) {
      String injection = yaml(INJECTIONS.get(i));
      plots.append("  - {title: \"").append(injection).append("\", quantity: loss}\n");
      values
          .append("  - {name: \"v")
          .append(i)
          .append(' ')
          .append(injection)
          .append("\", value: mse, equals: 0.3, tolerance: 1, source: \"")
          .append(injection)
          .append("\"}\n");
    }
    return head(INJECTIONS.get(0) + " " + INJECTIONS.get(6), data.replace("\\", "\\\\"))
        + "values:\n"
        + values
        + "plot:\n"
        + plots;
  }

  /** A case with a title and the name of its file of data, and with notes that say everything. */
  static String head(String title, String data) {
    return """
    format: 1
    case: sample
    title: "A title TITLE"
    notes: "Some notes NOTES"
    data:
      csv: "DATA"
      label: y
    network: {width: 2, activation: relu, trained: both}
    loss: {kind: squared, factor: 1/(2n)}
    initialization: {law: balanced, scale: 1e-3, seed: 1}
    dynamics: {kind: flow, tolerance: 1e-9, stop: {time: 2}}
    """
        .replace("TITLE", yaml(title))
        .replace("NOTES", yaml(String.join(" ", INJECTIONS)))
        .replace("DATA", data);
  }

  /** What stands above as YAML escapes stays so; other backslashes are doubled. */
  static String yaml(String text) {
    return text.replaceAll("\\\\(?!u[0-9a-f]{4}|\")", "\\\\\\\\");
  }

  private void nothingDone() throws IOException {
    nothingDone(directory);
  }

  /** No file that an injection would make. */
  static void nothingDone(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      assertTrue(files.noneMatch(f -> f.getFileName().toString().startsWith("pwned")));
    }
    assertFalse(Files.exists(Path.of("pwned")));
  }

  static void tablesHoldNoFormulas(Path out) throws IOException {
    try (Stream<Path> files = Files.walk(out)) {
      for (Path table : files.filter(f -> f.toString().endsWith(".csv")).toList()) {
        for (String line : Files.readAllLines(table)) {
          for (String cell : line.split(",", -1)) {
            String bare = cell.startsWith("\"") ? cell.substring(1) : cell;
            assertFalse(bare.matches("[=@\\t].*|[-+][^0-9.I].*"), table + ": " + line);
          }
        }
      }
    }
  }

  /** As somebody might who did not read that there is no need. */
  static void withShellEscape(Path out) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(
            "pdflatex", "-shell-escape", "-interaction=nonstopmode", "-halt-on-error", "main.tex");
    builder.environment().put("openout_any", "a");
    builder.directory(out.toFile()).redirectErrorStream(true);
    builder.redirectOutput(out.resolve("escape.out").toFile());
    Process process = builder.start();
    try {
      assertTrue(process.waitFor(180, TimeUnit.SECONDS));
      String log =
          new String(Files.readAllBytes(out.resolve("main.log")), StandardCharsets.ISO_8859_1);
      assertEquals(0, process.exitValue(), log);
      assertTrue(log.contains("\\write18 enabled"), "shell escape was off after all");
      assertFalse(log.contains("runsystem("), log);
    } finally {
      process.destroyForcibly();
    }
  }

  static void shown(Path out) throws Exception {
    Process process;
    try {
      process = new ProcessBuilder("pdftotext", "main.pdf", "-").directory(out.toFile()).start();
    } catch (IOException e) {
      assumeTrue(false, "no pdftotext");
      return;
    }
    String text =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
            .replaceAll("\\s", "");
    assertEquals(0, process.waitFor());
    for (String part :
        List.of(
            "\\immediate\\write18{touchpwned}",
            "^^5cimmediate^^5cwrite18{touchpwned}",
            "\\end{document}",
            "[#include",
            "=HYPERLINK(\"http://localhost\")",
            "U+4E2D",
            "Erd\u0151s",
            "U+202E",
            "U+1F389")) {
      assertTrue(text.contains(part), part + " is not in " + text);
    }
  }
}
