package org.flowproof.flow.limit;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.flowproof.flow.KinkLines;
import org.flowproof.flow.limit.Obstruction.Cause;
import org.flowproof.problem.Matrix;
import org.flowproof.problem.Vectors;

/**
 * Moving neurons of one pattern. Their contribution to the outputs is {@code Phi beta} with {@code
 * beta = sum_j a_j w_j}: row k of {@code Phi} is {@code s_k x_k}, projected onto the hyperplanes
 * that the neurons are held on (for those {@code x_k} themselves it vanishes).
 */
final class PatternGroup {
  private static final double DEPENDENT = 1e-8;

  private final byte[] row;
  private final int[] members;
  private final int[] held;
  private final double[][] features;
  private final double size;
  private final double distortion;

  private PatternGroup(
      byte[] row, int[] members, int[] held, double[][] features, double distortion) {
    this.row = row;
    this.members = members;
    this.held = held;
    this.features = features;
    this.distortion = distortion;
    size = SymmetricEigen.spectralNorm(features);
  }

  /**
   * Groups the neurons that move, in the order of their first members. Held neurons of different
   * signs of the output weight are kept apart, because a kink holds them for different residuals.
   *
   * @throws ObstructedException when the directions a neuron is held on are dependent
   */
  static List<PatternGroup> all(Matrix x, FrozenPattern pattern, Snapshot weights)
      throws ObstructedException {
    Map<ByteBuffer, List<Integer>> byRow = new LinkedHashMap<>();
    for (int j = 0; j < weights.neurons(); j++) {
      if (pattern.motion(j) == FrozenPattern.Motion.MOVES) {
        byte[] row = pattern.row(j);
        byte[] key = Arrays.copyOf(row, row.length + 1);
        key[row.length] = (byte) (held(row).length == 0 ? 0 : Math.signum(weights.a(j)));
        byRow.computeIfAbsent(ByteBuffer.wrap(key), k -> new ArrayList<>()).add(j);
      }
    }
    List<PatternGroup> groups = new ArrayList<>();
    for (List<Integer> list : byRow.values()) {
      int[] members = list.stream().mapToInt(Integer::intValue).toArray();
      groups.add(of(x, pattern, pattern.row(members[0]), members));
    }
    return groups;
  }

  private static PatternGroup of(Matrix x, FrozenPattern pattern, byte[] row, int[] members)
      throws ObstructedException {
    KinkLines lines = pattern.lines();
    int[] held = held(row);
    List<double[]> basis = new ArrayList<>();
    double smallest = 1;
    for (int l : held) {
      double[] rest = lines.direction(l).clone();
      project(basis, rest);
      double length = Vectors.norm(rest);
      if (length < DEPENDENT) {
        throw new ObstructedException(
            Obstruction.at(
                Cause.DEPENDENT_KINKS,
                members[0],
                lines.members(l)[0],
                "it is held on " + held.length + " kinks whose directions are dependent"));
      }
      smallest = Math.min(smallest, length);
      for (int i = 0; i < rest.length; i++) {
        rest[i] /= length;
      }
      basis.add(rest);
    }
    double[][] features = new double[x.rows()][x.columns()];
    boolean fixed = basis.size() == x.columns();
    for (int k = 0; k < features.length; k++) {
      int line = lines.lineOf(k);
      if (line < 0 || row[line] == 0 || fixed) {
        continue;
      }
      Vectors.add(pattern.gate(row, k), x.row(k), features[k]);
      project(basis, features[k]);
    }
    return new PatternGroup(row, members, held, features, held.length == 0 ? 0 : 1 / smallest);
  }

  private static void project(List<double[]> basis, double[] vector) {
    for (int pass = 0; pass < 2; pass++) {
      for (double[] q : basis) {
        Vectors.add(-Vectors.dot(q, vector), q, vector);
      }
    }
  }

  private static int[] held(byte[] row) {
    return IntStream.range(0, row.length).filter(l -> row[l] == 0).toArray();
  }

  /** Sides of all lines; not to be changed. */
  byte[] row() {
    return row;
  }

  /** 0-based neurons; not to be changed. */
  int[] members() {
    return members;
  }

  /** Lines that the neurons slide on; not to be changed. */
  int[] held() {
    return held;
  }

  /** {@code Phi}, n x d; not to be changed. */
  double[][] features() {
    return features;
  }

  /** Largest singular value of {@code Phi}. */
  double size() {
    return size;
  }

  /** Rounding errors of {@code Phi} in units of the last place of its size; 0 when it is exact. */
  double distortion() {
    return distortion;
  }
}
