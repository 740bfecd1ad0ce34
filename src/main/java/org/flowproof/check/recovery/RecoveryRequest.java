package org.flowproof.check.recovery;

import java.util.List;

/**
 * How a run is judged.
 *
 * @param test inputs for the test error
 * @param success test error below which a run that is judged where it stops has recovered the
 *     target, above 0
 * @param rule where the verdict is read
 * @param horizons times at which the nearest branch is told, increasing, above 0
 */
public record RecoveryRequest(TestInputs test, double success, Rule rule, List<Double> horizons) {
  public RecoveryRequest {
    horizons = List.copyOf(horizons);
  }

  /** Where the verdict is read. */
  public enum Rule {
    /** The limit as time goes to infinity. */
    LIMIT,
    /** The end of the run, by its test error: what is read off in experiments. */
    STOP
  }

  /** All that a result depends on, as text. */
  public String text() {
    return test.origin() + "; success " + success + "; at " + rule + "; horizons " + horizons;
  }
}
