package org.flowproof.flow.structured;

/** Finds the kink lines near a neuron, over columns of the directions. Scratch of one thread. */
final class NearLines {
  private final Setup setup;
  private final double[] distances;

  NearLines(Setup setup) {
    this.setup = setup;
    distances = new double[setup.lineCount];
  }

  /** All lines within a distance of the hidden weight, and a little more. */
  int[] of(OneNeuron neuron, double distance, double grazeTolerance) {
    int lines = setup.lineCount;
    setup.along(neuron.z, 1, distances);
    double limit = distance + 2 * grazeTolerance * neuron.normW();
    int found = 0;
    for (int l = 0; l < lines; l++) {
      found += Math.abs(distances[l]) <= limit ? 1 : 0;
    }
    int[] near = new int[found];
    int next = 0;
    for (int l = 0; l < lines; l++) {
      if (Math.abs(distances[l]) <= limit) {
        near[next++] = l;
      }
    }
    return near;
  }
}
