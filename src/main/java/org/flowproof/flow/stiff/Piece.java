package org.flowproof.flow.stiff;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.flowproof.flow.DenseOutput;
import org.flowproof.flow.ExactNumbers;

/** The collocation polynomial of one step, used up to a time in it. Immutable. */
final class Piece implements DenseOutput {
  private final Radau method;
  private final double start;
  private final double span;
  private final double end;
  private final double[] origin;
  private final double[][] increments;

  /**
   * A piece.
   *
   * @param span of the step, positive
   * @param end until when it is used
   * @param origin the state at the start; kept
   * @param increments of the stages, one row each; kept; none for a piece that is constant
   */
  Piece(
      Radau method, double start, double span, double end, double[] origin, double[][] increments) {
    this.method = method;
    this.start = start;
    this.span = span;
    this.end = end;
    this.origin = origin;
    this.increments = increments;
  }

  /** A piece of length zero: where a run is. */
  static Piece point(Radau method, double time, double[] state) {
    return new Piece(method, time, 1, time, state, new double[][] {});
  }

  @Override
  public double start() {
    return start;
  }

  @Override
  public double end() {
    return end;
  }

  @Override
  public double[] origin() {
    return origin;
  }

  /** The same polynomial, used up to an earlier time only. */
  Piece until(double time) {
    return new Piece(method, start, span, time, origin, increments);
  }

  @Override
  public double[] at(double time) {
    double[] y = origin.clone();
    add((time - start) / span, 1, y);
    return y;
  }

  /**
   * Increments of a next step from the end of this one, if it went on along this polynomial.
   *
   * @param length of that step
   */
  double[][] beyond(double length) {
    double[][] guess = new double[method.stages()][origin.length];
    double reached = (end - start) / span;
    for (int s = 0; s < guess.length; s++) {
      add(reached, -1, guess[s]);
      add(reached + method.node(s + 1) * length / span, 1, guess[s]);
    }
    return guess;
  }

  private void add(double at, double sign, double[] into) {
    if (increments.length == 0) {
      return;
    }
    double[] values = method.values(at);
    for (int s = 0; s < values.length; s++) {
      double factor = sign * values[s];
      double[] row = increments[s];
      for (int i = 0; i < into.length; i++) {
        into[i] += factor * row[i];
      }
    }
  }

  /** Writes the piece. */
  void save(DataOutput out) throws IOException {
    out.writeDouble(start);
    out.writeDouble(span);
    out.writeDouble(end);
    ExactNumbers.write(out, origin);
    out.writeInt(increments.length);
    for (double[] row : increments) {
      ExactNumbers.write(out, row);
    }
  }

  /**
   * Reads a piece.
   *
   * @param dimension of the state
   * @throws IOException when there is less than was written, or it is of another size
   */
  static Piece read(DataInput in, Radau method, int dimension) throws IOException {
    double start = in.readDouble();
    double span = in.readDouble();
    double end = in.readDouble();
    double[] origin = ExactNumbers.read(in, dimension);
    int rows = in.readInt();
    if (rows != 0 && rows != method.stages()) {
      throw new IOException("no polynomial of " + rows + " increments");
    }
    double[][] increments = new double[rows][];
    for (int s = 0; s < rows; s++) {
      increments[s] = ExactNumbers.read(in, dimension);
    }
    return new Piece(method, start, span, end, origin, increments);
  }
}
