package org.flowproof.flow.coefficients;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.flowproof.flow.ExactNumbers;

/** Writes and reads positions exactly. */
final class SavedPosition {
  private SavedPosition() {}

  static void write(DataOutput out, Position position) throws IOException {
    Frozen frozen = position.frozen();
    ExactNumbers.write(out, frozen.gates);
    out.write(frozen.sides);
    ExactNumbers.write(out, frozen.c);
    for (double[] errors : frozen.errors) {
      ExactNumbers.write(out, errors);
    }
    out.writeBoolean(frozen.mean);
    out.writeDouble(position.clock());
    ExactNumbers.write(out, position.alpha());
    ExactNumbers.write(out, position.low());
    for (double[] errors : position.errors()) {
      ExactNumbers.write(out, errors);
    }
    out.writeLong(position.evaluations());
    out.writeBoolean(position.armed());
    out.writeBoolean(position.switched());
  }

  /**
   * Reads a position.
   *
   * @throws IOException when there is less than was written, or a length does not fit the problem
   */
  static Position read(DataInput in, CoefficientModel model) throws IOException {
    int size = model.m * model.n;
    double[] gates = ExactNumbers.read(in, size);
    byte[] sides = new byte[size];
    in.readFully(sides);
    double[] c = ExactNumbers.read(in, size);
    double[][] errors = patterns(in, size);
    Frozen frozen = new Frozen(model, gates, sides, c, errors, in.readBoolean(), null);
    return new Position(
        frozen,
        in.readDouble(),
        ExactNumbers.read(in, model.n),
        ExactNumbers.read(in, model.n),
        patterns(in, model.n),
        in.readLong(),
        in.readBoolean(),
        in.readBoolean());
  }

  private static double[][] patterns(DataInput in, int size) throws IOException {
    double[][] errors = new double[Tangents.PATTERNS][];
    for (int p = 0; p < errors.length; p++) {
      errors[p] = ExactNumbers.read(in, size);
    }
    return errors;
  }
}
