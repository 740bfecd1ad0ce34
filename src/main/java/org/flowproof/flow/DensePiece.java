package org.flowproof.flow;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * One step of dense output: a polynomial of degree 7 on {@code [start, start + span]}, used on
 * {@code [start, end]}. Immutable.
 */
final class DensePiece implements DenseOutput {
  private final double start;
  private final double end;
  private final double span;
  private final Pattern pattern;
  private final double[] origin;
  private final double[][] increments;

  private DensePiece(
      double start,
      double end,
      double span,
      Pattern pattern,
      double[] origin,
      double[][] increments) {
    this.start = start;
    this.end = end;
    this.span = span;
    this.pattern = pattern;
    this.origin = origin;
    this.increments = increments;
  }

  /** A piece through states at the {@link Bernstein#NODES} of {@code [start, end]}. */
  static DensePiece through(double start, double end, Pattern pattern, double[][] states) {
    int size = states[0].length;
    double[][] increments = new double[Bernstein.DEGREE + 1][size];
    for (int b = 1; b < Bernstein.DEGREE; b++) {
      double[] row = Bernstein.fromNodes(b);
      double[] target = increments[b];
      for (int node = 1; node <= Bernstein.DEGREE; node++) {
        double factor = row[node];
        double[] state = states[node];
        for (int i = 0; i < size; i++) {
          target[i] += factor * (state[i] - states[0][i]);
        }
      }
    }
    for (int i = 0; i < size; i++) {
      increments[Bernstein.DEGREE][i] = states[Bernstein.DEGREE][i] - states[0][i];
    }
    return new DensePiece(start, end, end - start, pattern, states[0], increments);
  }

  /** A piece of length zero: the state at the end of a run. */
  static DensePiece point(double time, Pattern pattern, double[] state) {
    return new DensePiece(time, time, 1, pattern, state, new double[][] {});
  }

  /** A short straight piece, for spans near the resolution of time. */
  static DensePiece straight(
      double start, double end, Pattern pattern, double[] from, double[] to) {
    double[][] increments = new double[Bernstein.DEGREE + 1][from.length];
    for (int b = 1; b <= Bernstein.DEGREE; b++) {
      for (int i = 0; i < from.length; i++) {
        increments[b][i] = (to[i] - from[i]) * b / Bernstein.DEGREE;
      }
    }
    double span = end > start ? end - start : 1;
    return new DensePiece(start, end, span, pattern, from, increments);
  }

  /** The same polynomial, used up to an earlier time only. */
  DensePiece until(double time) {
    return new DensePiece(start, time, span, pattern, origin, increments);
  }

  /** Writes the piece without its pattern. */
  void save(DataOutput out) throws IOException {
    out.writeDouble(start);
    out.writeDouble(end);
    out.writeDouble(span);
    ExactNumbers.write(out, origin);
    out.writeInt(increments.length);
    for (double[] row : increments) {
      ExactNumbers.write(out, row);
    }
  }

  /**
   * Reads a piece.
   *
   * @param pattern given to the piece; the polynomial does not depend on it
   * @param dimension of the state
   */
  static DensePiece read(DataInput in, Pattern pattern, int dimension) throws IOException {
    double start = in.readDouble();
    double end = in.readDouble();
    double span = in.readDouble();
    double[] origin = ExactNumbers.read(in, dimension);
    int rows = in.readInt();
    if (rows != 0 && rows != Bernstein.DEGREE + 1) {
      throw new IOException("no polynomial of " + rows + " coefficients");
    }
    double[][] increments = new double[rows][];
    for (int b = 0; b < rows; b++) {
      increments[b] = ExactNumbers.read(in, dimension);
    }
    return new DensePiece(start, end, span, pattern, origin, increments);
  }

  @Override
  public double start() {
    return start;
  }

  @Override
  public double end() {
    return end;
  }

  double span() {
    return span;
  }

  Pattern pattern() {
    return pattern;
  }

  @Override
  public double[] origin() {
    return origin;
  }

  /** Coefficient minus {@link #origin} of one component, b from 0 to 7. */
  double increment(int b, int component) {
    return increments[b][component];
  }

  @Override
  public double[] at(double time) {
    double[] y = origin.clone();
    if (increments.length == 0) {
      return y;
    }
    double[] weights = Bernstein.weights((time - start) / span);
    for (int b = 1; b <= Bernstein.DEGREE; b++) {
      double weight = weights[b];
      double[] row = increments[b];
      for (int i = 0; i < y.length; i++) {
        y[i] += weight * row[i];
      }
    }
    return y;
  }
}
