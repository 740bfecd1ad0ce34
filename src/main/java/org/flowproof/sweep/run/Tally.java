package org.flowproof.sweep.run;

/**
 * How far a sweep is.
 *
 * @param points of the grid
 * @param before points whose result was there at the start and is kept
 * @param judged points judged since
 * @param undecided points with a result that is no decision: failed, timed out, or unknown
 */
public record Tally(int points, int before, int judged, int undecided) {
  /** Points with a result. */
  public int finished() {
    return before + judged;
  }

  /** Points to be judged still. */
  public int left() {
    return points - finished();
  }
}
