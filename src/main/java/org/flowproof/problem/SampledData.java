package org.flowproof.problem;

import java.util.Optional;
import org.flowproof.problem.data.SampleLaw;

/**
 * Data drawn from a law, which can be drawn again with another number of samples. The stream is the
 * same, so that a smaller data set is the beginning of a larger one.
 *
 * @param law the law with the seed
 * @param bias whether the coordinate 1 is appended to every sample
 */
public record SampledData(SampleLaw law, boolean bias) {

  /** The data with n samples; empty when the law finds none. */
  public Optional<DataSet> draw(int n) {
    SampleLaw other = new SampleLaw(n, law.beta(), law.noise(), law.band(), law.seed());
    return other
        .draw()
        .map(draw -> new DataSet(draw.x(), draw.y(), "drawn again with n = " + n))
        .map(data -> bias ? DataSection.withBias(data) : data);
  }
}
