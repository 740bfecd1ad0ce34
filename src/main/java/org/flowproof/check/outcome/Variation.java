package org.flowproof.check.outcome;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.flowproof.flow.Trajectory;
import org.flowproof.problem.CaseFile;
import org.flowproof.problem.Dynamics;
import org.flowproof.problem.Dynamics.StopRule;
import org.flowproof.problem.Problem;
import org.flowproof.problem.SampledWeights;
import org.flowproof.problem.Weights;

/**
 * A second run that must end alike before an ending is believed. None stops at a small gradient: at
 * a saddle, such as the origin, that says nothing.
 */
public enum Variation {
  /**
   * Initial weights of scale lambda^2, for twice the time: neurons take twice as long to grow. For
   * given weights lambda is the largest of them.
   */
  SCALE,
  /** A tenth of the tolerance; half of the step of a descent. */
  TOLERANCE,
  /** Twice the time that the first run took. */
  HORIZON;

  private static final double SMALLEST_TOLERANCE = 1e-14;

  /** As a key. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What is done otherwise, in words. */
  String words() {
    return switch (this) {
      case SCALE -> "with the square of the scale";
      case TOLERANCE -> "with a smaller tolerance or step";
      case HORIZON -> "after twice the time";
    };
  }

  /**
   * The problem to run; empty when there is nothing to vary: a scale of 1 or more, a tolerance that
   * is the smallest already.
   */
  Optional<Problem> of(CaseFile file, Trajectory first) {
    Problem problem = file.problem();
    Dynamics dynamics = problem.dynamics();
    return switch (this) {
      case SCALE -> smaller(file);
      case TOLERANCE -> finer(dynamics).map(problem::with);
      case HORIZON -> Optional.of(problem.with(until(dynamics, 2 * first.endTime())));
    };
  }

  private static Optional<Problem> smaller(CaseFile file) {
    Problem problem = file.problem();
    Optional<SampledWeights> law = file.draws().weights();
    double scale = law.map(SampledWeights::scale).orElseGet(() -> largest(problem.initial()));
    if (!(scale < 1)) {
      return Optional.empty();
    }
    Weights weights =
        law.map(w -> w.draw(scale * scale)).orElseGet(() -> problem.initial().times(scale));
    String origin =
        law.map(w -> w.origin(scale * scale)).orElse(problem.initialOrigin() + ", times " + scale);
    Dynamics longer = until(problem.dynamics(), 2 * problem.dynamics().stop().time());
    return Optional.of(problem.from(weights, origin).with(longer));
  }

  /** What stands for the scale of given weights: the largest of them. */
  private static double largest(Weights weights) {
    return DoubleStream.concat(
            Arrays.stream(weights.a().toArray()), Arrays.stream(weights.w().toRowMajor()))
        .map(Math::abs)
        .max()
        .orElse(0);
  }

  private static Optional<Dynamics> finer(Dynamics dynamics) {
    if (dynamics instanceof Dynamics.Descent descent) {
      return Optional.of(
          new Dynamics.Descent(descent.step() / 2, dynamics.stop(), descent.method()));
    }
    Dynamics.Flow flow = (Dynamics.Flow) dynamics;
    double tolerance = flow.relativeTolerance() / 10;
    return tolerance < SMALLEST_TOLERANCE
        ? Optional.empty()
        : Optional.of(
            new Dynamics.Flow(flow.residual(), tolerance, dynamics.stop(), flow.method()));
  }

  private static Dynamics until(Dynamics dynamics, double time) {
    return dynamics.until(new StopRule(time, 0, dynamics.stop().evaluations(), false));
  }
}
