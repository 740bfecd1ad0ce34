package org.flowproof.enclose;

import org.flowproof.enclose.interval.Interval;

/**
 * A tube over a span of time in which the path is one polynomial. Neurons, samples and coordinates
 * count from 0.
 */
public interface TubePiece {
  /** First time of the piece; neighbours may overlap by a rounding. */
  double start();

  /** Last time of the piece. */
  double end();

  /**
   * Contains the output weight of a neuron at all times of an interval.
   *
   * @param time inside {@code [start(), end()]}
   */
  Interval outer(int neuron, Interval time);

  /** Contains a coordinate of the hidden weight of a neuron at all times of an interval. */
  Interval hidden(int neuron, int coordinate, Interval time);

  /**
   * Contains the gate of a neuron at a sample: a point where the sign of the preactivation is
   * proven over the whole piece, otherwise the slopes of both sides.
   */
  Interval slope(int neuron, int sample);
}
