package org.flowproof.enclose.certify;

import org.flowproof.enclose.bound.Ellipsoid;
import org.flowproof.enclose.bound.ErrorBounds;
import org.flowproof.enclose.path.PathStep;

/** What is proven at one time. Arrays and kinks in it are not written to; bounds may be. */
public final class ProofState {
  private final ErrorBounds bounds;
  private final Ellipsoid ellipsoid;
  private final Captures captures;
  private final OpenKicks open;
  private final PathStep last;
  private final int[][] lastUnclear;
  private final double[] lastTube;

  ProofState(
      ErrorBounds bounds,
      Ellipsoid ellipsoid,
      Captures captures,
      OpenKicks open,
      PathStep last,
      int[][] lastUnclear,
      double[] lastTube) {
    this.bounds = bounds;
    this.ellipsoid = ellipsoid;
    this.captures = captures;
    this.open = open;
    this.last = last;
    this.lastUnclear = lastUnclear;
    this.lastTube = lastTube;
  }

  /** The same, with bounds of its own. */
  ProofState copy() {
    return new ProofState(bounds.copy(), ellipsoid, captures, open, last, lastUnclear, lastTube);
  }

  /** Bounds of the errors. */
  ErrorBounds bounds() {
    return bounds;
  }

  /** Errors together, of neurons whose gates are known. */
  Ellipsoid ellipsoid() {
    return ellipsoid;
  }

  Captures captures() {
    return captures;
  }

  /** Kinks that are being passed. */
  OpenKicks open() {
    return open;
  }

  /** The last step, null at time 0. */
  PathStep last() {
    return last;
  }

  /** Samples of which the side was not proven in it, by neuron; null at time 0. */
  int[][] lastUnclear() {
    return lastUnclear;
  }

  /** Bounds of the errors during it, null at time 0. */
  double[] lastTube() {
    return lastTube;
  }
}
