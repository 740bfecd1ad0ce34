package org.flowproof.problem;

/**
 * Initial weights drawn from a law, which can be drawn again at another scale. The stream is the
 * same, so that directions and relative sizes stay.
 *
 * @param law of the weights
 * @param m number of neurons
 * @param d input dimension
 * @param scale lambda, positive
 * @param seed of the stream
 */
public record SampledWeights(InitialLaw law, int m, int d, double scale, long seed) {

  /** The weights at another scale; with {@link InitialLaw#SIGNS} the output weights stay. */
  public Weights draw(double otherScale) {
    return law.draw(m, d, otherScale, seed);
  }

  /** Drawn weights with all that the scale multiplies times a factor; nothing is drawn again. */
  public Weights times(Weights drawn, double factor) {
    return law == InitialLaw.SIGNS
        ? new Weights(drawn.times(factor).w(), drawn.a())
        : drawn.times(factor);
  }

  /** Law, scale and seed, for reports. */
  public String origin(double otherScale) {
    return law.name().toLowerCase(java.util.Locale.ROOT)
        + ", scale "
        + otherScale
        + ", seed "
        + seed;
  }
}
