package org.flowproof.flow.cones;

/**
 * A direction in which neurons gather (Boursier and Flammarion, Early alignment, Definition 1): a
 * non-zero pull {@code D_u} that lies in its own cone or in the negative of it; equivalently, up to
 * length, a critical point of {@code G(w) = <w, D(w, 0)>} on the sphere.
 *
 * @param cone where {@code w} lies; its pull is the extremal vector
 * @param shape what kind of critical point {@code w/|w|} is
 */
public record ExtremalVector(Cone cone, Shape shape) {

  /** Kinds of critical points. */
  public enum Shape {
    /** A local maximum of G: positive output weights gather here. */
    MAXIMUM,
    /** A local minimum of G: negative output weights gather here. */
    MINIMUM,
    /** Neither; on the circle only for data in special position. */
    SADDLE
  }

  /** The extremal vector. */
  public ExactVector vector() {
    return cone.pull();
  }

  /** The critical point up to length: the vector, or its negative. */
  public ExactVector direction() {
    return cone.pole() == Cone.Pole.ALONG ? cone.pull() : cone.pull().negate();
  }
}
