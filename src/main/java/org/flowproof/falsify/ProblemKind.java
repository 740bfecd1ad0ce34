package org.flowproof.falsify;

import java.util.Optional;
import org.flowproof.check.Applicability;
import org.flowproof.problem.Dynamics;
import org.flowproof.problem.Loss;
import org.flowproof.problem.Network;
import org.flowproof.proof.Claim;
import org.flowproof.proof.RunReading;
import org.flowproof.proof.Setting;

/**
 * The parts of a problem that a claim fixes.
 *
 * @param loss the training loss
 * @param trained which layers move
 * @param activation which activations to draw
 * @param motion flow, early-alignment flow or descent
 * @param method the integrator that it needs, {@code AUTO} when any will do
 */
public record ProblemKind(
    Loss loss,
    Network.Trained trained,
    Claim.Model.ActivationKind activation,
    Claim.Model.Motion motion,
    Dynamics.Method method) {
  /** The observable that only one integrator knows. */
  private static final String COEFFICIENT = "rho";

  /** Flows of the squared loss on both layers, with ReLU or leaky ReLU. */
  public static ProblemKind flow() {
    return new ProblemKind(
        new Loss(Loss.Kind.SQUARED, Loss.Factor.HALF_MEAN),
        Network.Trained.BOTH,
        Claim.Model.ActivationKind.LEAKY_OR_RELU,
        Claim.Model.Motion.FLOW,
        Dynamics.Method.AUTO);
  }

  /** Why no run is an instance of a claim; empty when some are. */
  public static Optional<String> obstacle(Claim claim) {
    return claim
        .setting()
        .filter(setting -> setting.runs().isEmpty())
        .map(
            setting ->
                "the claim is about the setting " + setting.id() + ", which no case describes");
  }

  /**
   * The kind of problem that a claim is about; where it leaves a choice open, squared loss and both
   * layers.
   *
   * @throws IllegalArgumentException when no run is an instance of it
   */
  public static ProblemKind of(Claim claim) {
    obstacle(claim)
        .ifPresent(
            why -> {
              throw new IllegalArgumentException(why);
            });
    Dynamics.Method method =
        Applicability.observables(claim).contains(COEFFICIENT)
            ? Dynamics.Method.COEFFICIENTS
            : Dynamics.Method.AUTO;
    return claim
        .setting()
        .map(setting -> of(setting, method))
        .orElseGet(() -> of(claim.model().orElseThrow()));
  }

  /** The kind of problem of a model. */
  public static ProblemKind of(Claim.Model model) {
    ProblemKind usual = flow();
    return new ProblemKind(
        usual.loss(), usual.trained(), model.activation(), model.motion(), usual.method());
  }

  private static ProblemKind of(Setting setting, Dynamics.Method method) {
    RunReading reading = setting.runs().orElseThrow();
    return new ProblemKind(
        new Loss(reading.loss(), reading.factor()),
        reading.trained(),
        reading.activation(),
        setting.motion() == Setting.Motion.DESCENT
            ? Claim.Model.Motion.DESCENT
            : Claim.Model.Motion.FLOW,
        method);
  }

  /** Whether the labels are classes, +1 and -1. */
  public boolean classifies() {
    return loss.kind() != Loss.Kind.SQUARED;
  }
}
