package org.flowproof.problem;

/**
 * Everything that determines a trajectory; immutable.
 *
 * @param data samples and labels
 * @param network width, activation, trained layers
 * @param loss the loss
 * @param initial weights at time 0
 * @param initialOrigin the law, scale and seed that {@code initial} came from, for reports
 * @param dynamics how the weights move
 */
public record Problem(
    DataSet data,
    Network network,
    Loss loss,
    Weights initial,
    String initialOrigin,
    Dynamics dynamics) {
  public Problem {
    if (initial.a().length() != network.width() || initial.w().columns() != data.d()) {
      throw new IllegalArgumentException(
          "initial weights are "
              + initial.w().rows()
              + " x "
              + initial.w().columns()
              + ", expected "
              + network.width()
              + " x "
              + data.d());
    }
  }

  /** The same network from the same weights, moved otherwise. */
  public Problem with(Dynamics other) {
    return new Problem(data, network, loss, initial, initialOrigin, other);
  }

  /**
   * The same problem from other weights.
   *
   * @param origin where they come from, for reports
   * @throws IllegalArgumentException when their shapes do not fit
   */
  public Problem from(Weights other, String origin) {
    return new Problem(data, network, loss, other, origin, dynamics);
  }
}
