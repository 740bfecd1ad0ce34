package org.flowproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a process finds around it: locales, variables, paths, closed streams. */
@Tag("slow")
class SurroundingsTest {
  private static final String CASE =
      """
      format: 1
      case: sample
      title: A TITLE with I and i
      data: {x: [[1, 0], [0.6, 0.8]], y: [1, 0.5]}
      network: {width: 2, activation: "Tanh[z]", trained: both}
      loss: {kind: squared, factor: 1/(2n)}
      initialization: {law: balanced, scale: 1e-1, seed: 1}
      dynamics: {kind: flow, tolerance: 1e-9, stop: {time: 6}}
      plot:
        - {title: Loss, quantity: loss}
      """;

  @TempDir Path directory;

  /** A dotless i, a decimal comma, other digits, a day that is missing, nothing at all. */
  @Test
  void resultsDependOnNoSurroundings() throws Exception {
    OwnProcess.Way usual = new OwnProcess.Way(place("usual"));
    List<String> expected = results(usual);
    int number = 0;
    for (List<String> options :
        List.of(
            List.of("-Duser.language=tr", "-Duser.country=TR", "-Duser.timezone=Pacific/Apia"),
            List.of("-Duser.language=de", "-Duser.country=DE", "-Duser.timezone=Asia/Kathmandu"),
            List.of("-Duser.language=ar", "-Duser.country=EG", "-Duser.timezone=Etc/GMT+12"),
            List.of("-Dfile.encoding=ISO-8859-9", "-Duser.language=az"))) {
      OwnProcess.Way way = new OwnProcess.Way(place("other" + ++number));
      assertEquals(expected, results(way.java(options.toArray(String[]::new))));
    }
    assertEquals(expected, results(new OwnProcess.Way(place("bare")).bare()));
    OwnProcess.Way alone = new OwnProcess.Way(place("alone")).with("TERM", "");
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/setsid")), "no setsid");
    assertEquals(expected, results(alone.shell("unset HOME TERM; exec setsid -w \"$@\"")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "with blanks",
        "it's \"quoted\"",
        "\u00fcmlaut \u4e2d\u6587",
        "-o",
        "$HOME;ls #%&"
      })
  void anyPathWillDo(String name) throws Exception {
    assumeTrue("UTF-8".equals(System.getProperty("sun.jnu.encoding")), "not a UTF-8 locale");
    Path place = place(name);
    results(new OwnProcess.Way(place));
    CommandLineRun run =
        new OwnProcess.Way(directory)
            .run("check", place.resolve("sample.yaml").toString(), "--json");
    assertEquals(ExitCode.OK, run.code(), run.err());
  }

  /** A full device and a closed descriptor take nothing; a reader may have had enough. */
  @Test
  void resultsThatNobodyCanReadAreNotDelivered() throws Exception {
    Path place = place("place");
    assumeTrue(Files.exists(Path.of("/dev/full")));
    for (String streams : List.of(">/dev/full", ">&-")) {
      CommandLineRun run =
          new OwnProcess.Way(place)
              .shell("exec \"$@\" " + streams)
              .run("run", "sample.yaml", "-o", "out", "-q");
      assertEquals(ExitCode.INPUT, run.code(), run.err());
      assertEquals(1, run.err().lines().count(), run.err());
      assertTrue(run.err().startsWith("cannot write the results to standard output"), run.err());
      // what goes to files is there
      assertTrue(Files.readString(place.resolve("out/run.json")).endsWith("}\n"));
    }
    CommandLineRun run =
        new OwnProcess.Way(place)
            .shell("{ \"$@\"; echo $? >code; } | true; sleep 1; cat code")
            .run("list");
    assertEquals("", run.err());
    assertEquals(WatchedStream.CLOSED_PIPE + "\n", run.out());
  }

  private Path place(String name) throws IOException {
    Path place = Files.createDirectory(directory.resolve(name));
    Files.writeString(place.resolve("sample.yaml"), CASE);
    return place;
  }

  /** What the commands print and write, as text. */
  private static List<String> results(OwnProcess.Way way) throws Exception {
    CommandLineRun check = way.run("check", "sample.yaml", "--json");
    assertEquals(ExitCode.OK, check.code(), check.err());
    CommandLineRun run = way.run("run", "sample.yaml", "-o", "out", "-q", "--json");
    assertEquals(ExitCode.OK, run.code(), run.err());
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.list(way.directory().resolve("out"))) {
      for (Path file : all.toList()) {
        files.put(file.getFileName().toString(), Files.readString(file, StandardCharsets.UTF_8));
      }
    }
    CommandLineRun enclosed =
        way.run("enclose", "odes/van-der-pol", "--csv", "widths.csv", "--json", "-q");
    assertEquals(ExitCode.OK, enclosed.code(), enclosed.err());
    files.put("widths.csv", Files.readString(way.directory().resolve("widths.csv")));
    CommandLineRun explained = way.run("explain", "envelopes/norm-growth");
    return List.of(
        check.out().replaceAll("\"[a-zA-Z]*(file|path|seconds|millis)[a-zA-Z]*\": .*", ""),
        files.toString(),
        enclosed.out().replaceAll("\"seconds\": .*", ""),
        explained.out());
  }
}
