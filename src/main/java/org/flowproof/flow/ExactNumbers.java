package org.flowproof.flow;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Writes arrays bit by bit, each with its length, and reads them into arrays of known length. */
public final class ExactNumbers {
  private ExactNumbers() {}

  /** Writes numbers. */
  public static void write(DataOutput out, double[] values) throws IOException {
    out.writeInt(values.length);
    for (double value : values) {
      out.writeDouble(value);
    }
  }

  /**
   * Reads numbers.
   *
   * @throws IOException when not as many were written
   */
  public static double[] read(DataInput in, int length) throws IOException {
    expect(in, length);
    double[] values = new double[length];
    for (int i = 0; i < length; i++) {
      values[i] = in.readDouble();
    }
    return values;
  }

  static void write(DataOutput out, byte[][] rows) throws IOException {
    out.writeInt(rows.length);
    for (byte[] row : rows) {
      out.writeInt(row.length);
      out.write(row);
    }
  }

  /**
   * Reads rows.
   *
   * @throws IOException when not as many were written, or not as long
   */
  static byte[][] read(DataInput in, int rows, int length) throws IOException {
    expect(in, rows);
    byte[][] values = new byte[rows][length];
    for (byte[] row : values) {
      expect(in, length);
      in.readFully(row);
    }
    return values;
  }

  private static void expect(DataInput in, int length) throws IOException {
    int found = in.readInt();
    if (found != length) {
      throw new IOException(found + " numbers in place of " + length);
    }
  }
}
