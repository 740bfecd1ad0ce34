package org.flowproof.flow;

/**
 * Something the audit found inside a step.
 *
 * @param fraction where in the step, in [0, 1]
 * @param kind what
 * @param neuron 0-based
 * @param line 0-based, -1 when no line is concerned
 * @param rate derivative of the switching function by the fraction, for the refinement; 0 when it
 *     is to be taken as found
 */
record Happening(double fraction, Kind kind, int neuron, int line, double rate) {

  enum Kind {
    /** A preactivation reaches zero. */
    HIT,
    /** A preactivation touches zero within the numerical error and turns back. */
    GRAZE,
    /** A held neuron runs out of room on the positive side. */
    EXIT_PLUS,
    /** A held neuron runs out of room on the negative side. */
    EXIT_MINUS,
    /** A neuron held on dependent lines starts to move off them. */
    ESCAPE,
    /** The output weight of a held neuron changes sign, so that the kink becomes repelling. */
    OUTPUT_FLIP,
    /** The pull on the line of a resting neuron changes sign. */
    REST_ENDS
  }

  /** The earlier of two, the first when they tie; either may be null. */
  static Happening earlier(Happening first, Happening second) {
    if (first == null) {
      return second;
    }
    return second == null || first.fraction <= second.fraction ? first : second;
  }
}
