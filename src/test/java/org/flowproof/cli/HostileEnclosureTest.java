package org.flowproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.flowproof.report.EnclosuresWriter;
import org.flowproof.report.TexEngine;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The texts of {@link HostileReportTest} in cases with a tube, and in appendices on tubes. */
class HostileEnclosureTest {
  /** What is in no section when texts are shown and nothing else. */
  private static final List<String> COMMANDS =
      List.of(
          "\\immediate",
          "\\write",
          "\\openout",
          "\\input{|",
          "\\end{document}",
          "\\catcode",
          "^^5c",
          "Execute",
          "%$&#_{",
          "=HYPERLINK(\"");

  @TempDir Path directory;

  private void write() throws IOException {
    StringBuilder claims = new StringBuilder();
    List<String> names =
        List.of("norm-growth", "norm-growth-bernoulli", "domination-kept", "norm-growth-rate");
    for (int i = 0; i < names.size(); i++) {
      String verdict = i < 3 ? "ENCLOSED" : "UNKNOWN";
      String because =
          HostileReportTest.INJECTIONS.get(2 * i)
              + " "
              + HostileReportTest.INJECTIONS.get(2 * i + 1);
      claims.append(
          "    - {claim: envelopes/%s, expect: %s, because: \"%s\"}\n"
              .formatted(names.get(i), verdict, HostileReportTest.yaml(because)));
    }
    Files.writeString(directory.resolve("d\u00e4ta $x_%#{y}.csv"), "a,b,y\n1,0,1\n0.6,0.8,0.5\n");
    Files.writeString(
        directory.resolve("sample.yaml"),
        HostileReportTest.head(
                String.join(" ", HostileReportTest.INJECTIONS.subList(0, 9)),
                "d\u00e4ta $x_%#{y}.csv")
            + "enclose:\n  until: 2\n  claims:\n"
            + claims);
  }

  /** Sections are texts without commands of their own; no TeX engine is needed to see that. */
  private static void sectionsHaveNoCommands(Path out) throws IOException {
    boolean shown = false;
    try (Stream<Path> files = Files.walk(out.resolve("sections"))) {
      for (Path section : files.filter(f -> f.toString().endsWith(".tex")).toList()) {
        String text = Files.readString(section);
        for (String command : COMMANDS) {
          assertFalse(text.contains(command), section + " has " + command);
        }
        shown |= text.contains("touch pwned");
      }
    }
    assertTrue(shown, "the texts are nowhere");
    HostileReportTest.tablesHoldNoFormulas(out);
  }

  @Test
  void appendicesOnTubesShowTexts() throws Exception {
    write();
    Path out = directory.resolve("out");
    CaseEnclosure tube = TubeRuns.encloser().task(directory.resolve("sample.yaml")).call();
    Surroundings surroundings = TubeRuns.surroundings(new StringWriter(), directory);
    new EnclosuresWriter(Optional.empty())
        .write(EnclosuresReport.input(List.of(tube.result()), Instant.now(), surroundings), out);
    sectionsHaveNoCommands(out);
  }

  private Path run(String... arguments) throws Exception {
    CommandLineRun run = CommandLineRun.in(CommandLineRun.PROJECT, directory, arguments);
    assertEquals(ExitCode.OK, run.code(), run.err() + run.out());
    assertFalse(run.err().contains("TeX: "), run.err());
    assertFalse(run.out().contains("\u202e") || run.err().contains("\u202e"));
    assertTrue(Files.exists(directory.resolve("out/main.pdf")));
    return directory.resolve("out");
  }

  @Test
  @Tag("slow")
  void compiledTheyDoNothing() throws Exception {
    assumeTrue(TexEngine.find().isPresent(), "no TeX engine");
    write();
    Path appendix = run("enclose", "sample.yaml", "--report", "out");
    sectionsHaveNoCommands(appendix);
    HostileReportTest.withShellEscape(appendix);
    Path report = run("report", "sample.yaml", "-o", "out");
    sectionsHaveNoCommands(report);
    HostileReportTest.withShellEscape(report);
    HostileReportTest.shown(report);
    HostileReportTest.nothingDone(directory);
  }
}
