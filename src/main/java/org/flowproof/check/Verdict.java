package org.flowproof.check;

/** The verdicts on a claim held against one trajectory. */
public enum Verdict {
  /** For the exact flow of this problem, at every time of a tube: proven, nothing estimated. */
  ENCLOSED,
  /** On this trajectory, with a margin larger than the numerical error. */
  HOLDS,
  /** A witness beyond the numerical error contradicts the conclusion. */
  VIOLATED,
  /** A hypothesis fails. */
  NOT_APPLICABLE,
  /** Too close to call, an exception, a time-out. */
  UNKNOWN
}
