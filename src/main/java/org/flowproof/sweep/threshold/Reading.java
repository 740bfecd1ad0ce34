package org.flowproof.sweep.threshold;

/** What one seed says at one number of samples about the ending that is asked for. */
public enum Reading {
  /** The run is known to end so. */
  REACHED,
  /** The run is known to end otherwise. */
  MISSED,
  /** The run was made, and how it ends is not known; neither success nor failure. */
  UNKNOWN,
  /** There is no run; it says nothing. */
  ABSENT;

  /** The reading of the opposite ending. */
  Reading opposite() {
    return switch (this) {
      case REACHED -> MISSED;
      case MISSED -> REACHED;
      default -> this;
    };
  }
}
