package org.flowproof.enclose.limit;

/**
 * Why no theorem about the limit is proven from a time.
 *
 * @param kind what stands in the way
 * @param text one clause for people, with neurons, samples and numbers
 */
public record LimitObstacle(Kind kind, String text) {

  /** What may stand in the way. */
  public enum Kind {
    /** The loss is not one whose limits are treated. */
    LOSS("loss"),
    /** The tube ends before. */
    TUBE("tube"),
    /** Neurons of little weight have sides of their own and a pull that is not 0. */
    STRAY_GROUP("stray group"),
    /** A neuron may still cross a kink: its angle to it is too small for the path that is left. */
    ANGLE("angle at its boundary"),
    /** The gates of a slide may still reach the end of their range, or the flow is not captured. */
    SLIDE("slide at its boundary"),
    /** The features of the groups are dependent, or so nearly that it cannot be told. */
    RANK("rank"),
    /** The path that is left is longer than the weights that carry it. */
    TOO_EARLY("too early"),
    /** A sample on which a neuron is active may pull it back to a kink. */
    CONE("sides may change"),
    /** No neuron is active on a sample, whose output stays 0. */
    UNUSED("unused sample"),
    /** No weights with the same sides are shown to fit all labels in sign. */
    MARGIN("margin");

    private final String text;

    Kind(String text) {
      this.text = text;
    }

    /** As printed. */
    public String text() {
      return text;
    }
  }
}
