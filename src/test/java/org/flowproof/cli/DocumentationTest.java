package org.flowproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.flowproof.problem.yaml.StrictYaml;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands and samples of the documentation work. */
class DocumentationTest {
  private static final Pattern COMMAND = Pattern.compile("(?m)^ *\\./flowproof (.+)$");
  private static final Pattern YAML = Pattern.compile("(?s)```yaml\n(.*?)```");

  private static final Pattern OUTPUT =
      Pattern.compile("(?s)```text\n[$] [.]/flowproof ([^\n]+)\n(.*?)\n```");

  /** Some lines of an output; a line that is indented further belongs to the one before it. */
  private static final Pattern EXCERPT =
      Pattern.compile(
          "(?s) {4}[.]/flowproof ([^\n]+)\n\nprints, among others[^\n]*:\n\n"
              + "```text\n(.*?)\n```");

  @TempDir Path directory;

  /** A page that shows what a command prints shows what it prints today. */
  @Test
  void outputShownIsOutputPrinted() throws IOException {
    int count = 0;
    for (Path page : pages()) {
      Matcher matcher = OUTPUT.matcher(Files.readString(page));
      while (matcher.find()) {
        CommandLineRun run = CommandLineRun.of(matcher.group(1).split(" ", -1));
        assertEquals(matcher.group(2), run.out().stripTrailing(), page.toString());
        count++;
      }
    }
    assertTrue(count >= 1);
  }

  @Test
  void linesShownAreAmongThosePrinted() throws IOException {
    int count = 0;
    for (Path page : pages()) {
      Matcher matcher = EXCERPT.matcher(Files.readString(page));
      while (matcher.find()) {
        CommandLineRun run = CommandLineRun.of(matcher.group(1).split(" ", -1));
        List<String> printed = run.out().lines().map(DocumentationTest::spaced).toList();
        for (String line : matcher.group(2).replaceAll("\n {6}", " ").lines().toList()) {
          assertTrue(printed.contains(spaced(line)), () -> page + " shows " + line);
          count++;
        }
      }
    }
    assertTrue(count >= 10);
  }

  private static String spaced(String line) {
    return line.strip().replaceAll(" +", " ");
  }

  @Test
  void everyCommandRuns() throws IOException {
    List<String> commands = commands().stream().filter(c -> !c.startsWith("report ")).toList();
    assertTrue(commands.size() >= 4, commands.toString());
    commands.forEach(this::run);
  }

  /** Apart from the others because proofs, run and TeX together take a minute. */
  @Test
  @Tag("slow")
  void everyReportIsWritten() throws IOException {
    List<String> commands = commands().stream().filter(c -> c.startsWith("report ")).toList();
    assertTrue(!commands.isEmpty());
    // some reports are about the results of a sweep
    commands().stream().filter(c -> c.startsWith("sweep ")).forEach(this::run);
    commands.forEach(this::run);
    assertTrue(Files.exists(directory.resolve("reports/three-points/main.tex")));
    assertTrue(Files.exists(directory.resolve("reports/three-points-width/points.csv")));
  }

  private void run(String command) {
    String words = command.replace(" cases/", " " + CommandLineRun.PROJECT + "/cases/");
    CommandLineRun run = CommandLineRun.in(CommandLineRun.PROJECT, directory, words.split(" ", -1));
    assertEquals(ExitCode.OK, run.code(), command + "\n" + run.out() + run.err());
  }

  private static Set<String> commands() throws IOException {
    Set<String> commands = new LinkedHashSet<>();
    for (Path page : pages()) {
      Matcher matcher = COMMAND.matcher(Files.readString(page));
      while (matcher.find()) {
        // the tutorial's files exist only on its page; ClaimTutorialTest runs those
        if (!matcher.group(1).contains("tutorial/")) {
          commands.add(matcher.group(1).strip());
        }
      }
    }
    return commands;
  }

  @Test
  void everyYamlSampleParses() throws IOException {
    List<String> samples = new ArrayList<>();
    for (Path page : pages()) {
      Matcher matcher = YAML.matcher(Files.readString(page));
      while (matcher.find()) {
        samples.add(matcher.group(1));
      }
    }
    assertTrue(samples.size() >= 3, samples.size() + " samples");
    for (String sample : samples) {
      StrictYaml.read(Files.writeString(directory.resolve("sample.yaml"), sample));
    }
  }

  private static List<Path> pages() throws IOException {
    try (Stream<Path> docs = Files.walk(CommandLineRun.PROJECT.resolve("docs"))) {
      List<Path> pages =
          new ArrayList<>(docs.filter(p -> p.toString().endsWith(".md")).sorted().toList());
      pages.add(CommandLineRun.PROJECT.resolve("README.md"));
      return pages;
    }
  }
}
