package org.flowproof.enclose.path;

/** Where the path of a neuron is, seen from the kink of a sample. */
public enum Side {
  /** The preactivation is positive. */
  PLUS(1),
  /** The preactivation is negative. */
  MINUS(-1),
  /** The path stays on the kink, so that the sample adds nothing to it. */
  SLIDE(0);

  private final int sign;

  Side(int sign) {
    this.sign = sign;
  }

  /** 1, -1 or 0. */
  public int sign() {
    return sign;
  }

  /** The other side. */
  public Side across() {
    return switch (this) {
      case PLUS -> MINUS;
      case MINUS -> PLUS;
      case SLIDE -> throw new IllegalStateException("a kink has no other side");
    };
  }

  static Side of(double preactivation) {
    return preactivation > 0 ? PLUS : MINUS;
  }
}
