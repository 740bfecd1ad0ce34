package org.flowproof.flow.limit;

import java.util.Optional;

/**
 * How far the weights can still move while the patterns last.
 *
 * <p>Let {@code rho} be the norm of the part of the residual inside the feature space, {@code
 * sigma} the smallest singular value of the derivative J of the outputs on that space, and {@code
 * B} a Lipschitz constant of J. Along the path, at arc length s, {@code sigma >= sigma_0 - B s},
 * and {@code rho} falls by at least sigma for each unit of length (the gradient is {@code 2 c J^T
 * r}, the loss above its limit is {@code c rho^2}). So the length S that remains satisfies {@code
 * sigma_0 S - B S^2/2 <= rho}: if {@code 2 B rho < sigma_0^2}, then {@code S <= (sigma_0 -
 * sigma_*)/B} with {@code sigma_*^2 = sigma_0^2 - 2 B rho}, and {@code sigma >= sigma_*} for ever
 * after. Nothing is assumed about a neighbourhood: it is the path itself on which the rate is
 * bounded.
 *
 * @param sigma lower bound on sigma_0, over all states within the error of the given one
 * @param norm upper bound on the norm of J there
 * @param lipschitz B
 * @param fitted upper bound on rho there
 * @param error Euclidean error of the weights
 * @param last sigma_*
 * @param length S, without the error
 */
record RemainingPath(
    double sigma,
    double norm,
    double lipschitz,
    double fitted,
    double error,
    double last,
    double length) {

  /**
   * Bounds the path.
   *
   * @param sigma lower bound on the smallest singular value of J at the computed weights
   * @param norm the norm of J there
   * @param lipschitz the largest singular value of any Phi_g
   * @param fitted norm of the residual inside the space there, with its rounding error
   * @param error Euclidean error of the weights
   * @return nothing when the bound does not close
   */
  static Optional<RemainingPath> of(
      double sigma, double norm, double lipschitz, double fitted, double error) {
    double near = sigma - lipschitz * error;
    double rho = fitted + (norm + 0.5 * lipschitz * error) * error;
    double square = near * near - 2 * lipschitz * rho;
    if (!(near > 0 && square > 0)) {
      return Optional.empty();
    }
    double last = Math.sqrt(square);
    // (near - last) / lipschitz, without its cancellation
    double length = 2 * rho / (near + last);
    return Optional.of(
        new RemainingPath(near, norm + lipschitz * error, lipschitz, rho, error, last, length));
  }

  /** Nothing moves. */
  static RemainingPath none(double error) {
    return new RemainingPath(0, 0, 0, 0, error, 0, 0);
  }

  /** Bound on {@code 2 c} times the integral of rho over all times to come. */
  double impulse() {
    return fitted == 0 ? 0 : fitted / (last * last);
  }

  /**
   * How far {@code (a_j, w_j)} can get from its computed value: by its share of the whole path, and
   * because {@code |z_j|' <= |D_j| |z_j|}, by a multiple of its own size. The error is included.
   *
   * @param size norm of the neuron as computed
   * @param error its error
   * @param features largest singular value of its features
   * @param both whether its output weight moves too
   * @param output its output weight
   */
  double reach(double size, double error, double features, boolean both, double output) {
    double pull = features * impulse();
    double own = both ? (size + error) * Math.expm1(pull) : Math.abs(output) * pull;
    return Math.min(length, own) + error;
  }

  /** How much the tangent kernel can differ, in norm, from the one at the computed weights. */
  double kernelChange() {
    double change = lipschitz * (length + error);
    return change * (2 * norm + change);
  }

  /**
   * Euclidean error of {@code z + J^T K^-1 r}, a Gauss-Newton step from the computed weights, as an
   * estimate of the limit: what the flow adds by bending, and what the error of the state becomes.
   */
  double gaussNewtonError() {
    if (sigma == 0) {
      return error;
    }
    double turn = lipschitz * length;
    double bend = impulse() * (turn + (2 * norm * turn + turn * turn) / sigma);
    double carried =
        1 + lipschitz * error / (2 * sigma) + Math.sqrt(2) * lipschitz * fitted / (sigma * sigma);
    return bend + carried * error;
  }
}
