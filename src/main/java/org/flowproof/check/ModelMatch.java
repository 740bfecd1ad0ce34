package org.flowproof.check;

import java.util.Optional;
import org.flowproof.problem.Activation;
import org.flowproof.problem.Dynamics;
import org.flowproof.problem.Loss;
import org.flowproof.problem.Network;
import org.flowproof.problem.Problem;
import org.flowproof.proof.Claim;
import org.flowproof.proof.RunReading;
import org.flowproof.proof.Setting;
import org.flowproof.proof.Subject;

/** Whether a problem is of the kind a claim speaks about. */
final class ModelMatch {
  private ModelMatch() {}

  /** What does not fit, as a sentence; empty when all of it fits. */
  static Optional<String> mismatch(Subject subject, Problem problem) {
    if (subject instanceof Setting setting) {
      return setting
          .runs()
          .map(reading -> run(reading, setting, problem))
          .orElseGet(
              () ->
                  Optional.of(
                      "the claim is about the setting "
                          + setting.id()
                          + ", which no case describes"));
    }
    Claim.Model model = (Claim.Model) subject;
    return loss(model.loss(), problem.loss())
        .or(() -> layers(model.layers(), problem.network()))
        .or(() -> activation(model.activation(), problem.network().activation()))
        .or(() -> motion(model.motion(), problem.dynamics()));
  }

  private static Optional<String> run(RunReading reading, Setting setting, Problem problem) {
    Loss wanted = new Loss(reading.loss(), reading.factor());
    if (!problem.loss().equals(wanted)) {
      return differs("loss", name(wanted), name(problem.loss()));
    }
    if (problem.network().trained() != reading.trained()) {
      return differs("layers", name(reading.trained()), name(problem.network().trained()));
    }
    return activation(reading.activation(), problem.network().activation())
        .or(
            () ->
                motion(
                    setting.motion() == Setting.Motion.DESCENT
                        ? Claim.Model.Motion.DESCENT
                        : Claim.Model.Motion.FLOW,
                    problem.dynamics()));
  }

  private static String name(Loss loss) {
    return "the " + loss.kind().text() + " loss with factor " + loss.factor().text();
  }

  private static String name(Network.Trained trained) {
    return trained == Network.Trained.BOTH ? "both layers being trained" : "fixed output weights";
  }

  private static Optional<String> loss(Claim.Model.LossKind kind, Loss loss) {
    boolean fits =
        switch (kind) {
          case ANY -> true;
          case SQUARED_HALF_MEAN ->
              loss.kind() == Loss.Kind.SQUARED && loss.factor() == Loss.Factor.HALF_MEAN;
        };
    return fits
        ? Optional.empty()
        : differs("loss", name(new Loss(Loss.Kind.SQUARED, Loss.Factor.HALF_MEAN)), name(loss));
  }

  private static Optional<String> layers(Claim.Model.Layers layers, Network network) {
    boolean fits = layers == Claim.Model.Layers.ANY || network.trained() == Network.Trained.BOTH;
    return fits
        ? Optional.empty()
        : differs("layers", name(Network.Trained.BOTH), name(Network.Trained.FIRST));
  }

  private static Optional<String> activation(
      Claim.Model.ActivationKind kind, Activation activation) {
    boolean fits =
        switch (kind) {
          case SMOOTH -> activation instanceof Activation.Smooth;
          case LEAKY_OR_RELU -> activation instanceof Activation.Leaky;
          case RELU -> activation instanceof Activation.Leaky leaky && leaky.slope() == 0;
        };
    if (fits) {
      return Optional.empty();
    }
    String wanted =
        switch (kind) {
          case SMOOTH -> "a smooth activation";
          case LEAKY_OR_RELU -> "ReLU or leaky ReLU";
          case RELU -> "ReLU (slope 0)";
        };
    String got =
        activation instanceof Activation.Leaky leaky
            ? "leaky ReLU with slope " + leaky.slope()
            : "the smooth activation " + ((Activation.Smooth) activation).function().text();
    return differs("activation", wanted, got);
  }

  private static Optional<String> motion(Claim.Model.Motion motion, Dynamics dynamics) {
    if (motion == Claim.Model.Motion.DESCENT) {
      return dynamics instanceof Dynamics.Descent
          ? Optional.empty()
          : differs("dynamics", "gradient descent", "a gradient flow");
    }
    Dynamics.Residual wanted =
        motion == Claim.Model.Motion.FLOW ? Dynamics.Residual.FULL : Dynamics.Residual.LABELS;
    if (dynamics instanceof Dynamics.Flow flow) {
      return flow.residual() == wanted
          ? Optional.empty()
          : differs("dynamics", name(wanted), name(flow.residual()));
    }
    return differs("dynamics", name(wanted), "gradient descent");
  }

  private static String name(Dynamics.Residual residual) {
    return residual == Dynamics.Residual.FULL
        ? "the gradient flow"
        : "the early-alignment flow (labels in place of residuals)";
  }

  private static Optional<String> differs(String what, String wanted, String got) {
    return Optional.of(what + ": the claim is about " + wanted + ", the problem has " + got);
  }
}
