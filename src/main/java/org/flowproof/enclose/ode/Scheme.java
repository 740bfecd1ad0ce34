package org.flowproof.enclose.ode;

import org.flowproof.enclose.interval.Interval;

/**
 * How steps are made.
 *
 * @param order of the remainder: polynomials have the degree below
 * @param tolerance the remainder that a step may have, relative to the unknowns
 * @param centres the system in about 32 digits
 * @param tangents the system with its derivatives
 * @param remainder what the polynomials leave out
 * @param frames how errors are followed
 */
record Scheme(
    int order,
    double tolerance,
    TaylorProgram<PreciseBall> centres,
    TaylorProgram<Tangent> tangents,
    Remainder remainder,
    Frame.Choice frames) {
  /** The best measured on the problems of {@code cases/odes}: 24 to 40 differ little. */
  static final int ORDER = 32;

  /** About the precision of the centres. */
  static final double TOLERANCE = 0x1p-102;

  /** Lohner's method at some order and tolerance. */
  static Scheme of(PolynomialSystem system, int order, double tolerance) {
    return new Scheme(
        order,
        tolerance,
        new TaylorProgram<>(system, new PreciseBall.Arithmetic()),
        new TaylorProgram<>(system, new Tangent.Arithmetic()),
        Remainder.lagrange(new TaylorProgram<Interval>(system, new IntervalArithmetic())),
        Frame::orthogonal);
  }

  Scheme withRemainder(Remainder other) {
    return new Scheme(order, tolerance, centres, tangents, other, frames);
  }

  Scheme withFrames(Frame.Choice other) {
    return new Scheme(order, tolerance, centres, tangents, remainder, other);
  }
}
