package org.flowproof.sweep;

import java.util.Map;
import java.util.TreeMap;

/** A sweep over ratios whose judge is made up: borders where they are known. */
public final class RefinedSweep {
  public static final String TEXT =
      """
      format: 1
      sweep: sample
      title: A sample
      case:
        data:
          law: {kind: even, samples: 6, from: -2, to: 2}
          target: {output: 1, weight: [1, 1]}
          bias: true
        network: {width: 2, activation: tanh, trained: both}
        loss: {kind: squared, factor: 1/2}
        initialization: {law: imbalance, ratio: 1, scale: 1e-20}
        dynamics: {kind: descent, step: 0.05, stop: {time: 4}}
      axes:
        samples: [5, 6]
        ratio: {from: -1, to: 1, points: 5, refine: 0.01}
      judge:
        recovery:
          test: {kind: even, from: -2, to: 2, points: 100}
          horizons: [1, 2]
      quick:
        ratio: [0, 1]
      """;

  private RefinedSweep() {}

  /** Recovers from {@code border * samples / 6} on; a rule at a fixed time says so from 0.9 on. */
  public static PointJudge judge(double border) {
    return (file, variations, watcher) -> {
      double[] a = file.problem().initial().a().toArray();
      double ratio = a[0] / a[1];
      boolean recovered = ratio > border * file.problem().data().n() / 6;
      Map<String, Double> numbers =
          Map.of("branch", 1.0, "ratio", ratio, "horizon.1.nearest", ratio > 0.9 ? 1.0 : 2.0);
      return new Judged(
          recovered ? "RECOVERED" : "OTHER", false, "", new TreeMap<>(numbers), new TreeMap<>());
    };
  }
}
