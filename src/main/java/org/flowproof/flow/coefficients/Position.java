package org.flowproof.flow.coefficients;

/**
 * Where a run is. Immutable: whoever changes an array changes a copy.
 *
 * @param frozen the stretch
 * @param clock iterations made, or time of the flow
 * @param alpha pulls added up since the stretch began
 * @param low what rounding cut off {@code alpha}
 * @param errors of alpha, by pattern of signs
 * @param evaluations of the pulls so far
 * @param armed whether the velocity has been above the norm of the stop rule
 * @param switched whether gates changed on arriving here
 */
@SuppressWarnings("ArrayRecordComponent") // never changed, compared by nobody
record Position(
    Frozen frozen,
    double clock,
    double[] alpha,
    double[] low,
    double[][] errors,
    long evaluations,
    boolean armed,
    boolean switched) {

  /** Alpha after a move, with compensation, in place. */
  static void add(double[] alpha, double[] low, double[] by) {
    for (int k = 0; k < alpha.length; k++) {
      double part = by[k] + low[k];
      double total = alpha[k] + part;
      low[k] = part - (total - alpha[k]);
      alpha[k] = total;
    }
  }

  /** The start of a problem. */
  static Position start(CoefficientModel model) {
    int size = model.m * model.n;
    double[] gates = new double[size];
    byte[] sides = new byte[size];
    for (int i = 0; i < size; i++) {
      gates[i] = model.gate(model.u0[i]);
      sides[i] = (byte) Math.signum(model.u0[i]);
    }
    double[][] errors = new double[Tangents.PATTERNS][size];
    return new Position(
        new Frozen(model, gates, sides, new double[size], errors, false, null),
        0,
        new double[model.n],
        new double[model.n],
        new double[Tangents.PATTERNS][model.n],
        0,
        false,
        false);
  }

  /** The same with the stop rule armed or not. */
  Position armed(boolean now) {
    return new Position(frozen, clock, alpha, low, errors, evaluations, now, switched);
  }

  /** The same, with the change of gates forgotten. */
  Position rest() {
    return switched
        ? new Position(frozen, clock, alpha, low, errors, evaluations, armed, false)
        : this;
  }

  double[] margins() {
    return frozen.margins(alpha);
  }
}
