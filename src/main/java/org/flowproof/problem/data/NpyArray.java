package org.flowproof.problem.data;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.flowproof.problem.Matrix;

/**
 * A one- or two-dimensional array of numbers from an NPY file (format versions 1.0 and 2.0, element
 * types {@code <f4} and {@code <f8}, C or Fortran order).
 *
 * @param dimensions 1 or 2
 * @param values finite, at least one row and column; one column for a one-dimensional array
 */
public record NpyArray(int dimensions, Matrix values) {
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
  private static final int MAX_HEADER = 10_000;

  /**
   * Reads an array.
   *
   * @param bytes the whole file
   * @throws IllegalArgumentException saying in a few words what is wrong; nothing is allocated
   *     before the sizes in the header are found to agree with the length of the file
   */
  public static NpyArray parse(byte[] bytes) {
    if (bytes.length < 12 || !Arrays.equals(MAGIC, 0, 6, bytes, 0, 6)) {
      throw new IllegalArgumentException("not an NPY file");
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int version = bytes[6];
    if ((version != 1 && version != 2) || bytes[7] != 0) {
      throw new IllegalArgumentException("NPY version " + version + "." + bytes[7]);
    }
    int start = version == 1 ? 10 : 12;
    long length = version == 1 ? buffer.getShort(8) & 0xffffL : buffer.getInt(8) & 0xffffffffL;
    if (length > MAX_HEADER || start + length > bytes.length) {
      throw new IllegalArgumentException("a header of " + length + " bytes");
    }
    int body = start + (int) length;
    NpyHeader header =
        NpyHeader.parse(new String(bytes, start, (int) length, StandardCharsets.ISO_8859_1));
    int size = itemSize(header.type());
    if (header.shape().isEmpty() || header.shape().size() > 2) {
      throw new IllegalArgumentException("an array of " + header.shape().size() + " dimensions");
    }
    long rows = header.shape().get(0);
    long columns = header.shape().size() == 1 ? 1 : header.shape().get(1);
    if (rows == 0 || columns == 0) {
      throw new IllegalArgumentException("an empty array");
    }
    long payload = (long) bytes.length - body;
    if (rows > payload || columns > payload / rows || rows * columns * size != payload) {
      throw new IllegalArgumentException(
          "shape " + header.shape() + " does not fit " + payload + " bytes of data");
    }
    buffer.position(body);
    return new NpyArray(
        header.shape().size(),
        Matrix.ofRowMajor(
            (int) rows,
            (int) columns,
            entries(buffer, header.fortranOrder(), size, (int) rows, (int) columns)));
  }

  private static int itemSize(String type) {
    return switch (type) {
      case "<f4" -> 4;
      case "<f8" -> 8;
      case "|O" -> throw new IllegalArgumentException("an array of pickled objects");
      default -> throw new IllegalArgumentException("element type '" + type + "'");
    };
  }

  private static double[] entries(
      ByteBuffer buffer, boolean fortran, int size, int rows, int columns) {
    double[] entries = new double[rows * columns];
    for (int i = 0; i < entries.length; i++) {
      double value = size == 4 ? buffer.getFloat() : buffer.getDouble();
      int at = fortran ? i % rows * columns + i / rows : i;
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException(
            "the value "
                + value
                + " in row "
                + (at / columns + 1)
                + ", column "
                + (at % columns + 1));
      }
      entries[at] = value;
    }
    return entries;
  }
}
