package org.flowproof.formula;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Three empty directories for a process and all that it starts: where it stands, its home, and its
 * temporary files. What lies there when it has ended was left behind.
 *
 * @param root where they are
 */
record OwnPlaces(Path root) {
  private static final List<String> NAMES = List.of("work", "home", "tmp");

  static OwnPlaces make(Path root) throws IOException {
    for (String name : NAMES) {
      Files.createDirectory(root.resolve(name));
    }
    return new OwnPlaces(root);
  }

  /**
   * Runs a class of the tests and waits for its end.
   *
   * @param lines takes what it prints
   * @return its exit code
   */
  int run(Consumer<String> lines, Class<?> main, String... args) throws Exception {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(List.of("-Xmx2g", "-XX:+UseSerialGC", "-cp", classPath(), main.getName()));
    words.addAll(List.of(args));
    ProcessBuilder builder = new ProcessBuilder(words).directory(place("work").toFile());
    builder.environment().put("HOME", place("home").toString());
    builder.environment().put("TMPDIR", place("tmp").toString());
    // read by every Java started from here, which a command line would not reach
    builder
        .environment()
        .put(
            "JDK_JAVA_OPTIONS",
            "-Duser.home=\"" + place("home") + "\" -Djava.io.tmpdir=\"" + place("tmp") + "\"");
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    Process process = builder.start();
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        lines.accept(line);
      }
      return process.waitFor();
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  /** All that is there beside the three directories, sorted. */
  List<String> strays() throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      return all.map(path -> root.relativize(path).toString().replace(File.separatorChar, '/'))
          .filter(name -> !name.isEmpty() && !NAMES.contains(name))
          .sorted()
          .toList();
    }
  }

  private Path place(String name) {
    return root.resolve(name).toAbsolutePath();
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
