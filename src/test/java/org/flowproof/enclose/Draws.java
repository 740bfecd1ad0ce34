package org.flowproof.enclose;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.flowproof.problem.Loss;
import org.flowproof.problem.Network;
import org.flowproof.problem.Problem;

/**
 * Gaussian problems in the plane, one for each seed from 1, for tests that take long.
 *
 * @param m neurons
 * @param n samples
 * @param scale of the start
 * @param slope of the activation
 * @param loss the loss
 * @param trained what moves
 * @param seeds how many
 */
record Draws(
    int m, int n, double scale, double slope, Loss.Kind loss, Network.Trained trained, int seeds) {

  /** All kinds of problems. */
  static List<Draws> all() {
    return List.of(
        new Draws(4, 6, 1e-2, 0, Loss.Kind.SQUARED, Network.Trained.BOTH, 40),
        new Draws(4, 6, 1e-3, 0, Loss.Kind.SQUARED, Network.Trained.BOTH, 20),
        new Draws(4, 6, 1e-2, 0.25, Loss.Kind.SQUARED, Network.Trained.BOTH, 20),
        new Draws(4, 6, 1e-2, 0.1, Loss.Kind.SQUARED, Network.Trained.FIRST, 12),
        new Draws(4, 6, 1e-2, 0, Loss.Kind.LOGISTIC, Network.Trained.FIRST, 12),
        new Draws(4, 6, 1e-2, 0.5, Loss.Kind.LOGISTIC, Network.Trained.BOTH, 10),
        new Draws(4, 8, 1e-6, 0, Loss.Kind.SQUARED, Network.Trained.BOTH, 6),
        new Draws(8, 12, 1e-3, 0, Loss.Kind.SQUARED, Network.Trained.BOTH, 6));
  }

  /** Gives each with its seed. */
  void forEach(double end, Consumer<Problem> judge) {
    LongStream.rangeClosed(1, seeds)
        .mapToObj(seed -> Flows.gaussian(m, n, 2, scale, slope, loss, trained, seed, end))
        .forEach(judge);
  }
}
