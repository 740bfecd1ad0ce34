package org.flowproof.check;

import java.util.Map;

/** A reading with where it was taken. */
record Place(Reading reading, double time, Map<String, Integer> indices) {

  Finding.Witness witness() {
    return new Finding.Witness(time, indices);
  }

  /** {@code "t = 1.5, j = 3"}. */
  String text() {
    return "t = " + Numbers.text(time) + IndexValues.text(indices);
  }
}
