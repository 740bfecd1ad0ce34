package org.flowproof.cli;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where a checkpoint is, with the tables that grow beside it.
 *
 * @param file the checkpoint itself
 */
record CheckpointPlace(Path file) {
  private static final String ENDING = ".checkpoint";

  /** A directory, or a file with the ending of checkpoints. */
  static CheckpointPlace of(Path path) {
    boolean directory = Files.isDirectory(path) || !path.toString().endsWith(ENDING);
    return new CheckpointPlace(directory ? path.resolve("run" + ENDING) : path);
  }

  /** A checkpoint to read: any file is taken for one. */
  static CheckpointPlace toRead(Path path) {
    return Files.isRegularFile(path) ? new CheckpointPlace(path) : of(path);
  }

  /** The file beside it that holds a table as far as it was written. */
  Path table(String name) {
    String own = file.getFileName().toString();
    String stem = own.endsWith(ENDING) ? own.substring(0, own.length() - ENDING.length()) : own;
    return file.resolveSibling(stem + "." + name);
  }
}
