package org.flowproof.bench.page;

import java.util.Set;

/**
 * What one solver needed for one point: medians over the runs with its chosen setting.
 *
 * @param point what was solved
 * @param method the solver
 * @param setting absolute tolerance of a peer, step of descent, empty for ours
 * @param done whether it reached the end time, or the horizon it was asked for
 * @param status done, timeout or failed
 * @param t reached
 * @param integration seconds of the integration up to t, as the solver measures them
 * @param process seconds of the whole process
 * @param others cores that other processes kept busy meanwhile
 * @param memory largest resident set, MiB
 * @param loss at t; NaN when it was not computed
 * @param lossError relative difference of the loss at t from the tight run; NaN when not compared
 * @param stateError largest difference of a weight, relative to the largest; NaN when not compared
 * @param evaluations of the right-hand side
 * @param events located
 * @param runs of which the medians are
 * @param version of what was measured
 * @param commit of what was measured
 */
record Measured(
    Point point,
    String method,
    String setting,
    boolean done,
    String status,
    double t,
    Seconds integration,
    Seconds process,
    double others,
    double memory,
    double loss,
    double lossError,
    double stateError,
    double evaluations,
    double events,
    int runs,
    String version,
    String commit) {

  /** Relative difference in the final loss up to which a solver counts as right. */
  static final double AGREEMENT = 1e-6;

  private static final Set<String> OURS = Set.of("reference", "structured", "structured-2", "structured_error");

  /**
   * A problem of the workload law.
   *
   * @param name as in the files
   * @param group which question it belongs to
   * @param scale lambda
   * @param end time
   */
  record Point(String name, String group, int n, int m, int d, double scale, double end) {}

  /**
   * Time spent.
   *
   * @param cpu of all threads
   * @param wall by the clock
   */
  record Seconds(double cpu, double wall) {}

  boolean agrees() {
    return done && lossError <= AGREEMENT;
  }

  boolean ours() {
    return OURS.contains(method);
  }

  /** What is compared: ours as a whole process, a peer without its start and its reading. */
  Seconds cost() {
    return ours() ? process : integration;
  }
}
