package org.flowproof.check.outcome;

import java.util.Optional;
import org.flowproof.flow.State;
import org.flowproof.problem.Problem;
import org.flowproof.problem.SampledData;
import org.flowproof.problem.SeededStream;
import org.flowproof.problem.Vec;
import org.flowproof.problem.data.SampleLaw;

/**
 * The squared error on fresh samples of the law of the data. Only the samples are drawn; the noise
 * of their labels is integrated, {@code E (y - h)^2 = E (<beta, x> - h)^2 + noise^2}.
 */
final class TestError {
  /** Number of fresh samples. */
  private static final int SAMPLES = 4000;

  private TestError() {}

  /**
   * The mean over fresh samples, from a stream of its own that the seed of the data determines;
   * empty when the law finds none.
   */
  static Optional<Double> of(SampledData sampled, Problem problem, State state) {
    SampleLaw law = sampled.law();
    long seed = new SeededStream(law.seed(), SeededStream.Purpose.TEST).nextBits() >>> 1;
    return new SampledData(new SampleLaw(SAMPLES, law.beta(), 0, law.band(), seed), sampled.bias())
        .draw(SAMPLES)
        .map(
            fresh -> {
              double sum = 0;
              Vec teacher = fresh.y();
              for (int k = 0; k < SAMPLES; k++) {
                double off = teacher.get(k) - Outputs.at(problem, state, fresh.x().row(k));
                sum += off * off;
              }
              return sum / SAMPLES + law.noise() * law.noise();
            });
  }
}
