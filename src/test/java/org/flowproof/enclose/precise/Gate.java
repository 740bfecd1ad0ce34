package org.flowproof.enclose.precise;

/** Where a preactivation is. */
public enum Gate {
  ON,
  OFF,
  /** It stays 0, held by a gate between the slopes. */
  HELD
}
