package org.flowproof.check.outcome;

import java.util.Optional;
import java.util.stream.IntStream;
import org.flowproof.problem.CaseFile;
import org.flowproof.problem.DataSet;
import org.flowproof.problem.SampledData;
import org.flowproof.problem.Vec;

/**
 * The samples on the two sides of the hyperplane of a linear teacher, with the least-squares fit of
 * each side (theory notes A.3, A.4.4).
 *
 * @param sides 1 or -1 for each sample
 * @param plus fit of the samples on the positive side
 * @param minus fit of those on the negative side
 */
record HalfSamples(Vec sides, LinearFit plus, LinearFit minus) {

  /** The halves; empty for data without a known teacher, or with a sample on its hyperplane. */
  static Optional<HalfSamples> of(CaseFile file) {
    return file.draws().data().flatMap(law -> of(law, file.problem().data()));
  }

  private static Optional<HalfSamples> of(SampledData law, DataSet data) {
    Vec beta = law.law().beta();
    double[] sides = new double[data.n()];
    for (int k = 0; k < data.n(); k++) {
      double sum = 0;
      for (int i = 0; i < beta.length(); i++) {
        sum += beta.get(i) * data.x().get(k, i);
      }
      if (sum == 0) {
        return Optional.empty();
      }
      sides[k] = Math.signum(sum);
    }
    return Optional.of(
        new HalfSamples(
            Vec.of(sides),
            LinearFit.of(data, samples(sides, 1)),
            LinearFit.of(data, samples(sides, -1))));
  }

  private static int[] samples(double[] sides, int side) {
    return IntStream.range(0, sides.length).filter(k -> sides[k] == side).toArray();
  }

  boolean positive(int sample) {
    return sides.get(sample) > 0;
  }

  /** The fit of the half that a sample is in. */
  LinearFit fit(int sample) {
    return positive(sample) ? plus : minus;
  }
}
