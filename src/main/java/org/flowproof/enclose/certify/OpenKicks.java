package org.flowproof.enclose.certify;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.flowproof.enclose.bound.Kick;
import org.flowproof.enclose.bound.StepRates;
import org.flowproof.enclose.path.Sliding;

/** The concave kinks that flow and path are passing, in the order in which they came to them. */
final class OpenKicks {
  private final Map<List<Integer>, OpenKick> kinks = new LinkedHashMap<>();

  /** Whether a kink is among them. */
  boolean has(int neuron, int sample) {
    return kinks.containsKey(List.of(neuron, sample));
  }

  boolean isEmpty() {
    return kinks.isEmpty();
  }

  List<OpenKick> all() {
    return List.copyOf(kinks.values());
  }

  /** What was paid for a kink, empty when it is not among them. */
  Optional<Kick> kick(int neuron, int sample) {
    return Optional.ofNullable(kinks.get(List.of(neuron, sample))).map(OpenKick::kick);
  }

  /** The same after jumps of the path, by neuron. */
  OpenKicks jumped(double[] jumps) {
    OpenKicks jumped = new OpenKicks();
    kinks.forEach(
        (pair, kink) -> jumped.kinks.put(pair, kink.moved(1, jumps[kink.kick().neuron()])));
    return jumped;
  }

  /** Opens one more, of which the error acts on those of the same neuron. */
  void open(OpenKick opened) {
    Kick kick = opened.kick();
    kinks.replaceAll(
        (pair, kink) ->
            kink.kick().neuron() == kick.neuron() ? kink.moved(1, kick.amount()) : kink);
    kinks.put(List.of(kick.neuron(), kick.sample()), opened);
  }

  /**
   * Those that are open still after a step.
   *
   * @param unclear samples of which the side is not proven, slides apart, by neuron
   */
  OpenKicks over(TubeRates rates, StepRates in, double[] tube, int[][] unclear) {
    OpenKicks still = new OpenKicks();
    kinks.forEach(
        (pair, kink) -> {
          if (Sliding.contains(unclear[kink.kick().neuron()], kink.kick().sample())) {
            still.kinks.put(pair, kink.over(rates, in, tube));
          }
        });
    return still;
  }

  /** What errors may drift by, for each of so many neurons. */
  double[] drifts(int neurons) {
    double[] drifts = new double[neurons];
    for (OpenKick kink : kinks.values()) {
      drifts[kink.kick().neuron()] += kink.kick().drift();
    }
    return drifts;
  }

  /**
   * At least what was added to errors, by neuron and sample.
   *
   * @param still those of them that were open at the end of the step as well
   */
  Map<List<Integer>, Double> added(OpenKicks still) {
    Map<List<Integer>, Double> added = new LinkedHashMap<>();
    kinks.forEach((pair, kink) -> added.put(pair, still.kinks.getOrDefault(pair, kink).added()));
    return added;
  }
}
