package org.flowproof.falsify.attack;

import java.util.ArrayList;
import java.util.List;
import org.flowproof.falsify.ProblemDomain;
import org.flowproof.falsify.ProblemDraft;
import org.flowproof.falsify.ProblemKind;
import org.flowproof.proof.Claim;

/**
 * The numbers of a draft as a point of a box, for an optimizer: samples, labels, hidden weights,
 * shares, slope, dial, and the logarithms of sizes. Relations, signs and numbers of samples and
 * neurons stay.
 */
final class Coordinates {
  private static final double LARGEST = 2;

  private static final double STEEPEST = 0.95;

  private final ProblemDraft draft;
  private final int dimension;
  private final List<Double> start = new ArrayList<>();
  private final List<Double> least = new ArrayList<>();
  private final List<Double> most = new ArrayList<>();

  Coordinates(ProblemDraft draft, ProblemDomain domain) {
    this.draft = draft;
    ProblemKind kind = domain.kind();
    dimension = draft.problem(domain).data().d();
    for (ProblemDraft.Sample sample : draft.samples()) {
      sample.x().stream().limit(dimension).forEach(v -> add(v, -LARGEST, LARGEST));
      add(sample.y(), -LARGEST, LARGEST);
    }
    for (ProblemDraft.Neuron neuron : draft.neurons()) {
      neuron.w().stream().limit(dimension).forEach(v -> add(v, -LARGEST, LARGEST));
      add(neuron.share(), 0, 1);
    }
    boolean sloped = kind.activation() == Claim.Model.ActivationKind.LEAKY_OR_RELU;
    add(draft.slope(), sloped ? 0 : draft.slope(), sloped ? STEEPEST : draft.slope());
    add(draft.form().dial(), 0, 1);
    ProblemDraft.Sizes sizes = draft.sizes();
    add(Math.log(sizes.scale()), Math.log(domain.smallestScale()), Math.log(domain.largestScale()));
    add(
        Math.log(sizes.run()),
        Math.log(domain.longestRun() / 100),
        Math.log(domain.longestRun() * 2));
    add(Math.log(sizes.step()), Math.log(1e-4), Math.log(100));
  }

  private void add(double value, double low, double high) {
    // optimizers want room on both sides
    double room = Math.max(1e-9, 1e-9 * Math.abs(high));
    least.add(low - room);
    most.add(high + room);
    start.add(Math.min(high, Math.max(low, value)));
  }

  double[] start() {
    return array(start);
  }

  double[] least() {
    return array(least);
  }

  double[] most() {
    return array(most);
  }

  private static double[] array(List<Double> list) {
    return list.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** The draft at a point of the box. */
  ProblemDraft at(double[] point) {
    int[] next = {0};
    List<ProblemDraft.Sample> samples = new ArrayList<>();
    for (ProblemDraft.Sample sample : draft.samples()) {
      List<Double> x = vector(sample.x(), point, next);
      samples.add(new ProblemDraft.Sample(x, point[next[0]++], sample.relation()));
    }
    List<ProblemDraft.Neuron> neurons = new ArrayList<>();
    for (ProblemDraft.Neuron neuron : draft.neurons()) {
      List<Double> w = vector(neuron.w(), point, next);
      double share = Math.min(1, Math.max(0, point[next[0]++]));
      neurons.add(new ProblemDraft.Neuron(w, neuron.positive(), share, neuron.likeness()));
    }
    double slope = Math.min(STEEPEST, Math.max(0, point[next[0]++]));
    double dial = Math.min(1, Math.max(0, point[next[0]++]));
    return new ProblemDraft(
        samples,
        neurons,
        draft.dimension(),
        slope,
        new ProblemDraft.Form(draft.form().balance(), draft.form().layout(), dial),
        new ProblemDraft.Sizes(
            Math.exp(point[next[0]++]),
            Math.exp(point[next[0]++]),
            draft.sizes().labels(),
            Math.exp(point[next[0]++])));
  }

  private List<Double> vector(List<Double> old, double[] point, int[] next) {
    List<Double> changed = new ArrayList<>(old);
    for (int i = 0; i < Math.min(dimension, old.size()); i++) {
      changed.set(i, point[next[0]++]);
    }
    return changed;
  }
}
