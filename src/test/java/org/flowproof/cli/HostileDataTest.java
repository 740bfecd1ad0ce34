package org.flowproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Data files that lie, never end or are no files: exit code 2, one line with file, line and key.
 */
class HostileDataTest {
  private static final String CASE =
      """
      format: 1
      case: sample
      title: A sample
      data:
        DATA
      network: {width: 2, activation: relu, trained: both}
      loss: {kind: squared, factor: 1/(2n)}
      initialization: {law: balanced, scale: 1e-3, seed: 1}
      dynamics: {kind: flow, tolerance: 1e-9, stop: {time: 1}}
      """;
  private static final String NPY = "npy: {x: bad, y: y.npy}";
  private static final String IDX = "idx: {images: bad, labels: labels.idx}";
  private static final String CSV = "csv: bad\n  label: y";
  private static final String HEAD = "{'descr': '<f8', 'fortran_order': False, 'shape': (2, 2), }";

  @TempDir Path directory;

  private record Bad(String name, String data, HostileTexts.Maker maker, String message) {
    @Override
    public String toString() {
      return name;
    }
  }

  static List<Bad> files() {
    List<Bad> all = new ArrayList<>();
    for (String data : List.of(NPY, IDX, CSV)) {
      String key = data.startsWith("npy") ? "npy.x" : data.startsWith("idx") ? "idx.images" : "csv";
      String at = "sample.yaml:5: data." + key + ": ";
      String kind = key + " ";
      all.add(new Bad(kind + "fifo", data, HostileTexts::fifo, at + "a device, pipe or socket"));
      all.add(new Bad(kind + "device", data, link("/dev/zero"), at + "a device, pipe or socket"));
      all.add(new Bad(kind + "circle", data, link("bad"), at + "a link that leads to no file"));
      all.add(new Bad(kind + "folder", data, Files::createDirectory, at + "a directory"));
      all.add(new Bad(kind + "missing", data, file -> {}, at + "no such file"));
      // of no size, but whoever reads it waits for the next message of the kernel
      all.add(new Bad(kind + "of the kernel", data, link("/proc/kmsg"), "bad"));
      all.add(
          new Bad(
              kind + "of ten gigabytes",
              data,
              file -> {
                try (var channel = new java.io.RandomAccessFile(file.toFile(), "rw")) {
                  channel.setLength(10L << 30);
                }
              },
              at + "file too large"));
    }
    all.add(
        new Bad(
            "csv of zeros, in little gzip",
            CSV,
            HostileDataTest::zeros,
            "data.csv: bad: gzip data of more than 268435456 bytes inside"));
    String npy = "sample.yaml:5: data.npy.x: bad: ";
    npy(all, "no array", "text".getBytes(StandardCharsets.US_ASCII), npy + "not an NPY file");
    npy(all, "cut off in its header", npy(HEAD, 999, 0), npy + "a header of 999 bytes");
    npy(all, "cut off in its numbers", npy(HEAD, -1, 3), npy + "shape [2, 2] does not fit 24");
    npy(all, "too long", npy(HEAD, -1, 5), npy + "shape [2, 2] does not fit 40 bytes");
    npy(all, "pickled", npy(HEAD.replace("<f8", "|O"), -1, 4), npy + "an array of pickled objects");
    npy(
        all,
        "as large as all memory",
        npy(HEAD.replace("(2, 2)", "(999999999999999999, 999999999999999999)"), -1, 4),
        npy + "shape [999999999999999999, 999999999999999999] does not fit 32");
    npy(
        all,
        "of a header to be run",
        npy(HEAD.replace("False", "__import__('os').system('touch pwned')"), -1, 4),
        npy + "the header holds something unexpected");
    npy(
        all,
        "of a header of digits",
        npy(HEAD.replace("(2, 2)", "(" + "1".repeat(150) + "x)"), -1, 4),
        npy + "the header holds something unexpected");
    String idx = "sample.yaml:5: data.idx.images: bad: ";
    idx(all, "cut off in its header", new byte[] {0, 0, 8, 3, 0, 0}, idx + "an IDX file cut off");
    idx(all, "cut off in its numbers", idx(7, 2, 2, 2), idx + "sizes 2 x 2 x 2 with 1 byte");
    idx(all, "as large as all memory", idx(8, -1, -1, -1), idx + "sizes 4294967295 x 4294967295");
    idx(all, "whose size overflows", idx(8, 65536, 65536, 2), idx + "sizes 65536 x 65536 x 2");
    idx(all, "of 255 sizes", new byte[] {0, 0, 8, -1, 0, 0, 0, 1}, idx + "an IDX file cut off");
    csv(all, "ragged", "a,b,y\n1,2,3\n4,5\n", "bad:3: a row of 2 fields; expected 3");
    csv(all, "of an escape", "a,y\n1,\u001b[31m\n", "bad:2: y: not a number: '\\u{001B}[31m'");
    csv(all, "of a NUL", "a,y\n\u0000,1\n", "bad:2: a: not a number: '\\u{0000}'");
    csv(all, "of one line", "1".repeat(40 << 20), "bad:1: a line of 41943040 bytes");
    csv(all, "of many columns", "y" + ",1".repeat(2_000_000), "bad:1: a row too long");
    csv(all, "of a long number", "a,y\n1," + "9".repeat(9 << 20), "bad:2: y: not a number");
    all.add(
        new Bad(
            "csv not UTF-8",
            CSV,
            file -> Files.write(file, "a,y\n1,\u00e9\n".getBytes(StandardCharsets.ISO_8859_1)),
            "bad:2: a byte that is not UTF-8"));
    return all;
  }

  @ParameterizedTest
  @MethodSource("files")
  void refuses(Bad bad) throws Exception {
    // a heap of some hundred MB cannot even hold what is looked for
    assumeTrue(!bad.name().contains("gzip") || Runtime.getRuntime().maxMemory() > 1L << 30);
    bad.maker().make(directory.resolve("bad"));
    Files.write(directory.resolve("y.npy"), npy(HEAD.replace("(2, 2)", "(2,)"), -1, 2));
    Files.write(directory.resolve("labels.idx"), new byte[] {0, 0, 8, 1, 0, 0, 0, 2, 1, 0});
    CommandLineRun run = run(bad.data());
    assertEquals(ExitCode.INPUT, run.code(), run.err());
    assertEquals(1, run.err().lines().count(), run.err());
    assertTrue(run.err().contains(bad.message()), run.err());
    assertTrue(run.err().length() < 2000, run.err());
    assertFalse(Files.exists(directory.resolve("out")) || Files.exists(Path.of("pwned")));
  }

  @Test
  void takesByteOrderMarkAndCarriageReturns() throws Exception {
    Files.writeString(directory.resolve("bad"), "\uFEFFa,b,y\r\n1,0,1\r\n0.6,0.8,0.5\r\n");
    CommandLineRun run = run(CSV);
    assertEquals(ExitCode.OK, run.code(), run.err());
    assertTrue(Files.readString(directory.resolve("out/run.json")).contains("sample"));
  }

  private CommandLineRun run(String data) throws IOException {
    Files.writeString(directory.resolve("sample.yaml"), CASE.replace("DATA", data));
    return assertTimeoutPreemptively(
        Duration.ofSeconds(30),
        () ->
            CommandLineRun.in(
                CommandLineRun.PROJECT, directory, "run", "sample.yaml", "-q", "-o", "out"));
  }

  private static HostileTexts.Maker link(String target) {
    return file -> Files.createSymbolicLink(file, Path.of(target));
  }

  private static void npy(List<Bad> all, String name, byte[] bytes, String message) {
    all.add(new Bad("npy " + name, NPY, file -> Files.write(file, bytes), message));
  }

  private static void idx(List<Bad> all, String name, byte[] bytes, String message) {
    all.add(new Bad("idx " + name, IDX, file -> Files.write(file, bytes), message));
  }

  private static void csv(List<Bad> all, String name, String text, String message) {
    all.add(new Bad("csv " + name, CSV, file -> Files.writeString(file, text), message));
  }

  /** With ones as numbers; a length below 0 stands for the true one. */
  private static byte[] npy(String header, int length, int numbers) {
    byte[] text = (header + "\n").getBytes(StandardCharsets.US_ASCII);
    ByteBuffer out = ByteBuffer.allocate(10 + text.length + 8 * numbers);
    out.order(ByteOrder.LITTLE_ENDIAN)
        .put((byte) 0x93)
        .put("NUMPY\u0001\u0000".getBytes(StandardCharsets.US_ASCII));
    out.putShort((short) (length < 0 ? text.length : length)).put(text);
    for (int i = 0; i < numbers; i++) {
      out.putDouble(1);
    }
    return out.array();
  }

  /** Of bytes, with the sizes it claims. */
  private static byte[] idx(int entries, int... sizes) {
    ByteBuffer out = ByteBuffer.allocate(4 + 4 * sizes.length + entries);
    out.put(new byte[] {0, 0, 8, (byte) sizes.length});
    for (int size : sizes) {
      out.putInt(size);
    }
    return out.array();
  }

  private static void zeros(Path file) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes, 1 << 16)) {
      byte[] chunk = new byte[1 << 20];
      for (int i = 0; i < 300; i++) {
        out.write(chunk);
      }
    }
    Files.write(file, bytes.toByteArray());
  }
}
