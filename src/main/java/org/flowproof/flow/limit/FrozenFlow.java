package org.flowproof.flow.limit;

import java.util.List;
import java.util.Optional;
import org.flowproof.flow.limit.Obstruction.Cause;
import org.flowproof.problem.Network;
import org.flowproof.problem.Problem;
import org.flowproof.problem.Vectors;

/**
 * The flow with its activation pattern frozen, at one state: the reduced problem and its bounds.
 */
final class FrozenFlow {
  private static final double NEGLIGIBLE = 1e-12;

  private final Problem problem;
  private final FrozenPattern pattern;
  private final Snapshot weights;
  private final List<PatternGroup> groups;
  private final FeatureSpace space;
  private final TangentKernel kernel;
  private final double[] coordinates;
  private final RemainingPath path;
  private final FutureSigns signs;

  private FrozenFlow(
      Problem problem,
      FrozenPattern pattern,
      Snapshot weights,
      List<PatternGroup> groups,
      FeatureSpace space)
      throws ObstructedException {
    this.problem = problem;
    this.pattern = pattern;
    this.weights = weights;
    this.groups = groups;
    this.space = space;
    double error = movingError();
    if (space.rank() == 0) {
      kernel = null;
      coordinates = new double[0];
      path = RemainingPath.none(error);
      signs = FutureSigns.constant(space);
      return;
    }
    double[] a = new double[weights.neurons()];
    double[][] w = new double[a.length][];
    for (int j = 0; j < a.length; j++) {
      a[j] = weights.a(j);
      w[j] = weights.w(j);
    }
    kernel = TangentKernel.of(space, groups, a, w, both());
    double[][] beta = beta();
    coordinates = space.coordinates(space.difference(beta));
    double rounding = space.rounding(beta);
    path = path(error, Vectors.norm(coordinates) + rounding);
    double inherited = path.fitted() - Vectors.norm(coordinates);
    signs = FutureSigns.of(space, kernel, path, coordinates, inherited);
  }

  /**
   * Reduces the flow at a state.
   *
   * @throws ObstructedException when the path that remains cannot be bounded
   */
  static FrozenFlow of(Problem problem, FrozenPattern pattern, Snapshot weights)
      throws ObstructedException {
    List<PatternGroup> groups = PatternGroup.all(problem.data().x(), pattern, weights);
    FeatureSpace space = FeatureSpace.of(groups, problem.data().y().toArray());
    return new FrozenFlow(problem, pattern, weights, groups, space);
  }

  /**
   * Checks that the pattern lasts.
   *
   * @return a resting neuron at which the solution may stop being unique
   * @throws ObstructedException when a neuron may leave the pattern
   */
  Optional<Obstruction> requirePersistence() throws ObstructedException {
    Persistence persistence = new Persistence(pattern, weights, path, signs, both());
    persistence.check(groups, problem.data().x());
    return persistence.branching(space.samples());
  }

  private RemainingPath path(double error, double fitted) throws ObstructedException {
    double smallest = kernel.smallest();
    if (!(smallest > NEGLIGIBLE * kernel.largest())) {
      double[] slowest = kernel.vectors()[0];
      throw obstructed(
          Cause.DEGENERATE,
          slowest,
          "the smallest eigenvalue of the tangent kernel is "
              + Show.number(kernel.values()[0])
              + ", the largest "
              + Show.number(kernel.largest()));
    }
    double sigma = Math.sqrt(smallest);
    double norm = Math.sqrt(kernel.largest());
    double lipschitz = both() ? groups.stream().mapToDouble(PatternGroup::size).max().orElse(0) : 0;
    Optional<RemainingPath> closed = RemainingPath.of(sigma, norm, lipschitz, fitted, error);
    if (closed.isPresent()) {
      return closed.get();
    }
    throw obstructed(
        Cause.TOO_FAR,
        kernel.solve(coordinates),
        "the part of the residual that can still be fitted has norm "
            + Show.number(fitted)
            + "; what comes is known only below "
            + Show.number(smallest / (2 * lipschitz))
            + ", and with weights known to "
            + Show.number(error)
            + "; a longer run may get there");
  }

  /** Names the patterns and the sample that a direction of the feature space belongs to. */
  private ObstructedException obstructed(Cause cause, double[] inSpace, String reason) {
    double[] direction = new double[space.samples()];
    for (int c = 0; c < space.rank(); c++) {
      Vectors.add(inSpace[c], space.basis()[c], direction);
    }
    int neuron = -1;
    double most = -1;
    for (PatternGroup group : groups) {
      double[] pull = pull(group, direction);
      if (Vectors.norm(pull) > most) {
        most = Vectors.norm(pull);
        neuron = group.members()[0];
        for (int j : group.members()) {
          neuron = weights.norm(j) > weights.norm(neuron) ? j : neuron;
        }
      }
    }
    int sample = 0;
    for (int k = 1; k < direction.length; k++) {
      sample = Math.abs(direction[k]) > Math.abs(direction[sample]) ? k : sample;
    }
    return new ObstructedException(
        Obstruction.at(
            cause,
            neuron,
            sample,
            reason
                + "; the slowest direction is that of this neuron, the largest of its pattern, of"
                + " size "
                + Show.number(weights.norm(neuron))));
  }

  /** {@code Phi_g^T v}. */
  static double[] pull(PatternGroup group, double[] vector) {
    double[] pull = new double[group.features()[0].length];
    for (int k = 0; k < vector.length; k++) {
      Vectors.add(vector[k], group.features()[k], pull);
    }
    return pull;
  }

  private double[][] beta() {
    double[][] beta = new double[groups.size()][problem.data().d()];
    for (int g = 0; g < beta.length; g++) {
      for (int j : groups.get(g).members()) {
        Vectors.add(weights.a(j), weights.w(j), beta[g]);
      }
    }
    return beta;
  }

  private double movingError() {
    double squares = 0;
    for (PatternGroup group : groups) {
      for (int j : group.members()) {
        squares += weights.error(j) * weights.error(j);
      }
    }
    return Math.sqrt(squares);
  }

  boolean both() {
    return problem.network().trained() == Network.Trained.BOTH;
  }

  Problem problem() {
    return problem;
  }

  FrozenPattern pattern() {
    return pattern;
  }

  Snapshot weights() {
    return weights;
  }

  List<PatternGroup> groups() {
    return groups;
  }

  FeatureSpace space() {
    return space;
  }

  /** The kernel at the computed weights; null when the feature space is empty. */
  TangentKernel kernel() {
    return kernel;
  }

  /** The residual in coordinates of the feature space, as computed. */
  double[] coordinates() {
    return coordinates;
  }

  RemainingPath path() {
    return path;
  }

  FutureSigns signs() {
    return signs;
  }
}
