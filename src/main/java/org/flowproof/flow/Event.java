package org.flowproof.flow;

/**
 * Something that happens to one neuron at one sample's hyperplane.
 *
 * @param time when
 * @param neuron 1-based
 * @param sample 1-based
 * @param kind what
 * @param direction +1 or -1: the side entered (cross, leave, switch), of arrival (slide start; -1
 *     means that the product was decreasing), taken (slide end), or stayed on (graze)
 * @param timeError estimate of the error of the time
 */
public record Event(
    double time, int neuron, int sample, Kind kind, int direction, double timeError) {

  /** The kinds of events. */
  public enum Kind {
    /** The neuron crosses the hyperplane. */
    CROSS,
    /** A convex kink captures the neuron. */
    SLIDE_START,
    /** The neuron leaves the hyperplane it slid along. */
    SLIDE_END,
    /** A ReLU neuron loses its last active sample and rests on the hyperplane. */
    STOP,
    /** The neuron touches the hyperplane and turns back. */
    GRAZE,
    /** The neuron starts on the hyperplane and leaves it at time 0. */
    LEAVE,
    /** Gradient descent: the sign changed between two iterates. */
    SWITCH
  }
}
