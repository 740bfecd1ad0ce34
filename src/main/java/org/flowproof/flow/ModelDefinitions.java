package org.flowproof.flow;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.flowproof.problem.Activation;
import org.flowproof.problem.Dynamics;
import org.flowproof.problem.Loss;
import org.flowproof.problem.Network;
import org.flowproof.problem.Problem;

/**
 * The definitions that hold for one model: those of the catalogue, except where its text is written
 * for the squared loss with factor 1/(2n), a piecewise linear activation and both layers trained.
 */
final class ModelDefinitions {
  private static final String SQUARES = "Sum[(y[k] - h[k])^2, {k, n}]";

  private final Map<String, String> overrides = new HashMap<>();
  private final Map<String, String> velocities = new HashMap<>();

  ModelDefinitions(Problem problem) {
    boolean tanh = problem.network().activation() instanceof Activation.Tanh;
    boolean both = problem.network().trained() == Network.Trained.BOTH;
    Loss loss = problem.loss();
    if (loss.kind() == Loss.Kind.SQUARED) {
      squared(loss.factor());
    } else {
      margins(loss);
    }
    if (problem.dynamics() instanceof Dynamics.Flow flow
        && flow.residual() == Dynamics.Residual.LABELS) {
      overrides.put("r", "y[k]");
    }
    overrides.put("mse", SQUARES + "/n");
    if (tanh) {
      overrides.put("h", "Sum[a[j]*Tanh[u[j,k]], {j, m}]");
      overrides.put("s", "1 - Tanh[u[j,k]]^2");
      velocities.put("a", "Sum[r[k]*Tanh[u[j,k]], {k, n}]/n");
      overrides.put(
          "gradNorm2", "Sum[a[j]^2*normD2[j] + (Sum[r[k]*Tanh[u[j,k]], {k, n}]/n)^2, {j, m}]");
    } else {
      velocities.put("a", "wD[j]");
    }
    if (!both) {
      velocities.put("a", "0");
      overrides.put("gradNorm2", "Sum[a[j]^2*normD2[j], {j, m}]");
    }
    velocities.put("w", "a[j]*D[j,i]");
    velocities.put("rho", "a[j]*s[j,k]*r[k]*normX2[k]/n");
  }

  private void squared(Loss.Factor factor) {
    switch (factor) {
      case HALF_MEAN -> overrides.put("loss", SQUARES + "/(2*n)");
      case MEAN -> {
        overrides.put("r", "2*(y[k] - h[k])");
        overrides.put("loss", SQUARES + "/n");
      }
      case HALF_SUM -> {
        overrides.put("r", "n*(y[k] - h[k])");
        overrides.put("loss", SQUARES + "/2");
      }
      case SUM -> {
        overrides.put("r", "2*n*(y[k] - h[k])");
        overrides.put("loss", SQUARES);
      }
    }
  }

  private void margins(Loss loss) {
    String scale =
        switch (loss.factor()) {
          case HALF_MEAN -> "1/(2*n)";
          case MEAN -> "1/n";
          case HALF_SUM -> "1/2";
          case SUM -> "1";
        };
    boolean logistic = loss.kind() == Loss.Kind.LOGISTIC;
    String pull = logistic ? "/(1 + Exp[y[k]*h[k]])" : "*Exp[-(y[k]*h[k])]";
    String term = logistic ? "Log[1 + Exp[-(y[k]*h[k])]]" : "Exp[-(y[k]*h[k])]";
    overrides.put("r", "n*(" + scale + ")*y[k]" + pull);
    overrides.put("loss", "(" + scale + ")*Sum[" + term + ", {k, n}]");
  }

  /** The definition of an observable in this model; empty for primitives. */
  Optional<String> definition(Observable observable) {
    String text = overrides.get(observable.signature().name());
    return text != null ? Optional.of(text) : observable.definition();
  }

  /** The derivative along the flow of a moving primitive, {@code a} or {@code w}. */
  String velocity(String name) {
    return velocities.get(name);
  }
}
