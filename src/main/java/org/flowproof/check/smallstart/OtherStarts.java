package org.flowproof.check.smallstart;

import java.util.Arrays;
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

  private OtherStarts(GrowthAtZero growth, Weights theta, Weights drawn) {
    this.growth = growth;
    this.theta = theta;
    this.drawn = drawn;
  }

  /**
   * Starts beside given weights.
   *
   * @param theta weights of norm 1
   * @param seed of what is drawn
   */
  static OtherStarts beside(GrowthAtZero growth, Weights theta, long seed) {
    SeededStream stream = new SeededStream(seed, SeededStream.Purpose.WEIGHTS);
    return new OtherStarts(growth, theta, draw(growth, theta.a().length(), stream));
  }

  /**
   * Starts beside weights that are drawn too, with given projections up to a factor, which makes
   * them as large as those of the draw.
   *
   * @param projections not all 0
   */
  static OtherStarts with(GrowthAtZero growth, Vec projections, long seed) {
    SeededStream stream = new SeededStream(seed, SeededStream.Purpose.WEIGHTS);
    Weights beside = draw(growth, projections.length(), stream);
    Weights own = draw(growth, projections.length(), stream);
    double size = norm(growth.projections(own)) / norm(projections);
    double[] wanted = Arrays.stream(projections.toArray()).map(c -> c * size).toArray();
    return new OtherStarts(growth, unit(turned(growth, own, Vec.of(wanted))), beside);
  }

  private static double norm(Vec vector) {
    return Math.sqrt(Arrays.stream(vector.toArray()).map(v -> v * v).sum());
  }

  /** The weights of norm 1 that the others share something with. */
  Weights theta() {
    return theta;
  }

  private static Weights draw(GrowthAtZero growth, int m, SeededStream stream) {
    int d = growth.gamma().length();
    double[] a = new double[m];
    double[][] w = new double[m][d];
    for (int j = 0; j < m; j++) {
      a[j] = stream.nextGaussian();
      for (int i = 0; i < d; i++) {
        w[j][i] = stream.nextGaussian();
      }
    }
    return new Weights(Matrix.of(w), Vec.of(a));
  }

  /**
   * Drawn weights whose projections are turned into a multiple of those of theta by changing output
   * weights and hidden weights alike.
   */
  Weights sameRatio() {
    return unit(turned(growth, drawn, growth.projections(theta)));
  }

  private static Weights turned(GrowthAtZero growth, Weights drawn, Vec wanted) {
    Vec have = growth.projections(drawn);
    double[] missing = new double[wanted.length()];
    for (int j = 0; j < missing.length; j++) {
      missing[j] = wanted.get(j) - have.get(j);
    }
    return sum(drawn, growth.growing(Vec.of(missing)));
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
