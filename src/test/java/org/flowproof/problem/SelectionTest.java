package org.flowproof.problem;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalLong;
import org.flowproof.problem.data.MadeIdx;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two classes out of files of samples, centred and scaled. */
class SelectionTest {
  private static final String SELECT = "\n  select: {classes: [3, 8], take: 2}";

  @TempDir Path directory;

  @Test
  void takesTheFirstOfEachInTheOrderOfTheFile() throws IOException {
    DataSet data = csv(SELECT);
    assertEquals(Matrix.of(new double[][] {{0, 2, 0}, {1, 0, 0}, {0, 4, 0}, {5, 1, 2}}), data.x());
    assertArrayEquals(new double[] {-1, 1, -1, 1}, data.y().toArray());
    assertTrue(
        data.origin().endsWith("), classes 3 (label 1) and 8 (label -1), the first 2 of each"),
        data.origin());
  }

  @Test
  void takesAllAndCountsApart() throws IOException {
    DataSet all = csv("\n  select: {classes: [8, 3]}");
    assertArrayEquals(new double[] {1, -1, 1, -1, 1, -1}, all.y().toArray());
    assertTrue(all.origin().endsWith("all samples of both"), all.origin());
    DataSet some = csv("\n  select: {classes: [8, 3], take: [3, 1]}");
    assertArrayEquals(new double[] {1, -1, 1, 1}, some.y().toArray());
    assertTrue(some.origin().endsWith("the first 3 and 1 of them"), some.origin());
  }

  /** By hand: the mean of the four samples is (1.5, 1.75, 0.5). */
  @Test
  void centresTheSelectedSamplesThenScalesThemThenAppendsTheBias() throws IOException {
    DataSet data = csv(SELECT + "\n  prepare: {centre: mean, scale: 2}\n  bias: true");
    assertEquals(
        Matrix.of(
            new double[][] {
              {-3, 0.5, -1, 1}, {-1, -3.5, -1, 1}, {-3, 4.5, -1, 1}, {7, -1.5, 3, 1}
            }),
        data.x());
    assertTrue(
        data.origin()
            .endsWith(
                "the first 2 of each, their mean subtracted, multiplied by 2.0, bias coordinate"
                    + " appended"),
        data.origin());
  }

  @Test
  void unitScaleIsAfterCentring() throws IOException {
    DataSet data = csv(SELECT + "\n  prepare: {centre: mean, scale: unit}");
    double[] centred = {-1.5, 0.25, -0.5};
    double norm = Math.sqrt(1.5 * 1.5 + 0.25 * 0.25 + 0.5 * 0.5);
    for (int i = 0; i < 3; i++) {
      assertEquals(centred[i] / norm, data.x().get(0, i), 1e-15);
    }
    assertTrue(data.origin().endsWith("their mean subtracted, each scaled to norm 1"));
  }

  @Test
  void wordsThatSayNothingChangeNothing() throws IOException {
    DataSet data = csv(SELECT + "\n  prepare: {centre: none, scale: none}");
    assertEquals(csv(SELECT), data);
    assertEquals(csv("").x(), csv("\n  prepare: {}").x());
  }

  @Test
  void allThreeKindsOfFilesGiveTheSameSamples() throws IOException {
    String rest = SELECT + "\n  prepare: {centre: mean, scale: unit}";
    Matrix expected = csv(rest).x();
    int[][] rows = {{0, 2, 0}, {1, 0, 0}, {9, 9, 9}, {0, 4, 0}, {5, 1, 2}, {6, 0, 6}, {1, 2, 3}};
    int[] labels = {8, 3, 5, 8, 3, 8, 3};
    int[] images = new int[21];
    ByteBuffer x = npy("(7, 3)", 21);
    ByteBuffer y = npy("(7,)", 7);
    for (int k = 0; k < 7; k++) {
      y.putDouble(labels[k]);
      for (int i = 0; i < 3; i++) {
        images[3 * k + i] = rows[k][i];
        x.putDouble(rows[k][i]);
      }
    }
    Files.write(
        directory.resolve("i.gz"), MadeIdx.gzip(MadeIdx.bytes(new int[] {7, 3, 1}, images)));
    Files.write(directory.resolve("l"), MadeIdx.bytes(new int[] {7}, labels));
    Files.write(directory.resolve("x.npy"), bytes(x));
    Files.write(directory.resolve("y.npy"), bytes(y));
    DataSet idx =
        load("idx: {images: i.gz, labels: l}" + rest, OptionalLong.empty()).problem().data();
    DataSet npy = load("npy: {x: x.npy, y: y.npy}" + rest, OptionalLong.empty()).problem().data();
    assertEquals(expected, idx.x());
    assertEquals(expected, npy.x());
    assertEquals(idx.y(), npy.y());
  }

  @Test
  void aSeedDrawsAndCanBeReplaced() throws IOException {
    String draw = "\n  select: {classes: [3, 8], take: 2, seed: 4}";
    CaseFile file = load(table() + draw, OptionalLong.empty());
    assertEquals(Map.of("data", 4L, "initial weights", 1L), file.seeds());
    assertTrue(
        file.problem().data().origin().endsWith("2 of each drawn with seed 4"),
        file.problem().data().origin());
    CaseFile other = load(table() + draw, OptionalLong.of(11));
    assertEquals(11L, other.seeds().get("data"));
    assertEquals(csv("\n  select: {classes: [3, 8], take: 2, seed: 11}"), other.problem().data());
    // without a draw there is no seed of the data
    assertEquals(
        Map.of("initial weights", 11L), load(table() + SELECT, OptionalLong.of(11)).seeds());
  }

  @Test
  void labelsMayBeWords() throws IOException {
    Files.writeString(
        directory.resolve("w.csv"), "a,kind\n1,setosa\nx,other\n2,\"versi, color\"\n3,setosa\n");
    DataSet data =
        load(
                "csv: w.csv\n  label: kind\n  select: {classes: [setosa, 'versi, color'], take: 1}",
                OptionalLong.empty())
            .problem()
            .data();
    assertEquals(Matrix.of(new double[][] {{1}, {2}}), data.x());
    assertArrayEquals(new double[] {1, -1}, data.y().toArray());
  }

  private DataSet csv(String rest) throws IOException {
    return load(table() + rest, OptionalLong.empty()).problem().data();
  }

  private String table() throws IOException {
    Files.writeString(
        directory.resolve("t.csv"),
        "8,0,2,0\n3,1,0,0\n5,9,9,9\n8.0,0,4,0\n3e0,5,1,2\n8,6,0,6\n3,1,2,3\n");
    return "csv: t.csv\n  label: 1\n  header: false";
  }

  private static byte[] bytes(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.capacity()];
    buffer.rewind().get(bytes);
    return bytes;
  }

  private static ByteBuffer npy(String shape, int entries) {
    byte[] header =
        ("{'descr': '<f8', 'fortran_order': False, 'shape': " + shape + ", }\n")
            .getBytes(StandardCharsets.ISO_8859_1);
    ByteBuffer out =
        ByteBuffer.allocate(10 + header.length + 8 * entries).order(ByteOrder.LITTLE_ENDIAN);
    out.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0})
        .putShort((short) header.length);
    return out.put(header);
  }

  private CaseFile load(String data, OptionalLong seed) throws IOException {
    return CaseLoader.load(SampleCase.write(directory, data), seed);
  }
}
