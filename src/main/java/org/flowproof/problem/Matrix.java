package org.flowproof.problem;

import java.util.Arrays;

/** An immutable dense matrix of doubles, row-major. */
public final class Matrix {
  private final int rows;
  private final int columns;
  private final double[] entries;

  private Matrix(int rows, int columns, double[] entries) {
    this.rows = rows;
    this.columns = columns;
    this.entries = entries;
  }

  /**
   * Copies a rectangular array.
   *
   * @param rows {@code rows x columns}; may be empty
   * @throws IllegalArgumentException when the rows differ in length
   */
  public static Matrix of(double[][] rows) {
    int columns = rows.length == 0 ? 0 : rows[0].length;
    double[] entries = new double[rows.length * columns];
    for (int i = 0; i < rows.length; i++) {
      if (rows[i].length != columns) {
        throw new IllegalArgumentException(
            "row " + (i + 1) + " has " + rows[i].length + " entries, expected " + columns);
      }
      System.arraycopy(rows[i], 0, entries, i * columns, columns);
    }
    return new Matrix(rows.length, columns, entries);
  }

  /**
   * Copies a row-major array of {@code rows * columns} entries.
   *
   * @throws IllegalArgumentException when the length does not fit
   */
  public static Matrix ofRowMajor(int rows, int columns, double[] entries) {
    if (entries.length != rows * columns) {
      throw new IllegalArgumentException(
          entries.length + " entries do not fill " + rows + " x " + columns);
    }
    return new Matrix(rows, columns, entries.clone());
  }

  public int rows() {
    return rows;
  }

  public int columns() {
    return columns;
  }

  /** The entry at a 0-based row and column. */
  public double get(int row, int column) {
    return entries[row * columns + column];
  }

  /** A copy of one row. */
  public double[] row(int row) {
    return Arrays.copyOfRange(entries, row * columns, (row + 1) * columns);
  }

  /** A row-major copy. */
  public double[] toRowMajor() {
    return entries.clone();
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof Matrix other
        && rows == other.rows
        && columns == other.columns
        && Arrays.equals(entries, other.entries);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * rows + columns) + Arrays.hashCode(entries);
  }

  @Override
  public String toString() {
    return rows + " x " + columns + " matrix";
  }
}
