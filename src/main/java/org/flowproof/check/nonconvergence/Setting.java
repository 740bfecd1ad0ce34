package org.flowproof.check.nonconvergence;

import java.util.ArrayList;
import java.util.List;
import org.flowproof.check.nonconvergence.Assumption.Status;
import org.flowproof.formula.Rational;
import org.flowproof.problem.Activation;
import org.flowproof.problem.Dynamics;
import org.flowproof.problem.Loss;
import org.flowproof.problem.Network;
import org.flowproof.problem.Problem;
import org.flowproof.problem.Weights;

/** What both theorems ask of the problem beside its data. */
final class Setting {
  private static final String MODEL = "Model";
  private static final String MODEL_SAYS = "gradient flow of the squared loss, ReLU, both layers";
  private static final String START = "Start (4)";
  private static final String START_SAYS = "|a_j(0)| >= |w_j(0)| for all j";

  private Setting() {}

  /** The model; a factor of the loss changes the time scale only. */
  static Assumption model(Problem problem) {
    List<String> wrong = new ArrayList<>();
    if (!(problem.dynamics() instanceof Dynamics.Flow flow)) {
      wrong.add("it is descent");
    } else if (flow.residual() != Dynamics.Residual.FULL) {
      wrong.add("the labels alone drive the flow");
    }
    if (problem.loss().kind() != Loss.Kind.SQUARED) {
      wrong.add("the loss is not squared");
    }
    if (!(problem.network().activation() instanceof Activation.Leaky leaky) || leaky.slope() != 0) {
      wrong.add("the activation is not ReLU");
    }
    if (problem.network().trained() != Network.Trained.BOTH) {
      wrong.add("the output weights are fixed");
    }
    Status status = wrong.isEmpty() ? Status.MET : Status.NOT_MET;
    return new Assumption(MODEL, MODEL_SAYS, status, List.of(), String.join(", ", wrong));
  }

  /** Domination, equation (4), exactly; the neuron with the least of it is shown. */
  static Assumption start(Problem problem) {
    Weights initial = problem.initial();
    Comparison worst = null;
    boolean met = true;
    for (int j = 0; j < problem.network().width(); j++) {
      Rational a2 = Rational.ofDouble(initial.a().get(j)).pow(2);
      Rational w2 = Rational.ZERO;
      for (double entry : initial.w().row(j)) {
        w2 = w2.plus(Rational.ofDouble(entry).pow(2));
      }
      boolean dominated = a2.compareTo(w2) >= 0;
      met &= dominated;
      double left = Math.sqrt(a2.toDouble());
      double right = Math.sqrt(w2.toDouble());
      Comparison one = new Comparison("j = " + (j + 1), left, ">=", right, dominated);
      boolean worse = worst == null || (worst.met() && !dominated);
      if (worse || (worst.met() == dominated && one.margin() < worst.margin())) {
        worst = one;
      }
    }
    Status status = met ? Status.MET : Status.NOT_MET;
    return new Assumption(START, START_SAYS, status, List.of(worst), "");
  }
}
