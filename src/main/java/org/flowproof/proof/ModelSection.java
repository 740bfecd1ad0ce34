package org.flowproof.proof;

import java.util.Map;
import org.flowproof.problem.yaml.StrictMap;

/** Reads the section {@code model} of a claim file. */
final class ModelSection {
  private ModelSection() {}

  static Claim.Model read(StrictMap section) {
    StrictMap map = section.allow("loss", "layers", "activation", "dynamics");
    return new Claim.Model(
        map.choice(
            "loss",
            Map.of(
                "squared-half-mean",
                Claim.Model.LossKind.SQUARED_HALF_MEAN,
                "any",
                Claim.Model.LossKind.ANY)),
        map.choice(
            "layers", Map.of("both", Claim.Model.Layers.BOTH, "any", Claim.Model.Layers.ANY)),
        map.choice("activation", Claim.Model.ActivationKind.piecewiseLinear()),
        map.choice(
            "dynamics",
            Map.of(
                "flow",
                Claim.Model.Motion.FLOW,
                "early-alignment",
                Claim.Model.Motion.EARLY_ALIGNMENT_FLOW,
                "descent",
                Claim.Model.Motion.DESCENT)));
  }
}
