package org.flowproof.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A directory that is written beside its place and moved there when complete.
 *
 * <p>For a target {@code NAME} the siblings are {@code .NAME.partial} (being written), {@code
 * .NAME.previous} (the old result, between the two moves of {@link #commit}) and {@code .NAME.lock}
 * (held by the writer; the operating system frees it when the process dies). Whenever the process
 * is killed, one complete result exists; the next writer puts it back under its name.
 */
public final class Staging implements AutoCloseable {
  /** What results consist of, what TeX makes of them, and what file managers add. */
  private static final Pattern RESULTS =
      Pattern.compile(
          "[^.].*[.](tex|bib|csv|json|pdf|aux|bbl|blg|bcf|run[.]xml|dvi|fdb_latexmk|fls|log|out|toc"
              + "|synctex([.]gz)?|xdv)|[.]DS_Store|Thumbs[.]db");

  private final Path target;
  private final Path partial;
  private final Path previous;
  private final Path lockFile;
  private final FileChannel channel;

  private Staging(Path target, FileChannel channel) {
    this.target = target;
    this.partial = sibling(target, "partial");
    this.previous = sibling(target, "previous");
    this.lockFile = sibling(target, "lock");
    this.channel = channel;
  }

  /**
   * Takes the lock and makes an empty directory to write to.
   *
   * @param target where the result goes
   * @param marker name of a file that every result holds; a directory without it is somebody else's
   *     and is never replaced
   * @throws IOException when another writer holds the lock, when the target is not an earlier
   *     result, or when the file system refuses
   */
  public static Staging open(Path target, String marker) throws IOException {
    Path absolute = target.toAbsolutePath().normalize();
    if (absolute.getFileName() == null) {
      throw new IOException("cannot write a report to " + target);
    }
    Files.createDirectories(absolute.getParent());
    Staging staging = new Staging(absolute, lock(sibling(absolute, "lock"), target));
    try {
      staging.prepare(marker);
    } catch (IOException | RuntimeException e) {
      staging.close();
      throw e;
    }
    return staging;
  }

  @SuppressWarnings("resource") // the lock lives as long as its channel, which the caller keeps
  private static FileChannel lock(Path file, Path target) throws IOException {
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)
        && !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      // to open a pipe would wait for ever, and a link would make its end
      throw new IOException(file + ": not a regular file");
    }
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
    try {
      FileLock lock = channel.tryLock();
      if (lock == null) {
        throw new IOException("another process is writing " + target);
      }
      return channel;
    } catch (OverlappingFileLockException e) {
      channel.close();
      throw new IOException("another thread is writing " + target, e);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  private void prepare(String marker) throws IOException {
    if (Files.exists(previous)) {
      if (Files.exists(target)) {
        delete(previous);
      } else {
        move(previous, target);
      }
    }
    refuseForeign(marker);
    delete(partial);
    Files.createDirectory(partial);
  }

  private void refuseForeign(String marker) throws IOException {
    if (!Files.exists(target)) {
      return;
    }
    if (!Files.isRegularFile(target.resolve(marker))) {
      boolean empty;
      try (var entries = Files.isDirectory(target) ? Files.list(target) : null) {
        empty = entries != null && entries.findAny().isEmpty();
      }
      if (!empty) {
        throw new IOException(
            target + " exists and is not a report (no " + marker + "); choose another directory");
      }
    }
    // somebody may have put more there since, or the marker where much else lies
    try (var files = Files.walk(target)) {
      Optional<Path> other =
          files
              .filter(file -> !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS))
              .filter(file -> !RESULTS.matcher(file.getFileName().toString()).matches())
              .findFirst();
      if (other.isPresent()) {
        throw new IOException(
            other.get() + " is of no result, and would be lost; choose another directory");
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** The directory to write to. */
  public Path directory() {
    return partial;
  }

  /** Writes one UTF-8 file, making the folders above it. */
  public void write(String relative, String content) throws IOException {
    Path file = partial.resolve(relative);
    Files.createDirectories(file.getParent());
    Files.write(file, content.getBytes(StandardCharsets.UTF_8));
  }

  /** Puts what was written in the place of the target. */
  public void commit() throws IOException {
    if (Files.exists(target)) {
      move(target, previous);
    }
    move(partial, target);
    delete(previous);
  }

  /** Drops what was not committed and frees the lock. */
  @Override
  public void close() throws IOException {
    try {
      delete(partial);
      // deleted while held: a writer that opened the old file finds the lock taken
      Files.deleteIfExists(lockFile);
    } finally {
      channel.close();
    }
  }

  private static Path sibling(Path target, String ending) {
    return target.resolveSibling("." + target.getFileName() + "." + ending);
  }

  private static void move(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Deletes a directory with all it holds; links are removed, not followed. */
  static void delete(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return;
    }
    Files.walkFileTree(
        directory,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path folder, IOException failure)
              throws IOException {
            if (failure != null) {
              throw failure;
            }
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
