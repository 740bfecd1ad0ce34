package org.flowproof.problem.data;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** Undoes gzip, the compression that data sets are passed around in. */
public final class Inflated {
  private Inflated() {}

  /**
   * The bytes themselves or, where they start like a gzip file, what they hold.
   *
   * @param bytes a whole file
   * @param limit largest size in bytes; a few kilobytes of gzip can hold terabytes
   * @throws IllegalArgumentException when it is cut off, damaged or holds more
   */
  public static byte[] of(byte[] bytes, int limit) {
    if (bytes.length < 2 || bytes[0] != 0x1f || bytes[1] != (byte) 0x8b) {
      return bytes;
    }
    byte[] held;
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes), 1 << 16)) {
      held = in.readNBytes(limit + 1);
    } catch (IOException e) {
      throw new IllegalArgumentException("gzip data cut off or damaged: " + e.getMessage(), e);
    }
    if (held.length > limit) {
      throw new IllegalArgumentException("gzip data of more than " + limit + " bytes inside");
    }
    return held;
  }
}
