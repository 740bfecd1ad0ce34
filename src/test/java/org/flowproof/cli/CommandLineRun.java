package org.flowproof.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * One command, run in this process.
 *
 * @param code the exit code
 * @param out standard output
 * @param err standard error
 */
record CommandLineRun(int code, String out, String err) {

  /** The project under test. */
  static final Path PROJECT = Path.of("").toAbsolutePath();

  /** Runs a command in the project's directory. */
  static CommandLineRun of(String... args) {
    return in(PROJECT, PROJECT, args);
  }

  /** Runs a command for a project and from a directory of choice. */
  static CommandLineRun in(Path home, Path directory, String... args) {
    return in(home, directory, new Interruption(), args);
  }

  /** The same, for a user who may ask it to end. */
  static CommandLineRun in(Path home, Path directory, Interruption interruption, String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    PrintWriter outWriter = new PrintWriter(out);
    PrintWriter errWriter = new PrintWriter(err);
    Surroundings surroundings =
        new Surroundings(
            outWriter,
            errWriter,
            home,
            directory,
            Map.of(),
            false,
            List.of("flowproof"),
            interruption);
    int code = Flowproof.run(surroundings, args);
    outWriter.flush();
    errWriter.flush();
    return new CommandLineRun(code, out.toString(), err.toString());
  }

  /** Words of a command line with more after them. */
  static String[] with(String[] words, String... more) {
    return Stream.concat(Arrays.stream(words), Arrays.stream(more)).toArray(String[]::new);
  }

  /** Standard output as JSON, which is a part of YAML 1.2. */
  Map<?, ?> json() {
    return (Map<?, ?>)
        new Load(LoadSettings.builder().setCodePointLimit(100_000_000).build()).loadFromString(out);
  }
}
