package org.flowproof.flow.cones;

import java.util.List;

/**
 * All hidden weights {@code w} with the same signs of {@code <w, x_k>} (Boursier and Flammarion,
 * Early alignment: {@code A^{-1}(u)}), with the pull that the early-alignment flow exerts there.
 *
 * @param kind open, a face on kinks, or the point 0
 * @param inside a vector of the cone; 0 for the origin
 * @param edges rays that span the closure together with {@code inside}
 * @param pull the element of least norm of the set of pulls, {@code D_u}
 * @param ends in the plane, the pulls on both sides of the kink when the cone is a ray on one kink;
 *     their segment is the set of pulls. Empty otherwise
 * @param pole whether the pull or its negative lies in the cone
 */
public record Cone(
    Kind kind,
    ExactVector inside,
    List<ExactVector> edges,
    ExactVector pull,
    List<ExactVector> ends,
    Pole pole) {
  public Cone {
    edges = List.copyOf(edges);
    ends = List.copyOf(ends);
  }

  /** Where a cone lies. */
  public enum Kind {
    /** No sample is on its kink. */
    OPEN,
    /** On the kinks of some samples. */
    FACE,
    /** The point 0, on all kinks. */
    ORIGIN
  }

  /** Whether a cone holds the direction of its own pull. */
  public enum Pole {
    /** The pull is 0. */
    REST,
    /** The pull lies in the cone: it attracts neurons with a positive output weight. */
    ALONG,
    /** The negative of the pull lies in the cone. */
    AGAINST,
    /** Neither lies in the cone: every neuron leaves it, or stays only in passing. */
    NONE
  }

  /** The sign of {@code <w, sample>} in this cone: 1, 0 or -1, exactly. */
  public int sign(ExactVector sample) {
    return inside.dot(sample).signum();
  }

  /** Whether the pull or its negative lies in the cone and is not 0. */
  public boolean extremal() {
    return pole == Pole.ALONG || pole == Pole.AGAINST;
  }
}
