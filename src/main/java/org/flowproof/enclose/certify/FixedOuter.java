package org.flowproof.enclose.certify;

import java.util.Optional;
import org.flowproof.enclose.path.FlowModel;
import org.flowproof.enclose.path.PathStep;

/** Output weights that are not trained: they have no error, so their path is what they are. */
final class FixedOuter {
  private FixedOuter() {}

  /** Refuses a path that has them elsewhere. */
  static Optional<Refusal> moved(FlowModel model, PathStep step) {
    for (int j = 0; j < model.m() && !model.bothLayers(); j++) {
      boolean fixed = step.outer(j).coefficient(0) == model.problem().initial().a().get(j);
      for (int l = 0; l < step.outer(j).pairs(); l++) {
        fixed &= step.outer(j).rest(l) == 0;
      }
      for (int l = 1; l <= step.degree(); l++) {
        fixed &= step.outer(j).coefficient(l) == 0;
      }
      if (!fixed) {
        return Optional.of(
            new Refusal(Refusal.Kind.TUBE, j, -1, "the path moves an output weight that is fixed"));
      }
    }
    return Optional.empty();
  }
}
