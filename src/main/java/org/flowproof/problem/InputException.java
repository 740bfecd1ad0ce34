package org.flowproof.problem;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Something that a person wrote in a file is not usable. The message is one printable line: {@code
 * file:line: key: problem; expected ...; did you mean '...'?}; parts that are empty are left out.
 */
public final class InputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Longest piece of foreign text that a message repeats. */
  private static final int MAX_PIECE = 300;

  private final transient Path file;
  private final int line;
  private final String key;
  private final String problem;
  private final String expected;
  private final transient Optional<String> suggestion;

  /**
   * @param file the file, as the user named it
   * @param line 1-based line, or 0 when the problem is not tied to a line
   * @param key dotted path of the key, such as {@code network.width} or {@code check[2].claim}; may
   *     be empty
   * @param problem what is wrong
   * @param expected what would be accepted; may be empty
   * @param suggestion a likely intended spelling
   */
  public InputException(
      Path file,
      int line,
      String key,
      String problem,
      String expected,
      Optional<String> suggestion) {
    this(file, line, key, problem, expected, suggestion, null);
  }

  /**
   * As above, keeping the exception that revealed the problem.
   *
   * @param cause what was thrown underneath; may be null
   */
  public InputException(
      Path file,
      int line,
      String key,
      String problem,
      String expected,
      Optional<String> suggestion,
      Throwable cause) {
    super(message(file, line, key, problem, expected, suggestion), cause);
    this.file = file;
    this.line = line;
    this.key = key;
    this.problem = problem;
    this.expected = expected;
    this.suggestion = suggestion;
  }

  private static String message(
      Path file,
      int line,
      String key,
      String problem,
      String expected,
      Optional<String> suggestion) {
    StringBuilder text = new StringBuilder(printable(file.toString()));
    if (line > 0) {
      text.append(':').append(line);
    }
    text.append(": ");
    if (!key.isEmpty()) {
      text.append(printable(key)).append(": ");
    }
    text.append(printable(problem));
    if (!expected.isEmpty()) {
      text.append("; expected ").append(printable(expected));
    }
    suggestion.ifPresent(s -> text.append("; did you mean '").append(printable(s)).append("'?"));
    return text.toString();
  }

  /** Foreign text may hold line breaks, terminal escapes and direction overrides. */
  private static String printable(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); ) {
      if (out.length() > MAX_PIECE) {
        return out.append("...").toString();
      }
      int point = text.codePointAt(i);
      i += Character.charCount(point);
      switch (Character.getType(point)) {
        case Character.CONTROL,
            Character.FORMAT,
            Character.LINE_SEPARATOR,
            Character.PARAGRAPH_SEPARATOR,
            Character.SURROGATE,
            Character.UNASSIGNED ->
            out.append(String.format(java.util.Locale.ROOT, "\\u{%04X}", point));
        default -> out.appendCodePoint(point);
      }
    }
    return out.toString();
  }

  /** The file, as the user named it. */
  public Path file() {
    return file;
  }

  /** 1-based line, or 0. */
  public int line() {
    return line;
  }

  /** Dotted path of the key; may be empty. */
  public String key() {
    return key;
  }

  /** What is wrong. */
  public String problem() {
    return problem;
  }

  /** What would be accepted; may be empty. */
  public String expected() {
    return expected;
  }

  /** A likely intended spelling. */
  public Optional<String> suggestion() {
    return suggestion;
  }
}
