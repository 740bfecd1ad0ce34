package org.flowproof.problem.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** IDX files made byte by byte are read to the last bit, in each of the types. */
class IdxArrayTest {

  @Test
  void flattensImages() {
    IdxArray array =
        IdxArray.parse(MadeIdx.bytes(new int[] {2, 2, 3}, 0, 1, 2, 3, 4, 255, 6, 7, 8, 9, 128, 11));
    assertEquals(3, array.rank());
    assertEquals(List.of(2L, 2L, 3L), array.sizes());
    assertEquals(2, array.count());
    assertEquals(6, array.itemLength());
    assertArrayEquals(new double[] {0, 1, 2, 3, 4, 255}, array.item(0));
    assertArrayEquals(new double[] {6, 7, 8, 9, 128, 11}, array.item(1));
  }

  @Test
  void readsEveryTypeWithTheHighestByteFirst() {
    read(0x09, new byte[] {-128, 127}, -128, 127);
    read(0x0B, new byte[] {1, 2, -1, -2}, 258, -2);
    read(0x0C, new byte[] {0, 1, 0, 0, -128, 0, 0, 0}, 65536, -2147483648.0);
    read(0x0D, new byte[] {0x3f, (byte) 0x80, 0, 0, (byte) 0xc0, 0x20, 0, 0}, 1, -2.5);
    read(
        0x0E,
        new byte[] {0x3f, (byte) 0xf0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 1},
        Math.nextUp(1.0),
        Double.MIN_VALUE);
  }

  private static void read(int type, byte[] body, double first, double second) {
    IdxArray array = IdxArray.parse(MadeIdx.file(type, new int[] {2}, body));
    assertEquals(1, array.itemLength());
    assertArrayEquals(new double[] {first}, array.item(0));
    assertArrayEquals(new double[] {second}, array.item(1));
  }

  @Test
  void everyCutOffFileIsRefused() {
    byte[] whole = MadeIdx.bytes(new int[] {2, 3}, 1, 2, 3, 4, 5, 6);
    for (int length = 0; length < whole.length; length++) {
      byte[] part = Arrays.copyOf(whole, length);
      assertThrows(IllegalArgumentException.class, () -> IdxArray.parse(part), "length " + length);
    }
    assertEquals(2, IdxArray.parse(whole).count());
  }

  @Test
  void refusesWhatIsNotANumber() {
    byte[] body = {0x3f, (byte) 0x80, 0, 0, 0x7f, (byte) 0xc0, 0, 0};
    IdxArray array = IdxArray.parse(MadeIdx.file(0x0D, new int[] {1, 2}, body));
    String message = assertThrows(IllegalArgumentException.class, () -> array.item(0)).getMessage();
    assertTrue(message.contains("NaN at place 2 of item 1"), message);
  }

  @Test
  void undoesGzipAndBoundsIt() {
    byte[] plain = MadeIdx.bytes(new int[] {3, 1}, 1, 2, 3);
    assertArrayEquals(plain, Inflated.of(plain, 100));
    assertArrayEquals(plain, Inflated.of(MadeIdx.gzip(plain), plain.length));
    refusedGzip("more than", MadeIdx.gzip(plain), plain.length - 1);
    refusedGzip("more than", MadeIdx.gzip(new byte[1 << 20]), 1 << 16);
  }

  @Test
  void everyCutOffGzipFileIsRefused() {
    byte[] whole = MadeIdx.gzip(MadeIdx.bytes(new int[] {3, 1}, 1, 2, 3));
    for (int length = 2; length < whole.length; length++) {
      refusedGzip("cut off or damaged", Arrays.copyOf(whole, length), 1000);
    }
  }

  @ParameterizedTest
  @CsvSource({"12", "20", "-6", "-2"})
  void damagedGzipFilesAreRefused(int at) {
    byte[] bytes = MadeIdx.gzip(MadeIdx.bytes(new int[] {3, 1}, 1, 2, 3));
    bytes[at < 0 ? bytes.length + at : at] ^= 0x15;
    refusedGzip("cut off or damaged", bytes, 1000);
  }

  private static void refusedGzip(String part, byte[] bytes, int limit) {
    String message =
        assertThrows(IllegalArgumentException.class, () -> Inflated.of(bytes, limit)).getMessage();
    assertTrue(message.contains(part), message);
  }
}
