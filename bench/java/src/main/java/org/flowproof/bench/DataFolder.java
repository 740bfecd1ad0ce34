package org.flowproof.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.flowproof.problem.DataSet;
import org.flowproof.problem.Matrix;
import org.flowproof.problem.Problem;
import org.flowproof.problem.Vec;
import org.flowproof.problem.Weights;
import org.flowproof.problem.data.NpyArray;
import org.flowproof.problem.json.Json;

/**
 * The files that every solver of a point reads: {@code X.npy} (n x d), {@code y.npy} (n), {@code
 * a0.npy} (m), {@code w0.npy} (m x d), little-endian doubles, and {@code problem.json} with what
 * they mean.
 */
public record DataFolder(Path path) {
  private static final int HEADER = 118;

  /** Writes the files of a workload; the directory is made. */
  public void write(Workload workload) throws IOException {
    Files.createDirectories(path);
    DataSet data = workload.data();
    Weights weights = workload.weights();
    writeArray("X.npy", workload.n() + ", " + workload.d(), data.x().toRowMajor());
    writeArray("y.npy", workload.n() + ",", data.y().toArray());
    writeArray("a0.npy", workload.m() + ",", weights.a().toArray());
    writeArray("w0.npy", workload.m() + ", " + workload.d(), weights.w().toRowMajor());
    Map<String, Object> meaning = new LinkedHashMap<>();
    meaning.put("n", workload.n());
    meaning.put("m", workload.m());
    meaning.put("d", workload.d());
    meaning.put("lambda", workload.lambda());
    meaning.put("seed", workload.seed());
    meaning.put("loss", "squared");
    meaning.put("factor", "1/(2n)");
    meaning.put("activation", "relu");
    Files.writeString(path.resolve("problem.json"), Json.text(meaning));
  }

  private void writeArray(String name, String shape, double[] values) throws IOException {
    String text = "{'descr': '<f8', 'fortran_order': False, 'shape': (" + shape + "), }";
    byte[] header =
        (text + " ".repeat(HEADER - 1 - text.length()) + "\n").getBytes(StandardCharsets.US_ASCII);
    ByteBuffer buffer =
        ByteBuffer.allocate(10 + HEADER + 8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    buffer.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0});
    buffer.putShort((short) HEADER).put(header);
    for (double value : values) {
      buffer.putDouble(value);
    }
    Files.write(path.resolve(name), buffer.array());
  }

  /** The problem of the files, with a tolerance and an end time of one's own. */
  public Problem problem(double tolerance, double endTime) throws IOException {
    return Workload.problem(
        array("X.npy"),
        Vec.of(array("y.npy").toRowMajor()),
        Vec.of(array("a0.npy").toRowMajor()),
        array("w0.npy"),
        tolerance,
        endTime);
  }

  private Matrix array(String name) throws IOException {
    return NpyArray.parse(Files.readAllBytes(path.resolve(name))).values();
  }

  /**
   * Writes a state as one array: the output weights (m), then the hidden weights (m x d,
   * row-major).
   */
  static void writeState(Path file, double[] state) throws IOException {
    Path directory = file.toAbsolutePath().getParent();
    new DataFolder(directory).writeArray(file.getFileName().toString(), state.length + ",", state);
  }

  /** Reads what {@link #writeState} or another solver wrote. */
  static double[] readState(Path file) throws IOException {
    return NpyArray.parse(Files.readAllBytes(file)).values().toRowMajor();
  }
}
