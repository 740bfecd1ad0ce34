package org.flowproof.problem;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.flowproof.problem.data.MadeIdx;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** IDX files named in a case: what is read of good ones, and how bad ones are refused. */
class IdxInputTest {
  private static final String IMAGES = "00000803 00000002 00000001 00000002 01020304";
  private static final String LABELS = "00000801 00000002 0501";

  @TempDir Path directory;

  @Test
  void readsImagesAndLabels() throws IOException {
    DataSet data = load(bytes(IMAGES), bytes(LABELS));
    assertEquals(Matrix.of(new double[][] {{1, 2}, {3, 4}}), data.x());
    assertArrayEquals(new double[] {5, 1}, data.y().toArray());
    assertTrue(data.origin().matches("i \\(SHA-256 [0-9a-f]{64}\\), l \\(SHA-256 [0-9a-f]{64}\\)"));
  }

  @Test
  void readsThemCompressedWhateverTheirNames() throws IOException {
    DataSet plain = load(bytes(IMAGES), bytes(LABELS));
    DataSet packed = load(MadeIdx.gzip(bytes(IMAGES)), MadeIdx.gzip(bytes(LABELS)));
    assertEquals(plain.x(), packed.x());
    assertEquals(plain.y(), packed.y());
    // the hash is that of the file as it lies there
    assertFalse(plain.origin().equals(packed.origin()));
  }

  /** Images, labels, the key and the words of the refusal; every one comes at once. */
  @ParameterizedTest
  @Timeout(5)
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | 00000801 00000002 0501 | images | cut off in its header",
        "0000 | 00000801 00000002 0501 | images | cut off in its header",
        "00000803 00000002 0000 | 00000801 00000002 0501 | images | cut off in its header",
        "01000803 00000002 00000001 00000001 0102 | 00000801 00000002 0501 | images | not an IDX",
        "504b0304 00000002 00000001 00000001 0102 | 00000801 00000002 0501 | images | not an IDX",
        "00000a02 00000002 00000001 0102 | 00000801 00000002 0501 | images | unknown type 0x0A",
        "00000002 00000002 00000001 0102 | 00000801 00000002 0501 | images | unknown type 0x00",
        "00000800 0102 | 00000801 00000002 0501 | images | of 0 dimensions",
        "00000802 00000000 00000001 | 00000801 00000002 0501 | images | empty array of sizes 0 x 1",
        "00000803 00000002 00000000 00000002 01 | 00000801 00000002 0501 | images | empty array",
        "00000802 00000002 00000002 010203 | 00000801 00000002 0501 | images"
            + " | sizes 2 x 2 with 1 byte an entry do not fit 3 bytes of data",
        "00000802 00000002 00000002 0102030405 | 00000801 00000002 0501 | images | do not fit 5",
        "00000d02 00000002 00000001 01020304 | 00000801 00000002 0501 | images"
            + " | with 4 bytes an entry do not fit 4 bytes",
        "00000802 ffffffff ffffffff 01020304 | 00000801 00000002 0501 | images"
            + " | sizes 4294967295 x 4294967295",
        "00000803 80000000 80000000 00000004 | 00000801 00000002 0501 | images | do not fit 0",
        "00000804 00010000 00010000 00010000 00010000 | 00000801 00000002 0501 | images"
            + " | do not fit 0",
        "00000801 00000002 0102 | 00000801 00000002 0501 | images | an array of 1 dimensions",
        "00000802 00000002 00000001 0102 | 00000802 00000002 00000001 0501 | labels"
            + " | an array of 2 dimensions",
        "00000802 00000002 00000001 0102 | 00000801 00000003 050102 | labels"
            + " | 3 labels; expected 2, one an image",
        "00000802 00000002 00000001 0102 | 00000801 00000002 05 | labels | do not fit 1 bytes",
        "00000d02 00000002 00000001 7f800000 3f800000 | 00000801 00000002 0501 | images"
            + " | the value Infinity at place 1 of item 1",
        "00000802 00000002 00000001 0102 | 00000d01 00000002 3f800000 7fc00000 | labels"
            + " | the value NaN at place 1 of item 2",
        "1f8b 0800 0000 0000 0000 | 00000801 00000002 0501 | images | gzip data cut off",
        "1f8b ffff ffff ffff ffff ffff ffff ffff | 00000801 00000002 0501 | images | or damaged",
        "00000802 00000002 00000001 0100 | 00000801 00000002 0501 | '' | sample 2 is the zero",
      })
  void refuses(String images, String labels, String key, String expected) {
    InputException e = assertThrows(InputException.class, () -> load(bytes(images), bytes(labels)));
    assertEquals(key.isEmpty() ? "data.idx" : "data.idx." + key, e.key(), e.getMessage());
    assertEquals(5, e.line());
    assertTrue(e.getMessage().contains(expected), e.getMessage());
    assertFalse(e.getMessage().contains("\n"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "images: I | data.idx.labels | missing key",
        "images: I, label: l | data.idx.label | did you mean 'labels'?",
        "images: ., labels: l | data.idx.images | a directory",
        "images: /dev/zero, labels: l | data.idx.images | a device, pipe or socket",
        "images: none, labels: l | data.idx.images | MNIST is not shipped: put",
        "images: i.gz, labels: l | data.idx.images | did you mean 'I'?",
        "images: I, labels: L-idx1-ubyte | data.idx.labels | did you mean 'L.idx1-ubyte.gz'?",
      })
  void refusesNames(String names, String key, String expected) throws IOException {
    Files.write(directory.resolve("I"), bytes(IMAGES));
    Files.write(directory.resolve("L.idx1-ubyte.gz"), MadeIdx.gzip(bytes(LABELS)));
    Path file = SampleCase.write(directory, "idx: {" + names + "}");
    InputException e = assertThrows(InputException.class, () -> CaseLoader.load(file));
    assertEquals(key, e.key(), e.getMessage());
    assertTrue(e.getMessage().contains(expected), e.getMessage());
    assertTrue(e.getMessage().startsWith(file + ":5: "), e.getMessage());
  }

  /** A few kilobytes that would be gigabytes. */
  @Test
  @Timeout(20)
  void refusesABomb() throws IOException {
    Files.write(directory.resolve("l"), bytes(LABELS));
    // gzip files one after the other are a gzip file
    byte[] member = MadeIdx.gzip(new byte[8 << 20]);
    try (OutputStream out = Files.newOutputStream(directory.resolve("i"))) {
      for (int i = 0; i < 33; i++) {
        out.write(member);
      }
    }
    Path file = SampleCase.write(directory, "idx: {images: i, labels: l}");
    InputException e = assertThrows(InputException.class, () -> CaseLoader.load(file));
    assertTrue(e.getMessage().contains("gzip data of more than 268435456 bytes"), e.getMessage());
  }

  private DataSet load(byte[] images, byte[] labels) throws IOException {
    Files.write(directory.resolve("i"), images);
    Files.write(directory.resolve("l"), labels);
    return CaseLoader.load(SampleCase.write(directory, "idx: {images: i, labels: l}"))
        .problem()
        .data();
  }

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex.replace(" ", ""));
  }
}
