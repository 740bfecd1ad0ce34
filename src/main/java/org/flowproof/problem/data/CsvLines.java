package org.flowproof.problem.data;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.flowproof.problem.InputException;

/**
 * The lines of a table that say something, one at a time, so that a large file is never held as
 * text. Blank lines and lines that start with {@code #} are skipped; LF and CRLF both end a line; a
 * byte-order mark at the beginning is dropped.
 */
final class CsvLines {
  /** Longest line in bytes; a binary file can be one line. */
  static final int MAX_LINE = 32 << 20;

  private final byte[] bytes;
  private final Path file;
  private int at;
  private int line;
  private String content = "";
  private boolean ended;

  CsvLines(byte[] bytes, Path file) {
    this.bytes = bytes;
    this.file = file;
    boolean marked =
        bytes.length >= 3
            && bytes[0] == (byte) 0xEF
            && bytes[1] == (byte) 0xBB
            && bytes[2] == (byte) 0xBF;
    this.at = marked ? 3 : 0;
  }

  /**
   * Goes to the next line that says something.
   *
   * @return false at the end of the file
   * @throws InputException for a line that is not UTF-8
   */
  boolean next() {
    while (!ended) {
      int end = at;
      while (end < bytes.length && bytes[end] != '\n') {
        end++;
      }
      line++;
      if (end - at > MAX_LINE) {
        throw new InputException(
            file,
            line,
            "",
            "a line of " + (end - at) + " bytes",
            "at most " + MAX_LINE,
            Optional.empty());
      }
      content = text(at, end > at && bytes[end - 1] == '\r' ? end - 1 : end);
      at = end + 1;
      ended = end >= bytes.length;
      if (!content.isBlank() && !content.startsWith("#")) {
        return true;
      }
    }
    return false;
  }

  /** The text of the line, without its end. */
  String content() {
    return content;
  }

  /** The 1-based number of the line; at the end of the file, of the last one. */
  int line() {
    return line;
  }

  private String text(int from, int to) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes, from, to - from))
          .toString();
    } catch (CharacterCodingException e) {
      throw new InputException(
          file, line, "", "a byte that is not UTF-8", "text in UTF-8", Optional.empty(), e);
    }
  }
}
