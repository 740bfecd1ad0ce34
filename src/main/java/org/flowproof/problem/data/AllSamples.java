package org.flowproof.problem.data;

import java.util.ArrayList;
import java.util.List;
import org.flowproof.problem.Matrix;
import org.flowproof.problem.Vec;

/** Keeps every sample, with its label as a number. */
public final class AllSamples implements SampleSink {
  private final List<double[]> rows = new ArrayList<>();
  private final List<Double> labels = new ArrayList<>();

  @Override
  public boolean takesWords() {
    return false;
  }

  @Override
  public boolean offer(ClassLabel label) {
    labels.add(label.number().orElseThrow());
    return true;
  }

  @Override
  public void put(double[] x) {
    LabelledSamples.refuseTooMany(rows.size() + 1L, x.length);
    rows.add(x);
  }

  /** What was put. */
  public LabelledSamples samples() {
    return new LabelledSamples(
        Matrix.of(rows.toArray(double[][]::new)),
        Vec.of(labels.stream().mapToDouble(Double::doubleValue).toArray()),
        List.of());
  }
}
