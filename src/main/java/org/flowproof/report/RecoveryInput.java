package org.flowproof.report;

import java.util.List;
import java.util.Optional;
import org.flowproof.check.recovery.RecoveryRequest;
import org.flowproof.sweep.Refinement;
import org.flowproof.sweep.recovery.Published;

/**
 * What the appendix of a sweep of recovery needs besides.
 *
 * @param request how runs were judged
 * @param refinement where the grid was made finer
 * @param published what results are held against
 */
public record RecoveryInput(
    RecoveryRequest request, Optional<Refinement> refinement, List<Published> published) {
  public RecoveryInput {
    published = List.copyOf(published);
  }
}
