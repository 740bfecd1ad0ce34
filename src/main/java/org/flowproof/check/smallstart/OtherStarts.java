package org.flowproof.check.smallstart;

import org.flowproof.flow.origin.GrowthAtZero;
import org.flowproof.flow.origin.LimitFlow;
import org.flowproof.problem.Matrix;
import org.flowproof.problem.SeededStream;
import org.flowproof.problem.Vec;
import org.flowproof.problem.Weights;

/** Starts that share something with a given one; all have norm 1. */
final class OtherStarts {
  /** How much the first projection is changed for another ratio. */
  static final double CHANGE = 1.25;

  private final GrowthAtZero growth;
  private final Weights theta;
  private final Weights drawn;

  /**
   * @param theta weights of norm 1
   * @param seed of what is drawn
   */
  OtherStarts(GrowthAtZero growth, Weights theta, long seed) {
    this.growth = growth;
    this.theta = theta;
    int m = theta.a().length();
    int d = growth.gamma().length();
    SeededStream stream = new SeededStream(seed, SeededStream.Purpose.WEIGHTS);
    double[] a = new double[m];
    double[][] w = new double[m][d];
    for (int j = 0; j < m; j++) {
      a[j] = stream.nextGaussian();
      for (int i = 0; i < d; i++) {
        w[j][i] = stream.nextGaussian();
      }
    }
    drawn = new Weights(Matrix.of(w), Vec.of(a));
  }

  /**
   * Drawn weights whose projections are turned into a multiple of those of theta by changing output
   * weights and hidden weights alike.
   */
  Weights sameRatio() {
    Vec wanted = growth.projections(theta);
    Vec have = growth.projections(drawn);
    double[] missing = new double[wanted.length()];
    for (int j = 0; j < missing.length; j++) {
      missing[j] = wanted.get(j) - have.get(j);
    }
    return unit(sum(drawn, growth.growing(Vec.of(missing))));
  }

  /** The projections of theta with the first one changed (the last one, when the first is 0). */
  Vec otherRatio() {
    double[] c = growth.projections(theta).toArray();
    int changed = c[0] == 0 ? c.length - 1 : 0;
    c[changed] = c[changed] == 0 ? 1 : c[changed] * CHANGE;
    return Vec.of(c);
  }

  /** The output weights of theta with drawn hidden weights of the same norm. */
  Weights sameOutputs() {
    double size = LimitFlow.norm(new Weights(theta.w(), zeros()));
    double drawnSize = LimitFlow.norm(new Weights(drawn.w(), zeros()));
    double factor = (size > 0 ? size : 1) / drawnSize;
    return unit(new Weights(new Weights(drawn.w(), zeros()).times(factor).w(), theta.a()));
  }

  private Vec zeros() {
    return Vec.of(new double[theta.a().length()]);
  }

  private static Weights sum(Weights one, Weights other) {
    double[] a = one.a().toArray();
    double[] w = one.w().toRowMajor();
    for (int j = 0; j < a.length; j++) {
      a[j] += other.a().get(j);
    }
    double[] more = other.w().toRowMajor();
    for (int i = 0; i < w.length; i++) {
      w[i] += more[i];
    }
    return new Weights(Matrix.ofRowMajor(one.w().rows(), one.w().columns(), w), Vec.of(a));
  }

  static Weights unit(Weights weights) {
    return weights.times(1 / LimitFlow.norm(weights));
  }
}
