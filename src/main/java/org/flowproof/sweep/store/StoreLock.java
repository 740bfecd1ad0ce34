package org.flowproof.sweep.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Keeps a second sweep out of a directory. The operating system frees it when the process dies; the
 * file stays, since a lock on a file that somebody deletes keeps nobody out.
 */
final class StoreLock implements AutoCloseable {
  private static final String NAME = ".lock";

  private final FileChannel channel;

  private StoreLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the lock.
   *
   * @throws IOException when somebody else holds it
   */
  @SuppressWarnings("resource") // the lock lives as long as its channel, which the caller keeps
  static StoreLock take(Path directory) throws IOException {
    Path file = directory.resolve(NAME);
    StoreConnection.refuseIrregular(file);
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
    try {
      FileLock lock = channel.tryLock();
      if (lock == null) {
        throw taken(directory, null);
      }
      return new StoreLock(channel);
    } catch (OverlappingFileLockException e) {
      channel.close();
      throw taken(directory, e);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  private static IOException taken(Path directory, Throwable cause) {
    return new IOException(
        directory + ": another sweep is writing there; wait for it or choose another -o DIR",
        cause);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
