package org.flowproof.flow.stiff;

/**
 * Solves {@code (z I - J) v = b} for a complex number z and a real matrix J, by elimination with
 * the largest pivot of each column. Used by one thread.
 */
final class ShiftedSystem {
  private final int size;
  private final double[] re;
  private final double[] im;
  private final int[] rows;

  ShiftedSystem(int size) {
    this.size = size;
    re = new double[size * size];
    im = new double[size * size];
    rows = new int[size];
  }

  /**
   * Decomposes the matrix.
   *
   * @param jacobian row-major
   * @return false when it is singular to rounding, or holds what is not a number
   */
  boolean decompose(double shiftRe, double shiftIm, double[] jacobian) {
    for (int i = 0; i < re.length; i++) {
      re[i] = -jacobian[i];
      im[i] = 0;
    }
    for (int i = 0; i < size; i++) {
      re[i * size + i] += shiftRe;
      im[i * size + i] = shiftIm;
      rows[i] = i;
    }
    for (int c = 0; c < size; c++) {
      int pivot = c;
      double largest = 0;
      for (int i = c; i < size; i++) {
        double here = Math.abs(re[i * size + c]) + Math.abs(im[i * size + c]);
        if (here > largest) {
          largest = here;
          pivot = i;
        }
      }
      if (!(largest > 0 && largest < Double.POSITIVE_INFINITY)) {
        return false;
      }
      swap(c, pivot);
      eliminate(c);
    }
    return true;
  }

  private void swap(int one, int other) {
    if (one == other) {
      return;
    }
    int row = rows[one];
    rows[one] = rows[other];
    rows[other] = row;
    for (int i = 0; i < size; i++) {
      double keptRe = re[one * size + i];
      double keptIm = im[one * size + i];
      re[one * size + i] = re[other * size + i];
      im[one * size + i] = im[other * size + i];
      re[other * size + i] = keptRe;
      im[other * size + i] = keptIm;
    }
  }

  private void eliminate(int c) {
    double pivotRe = re[c * size + c];
    double pivotIm = im[c * size + c];
    double square = pivotRe * pivotRe + pivotIm * pivotIm;
    for (int i = c + 1; i < size; i++) {
      int at = i * size + c;
      double factorRe = (re[at] * pivotRe + im[at] * pivotIm) / square;
      double factorIm = (im[at] * pivotRe - re[at] * pivotIm) / square;
      re[at] = factorRe;
      im[at] = factorIm;
      if (factorRe == 0 && factorIm == 0) {
        continue;
      }
      int row = i * size;
      int top = c * size;
      for (int k = c + 1; k < size; k++) {
        re[row + k] -= factorRe * re[top + k] - factorIm * im[top + k];
        im[row + k] -= factorRe * im[top + k] + factorIm * re[top + k];
      }
    }
  }

  /**
   * Solves the system decomposed last.
   *
   * @param bRe right-hand side; kept
   * @param vRe the solution
   */
  void solve(double[] bRe, double[] bIm, double[] vRe, double[] vIm) {
    for (int i = 0; i < size; i++) {
      double sumRe = bRe[rows[i]];
      double sumIm = bIm[rows[i]];
      for (int k = 0; k < i; k++) {
        int at = i * size + k;
        sumRe -= re[at] * vRe[k] - im[at] * vIm[k];
        sumIm -= re[at] * vIm[k] + im[at] * vRe[k];
      }
      vRe[i] = sumRe;
      vIm[i] = sumIm;
    }
    for (int i = size - 1; i >= 0; i--) {
      double sumRe = vRe[i];
      double sumIm = vIm[i];
      for (int k = i + 1; k < size; k++) {
        int at = i * size + k;
        sumRe -= re[at] * vRe[k] - im[at] * vIm[k];
        sumIm -= re[at] * vIm[k] + im[at] * vRe[k];
      }
      double pivotRe = re[i * size + i];
      double pivotIm = im[i * size + i];
      double square = pivotRe * pivotRe + pivotIm * pivotIm;
      vRe[i] = (sumRe * pivotRe + sumIm * pivotIm) / square;
      vIm[i] = (sumIm * pivotRe - sumRe * pivotIm) / square;
    }
  }
}
