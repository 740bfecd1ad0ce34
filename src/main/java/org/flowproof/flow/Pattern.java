package org.flowproof.flow;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * On which side of every kink line every neuron is: 1, -1, or 0 for a neuron that slides or rests
 * on the line. Immutable; the vector field is smooth while the pattern stays the same.
 */
public final class Pattern {
  private static final int[] NO_LINES = {};
  private static final double[][] NO_BASIS = {};

  private final KinkLines lines;
  private final double slope;
  private final byte[][] sides;
  private final int[][] held;
  private final double[][][] basis;
  private final boolean[] independent;
  private final boolean[] still;
  private final int[] moving;

  private Pattern(
      KinkLines lines,
      double slope,
      byte[][] sides,
      int[][] held,
      double[][][] basis,
      boolean[] independent,
      boolean[] still) {
    this.lines = lines;
    this.slope = slope;
    this.sides = sides;
    this.held = held;
    this.basis = basis;
    this.independent = independent;
    this.still = still;
    moving = IntStream.range(0, sides.length).filter(j -> !still[j]).toArray();
  }

  /** A pattern from rows of sides, one row for each neuron. */
  public static Pattern of(KinkLines lines, double slope, byte[][] sides) {
    int m = sides.length;
    Pattern pattern =
        new Pattern(
            lines,
            slope,
            new byte[m][],
            new int[m][],
            new double[m][][],
            new boolean[m],
            new boolean[m]);
    for (int j = 0; j < m; j++) {
      pattern.fill(j, sides[j].clone());
    }
    return new Pattern(
        lines,
        slope,
        pattern.sides,
        pattern.held,
        pattern.basis,
        pattern.independent,
        pattern.still);
  }

  /** The same pattern with another row for one neuron. */
  public Pattern with(int neuron, byte[] row) {
    Pattern changed =
        new Pattern(
            lines,
            slope,
            sides.clone(),
            held.clone(),
            basis.clone(),
            independent.clone(),
            still.clone());
    changed.fill(neuron, row.clone());
    return new Pattern(
        lines,
        slope,
        changed.sides,
        changed.held,
        changed.basis,
        changed.independent,
        changed.still);
  }

  private void fill(int neuron, byte[] row) {
    sides[neuron] = row;
    held[neuron] =
        lines.count() == 0
            ? NO_LINES
            : IntStream.range(0, row.length).filter(l -> row[l] == 0).toArray();
    basis[neuron] =
        held[neuron].length == 0
            ? NO_BASIS
            : Orthonormal.basis(
                Arrays.stream(held[neuron]).mapToObj(lines::direction).toArray(double[][]::new));
    independent[neuron] = basis[neuron].length == held[neuron].length;
    still[neuron] = lines.count() > 0 && silent(row);
  }

  /** Whether no sample reaches the neuron: all gates are zero, on lines that are held too. */
  public boolean silent(byte[] row) {
    if (slope != 0) {
      return false;
    }
    for (int l = 0; l < row.length; l++) {
      if (row[l] == 1 || !lines.oneSided(l)) {
        return false;
      }
    }
    return true;
  }

  public int neurons() {
    return sides.length;
  }

  public KinkLines lines() {
    return lines;
  }

  public double slope() {
    return slope;
  }

  /** 1, -1 or 0. */
  public int side(int neuron, int line) {
    return sides[neuron][line];
  }

  /** The sides of a neuron; not to be changed. */
  public byte[] sides(int neuron) {
    return sides[neuron];
  }

  /** A copy of the row of a neuron. */
  public byte[] row(int neuron) {
    return sides[neuron].clone();
  }

  /** Lines on which the neuron slides or rests; not to be changed. */
  public int[] held(int neuron) {
    return held[neuron];
  }

  /** Orthonormal basis of the directions of the held lines; not to be changed. */
  public double[][] basis(int neuron) {
    return basis[neuron];
  }

  /** Whether the directions of the held lines are linearly independent. */
  public boolean independent(int neuron) {
    return independent[neuron];
  }

  /** Whether all gates are zero, so that the neuron does not move. */
  public boolean still(int neuron) {
    return still[neuron];
  }

  /** Neurons that may move, increasing; not to be changed. */
  public int[] moving() {
    return moving;
  }

  /** Puts the hidden weights of a neuron exactly on the lines it is held on. */
  public void project(int neuron, double[] y) {
    int d = lines.dimension();
    int start = neurons() + neuron * d;
    if (basis[neuron].length == d) {
      Arrays.fill(y, start, start + d, 0.0);
      return;
    }
    for (int pass = 0; pass < 2; pass++) {
      for (double[] q : basis[neuron]) {
        Orthonormal.remove(q, y, start);
      }
    }
  }
}
