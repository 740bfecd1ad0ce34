package org.flowproof.flow;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.flowproof.formula.Term;
import org.flowproof.problem.Activation;
import org.flowproof.problem.Dynamics;
import org.flowproof.problem.Loss;
import org.flowproof.problem.Network;
import org.flowproof.problem.Problem;
import org.flowproof.problem.SmoothFunction;

/**
 * The definitions that hold for one model: those of the catalogue, except where its text is written
 * for the squared loss with factor 1/(2n), a piecewise linear activation and both layers trained.
 */
public final class ModelDefinitions {
  private static final Term J = new Term.Name("j");
  private static final Term K = new Term.Name("k");
  private static final String SQUARES = "Sum[(y[k] - h[k])^2, {k, n}]";

  private final Map<String, String> overrides = new HashMap<>();
  private final Map<String, String> velocities = new HashMap<>();

  /** The definitions of the model of a problem. */
  public ModelDefinitions(Problem problem) {
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
    velocities.put("a", "wD[j]");
    if (problem.network().activation() instanceof Activation.Smooth smooth) {
      smooth(smooth.function());
    }
    if (!both) {
      velocities.put("a", "0");
      overrides.put("gradNorm2", "Sum[a[j]^2*normD2[j], {j, m}]");
    }
    velocities.put("w", "a[j]*D[j,i]");
    velocities.put("rho", "a[j]*s[j,k]*r[k]*normX2[k]/n");
  }

  private void smooth(SmoothFunction function) {
    Term u = new Term.Observed("u", 0, List.of(J, K), new Term.Name("t"));
    overrides.put("sigma", function.valueAt(u));
    overrides.put("s", function.slopeAt(u));
    overrides.put("h", "Sum[a[j]*sigma[j,k], {j, m}]");
    velocities.put("a", "Sum[r[k]*sigma[j,k], {k, n}]/n");
    overrides.put(
        "gradNorm2", "Sum[a[j]^2*normD2[j] + (Sum[r[k]*sigma[j,k], {k, n}]/n)^2, {j, m}]");
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
  public Optional<String> definition(Observable observable) {
    String text = overrides.get(observable.signature().name());
    return text != null ? Optional.of(text) : observable.definition();
  }

  /** The derivative along the flow of a moving primitive; empty for what has a definition. */
  public Optional<String> velocity(String name) {
    return Optional.ofNullable(velocities.get(name));
  }
}
