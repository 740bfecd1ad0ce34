package org.flowproof.check.stationary;

import java.util.Optional;
import java.util.OptionalInt;

/** What kind of stationary point of the loss a limit is. */
public sealed interface StationaryKind {

  /** The loss is exactly 0: the features of the patterns reach every label. */
  record GlobalMinimum() implements StationaryKind {
    @Override
    public String word() {
      return "GLOBAL_MINIMUM";
    }
  }

  /**
   * Nowhere near is the loss lower.
   *
   * @param radius the loss is nowhere lower where every neuron {@code (a_j, w_j)} is closer than
   *     this to its limit; a lower bound, positive
   * @param moving number of neurons that reach some sample
   * @param idle number of neurons that reach none
   * @param flatness the smallest positive eigenvalue of the Hessian in the weights of the moving
   *     neurons, on their activation cone; the Hessian has no negative one. 0 when none moves
   * @param escape a way on which the loss is constant and after which it falls, if one is known: no
   *     minimum of this kind is strict
   */
  record LocalMinimum(double radius, int moving, int idle, double flatness, Optional<Escape> escape)
      implements StationaryKind {
    @Override
    public String word() {
      return "LOCAL_MINIMUM";
    }
  }

  /**
   * Stationary, but the loss falls along some direction.
   *
   * @param descent such a direction, with a point on it where the loss is lower beyond the error
   */
  record Saddle(Descent descent) implements StationaryKind {
    @Override
    public String word() {
      return "SADDLE";
    }
  }

  /**
   * Not decided.
   *
   * @param neuron 1-based, where one is concerned
   * @param sample 1-based, where one is concerned
   * @param reason one sentence
   */
  record Unknown(OptionalInt neuron, OptionalInt sample, String reason) implements StationaryKind {
    static Unknown of(String reason) {
      return new Unknown(OptionalInt.empty(), OptionalInt.empty(), reason);
    }

    /** About a neuron and a sample, both 0-based. */
    static Unknown at(int neuron, int sample, String reason) {
      return new Unknown(OptionalInt.of(neuron + 1), OptionalInt.of(sample + 1), reason);
    }

    @Override
    public String word() {
      return "UNKNOWN";
    }
  }

  /**
   * A way to a saddle of the same loss: one neuron that reaches no sample shrinks to 0.
   *
   * @param neuron 1-based
   * @param length of the way, the norm of {@code (a_j, w_j)}; only {@code |w_j|} when output
   *     weights are fixed
   * @param descent from there on
   */
  record Escape(int neuron, double length, Descent descent) {}

  /** One word for tables and JSON. */
  String word();
}
