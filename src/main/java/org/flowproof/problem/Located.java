package org.flowproof.problem;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A text with the place it was read from, so that whoever parses it later can point there.
 *
 * @param text the text
 * @param file the file, as the user named it
 * @param line 1-based line, or 0 when there is none
 * @param key dotted path of the key; may be empty
 */
public record Located(String text, Path file, int line, String key) {

  /** A refusal that points here. */
  public InputException refuse(String problem, String expected) {
    return refuse(problem, expected, Optional.empty());
  }

  /** A refusal that points here, with a likely intended spelling. */
  public InputException refuse(String problem, String expected, Optional<String> suggestion) {
    return new InputException(file, line, key, problem, expected, suggestion);
  }
}
