package org.flowproof.check.smallstart;

import java.util.List;

/**
 * What pictures of small starts need: readings of the limit flow and of runs. Two neurons stand for
 * all, the one with the largest imbalance and the one with the smallest.
 *
 * @param large the neuron with the largest imbalance in absolute value, 0-based
 * @param small the one with the smallest; the same when there is one neuron
 * @param limit the limit flow, by its own times
 * @param runs from the initial weights, one a scale, decreasing
 * @param paths curves in the space of weights, whatever their times
 */
public record StartPictures(
    int large, int small, List<Reading> limit, List<Run> runs, List<Path> paths) {
  public StartPictures {
    limit = List.copyOf(limit);
    runs = List.copyOf(runs);
    paths = List.copyOf(paths);
  }

  /**
   * A state.
   *
   * @param t time
   * @param loss the training loss
   * @param large output weight of the one neuron
   * @param small output weight of the other
   */
  public record Reading(double t, double loss, double large, double small) {}

  /**
   * A run.
   *
   * @param scale norm at the start
   * @param shifted by the times of the limit flow; none before the run begins
   * @param own by the times of the run
   */
  public record Run(double scale, List<Reading> shifted, List<Reading> own) {
    public Run {
      shifted = List.copyOf(shifted);
      own = List.copyOf(own);
    }
  }

  /** What a path shows. */
  public enum Kind {
    /** A limit flow. */
    LIMIT,
    /** A run from the smallest scale with the imbalance of a limit flow. */
    RUN,
    /** The limit flow for another imbalance. */
    OTHER_RATIO,
    /** The limit flow of weights with equal output weights. */
    RAW_RATIO;

    /** Whether it belongs to one of the imbalances that are asked for. */
    public boolean own() {
      return this == LIMIT || this == RUN;
    }
  }

  /**
   * A path.
   *
   * @param kind what it shows
   * @param imbalance which one of those of the request, 0-based; 0 for the initial weights
   * @param ratio imbalance of the small neuron over that of the large one
   * @param points in order
   */
  public record Path(Kind kind, int imbalance, double ratio, List<Reading> points) {
    public Path {
      points = List.copyOf(points);
    }
  }
}
