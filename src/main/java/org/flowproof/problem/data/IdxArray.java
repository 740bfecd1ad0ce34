package org.flowproof.problem.data;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * An array of numbers from an IDX file. The bytes are kept as they are; numbers are made for one
 * item at a time, since the images of MNIST as doubles take eight times their file.
 */
public final class IdxArray {
  private final IdxHeader header;
  private final ByteBuffer entries;
  private final int itemLength;

  private IdxArray(IdxHeader header, ByteBuffer entries) {
    this.header = header;
    this.entries = entries;
    this.itemLength = entries.remaining() / header.type().bytes() / count();
  }

  /**
   * Reads an array.
   *
   * @param bytes the whole file, not changed afterwards
   * @throws IllegalArgumentException saying in a few words what is wrong
   */
  public static IdxArray parse(byte[] bytes) {
    IdxHeader header = IdxHeader.parse(bytes);
    ByteBuffer entries =
        ByteBuffer.wrap(bytes, header.length(), bytes.length - header.length())
            .slice()
            .order(ByteOrder.BIG_ENDIAN);
    return new IdxArray(header, entries);
  }

  /** Number of dimensions, at least 1. */
  public int rank() {
    return header.sizes().size();
  }

  /** All sizes, each at least 1. */
  public List<Long> sizes() {
    return header.sizes();
  }

  /** The first size: number of items, at least 1. */
  public int count() {
    return header.sizes().get(0).intValue();
  }

  /** Numbers of an item: the product of the other sizes, at least 1. */
  public int itemLength() {
    return itemLength;
  }

  /**
   * The numbers of one item, the last index running fastest.
   *
   * @param k from 0 to {@code count() - 1}
   * @throws IllegalArgumentException when one is infinite or not a number
   */
  public double[] item(int k) {
    double[] item = new double[itemLength];
    for (int i = 0; i < itemLength; i++) {
      item[i] = entry(k * itemLength + i);
      if (!Double.isFinite(item[i])) {
        throw new IllegalArgumentException(
            "the value " + item[i] + " at place " + (i + 1) + " of item " + (k + 1));
      }
    }
    return item;
  }

  private double entry(int at) {
    int from = at * header.type().bytes();
    return switch (header.type()) {
      case UNSIGNED_BYTE -> entries.get(from) & 0xff;
      case SIGNED_BYTE -> entries.get(from);
      case SHORT -> entries.getShort(from);
      case INT -> entries.getInt(from);
      case FLOAT -> entries.getFloat(from);
      case DOUBLE -> entries.getDouble(from);
    };
  }
}
