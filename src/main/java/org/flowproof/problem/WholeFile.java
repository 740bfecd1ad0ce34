package org.flowproof.problem;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.regex.Pattern;

/**
 * Writes a file that readers find old or new, never in part. It is written beside its place, under
 * a name of this process, and moved there; a link that has the name is replaced, not followed.
 */
public final class WholeFile {
  private static final String ENDING = ".partial";

  private WholeFile() {}

  /**
   * Writes UTF-8 text.
   *
   * @param file in a directory that exists
   * @throws IOException when the file system refuses; the old file, if any, is then still there
   */
  public static void write(Path file, String text) throws IOException {
    write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Writes bytes, part after part.
   *
   * @throws IOException as above
   */
  public static void write(Path file, byte[]... parts) throws IOException {
    check(file);
    Path absolute = file.toAbsolutePath();
    String stem = "." + absolute.getFileName() + ".";
    clear(absolute.getParent(), stem);
    Path partial = absolute.resolveSibling(stem + ProcessHandle.current().pid() + ENDING);
    try {
      try (FileChannel channel = NewFile.open(partial)) {
        for (byte[] part : parts) {
          ByteBuffer buffer = ByteBuffer.wrap(part);
          while (buffer.hasRemaining()) {
            channel.write(buffer);
          }
        }
        channel.force(true);
      }
      Files.move(partial, absolute, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(partial);
    }
  }

  /**
   * Finds out before any work whether there can be a file.
   *
   * @throws IOException when there is no directory for it, or something else than a file has its
   *     name: a device would be replaced, too
   */
  public static void check(Path file) throws IOException {
    Path absolute = file.toAbsolutePath();
    if (absolute.getFileName() == null || !Files.isDirectory(absolute.getParent())) {
      throw new IOException(file + ": no directory to write it to");
    }
    if (Files.exists(absolute) && !Files.isRegularFile(absolute)) {
      throw new IOException(file + ": not a regular file; choose another place");
    }
  }

  /** Removes what killed processes left. */
  private static void clear(Path directory, String stem) throws IOException {
    Pattern left = Pattern.compile(Pattern.quote(stem) + "([0-9]{1,18})" + Pattern.quote(ENDING));
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
      for (Path file : files) {
        var name = left.matcher(file.getFileName().toString());
        if (name.matches() && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty()) {
          Files.deleteIfExists(file);
        }
      }
    }
  }
}
