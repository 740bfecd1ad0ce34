package org.flowproof.problem.data;

import org.flowproof.problem.Matrix;
import org.flowproof.problem.SeededStream;

/**
 * Standard normal samples with labels that do not depend on them.
 *
 * @param plus number of samples with label 1, at least 1
 * @param minus number of samples with label -1, at least 1
 * @param dimension d, at least 1
 * @param seed of the samples
 */
public record LabelledGaussianLaw(int plus, int minus, int dimension, long seed)
    implements LabelledLaw {

  @Override
  public LabelledSamples draw() {
    SeededStream points = new SeededStream(seed, SeededStream.Purpose.SAMPLES);
    double[] x = new double[(plus + minus) * dimension];
    for (int i = 0; i < x.length; i++) {
      x[i] = points.nextGaussian();
    }
    return LabelledLaw.labelled(Matrix.ofRowMajor(plus + minus, dimension, x), plus, minus);
  }

  @Override
  public String words() {
    return "law labelled-gaussian, n = "
        + (plus + minus)
        + " ("
        + plus
        + " with label 1), d = "
        + dimension
        + ", seed "
        + seed;
  }
}
