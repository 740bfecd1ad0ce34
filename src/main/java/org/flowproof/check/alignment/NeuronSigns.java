package org.flowproof.check.alignment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.flowproof.flow.Event;
import org.flowproof.flow.State;
import org.flowproof.flow.Trajectory;
import org.flowproof.problem.Matrix;

/**
 * The signs of {@code <w_j, x_k>} at one time of a run: by the numbers where they exceed the
 * numerical error, 0 where the events tell that the neuron is held on the kink, and unknown
 * otherwise.
 */
final class NeuronSigns {
  private static final double HALF_ULP = 0x1p-53;

  private final Matrix x;
  private final State state;
  private final double drift;
  private final Map<Integer, Set<Integer>> held = new HashMap<>();

  /**
   * Signs at a time.
   *
   * @param drift how far any hidden weight can be from the one read because the time is rounded, in
   *     units of its output weight
   */
  NeuronSigns(Trajectory run, State state, double drift) {
    this.x = run.problem().data().x();
    this.state = state;
    this.drift = drift;
    for (Event event : run.events()) {
      if (event.time() > state.time()) {
        break;
      }
      Set<Integer> kinks = held.computeIfAbsent(event.neuron() - 1, j -> new HashSet<>());
      switch (event.kind()) {
        case SLIDE_START, STOP -> kinks.add(event.sample() - 1);
        case SLIDE_END, CROSS, LEAVE, GRAZE, SWITCH -> kinks.remove(event.sample() - 1);
      }
    }
  }

  /**
   * What is known of one neuron.
   *
   * @param signs one for each sample; empty when one is unknown
   * @param unknown 0-based sample whose sign is unknown, -1 when there is none
   */
  record Known(Optional<List<Integer>> signs, int unknown) {}

  Known of(int neuron) {
    Integer[] signs = new Integer[x.rows()];
    double error = state.errorOfW(neuron) + drift * Math.abs(state.a(neuron));
    Set<Integer> kinks = held.getOrDefault(neuron, Set.of());
    for (int k = 0; k < signs.length; k++) {
      double sum = 0;
      double size = 0;
      double weight = 0;
      for (int i = 0; i < x.columns(); i++) {
        double product = state.w(neuron, i) * x.get(k, i);
        sum += product;
        size += Math.abs(product);
        weight += Math.abs(x.get(k, i));
      }
      double radius = (error * weight + (x.columns() + 4) * HALF_ULP * size) * (1 + 1e-12);
      boolean clear = Math.abs(sum) > radius;
      if (clear == kinks.contains(k) && weight > 0) {
        // off the kink by the numbers and on it by the events, or the reverse
        Optional<Integer> exact = clear ? Optional.empty() : restingAtOrigin(neuron, error);
        if (exact.isEmpty()) {
          return new Known(Optional.empty(), k);
        }
        signs[k] = exact.get();
      } else {
        signs[k] = clear ? (int) Math.signum(sum) : 0;
      }
    }
    return new Known(Optional.of(new ArrayList<>(Arrays.asList(signs))), -1);
  }

  /** A hidden weight that is 0 without error lies on all kinks. */
  private Optional<Integer> restingAtOrigin(int neuron, double error) {
    for (int i = 0; i < x.columns(); i++) {
      if (state.w(neuron, i) != 0) {
        return Optional.empty();
      }
    }
    return error == 0 ? Optional.of(0) : Optional.empty();
  }
}
