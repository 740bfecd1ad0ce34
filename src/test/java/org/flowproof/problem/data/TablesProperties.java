package org.flowproof.problem.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What is written as a table or an array is read back to the last bit. */
class TablesProperties {

  @Property(tries = 200)
  void csvRoundTrip(@ForAll @Size(min = 6, max = 6) double[] v, @ForAll boolean crlf) {
    String end = crlf ? "\r\n" : "\n";
    String text =
        "# comment"
            + end
            + "a, \"b \"\"q\"\"\",y"
            + end
            + v[0]
            + ","
            + v[1]
            + ",\""
            + v[2]
            + "\""
            + end
            + end
            + v[3]
            + " , "
            + v[4]
            + ","
            + v[5];
    CsvTable table = CsvTable.open(text.getBytes(StandardCharsets.UTF_8), Path.of("t.csv"), true);
    assertEquals("b \"q\"", table.columns().get(1));
    AllSamples all = new AllSamples();
    table.read(2, all);
    assertArrayEquals(new double[] {v[0], v[1]}, all.samples().x().row(0));
    assertArrayEquals(new double[] {v[3], v[4]}, all.samples().x().row(1));
    // the one zero stands for both
    assertArrayEquals(new double[] {v[2] + 0.0, v[5] + 0.0}, all.samples().y().toArray());
  }

  @Property(tries = 200)
  void npyRoundTrip(
      @ForAll @Size(min = 6, max = 6) double[] v,
      @ForAll boolean fortran,
      @ForAll @IntRange(min = 1, max = 2) int version) {
    double[] stored = fortran ? new double[] {v[0], v[3], v[1], v[4], v[2], v[5]} : v;
    NpyArray array =
        NpyArray.parse(npy(version, header("<f8", fortran ? "True" : "False", "(2, 3)"), stored));
    assertEquals(2, array.values().rows());
    assertEquals(3, array.values().columns());
    assertArrayEquals(v, array.values().toRowMajor());
  }

  @Example
  void refusesArraysThatLie() {
    double[] six = new double[6];
    refused("pickled", npy(1, header("|O", "False", "(2, 3)"), six));
    refused("does not fit", npy(1, header("<f8", "False", "(2, 4)"), six));
    refused("does not fit", npy(1, header("<f8", "False", "(461168601842738790, 4)"), six));
    refused("unexpected", npy(1, header("<f8", "False", "(4611686018427387904, 4)"), six));
    refused("unexpected", npy(1, header("<f8", "False", "(2 3)"), six));
    refused(
        "not an NPY", java.util.Arrays.copyOf(npy(1, header("<f8", "False", "(2, 3)"), six), 11));
    refused("empty", npy(1, header("<f8", "False", "(0, 3)"), six));
    refused("0 dimensions", npy(1, header("<f8", "False", "()"), six));
    refused("element type", npy(1, header(">f8", "False", "(2, 3)"), six));
    refused("unexpected", npy(1, header("<f8", "__import__('os')", "(2, 3)"), six));
    refused("version", npy(3, header("<f8", "False", "(2, 3)"), six));
    six[4] = Double.NaN;
    refused("row 2, column 2", npy(1, header("<f8", "False", "(2, 3)"), six));
    refused("not an NPY", new byte[20]);
  }

  /** One way to read a shape: tried in all ways, these digits took hours. */
  @Example
  void refusesLongShapesAtOnce() {
    for (String shape : List.of("(" + "1".repeat(150) + "x)", "(" + "1 ".repeat(2000) + "x)")) {
      assertTimeoutPreemptively(
          Duration.ofSeconds(10),
          () -> refused("unexpected", npy(1, header("<f8", "False", shape), new double[6])));
    }
  }

  private static void refused(String part, byte[] bytes) {
    String message =
        assertThrows(IllegalArgumentException.class, () -> NpyArray.parse(bytes)).getMessage();
    assertTrue(message.contains(part), message);
  }

  private static String header(String type, String order, String shape) {
    return "{'descr': '" + type + "', 'fortran_order': " + order + ", 'shape': " + shape + ", }\n";
  }

  private static byte[] npy(int version, String header, double[] entries) {
    byte[] text = header.getBytes(StandardCharsets.ISO_8859_1);
    ByteBuffer out =
        ByteBuffer.allocate((version == 1 ? 10 : 12) + text.length + 8 * entries.length)
            .order(ByteOrder.LITTLE_ENDIAN);
    out.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', (byte) version, 0});
    if (version == 1) {
      out.putShort((short) text.length);
    } else {
      out.putInt(text.length);
    }
    out.put(text);
    for (double entry : entries) {
      out.putDouble(entry);
    }
    return out.array();
  }
}
