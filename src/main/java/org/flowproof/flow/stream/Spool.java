package org.flowproof.flow.stream;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import org.flowproof.problem.InputException;
import org.flowproof.problem.Located;
import org.flowproof.problem.NewFile;
import org.flowproof.problem.RegularFile;

/** A file that only grows, with the SHA-256 of what is in it; UTF-8. */
public final class Spool implements AutoCloseable {
  private final Path file;
  private final FileChannel channel;
  private final OutputStream out;
  private MessageDigest digest;
  private long length;

  private Spool(Path file, FileChannel channel, MessageDigest digest, long length) {
    this.file = file;
    this.channel = channel;
    this.digest = digest;
    this.length = length;
    out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
  }

  /**
   * What is in a spool.
   *
   * @param length in bytes
   * @param sha256 lower-case hexadecimal
   */
  public record Mark(long length, String sha256) {}

  /** An empty file; an old one is lost. */
  public static Spool create(Path file) throws IOException {
    return new Spool(file, NewFile.open(file), Sha256.digest(), 0);
  }

  /**
   * Refuses a file that does not begin as it did at a mark.
   *
   * @throws InputException when it is missing, shorter, or differs
   */
  public static void verify(Path source, Mark mark) {
    if (RegularFile.size(source, new Located("", source, 0, "")) < mark.length()) {
      throw refuse(source, "does not hold the " + mark.length() + " bytes of its checkpoint", null);
    }
    try (InputStream in = Files.newInputStream(source)) {
      if (!HexFormat.of()
          .formatHex(prefix(in, OutputStream.nullOutputStream(), mark).digest())
          .equals(mark.sha256())) {
        throw refuse(source, "was altered since the checkpoint was written", null);
      }
    } catch (IOException e) {
      throw refuse(source, "does not hold the " + mark.length() + " bytes of its checkpoint", e);
    }
  }

  /**
   * A file that begins as another does; they may be the same.
   *
   * @param source verified
   * @param mark how much of it
   */
  public static Spool resume(Path source, Mark mark, Path file) throws IOException {
    boolean same = Files.exists(file) && Files.isSameFile(source, file);
    if (same && Files.isSymbolicLink(file)) {
      throw new IOException(file + ": a link; expected the table itself");
    }
    MessageDigest digest;
    try (InputStream in = Files.newInputStream(source);
        OutputStream copy =
            same ? OutputStream.nullOutputStream() : Channels.newOutputStream(NewFile.open(file))) {
      digest = prefix(in, copy, mark);
    }
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
    channel.truncate(mark.length());
    channel.position(mark.length());
    return new Spool(file, channel, digest, mark.length());
  }

  private static MessageDigest prefix(InputStream in, OutputStream copy, Mark mark)
      throws IOException {
    MessageDigest digest = Sha256.digest();
    byte[] buffer = new byte[1 << 16];
    long left = mark.length();
    while (left > 0) {
      int count = in.read(buffer, 0, (int) Math.min(buffer.length, left));
      if (count < 0) {
        throw new IOException("too short");
      }
      digest.update(buffer, 0, count);
      copy.write(buffer, 0, count);
      left -= count;
    }
    return digest;
  }

  /** Appends a text. */
  public void append(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update(bytes);
    out.write(bytes);
    length += bytes.length;
  }

  /**
   * Drops what was appended since a mark of this spool.
   *
   * @throws InputException when the file was altered meanwhile
   */
  public void backTo(Mark mark) throws IOException {
    out.flush();
    verify(file, mark);
    try (InputStream in = Files.newInputStream(file)) {
      digest = prefix(in, OutputStream.nullOutputStream(), mark);
    }
    channel.truncate(mark.length());
    channel.position(mark.length());
    length = mark.length();
  }

  /** Brings all to the disk and says what is there. */
  public Mark mark() throws IOException {
    out.flush();
    channel.force(false);
    try {
      MessageDigest copy = (MessageDigest) digest.clone();
      return new Mark(length, HexFormat.of().formatHex(copy.digest()));
    } catch (CloneNotSupportedException e) {
      throw new UncheckedIOException(new IOException("SHA-256 cannot be read midway", e));
    }
  }

  @Override
  public void close() throws IOException {
    out.flush();
    channel.close();
  }

  private static InputException refuse(Path file, String problem, IOException cause) {
    return new InputException(
        file, 0, "", problem, "the file as run --checkpoint left it", Optional.empty(), cause);
  }
}
