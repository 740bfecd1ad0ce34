package org.flowproof.problem.data;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/** Writes IDX files by hand, as the description of the format says. */
public final class MadeIdx {
  private MadeIdx() {}

  /** Unsigned bytes with these sizes. */
  public static byte[] bytes(int[] sizes, int... entries) {
    byte[] body = new byte[entries.length];
    for (int i = 0; i < body.length; i++) {
      body[i] = (byte) entries[i];
    }
    return file(0x08, sizes, body);
  }

  /** A header and the bytes of the entries. */
  public static byte[] file(int type, int[] sizes, byte[] body) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(new byte[] {0, 0, (byte) type, (byte) sizes.length});
    for (int size : sizes) {
      out.writeBytes(
          new byte[] {
            (byte) (size >>> 24), (byte) (size >>> 16), (byte) (size >>> 8), (byte) size
          });
    }
    out.writeBytes(body);
    return out.toByteArray();
  }

  /** Compressed. */
  public static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
