package org.flowproof.bench;

import org.flowproof.flow.Integrator;
import org.flowproof.flow.ReferenceIntegrator;
import org.flowproof.flow.structured.StructuredIntegrator;

/** Our integrators by name. */
final class Solvers {
  private Solvers() {}

  /**
   * @param name {@code reference}, {@code structured} (one run, as the peers make), or {@code
   *     structured_error} (with the second run that estimates the error)
   * @param threads at least 1; the reference integrator has only one
   */
  static Integrator of(String name, int threads) {
    return switch (name) {
      case "reference" -> new ReferenceIntegrator();
      case "structured" -> new StructuredIntegrator().withThreads(threads).withoutErrorEstimate();
      case "structured_error" -> new StructuredIntegrator().withThreads(threads);
      default -> throw new IllegalArgumentException("no integrator '" + name + "'");
    };
  }
}
