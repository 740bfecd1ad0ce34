package org.flowproof.bench.page;

/**
 * What one solver needed for one point: medians over the runs with its chosen setting.
 *
 * @param point what was solved
 * @param method the solver
 * @param setting absolute tolerance of a peer, step of descent, empty for ours
 * @param done whether it reached the end time
 * @param status done, timeout or failed
 * @param t reached
 * @param seconds of integration up to t
 * @param wall seconds of the whole process
 * @param cpu seconds of all its threads
 * @param memory largest resident set, MiB
 * @param lossError relative difference of the loss at t from the tight run; NaN when not compared
 * @param stateError largest difference of a weight, relative to the largest; NaN when not compared
 * @param evaluations of the right-hand side
 * @param events located
 * @param runs of which the medians are
 */
record Measured(
    Point point,
    String method,
    String setting,
    boolean done,
    String status,
    double t,
    double seconds,
    double wall,
    double cpu,
    double memory,
    double lossError,
    double stateError,
    double evaluations,
    double events,
    int runs) {

  /** Relative difference in the final loss up to which a solver counts as right. */
  static final double AGREEMENT = 1e-6;

  /**
   * A problem of the workload law.
   *
   * @param name as in the files
   * @param group which question it belongs to
   * @param scale lambda
   * @param end time
   */
  record Point(String name, String group, int n, int m, int d, double scale, double end) {}

  boolean agrees() {
    return done && lossError <= AGREEMENT;
  }
}
