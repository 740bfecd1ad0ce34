package org.flowproof.flow.limit;

import java.util.List;
import java.util.Optional;
import org.flowproof.flow.KinkLines;
import org.flowproof.flow.limit.Obstruction.Cause;
import org.flowproof.problem.Matrix;
import org.flowproof.problem.Vectors;

/** The check that no neuron changes its pattern on the path that remains. */
final class Persistence {
  private static final double ROUNDING = 4 * Math.ulp(1.0);

  private final FrozenPattern pattern;
  private final Snapshot weights;
  private final RemainingPath path;
  private final FutureSigns signs;
  private final boolean both;

  Persistence(
      FrozenPattern pattern,
      Snapshot weights,
      RemainingPath path,
      FutureSigns signs,
      boolean both) {
    this.pattern = pattern;
    this.weights = weights;
    this.path = path;
    this.signs = signs;
    this.both = both;
  }

  /**
   * Checks all neurons that move.
   *
   * @throws ObstructedException at the first that may change its pattern
   */
  void check(List<PatternGroup> groups, Matrix x) throws ObstructedException {
    for (PatternGroup group : groups) {
      for (int j : group.members()) {
        moving(j, group);
      }
      if (group.held().length > 0) {
        new HeldGates(x, pattern, group).check(signs, weights.a(group.members()[0]));
      }
    }
  }

  /** How far a moving neuron can be from its computed weights at any time to come. */
  static double reach(
      Snapshot weights, RemainingPath path, PatternGroup group, int j, boolean both) {
    return path.reach(weights.norm(j), weights.error(j), group.size(), both, weights.a(j));
  }

  private void moving(int j, PatternGroup group) throws ObstructedException {
    KinkLines lines = pattern.lines();
    double reach = reach(weights, path, group, j, both);
    byte[] row = pattern.row(j);
    double least = Double.POSITIVE_INFINITY;
    int nearest = -1;
    for (int l = 0; l < row.length; l++) {
      double distance = Math.abs(Vectors.dot(weights.w(j), lines.direction(l)));
      if (row[l] != 0 && distance < least) {
        least = distance;
        nearest = l;
      }
    }
    if (!(least > reach + rounding(j))) {
      throw new ObstructedException(
          Obstruction.at(
              Cause.MAY_CROSS,
              j,
              lines.members(nearest)[0],
              "it is "
                  + Show.number(least)
                  + " away from this kink and may still move by "
                  + Show.number(reach)));
    }
    if (group.held().length > 0 && both && !(Math.abs(weights.a(j)) > reach)) {
      throw new ObstructedException(
          Obstruction.at(
              Cause.OUTPUT_MAY_FLIP,
              j,
              lines.members(group.held()[0])[0],
              "it slides, and its output weight "
                  + Show.number(weights.a(j))
                  + " may still move by "
                  + Show.number(reach)));
    }
  }

  /**
   * A resting neuron that the residual may pull off its kink, if there is one. The minimal-norm
   * solution leaves it there, but then another solution exists.
   *
   * @throws ObstructedException when a neuron is near a kink without resting on it, and may be
   *     pulled over it
   */
  Optional<Obstruction> branching(int n) throws ObstructedException {
    Obstruction first = null;
    for (int j = 0; j < weights.neurons(); j++) {
      if (pattern.motion(j) != FrozenPattern.Motion.RESTS
          || weights.a(j) == 0 && weights.error(j) == 0) {
        continue;
      }
      byte[] row = pattern.row(j);
      for (int l = 0; l < row.length; l++) {
        if (row[l] == 0 && !stays(j, l, n)) {
          Obstruction found = pulled(j, l);
          double u = Vectors.dot(weights.w(j), pattern.lines().direction(l));
          if (Math.abs(u) > rounding(j)) {
            throw new ObstructedException(found);
          }
          first = first == null ? found : first;
        }
      }
    }
    return Optional.ofNullable(first);
  }

  private boolean stays(int j, int line, int n) {
    double sign = -Math.signum(weights.a(j));
    double[] pull = HeldGates.weight(pattern.lines(), line, n);
    for (int k = 0; k < n; k++) {
      pull[k] *= sign;
    }
    return (!both || Math.abs(weights.a(j)) > weights.error(j)) && signs.positive(pull);
  }

  private Obstruction pulled(int j, int line) {
    return Obstruction.at(
        Cause.REST_MAY_END,
        j,
        pattern.lines().members(line)[0],
        "it rests on this kink, and the residual there is not shown to keep the sign that holds it");
  }

  private double rounding(int j) {
    return ROUNDING * weights.w(j).length * weights.norm(j);
  }
}
