package org.flowproof.flow.agreement;

import java.util.stream.Stream;
import org.flowproof.flow.Integrator;
import org.flowproof.flow.ReferenceIntegrator;
import org.flowproof.flow.structured.StructuredIntegrator;
import org.flowproof.problem.Problem;

/**
 * An integrator that the suites of this package are held against.
 *
 * @param integrator the integrator
 */
public record Candidate(Integrator integrator) {

  /** All integrators of flows. */
  static Stream<Candidate> all() {
    return Stream.of(
        new Candidate(new ReferenceIntegrator()), new Candidate(new StructuredIntegrator()));
  }

  /** Whether this is the integrator that the others are held against. */
  boolean judge() {
    return integrator instanceof ReferenceIntegrator;
  }

  /** Whether the integrator is made for a problem. */
  boolean takes(Problem problem) {
    return judge() || StructuredIntegrator.obstacle(problem).isEmpty();
  }

  @Override
  public String toString() {
    return integrator.name();
  }
}
