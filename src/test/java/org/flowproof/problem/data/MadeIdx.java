package org.flowproof.problem.data;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.zip.GZIPOutputStream;

/** Writes IDX files by hand, as the description of the format says. */
public final class MadeIdx {
  private MadeIdx() {}

  /** Unsigned bytes with these sizes. */
  public static byte[] bytes(int[] sizes, int... entries) {
    ByteBuffer out = header(0x08, sizes, entries.length);
    for (int entry : entries) {
      out.put((byte) entry);
    }
    return out.array();
  }

  /** A header, with room for so many bytes of entries. */
  public static ByteBuffer header(int type, int[] sizes, int room) {
    ByteBuffer out = ByteBuffer.allocate(4 + 4 * sizes.length + room);
    out.put((byte) 0).put((byte) 0).put((byte) type).put((byte) sizes.length);
    for (int size : sizes) {
      out.putInt(size);
    }
    return out;
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
