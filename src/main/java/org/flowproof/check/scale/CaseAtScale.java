package org.flowproof.check.scale;

import java.util.Optional;
import org.flowproof.problem.CaseFile;
import org.flowproof.problem.Draws;
import org.flowproof.problem.Dynamics;
import org.flowproof.problem.Dynamics.StopRule;
import org.flowproof.problem.Problem;
import org.flowproof.problem.SampledWeights;

/** A case with its initial weights drawn again, from the same law and seed, at another scale. */
public final class CaseAtScale {
  private CaseAtScale() {}

  /**
   * The case at a scale. Small weights take a time proportional to {@code ln(1/scale)} to grow, so
   * that the end is put off in that proportion, never earlier than the case has it; no run stops at
   * a small gradient, which small weights have from the start; a small loss ends runs as before.
   *
   * @param scale positive
   * @return empty when the initial weights are given, so that they have no scale
   */
  public static Optional<CaseFile> of(CaseFile file, double scale) {
    return file.draws().weights().map(law -> at(file, law, scale));
  }

  private static CaseFile at(CaseFile file, SampledWeights law, double scale) {
    Problem problem = file.problem();
    StopRule stop = problem.dynamics().stop();
    double time = stretch(law.scale(), scale) * stop.time();
    Dynamics longer =
        problem
            .dynamics()
            .until(new StopRule(time, 0, stop.loss(), stop.evaluations(), stop.atFirstEvent()));
    Problem other = problem.from(law.draw(scale), law.origin(scale)).with(longer);
    SampledWeights weights = new SampledWeights(law.law(), law.m(), law.d(), scale, law.seed());
    return file.with(other, new Draws(file.draws().data(), Optional.of(weights)));
  }

  private static double stretch(double from, double to) {
    return from < 1 && to < from ? Math.log(to) / Math.log(from) : 1;
  }
}
