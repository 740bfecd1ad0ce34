package org.flowproof.cli;

import java.util.Map;
import org.flowproof.problem.json.Json;

/** Results to standard output, messages to standard error. */
final class Console {
  private final Surroundings surroundings;
  private final boolean quiet;

  /**
   * @param quiet whether messages that are not errors are left out
   */
  Console(Surroundings surroundings, boolean quiet) {
    this.surroundings = surroundings;
    this.quiet = quiet;
  }

  /** One line of results. */
  void print(String line) {
    surroundings.out().println(SafeText.line(line));
  }

  /** A table, coloured where that is welcome. */
  void print(TextTable table) {
    table.lines(surroundings.colour()).forEach(surroundings.out()::println);
  }

  /** Shows what was printed so far, before more is computed. */
  void flush() {
    surroundings.out().flush();
  }

  /** The result as JSON. */
  void json(Map<String, ?> value) {
    surroundings.out().print(Json.text(value));
  }

  /** A remark on the progress; left out when quiet. */
  void message(String line) {
    if (!quiet) {
      error(line);
    }
  }

  /** Whether standard error is a terminal on which a line may be overwritten. */
  boolean showsProgress() {
    return surroundings.terminal() && !quiet;
  }

  /** Goes to the start of the line on standard error and prints there, without ending the line. */
  void overwrite(String line) {
    surroundings.err().print("\r" + SafeText.line(line.replace("\r", "")));
    surroundings.err().flush();
  }

  /** A line that is printed even when quiet. */
  void error(String line) {
    surroundings.err().println(SafeText.line(line));
    surroundings.err().flush();
  }
}
