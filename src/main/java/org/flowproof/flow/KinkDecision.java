package org.flowproof.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.flowproof.flow.Trajectory.NonUniqueness.Cause;
import org.flowproof.problem.Vectors;

/**
 * What a neuron does next at a point where some of its kink lines are zero: the new sides, and
 * whether that choice was forced. Convex lines go through the minimal-norm problem; for concave
 * lines the sides are enumerated and those kept whose one-sided speeds point to them (theory notes,
 * G1-G4).
 */
public final class KinkDecision {
  private static final int MAX_CONCAVE = 10;
  private static final double REST = 1e-12;

  private final byte[] row;
  private final Optional<Cause> ambiguity;

  private KinkDecision(byte[] row, Optional<Cause> ambiguity) {
    this.row = row;
    this.ambiguity = ambiguity;
  }

  /** Sides of all lines after the decision; not to be changed. */
  public byte[] row() {
    return row;
  }

  /** Why the choice is only one of several, if it is. */
  public Optional<Cause> ambiguity() {
    return ambiguity;
  }

  /**
   * Decides.
   *
   * @param field prepared at the state
   * @param pattern the pattern before
   * @param neuron 0-based
   * @param output the output weight of the neuron
   * @param zero all lines on which the preactivation is zero
   * @param noise relative error of the neurons, below which speeds are not believed
   * @param atOrigin whether the whole hidden weight is zero
   * @param atStart whether the run starts here
   */
  public static KinkDecision decide(
      Pulls field,
      Pattern pattern,
      int neuron,
      double output,
      int[] zero,
      double noise,
      boolean atOrigin,
      boolean atStart) {
    byte[] row = pattern.row(neuron);
    for (int l : zero) {
      row[l] = 0;
    }
    if (pattern.silent(row)) {
      boolean mayLeave = false;
      for (int l : zero) {
        mayLeave |= output * Math.signum(field.weight(l)) > 0 && !small(field, l, noise);
      }
      return new KinkDecision(
          row, mayLeave ? Optional.of(Cause.RESTING_NEURON_MAY_LEAVE) : Optional.empty());
    }
    if (output == 0 && atOrigin) {
      return new KinkDecision(row, Optional.empty());
    }
    KinkChoice choice = new KinkChoice(field, pattern.with(neuron, row), neuron, output, zero);
    if (!atStart && choice.tie(noise * field.gross())) {
      return new KinkDecision(row, Optional.empty());
    }
    return choice.choose(row, atOrigin, atStart);
  }

  /** Whether the sign of the pull on a line is within the numerical error. */
  public static boolean small(Pulls field, int line, double noise) {
    return Math.abs(field.weight(line)) <= noise * field.gross(line);
  }

  /** One decision problem. */
  private static final class KinkChoice {
    private final KinkLines lines;
    private final double slope;
    private final double output;
    private final int[] zero;
    private final double[] weights;
    private final double[] rest;
    private final List<Integer> concave = new ArrayList<>();

    KinkChoice(Pulls field, Pattern held, int neuron, double output, int[] zero) {
      lines = held.lines();
      slope = held.slope();
      this.output = output;
      this.zero = zero;
      rest = new double[lines.dimension()];
      field.restPull(neuron, held, rest);
      weights = new double[zero.length];
      for (int i = 0; i < zero.length; i++) {
        weights[i] = field.weight(zero[i]);
        if (output * weights[i] > 0) {
          concave.add(i);
        }
      }
    }

    /**
     * Whether the speeds on both sides of every line are within the numerical error, as happens
     * near interpolation, where residuals fall below their own error. Then crossing, turning back
     * and staying differ by less than the error from each other; the neuron stays on the lines,
     * because that is the only choice after which noise brings no further changes. It leaves when
     * its room falls short by more than the error.
     */
    boolean tie(double error) {
      double[] element = solve(rest, everything()).element();
      for (int i = 0; i < zero.length; i++) {
        double spread = (1 - slope) * Math.abs(weights[i]);
        if (Math.abs(Vectors.dot(element, lines.direction(zero[i]))) + spread > error) {
          return false;
        }
      }
      return true;
    }

    private List<Integer> everything() {
      List<Integer> all = new ArrayList<>();
      for (int i = 0; i < zero.length; i++) {
        all.add(i);
      }
      return all;
    }

    KinkDecision choose(byte[] row, boolean atOrigin, boolean atStart) {
      byte[] unique = null;
      int consistent = 0;
      if (concave.size() <= MAX_CONCAVE) {
        for (int choice = 0; choice < 1 << concave.size(); choice++) {
          byte[] candidate = consistentSides(row, choice, atOrigin);
          if (candidate != null) {
            consistent++;
            unique = candidate;
          }
        }
      }
      if (consistent == 1) {
        return new KinkDecision(unique, Optional.empty());
      }
      return new KinkDecision(
          leastNormSides(row, atOrigin),
          Optional.of(atStart ? Cause.STARTS_ON_REPELLING_KINK : Cause.SIMULTANEOUS_KINKS));
    }

    private byte[] consistentSides(byte[] row, int choice, boolean atOrigin) {
      double[] fixed = rest.clone();
      for (int c = 0; c < concave.size(); c++) {
        int i = concave.get(c);
        add((choice >> c & 1) == 1 ? 1 : slope, i, fixed);
      }
      List<Integer> convex = new ArrayList<>();
      for (int i = 0; i < zero.length; i++) {
        if (!concave.contains(i)) {
          convex.add(i);
        }
      }
      BoxLeastNorm solution = solve(fixed, convex);
      byte[] result = row.clone();
      for (int c = 0; c < concave.size(); c++) {
        int i = concave.get(c);
        int side = (choice >> c & 1) == 1 ? 1 : -1;
        if (!(side * speed(i, solution.element()) > 0)) {
          return null;
        }
        result[zero[i]] = (byte) side;
      }
      assign(result, convex, solution, atOrigin);
      return result;
    }

    private byte[] leastNormSides(byte[] row, boolean atOrigin) {
      List<Integer> all = everything();
      byte[] result = row.clone();
      assign(result, all, solve(rest, all), atOrigin);
      return result;
    }

    private void assign(byte[] row, List<Integer> which, BoxLeastNorm solution, boolean atOrigin) {
      if (atOrigin && atRest(solution.element())) {
        return;
      }
      for (int i = 0; i < which.size(); i++) {
        int position = which.get(i);
        if (weights[position] == 0) {
          // without a pull of its own the line has no say: the neuron goes where the others take it
          row[zero[position]] = (byte) Math.signum(speed(position, solution.element()));
        } else if (!solution.free(i)) {
          row[zero[position]] = (byte) (solution.theta(i) == 1 ? 1 : -1);
        }
      }
    }

    private boolean atRest(double[] element) {
      double size = Math.sqrt(Vectors.dot(rest, rest));
      for (double weight : weights) {
        size += Math.abs(weight);
      }
      return Math.sqrt(Vectors.dot(element, element)) <= REST * size;
    }

    private BoxLeastNorm solve(double[] offset, List<Integer> which) {
      double[][] columns = new double[which.size()][];
      for (int i = 0; i < columns.length; i++) {
        columns[i] = new double[offset.length];
        add(1, which.get(i), columns[i]);
      }
      return BoxLeastNorm.solve(offset, columns, slope, 1);
    }

    private double speed(int i, double[] element) {
      return output * Vectors.dot(element, lines.direction(zero[i]));
    }

    private void add(double theta, int i, double[] into) {
      double[] e = lines.direction(zero[i]);
      for (int c = 0; c < e.length; c++) {
        into[c] += theta * weights[i] * e[c];
      }
    }
  }
}
