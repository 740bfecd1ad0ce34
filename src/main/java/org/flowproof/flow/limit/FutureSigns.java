package org.flowproof.flow.limit;

import org.flowproof.problem.Vectors;

/**
 * Signs of linear functions of the residual at all times to come.
 *
 * <p>The residual is its limit plus a part inside the feature space whose norm only falls. Where
 * the limit of a function is not zero, that settles its sign. Where it is zero, as for every
 * function when the labels are interpolated, the sign is that of the leading mode: let {@code p} be
 * the component along the eigenvector of the smallest eigenvalue of the kernel, {@code q} the norm
 * of the others divided by {@code |p|}, {@code gap} the distance to the next eigenvalue and {@code
 * change} a bound on the change of the kernel. Then {@code q' <= 2c (-gap q + change (1 + q) sqrt(1
 * + q^2))}, so that q never passes a level at which this is negative, and p keeps its sign.
 */
final class FutureSigns {
  /** Relative part outside the feature space below which a function is taken to vanish there. */
  private static final double OUTSIDE = 1e-12;

  private static final double ROUNDING = 8 * Math.ulp(1.0);

  private final FeatureSpace space;
  private final double fitted;
  private final double[] leading;
  private final double opening;

  private FutureSigns(FeatureSpace space, double fitted, double[] leading, double opening) {
    this.space = space;
    this.fitted = fitted;
    this.leading = leading;
    this.opening = opening;
  }

  /** Signs when nothing moves: the residual is constant. */
  static FutureSigns constant(FeatureSpace space) {
    return new FutureSigns(space, 0, new double[0], Double.POSITIVE_INFINITY);
  }

  /**
   * Signs along the path that remains.
   *
   * @param coordinates of the residual in the feature space, as computed
   * @param error of these, Euclidean norm
   */
  static FutureSigns of(
      FeatureSpace space,
      TangentKernel kernel,
      RemainingPath path,
      double[] coordinates,
      double error) {
    double[] mode = kernel.vectors()[0].clone();
    double along = Vectors.dot(mode, coordinates);
    double[] rest = coordinates.clone();
    Vectors.add(-along, mode, rest);
    if (along < 0) {
      for (int i = 0; i < mode.length; i++) {
        mode[i] = -mode[i];
      }
    }
    double change = path.kernelChange() + ROUNDING * mode.length * kernel.largest();
    double p = Math.abs(along) - error;
    double opening =
        p > 0
            ? opening(kernel, change, (Vectors.norm(rest) + error) / p)
            : Double.POSITIVE_INFINITY;
    return new FutureSigns(space, path.fitted(), mode, opening);
  }

  /**
   * A level of q, at least that of the start, that q does not pass; infinite when none is found.
   */
  private static double opening(TangentKernel kernel, double change, double start) {
    if (kernel.values().length == 1) {
      return 0;
    }
    double gap = kernel.values()[1] - kernel.values()[0];
    double level = Math.max(start, 1.5 * change / gap);
    return gap * level > change * (1 + level) * Math.sqrt(1 + level * level)
        ? level
        : Double.POSITIVE_INFINITY;
  }

  /**
   * Whether {@code <function, y - h>} is positive at all times to come.
   *
   * @param function length n
   */
  boolean positive(double[] function) {
    double size = Vectors.norm(function);
    double[] inside = space.coordinates(function);
    double[] outside = function.clone();
    for (int c = 0; c < inside.length; c++) {
      Vectors.add(-inside[c], space.basis()[c], outside);
    }
    boolean vanishes = space.rank() == space.samples() || Vectors.norm(outside) <= OUTSIDE * size;
    if (vanishes) {
      return leads(inside);
    }
    double limit = Vectors.dot(function, space.residual());
    double error =
        size
            * (space.residualError() + ROUNDING * function.length * Vectors.norm(space.residual()));
    return limit > error + Vectors.norm(inside) * fitted || (limit > error && leads(inside));
  }

  private boolean leads(double[] inside) {
    if (leading.length == 0 || opening == Double.POSITIVE_INFINITY) {
      return false;
    }
    double along = Vectors.dot(inside, leading);
    double[] rest = inside.clone();
    Vectors.add(-along, leading, rest);
    double rounding = ROUNDING * inside.length * Vectors.norm(inside);
    return along > Vectors.norm(rest) * opening + rounding;
  }

  /** The direction in which the residual tends to its limit, or the limit when that is not zero. */
  double[] finalDirection() {
    if (space.rank() < space.samples() || leading.length == 0) {
      return space.residual();
    }
    double[] direction = new double[space.samples()];
    for (int c = 0; c < leading.length; c++) {
      Vectors.add(leading[c], space.basis()[c], direction);
    }
    return direction;
  }
}
