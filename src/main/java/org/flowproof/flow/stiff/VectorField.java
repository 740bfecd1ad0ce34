package org.flowproof.flow.stiff;

/** The right-hand side of an autonomous differential equation. Used by one thread. */
interface VectorField {
  /** The number of components. */
  int dimension();

  /** The velocity at a state. */
  void velocity(double[] y, double[] into);

  /**
   * The derivative of the velocity.
   *
   * @param into square, row-major; overwritten
   */
  void jacobian(double[] y, double[] into);
}
