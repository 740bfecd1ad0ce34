package org.flowproof.problem;

import java.util.Locale;
import java.util.Map;

/**
 * A two-layer network {@code h(x) = sum_j a_j sigma(<w_j, x>)} without bias (append a 1 to x).
 *
 * @param width number of neurons m, at least 1
 * @param activation the nonlinearity
 * @param trained which layers move
 */
public record Network(int width, Activation activation, Trained trained) {
  public Network {
    if (width < 1) {
      throw new IllegalArgumentException("a network needs at least one neuron");
    }
  }

  /** The layers that the dynamics moves. */
  public enum Trained {
    BOTH,
    FIRST;

    /** As written in case files. */
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** All of them by {@link #text()}. */
    public static Map<String, Trained> byText() {
      return Choices.byText(values(), Trained::text);
    }
  }
}
