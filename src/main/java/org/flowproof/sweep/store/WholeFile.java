package org.flowproof.sweep.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Writes a file that readers find old or new, never in part. */
public final class WholeFile {
  private WholeFile() {}

  /**
   * Writes UTF-8 text beside the file and moves it there.
   *
   * @param file in a directory that exists
   * @throws IOException when the file system refuses; the old file, if any, is then still there
   */
  public static void write(Path file, String text) throws IOException {
    Path absolute = file.toAbsolutePath();
    Path partial = absolute.resolveSibling("." + absolute.getFileName() + ".partial");
    try {
      Files.writeString(partial, text, StandardCharsets.UTF_8);
      try (FileChannel channel = FileChannel.open(partial, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      Files.move(partial, absolute, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(partial);
    }
  }
}
