package org.flowproof.flow;

/**
 * How far each neuron is from the kinks it may reach. The least margin of a neuron is kept with the
 * weights at which it was taken; as long as the neuron has not come closer than that margin allows,
 * no line needs a look. Margins are positive on the side where the neuron is and lines have unit
 * directions, so a margin changes by no more than the hidden weight moves.
 */
final class Margins {
  /** Far above the rounding of a preactivation of a few hundred coordinates, relative. */
  private static final double ROUNDING = 1e-12;

  private final KinkLines lines;
  private final double[] least;
  private final double[][] base;
  private final byte[][] baseSides;
  private final double[] margin;

  Margins(int neurons, KinkLines lines) {
    this.lines = lines;
    least = new double[neurons];
    base = new double[neurons][lines.dimension()];
    baseSides = new byte[neurons][];
    margin = new double[lines.count()];
  }

  /**
   * Whether the margins of a neuron on all lines that do not hold it exceed a bound. When not, the
   * single ones may be asked for.
   *
   * @param y the state
   */
  boolean allAbove(double bound, Pattern pattern, int neuron, double[] y) {
    byte[] sides = pattern.sides(neuron);
    int start = pattern.neurons() + neuron * lines.dimension();
    if (baseSides[neuron] == sides && least[neuron] - moved(neuron, y, start) > bound) {
      return true;
    }
    look(sides, y, start);
    double smallest = Double.POSITIVE_INFINITY;
    for (double value : margin) {
      smallest = Math.min(smallest, value);
    }
    least[neuron] = smallest;
    System.arraycopy(y, start, base[neuron], 0, base[neuron].length);
    baseSides[neuron] = sides;
    return smallest > bound;
  }

  /** The margin on a line of the neuron asked about last; infinite on lines that hold it. */
  double of(int line) {
    return margin[line];
  }

  /** How far a neuron went from where its margins were taken, plus what rounding may hide. */
  private double moved(int neuron, double[] y, int start) {
    double[] from = base[neuron];
    double distance = 0;
    double size = 0;
    for (int i = 0; i < from.length; i++) {
      double difference = y[start + i] - from[i];
      distance += difference * difference;
      size += from[i] * from[i];
    }
    return Math.sqrt(distance) * (1 + 1e-9) + ROUNDING * Math.sqrt(size);
  }

  /** Line by line in columns, so that the inner loop is one of independent numbers. */
  private void look(byte[] sides, double[] y, int start) {
    java.util.Arrays.fill(margin, 0);
    for (int i = 0; i < lines.dimension(); i++) {
      double w = y[start + i];
      double[] e = lines.column(i);
      for (int l = 0; l < margin.length; l++) {
        margin[l] += w * e[l];
      }
    }
    for (int l = 0; l < margin.length; l++) {
      margin[l] = sides[l] == 0 ? Double.POSITIVE_INFINITY : sides[l] * margin[l];
    }
  }
}
