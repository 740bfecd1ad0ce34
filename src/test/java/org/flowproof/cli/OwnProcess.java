package org.flowproof.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A command in a process of its own, as a user starts it; ends with the test. */
final class OwnProcess implements AutoCloseable {
  private final Process process;
  private final Path out;
  private final Path err;

  private OwnProcess(Process process, Path out, Path err) {
    this.process = process;
    this.out = out;
    this.err = err;
  }

  /** How to start it. */
  static final class Way {
    private final Path directory;
    private final List<String> java = new ArrayList<>();
    private final Map<String, String> variables = new HashMap<>();
    private Path home = CommandLineRun.PROJECT;
    private String shell = "exec \"$@\"";
    private boolean bare;

    Way(Path directory) {
      this.directory = directory;
    }

    /** The project whose cases and proofs are meant. */
    Way home(Path project) {
      home = project;
      return this;
    }

    Path directory() {
      return directory;
    }

    /** Options for Java. */
    Way java(String... options) {
      java.addAll(List.of(options));
      return this;
    }

    /** A variable of the environment. */
    Way with(String variable, String value) {
      variables.put(variable, value);
      return this;
    }

    /** No variables but {@code PATH}. */
    Way bare() {
      bare = true;
      return this;
    }

    /** A shell script in the place of {@code exec "$@"}. */
    Way shell(String script) {
      assumeTrue(new File("/bin/sh").canExecute());
      shell = script;
      return this;
    }

    OwnProcess start(String... command) throws IOException {
      List<String> words = new ArrayList<>(List.of("/bin/sh", "-c", shell, "sh"));
      words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      words.addAll(List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
      words.addAll(java);
      words.addAll(List.of("-Dflowproof.home=" + home, "-cp", classPath()));
      words.add("org.flowproof.cli.Flowproof");
      words.addAll(List.of(command));
      Path out = Files.createTempFile("flowproof", ".out");
      Path err = Files.createTempFile("flowproof", ".err");
      ProcessBuilder builder = new ProcessBuilder(words).directory(directory.toFile());
      if (bare) {
        String path = System.getenv("PATH");
        builder.environment().clear();
        builder.environment().put("PATH", path);
      }
      builder.environment().putAll(variables);
      builder.redirectOutput(out.toFile()).redirectError(err.toFile());
      builder.redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
      return new OwnProcess(builder.start(), out, err);
    }

    /** Starts it and waits for its end. */
    CommandLineRun run(String... command) throws Exception {
      try (OwnProcess started = start(command)) {
        return started.ended();
      }
    }

    /** Absolute, as the process stands elsewhere. */
    private static String classPath() {
      List<String> entries = new ArrayList<>();
      for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
        entries.add(Path.of(entry).toAbsolutePath().toString());
      }
      return String.join(File.pathSeparator, entries);
    }
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Whatever it has started, at this moment. */
  List<ProcessHandle> children() {
    return process.descendants().toList();
  }

  /** What it wrote to standard error so far. */
  String err() throws IOException {
    return Files.readString(err);
  }

  /** Sends a signal, such as {@code TERM}. */
  void signal(String name) throws Exception {
    assumeTrue(new File("/bin/kill").canExecute());
    new ProcessBuilder("/bin/kill", "-" + name, "" + process.pid()).start().waitFor();
  }

  /** As kill -9: no time to clean up. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    assertTrue(process.waitFor(60, TimeUnit.SECONDS), "not killed");
  }

  /** Waits for its end. */
  CommandLineRun ended() throws Exception {
    assertTrue(process.waitFor(300, TimeUnit.SECONDS), "still running");
    return new CommandLineRun(process.exitValue(), Files.readString(out), err());
  }

  @Override
  public void close() throws IOException {
    List<ProcessHandle> children = children();
    process.destroyForcibly();
    children.forEach(ProcessHandle::destroyForcibly);
    Files.delete(out);
    Files.delete(err);
  }
}
