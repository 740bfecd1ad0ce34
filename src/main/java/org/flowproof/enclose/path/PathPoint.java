package org.flowproof.enclose.path;

/** Where a path is at one time: weights, each in two doubles. */
public interface PathPoint {
  /** A hidden weight, rounded. */
  double hidden(int neuron, int coordinate);

  /** What rounding leaves out of it. */
  double hiddenRest(int neuron, int coordinate);

  /** An output weight, rounded. */
  double outer(int neuron);

  /** What rounding leaves out of it. */
  double outerRest(int neuron);

  /** Weights that are doubles; arrays are not copied. */
  static PathPoint of(double[][] hidden, double[] outer) {
    return new PathPoint() {
      @Override
      public double hidden(int neuron, int coordinate) {
        return hidden[neuron][coordinate];
      }

      @Override
      public double hiddenRest(int neuron, int coordinate) {
        return 0;
      }

      @Override
      public double outer(int neuron) {
        return outer[neuron];
      }

      @Override
      public double outerRest(int neuron) {
        return 0;
      }
    };
  }
}
