package org.flowproof.falsify;

import java.util.ArrayList;
import java.util.List;
import org.flowproof.problem.DataSet;
import org.flowproof.problem.Matrix;
import org.flowproof.problem.Vec;

/** Makes the data set of a draft. */
final class DrawnSamples {
  /** Least distance of samples of a band from the teacher's hyperplane. */
  private static final double BAND = 0.25;

  private final ProblemDraft draft;
  private final ProblemKind kind;

  DrawnSamples(ProblemDraft draft, ProblemKind kind) {
    this.draft = draft;
    this.kind = kind;
  }

  DataSet data() {
    Layout layout = draft.form().layout();
    List<ProblemDraft.Sample> samples = draft.samples();
    int n = samples.size();
    boolean axes = layout == Layout.ORTHOGONAL || layout == Layout.NEARLY_ORTHOGONAL;
    int d = axes ? Math.max(n, draft.dimension()) : draft.dimension();
    List<double[]> x = new ArrayList<>();
    double[] y = new double[n];
    for (int k = 0; k < n; k++) {
      ProblemDraft.Sample sample = samples.get(k);
      ProblemDraft.Relation relation =
          k == 0 || layout != Layout.FREE && layout != Layout.SILENT
              ? ProblemDraft.Relation.FREE
              : sample.relation();
      y[k] = relation == ProblemDraft.Relation.SAME_SAMPLE ? y[k - 1] : label(sample.y(), layout);
      double[] before = k == 0 ? null : x.get(k - 1);
      x.add(
          switch (relation) {
            case FREE -> placed(sample, k, d, y[k]);
            case SAME_POINT, SAME_SAMPLE -> before.clone();
            case DOUBLE -> times(before, 2);
            case OPPOSITE -> times(before, -1);
          });
      if (layout == Layout.BAND) {
        y[k] = taught(x.get(k)[0], sample.y());
      }
    }
    return new DataSet(
        Matrix.of(x.toArray(double[][]::new)), Vec.of(y), "random, " + layout.text());
  }

  private double label(double drawn, Layout layout) {
    if (kind.classifies()) {
      return drawn >= 0 || layout == Layout.SILENT ? 1 : -1;
    }
    return layout == Layout.SILENT ? 0 : drawn * draft.sizes().labels();
  }

  private double taught(double first, double drawn) {
    double label = first + draft.form().dial() * drawn;
    return kind.classifies() ? first > 0 ? 1 : -1 : label * draft.sizes().labels();
  }

  private double[] placed(ProblemDraft.Sample sample, int k, int d, double label) {
    double dial = draft.form().dial();
    double[] v = cut(sample.x(), d);
    return switch (draft.form().layout()) {
      case FREE, GENERIC, SILENT -> v;
      case ORTHOGONAL -> axis(k, d, 1 + Math.abs(sample.x().get(0)) * dial);
      case NEARLY_ORTHOGONAL -> sum(axis(k, d, 1), times(v, dial / (4 * draft.samples().size())));
      case CORRELATED ->
          times(sum(axis(0, d, 1), times(v, dial / 4)), label == 0 ? 1 : Math.signum(label));
      case BAND -> {
        v[0] += v[0] >= 0 ? BAND : -BAND;
        yield v;
      }
    };
  }

  /** The first coordinates; a zero vector becomes the first unit vector, since it has no kink. */
  static double[] cut(List<Double> all, int d) {
    double[] some = new double[d];
    boolean zero = true;
    for (int i = 0; i < d; i++) {
      some[i] = i < all.size() ? all.get(i) : 0;
      zero &= some[i] == 0;
    }
    if (zero) {
      some[0] = 1;
    }
    return some;
  }

  private static double[] axis(int k, int d, double length) {
    double[] e = new double[d];
    e[k] = length;
    return e;
  }

  private static double[] sum(double[] one, double[] other) {
    double[] sum = one.clone();
    for (int i = 0; i < sum.length; i++) {
      sum[i] += other[i];
    }
    return sum;
  }

  private static double[] times(double[] vector, double factor) {
    double[] scaled = vector.clone();
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] *= factor;
    }
    return scaled;
  }
}
