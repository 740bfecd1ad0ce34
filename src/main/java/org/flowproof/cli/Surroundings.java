package org.flowproof.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What a command meets outside itself, handed in so that tests can run commands in-process.
 *
 * @param out results
 * @param err messages
 * @param home the project: ids of cases and claims are looked up in its {@code cases/} and {@code
 *     proofs/}
 * @param directory the current directory: relative paths start here
 * @param variables environment variables
 * @param terminal whether both streams end on a terminal
 * @param command the command line, for manifests
 * @param interruption whether the user wants the command to end
 */
record Surroundings(
    PrintWriter out,
    PrintWriter err,
    Path home,
    Path directory,
    Map<String, String> variables,
    boolean terminal,
    List<String> command,
    Interruption interruption) {
  Surroundings {
    variables = Map.copyOf(variables);
    command = List.copyOf(command);
  }

  /** Surroundings in which nobody interrupts. */
  Surroundings(
      PrintWriter out,
      PrintWriter err,
      Path home,
      Path directory,
      Map<String, String> variables,
      boolean terminal,
      List<String> command) {
    this(out, err, home, directory, variables, terminal, command, new Interruption());
  }

  /** Whether colour is welcome: a terminal that understands it, and NO_COLOR unset or empty. */
  boolean colour() {
    return terminal
        && variables.getOrDefault("NO_COLOR", "").isEmpty()
        && !variables.getOrDefault("TERM", "").equals("dumb");
  }

  /** Whether traces of internal errors are printed. */
  boolean debug() {
    return variables.getOrDefault("FLOWPROOF_DEBUG", "").equals("1");
  }
}
