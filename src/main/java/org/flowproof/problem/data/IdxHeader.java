package org.flowproof.problem.data;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The beginning of an IDX file, the format of MNIST: two zero bytes, a type, the number of sizes,
 * and the sizes as unsigned 32-bit numbers with the highest byte first.
 *
 * @param type of the entries
 * @param sizes at least one, each at least 1
 * @param length bytes of the header
 */
record IdxHeader(Type type, List<Long> sizes, int length) {

  /** Types of entries, all with the highest byte first. */
  enum Type {
    UNSIGNED_BYTE(0x08, 1),
    SIGNED_BYTE(0x09, 1),
    SHORT(0x0B, 2),
    INT(0x0C, 4),
    FLOAT(0x0D, 4),
    DOUBLE(0x0E, 8);

    private final int code;
    private final int bytes;

    Type(int code, int bytes) {
      this.code = code;
      this.bytes = bytes;
    }

    /** Bytes of an entry. */
    int bytes() {
      return bytes;
    }

    private static Type of(int code) {
      for (Type type : values()) {
        if (type.code == code) {
          return type;
        }
      }
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "IDX entries of the unknown type 0x%02X", code));
    }
  }

  /**
   * Reads a header and holds it against the length of the file.
   *
   * @param bytes the whole file
   * @throws IllegalArgumentException saying what is wrong; nothing is allocated by what it claims
   */
  static IdxHeader parse(byte[] bytes) {
    if (bytes.length < 4) {
      throw new IllegalArgumentException("an IDX file cut off in its header");
    }
    if (bytes[0] != 0 || bytes[1] != 0) {
      throw new IllegalArgumentException("not an IDX file");
    }
    Type type = Type.of(bytes[2] & 0xff);
    int rank = bytes[3] & 0xff;
    if (rank == 0) {
      throw new IllegalArgumentException("an IDX file of 0 dimensions");
    }
    int length = 4 + 4 * rank;
    if (bytes.length < length) {
      throw new IllegalArgumentException("an IDX file cut off in its header");
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    List<Long> sizes = new ArrayList<>();
    long payload = (long) bytes.length - length;
    long announced = type.bytes();
    for (int i = 0; i < rank; i++) {
      long size = buffer.getInt(4 + 4 * i) & 0xffffffffL;
      sizes.add(size);
      // once larger than any file it stays there, so that no product overflows
      announced = Math.min(announced * Math.min(size, Integer.MAX_VALUE), Integer.MAX_VALUE);
    }
    IdxHeader header = new IdxHeader(type, List.copyOf(sizes), length);
    if (announced == 0) {
      throw new IllegalArgumentException("an empty array of sizes " + header.shown());
    }
    if (announced != payload) {
      throw new IllegalArgumentException(
          "sizes "
              + header.shown()
              + " with "
              + type.bytes()
              + (type.bytes() == 1 ? " byte" : " bytes")
              + " an entry do not fit "
              + payload
              + " bytes of data");
    }
    return header;
  }

  /** The sizes for a message; a header may have 255 of them. */
  String shown() {
    String first = sizes.stream().limit(4).map(String::valueOf).collect(Collectors.joining(" x "));
    return sizes.size() <= 4 ? first : first + " x ...";
  }
}
