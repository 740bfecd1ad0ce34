package org.flowproof.problem;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Reads input files. Only regular files are opened, since opening a pipe would wait for ever and a
 * device has no end; no more than a stated number of bytes is taken.
 */
public final class RegularFile {
  private RegularFile() {}

  /**
   * All bytes of a file.
   *
   * @param file what to read; symbolic links are followed
   * @param limit largest size in bytes
   * @param reference where the file is named, for the message of a refusal
   * @throws InputException when it is missing, not a regular file, unreadable or too large
   */
  public static byte[] read(Path file, int limit, Located reference) {
    long size = size(file, reference);
    byte[] bytes;
    // what has no size is not opened: a file of /proc may wait for ever
    try (InputStream in = size == 0 ? InputStream.nullInputStream() : Files.newInputStream(file)) {
      bytes = size > limit ? new byte[0] : in.readNBytes(limit + 1);
    } catch (NoSuchFileException e) {
      throw refuse(reference, "no such file" + named(file, reference), "an existing file", e);
    } catch (IOException e) {
      throw refuse(
          reference,
          "cannot be read" + named(file, reference) + ": " + e.getMessage(),
          "a readable file",
          e);
    }
    if (size > limit || bytes.length > limit) {
      throw reference.refuse(
          "file too large" + named(file, reference), "at most " + limit + " bytes");
    }
    return bytes;
  }

  /**
   * The size of a file in bytes, after a look at what it is; it is not opened.
   *
   * @throws InputException when it is missing, not a regular file or unreadable
   */
  public static long size(Path file, Located reference) {
    if (!Files.exists(file)) {
      boolean link = Files.isSymbolicLink(file);
      throw reference.refuse(
          (link ? "a link that leads to no file" : "no such file") + named(file, reference),
          "an existing file");
    }
    if (!Files.isRegularFile(file)) {
      String kind = Files.isDirectory(file) ? "a directory" : "a device, pipe or socket";
      throw reference.refuse(kind + named(file, reference), "a regular file");
    }
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw refuse(
          reference,
          "cannot be read" + named(file, reference) + ": " + e.getMessage(),
          "a readable file",
          e);
    }
  }

  /**
   * Decodes UTF-8, without a leading byte-order mark.
   *
   * @param bytes the bytes
   * @param file the file they came from, for the message of a refusal
   * @throws InputException with the line of the first byte that is not UTF-8
   */
  public static String decode(byte[] bytes, Path file) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length + 1);
    CoderResult result = decoder.decode(in, out, true);
    if (result.isError()) {
      int line = 1;
      for (int i = 0; i < in.position(); i++) {
        if (bytes[i] == '\n') {
          line++;
        }
      }
      throw new InputException(
          file, line, "", "a byte that is not UTF-8", "text in UTF-8", Optional.empty());
    }
    String text = out.flip().toString();
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static String named(Path file, Located reference) {
    return file.equals(reference.file()) ? "" : ": " + file;
  }

  private static InputException refuse(
      Located reference, String problem, String expected, Throwable cause) {
    return new InputException(
        reference.file(),
        reference.line(),
        reference.key(),
        problem,
        expected,
        Optional.empty(),
        cause);
  }
}
