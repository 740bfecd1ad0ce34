package org.flowproof.check;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.flowproof.flow.Failure;
import org.flowproof.flow.Trajectory;
import org.flowproof.formula.IndexKind;

/**
 * The neurons that lost their relative accuracy, and since when. A reading about such a neuron is
 * open. Sums over all neurons need no such rule: the trajectory widens the error of the neuron to a
 * bound on its size.
 */
final class LostNeurons {
  private final Map<Integer, Failure> byNeuron = new HashMap<>();

  LostNeurons(Trajectory trajectory) {
    for (Failure failure : trajectory.failures()) {
      if (failure.kind() == Failure.Kind.LOST_ACCURACY && failure.neuron() > 0) {
        byNeuron.putIfAbsent(failure.neuron(), failure);
      }
    }
  }

  /**
   * A reading, or why it is left open.
   *
   * @param indices values of the indices it was taken for
   * @param generic what the indices of the claim count
   * @param bound what those bound inside the conclusion count
   */
  Reading judged(
      Reading reading,
      double time,
      Map<String, Integer> indices,
      Map<String, IndexKind> generic,
      Map<String, IndexKind> bound) {
    if (byNeuron.isEmpty()) {
      return reading;
    }
    Map<String, IndexKind> kinds = new HashMap<>(generic);
    kinds.putAll(bound);
    return indices.entrySet().stream()
        .filter(i -> kinds.get(i.getKey()) == IndexKind.NEURON)
        .map(i -> Optional.ofNullable(byNeuron.get(i.getValue())))
        .flatMap(Optional::stream)
        .filter(f -> time >= f.time())
        .findFirst()
        .map(f -> Reading.truth(Reading.Outcome.OPEN, why(f)))
        .orElse(reading);
  }

  private static String why(Failure failure) {
    return "neuron "
        + failure.neuron()
        + " has lost its relative accuracy since t = "
        + Numbers.text(failure.time());
  }
}
