package org.flowproof.problem;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** An empty file in the place of whatever has its name. */
public final class NewFile {
  private NewFile() {}

  /**
   * Makes it, and opens it for writing. What was there is removed: to write to it could write to
   * the end of a link, or wait for the reader of a pipe.
   *
   * @throws IOException when a directory has the name, or the file system refuses
   */
  public static FileChannel open(Path file) throws IOException {
    if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new IOException(file + ": a directory; expected a file");
    }
    Files.deleteIfExists(file);
    return FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  }
}
