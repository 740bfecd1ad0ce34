package org.flowproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.flowproof.sweep.SweepTexts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a machine does to a process: signals, full and read-only disks, a second run on the same
 * target. Each command runs in a process of its own.
 */
@Tag("slow")
class FaultsTest {
  private static final String CASE =
      """
      format: 1
      case: sample
      title: A sample
      data: {x: [[1, 0], [0.6, 0.8]], y: [1, 0.5]}
      network: {width: 2, activation: relu, trained: both}
      loss: {kind: squared, factor: 1/(2n)}
      initialization: {law: balanced, scale: 1e-3, seed: 1}
      dynamics: {kind: flow, tolerance: 1e-9, stop: {time: 6}}
      check:
        - {claim: envelopes/norm-growth, expect: HOLDS}
      """;

  @TempDir Path directory;
  private OwnProcess.Way here;

  @BeforeEach
  void lay() throws IOException {
    Files.writeString(directory.resolve("case.yaml"), CASE.replace("case: sample", "case: case"));
    SweepTexts.file(directory);
    here = new OwnProcess.Way(directory);
  }

  /** With its TeX engine or its algebra system at work. */
  @ParameterizedTest
  @ValueSource(strings = {"INT", "TERM"})
  void signalsEndReportsAndProofsWithAllTheirChildren(String signal) throws Exception {
    int code = signal.equals("INT") ? ExitCode.INTERRUPTED : 143;
    for (String[] command :
        new String[][] {{"report", "case.yaml", "-o", "out"}, {"prove", "envelopes/norm-growth"}}) {
      try (OwnProcess process = here.start(command)) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
        while (process.children().isEmpty()) {
          assertTrue(process.isAlive() && System.nanoTime() < end, process.err());
          Thread.sleep(20);
        }
        List<ProcessHandle> children = process.children();
        process.signal(signal);
        CommandLineRun run = process.ended();
        assumeTrue(signal.equals("TERM") || run.code() != 0, "interrupts are ignored here");
        assertEquals(code, run.code(), run.err());
        for (ProcessHandle child : children) {
          child.onExit().get(10, TimeUnit.SECONDS);
        }
        assertFalse(Files.exists(directory.resolve("out")));
        assertFalse(run.err().contains("\tat "), run.err());
      }
    }
    // nothing that the dead left behind is in the way
    assertEquals(ExitCode.OK, here.run("report", "case.yaml", "-o", "out").code());
    assertFalse(Files.exists(directory.resolve(".out.partial")));
  }

  /** Whenever they come, no half of a certificate is left. */
  @ParameterizedTest
  @ValueSource(strings = {"INT", "TERM"})
  void signalsEndEnclosures(String signal) throws Exception {
    int code = signal.equals("INT") ? ExitCode.INTERRUPTED : 143;
    List<Path> before = names();
    for (int millis : new int[] {600, 1500, 3000}) {
      try (OwnProcess process =
          here.start("enclose", "enclosures/four-neurons", "--certificate", "out")) {
        Thread.sleep(millis);
        process.signal(signal);
        CommandLineRun run = process.ended();
        assumeTrue(run.code() != 0, "interrupts are ignored here, or the machine is fast");
        assertEquals(code, run.code(), run.err());
        assertFalse(run.err().contains("\tat "), run.err());
      }
      // it is written before the claims are judged
      Path out = directory.resolve("out");
      assertTrue(!Files.exists(out) || Files.readString(out).contains("\nsha256 "));
      Files.deleteIfExists(out);
      assertEquals(before, names());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "run case.yaml -o out",
        "report case.yaml -o out",
        "enclose odes/laub-loomis --csv out",
        "enclose case.yaml --certificate out"
      })
  void aFileThatCannotGrowLeavesTheOldResult(String words) throws Exception {
    String[] command = words.split(" ");
    OwnProcess.Way small = new OwnProcess.Way(directory).shell("ulimit -f 1; exec \"$@\"");
    refused(small.run(command), "cannot write: ");
    assertFalse(Files.exists(directory.resolve("out")));
    assertTrue(List.of(ExitCode.OK, ExitCode.UNKNOWN).contains(here.run(command).code()));
    List<Path> old = names();
    refused(small.run(command), "cannot write: ");
    assertEquals(old, names());
  }

  /** There SQLite itself cannot be unpacked. */
  @Test
  void aSweepThatCannotUnpackItsStoreSaysSo() throws Exception {
    OwnProcess.Way small = new OwnProcess.Way(directory).shell("ulimit -f 16; exec \"$@\"");
    refused(small.run("sweep", "sample.yaml", "-o", "out"), "SQLite is unpacked to ");
  }

  /** Needs to mount a file system of some kilobytes. */
  @Test
  void aFullDiskEndsASweepThatGoesOnWhenThereIsRoom() throws Exception {
    Path disk = mounted("size=150k");
    try {
      String[] command = {"sweep", "sample.yaml", "-o", disk.resolve("out").toString()};
      byte[] ballast = new byte[90 << 10];
      Files.write(disk.resolve("ballast"), ballast);
      refused(here.run(command), "cannot write: ");
      Files.delete(disk.resolve("ballast"));
      CommandLineRun rest = here.run(command);
      assertTrue(List.of(ExitCode.OK, ExitCode.UNKNOWN).contains(rest.code()), rest.err());
      Files.write(disk.resolve("ballast"), new byte[40 << 10]);
      refused(here.run("report", "case.yaml", "-o", disk.resolve("r").toString()), "cannot write");
      refused(here.run("run", "case.yaml", "-o", disk.resolve("out2").toString()), "cannot write");
      assertFalse(Files.exists(disk.resolve("r")) || Files.exists(disk.resolve("out2")));
      // the store is whole all the same
      assertEquals(rest.code(), here.run(command).code());
    } finally {
      assertEquals(0, new ProcessBuilder("umount", disk.toString()).start().waitFor());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"run case.yaml", "report case.yaml", "sweep sample.yaml"})
  void targetsThatCannotBeWrittenAreRefused(String words) throws Exception {
    String[] command = words.split(" ");
    // nobody can make a directory there, not even the administrator
    assumeTrue(Files.isDirectory(Path.of("/proc/self")));
    refused(here.run(CommandLineRun.with(command, "-o", "/proc/flowproof/out")), "cannot write");
    Path locked = Files.createDirectory(directory.resolve("locked"));
    if (locked.toFile().setWritable(false) && !Files.isWritable(locked)) {
      refused(here.run(CommandLineRun.with(command, "-o", "locked/out")), "cannot write");
    }
    Files.writeString(directory.resolve("file"), "");
    refused(here.run(CommandLineRun.with(command, "-o", "file")), "file");
    refused(here.run(CommandLineRun.with(command, "-o", "file/out")), "file");
    assertEquals("", Files.readString(directory.resolve("file")));
  }

  /** Needs to mount a file system that then refuses writes. */
  @Test
  void evidenceThatCannotBeWrittenIsTold() throws Exception {
    Path disk = mounted("size=4m");
    try {
      Path to = Files.createDirectories(disk.resolve("proofs/envelopes"));
      Path from = CommandLineRun.PROJECT.resolve("proofs/envelopes");
      try (Stream<Path> claims = Files.list(from)) {
        for (Path claim : claims.filter(f -> f.toString().endsWith(".yaml")).toList()) {
          Files.copy(claim, to.resolve(claim.getFileName()));
        }
      }
      String[] remount = {"mount", "-o", "remount,ro", disk.toString()};
      assumeTrue(new ProcessBuilder(remount).start().waitFor() == 0);
      OwnProcess.Way way = new OwnProcess.Way(directory).home(disk);
      refused(way.run("prove", "envelopes/cauchy-schwarz", "--replay"), "cannot write: ");
    } finally {
      assertEquals(0, new ProcessBuilder("umount", disk.toString()).start().waitFor());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"run case.yaml", "report case.yaml", "sweep sample.yaml"})
  void ofTwoRunsOnOneTargetOneIsToldSoOrWaitsItsTurn(String words) throws Exception {
    String[] command = CommandLineRun.with(words.split(" "), "-o", "out");
    try (OwnProcess one = here.start(command);
        OwnProcess two = here.start(command)) {
      List<CommandLineRun> runs = List.of(one.ended(), two.ended());
      assertTrue(runs.stream().anyMatch(r -> r.code() != ExitCode.INPUT), runs.toString());
      for (CommandLineRun run : runs) {
        if (run.code() == ExitCode.INPUT) {
          assertTrue(run.err().contains("writing"), run.err());
        }
        assertNotEquals(ExitCode.INTERNAL, run.code(), run.err());
      }
    }
    Path out = directory.resolve("out");
    assertTrue(Files.isDirectory(out));
    int again = here.run(command).code();
    assertTrue(List.of(ExitCode.OK, ExitCode.UNKNOWN).contains(again));
    assertFalse(Files.exists(directory.resolve(".out.partial")));
  }

  /** Each writes under a name of its own. */
  @ParameterizedTest
  @ValueSource(strings = {"--csv", "--certificate"})
  void ofTwoEnclosuresWithOneTargetBothLeaveAWholeFile(String option) throws Exception {
    String[] command = {"enclose", "enclosures/four-neurons", "--until", "1", option, "out"};
    int code = here.run(command).code();
    String whole = Files.readString(directory.resolve("out"));
    List<Path> before = names();
    try (OwnProcess one = here.start(command);
        OwnProcess two = here.start(command)) {
      assertEquals(List.of(code, code), List.of(one.ended().code(), two.ended().code()));
    }
    assertEquals(whole, Files.readString(directory.resolve("out")));
    assertEquals(before, names());
  }

  @Test
  void aLackOfMemoryIsToldInOneLine() throws Exception {
    StringBuilder rows = new StringBuilder("a,b,y\n");
    rows.append("1,2,3\n".repeat(3_000_000));
    Files.writeString(directory.resolve("large.csv"), rows);
    Files.writeString(
        directory.resolve("case.yaml"),
        CASE.replace("case: sample", "case: case")
            .replace(
                "data: {x: [[1, 0], [0.6, 0.8]], y: [1, 0.5]}",
                "data: {csv: large.csv, label: y}"));
    OwnProcess.Way small = new OwnProcess.Way(directory).java("-Xmx64m");
    for (String command : List.of("check", "run", "report")) {
      refused(small.run(command, "case.yaml"), "case.yaml:4: data: more than fits into the ");
    }
  }

  private Path mounted(String options) throws Exception {
    Path disk = Files.createDirectory(directory.resolve("disk"));
    int code;
    try {
      code =
          new ProcessBuilder("mount", "-t", "tmpfs", "-o", options, "none", disk.toString())
              .start()
              .waitFor();
    } catch (IOException e) {
      code = 1;
    }
    assumeTrue(code == 0, "nothing can be mounted here");
    return disk;
  }

  /** One line, besides what was being done. */
  private static void refused(CommandLineRun run, String message) {
    assertEquals(ExitCode.INPUT, run.code(), run.err());
    assertTrue(run.err().contains(message), run.err());
    assertFalse(run.err().contains("\tat "), run.err());
  }

  private List<Path> names() throws IOException {
    try (Stream<Path> all = Files.walk(directory)) {
      return all.sorted().toList();
    }
  }
}
