package org.flowproof.enclose;

import java.util.List;
import org.flowproof.enclose.interval.Interval;

/**
 * A piece too short for doubles to tell its steps apart: one enclosure for all of it, hull of the
 * parts of steps that it touches.
 */
final class ShortPiece implements TubePiece {
  private final double start;
  private final double end;
  private final List<StepPart> parts;

  /**
   * Part of a step.
   *
   * @param piece reads the step
   * @param time the times of it that belong here, inside the step
   */
  record StepPart(StepPiece piece, Interval time) {}

  ShortPiece(double start, double end, List<StepPart> parts) {
    this.start = start;
    this.end = end;
    this.parts = List.copyOf(parts);
  }

  @Override
  public double start() {
    return start;
  }

  @Override
  public double end() {
    return end;
  }

  @Override
  public Interval outer(int neuron, Interval time) {
    return parts.stream()
        .map(p -> p.piece().outer(neuron, p.time()))
        .reduce(Interval::hull)
        .orElseThrow();
  }

  @Override
  public Interval hidden(int neuron, int coordinate, Interval time) {
    return parts.stream()
        .map(p -> p.piece().hidden(neuron, coordinate, p.time()))
        .reduce(Interval::hull)
        .orElseThrow();
  }

  @Override
  public Interval slope(int neuron, int sample) {
    return parts.stream()
        .map(p -> p.piece().slope(neuron, sample))
        .reduce(Interval::hull)
        .orElseThrow();
  }
}
