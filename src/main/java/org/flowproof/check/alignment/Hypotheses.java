package org.flowproof.check.alignment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.flowproof.check.alignment.Hypothesis.Status;
import org.flowproof.flow.cones.ConeLookup;
import org.flowproof.flow.cones.ExtremalVector;
import org.flowproof.formula.Rational;
import org.flowproof.problem.Activation;
import org.flowproof.problem.Dynamics;
import org.flowproof.problem.Loss;
import org.flowproof.problem.Network;
import org.flowproof.problem.Problem;

/** The hypotheses of the theorem on one problem. Decided exactly wherever numbers are rational. */
final class Hypotheses {
  /** Relative error of lambda and lambda*, which are rounded some times. */
  private static final double ROUNDING = 1e-12;

  private final Problem problem;

  Hypotheses(Problem problem) {
    this.problem = problem;
  }

  /** Those about the kind of problem; the others need a problem of that kind. */
  Hypothesis model() {
    List<String> differs = new ArrayList<>();
    if (!(problem.network().activation() instanceof Activation.Leaky)) {
      differs.add("the activation is smooth");
    }
    if (problem.network().trained() != Network.Trained.BOTH) {
      differs.add("the output weights are fixed");
    }
    if (problem.loss().kind() == Loss.Kind.EXPONENTIAL) {
      differs.add("the derivative of the exponential loss is not Lipschitz");
    }
    if (problem.dynamics() instanceof Dynamics.Descent) {
      differs.add("the dynamics is gradient descent");
    } else if (problem.dynamics() instanceof Dynamics.Flow flow
        && flow.residual() != Dynamics.Residual.FULL) {
      differs.add("labels stand in place of the residuals");
    }
    return Hypothesis.of(
        "model",
        "gradient flow, ReLU or leaky ReLU, both layers trained",
        differs.isEmpty() ? Status.MET : Status.NOT_MET,
        differs.isEmpty() ? "as in the problem" : String.join("; ", differs));
  }

  /** All of them, given the phase. */
  List<Hypothesis> all(Phase phase) {
    return List.of(
        model(), loss(), generic(phase), domination(), scale(phase), saddles(phase), small(phase));
  }

  private Hypothesis loss() {
    Rational lipschitz = ConeLookup.lipschitz(problem);
    boolean met = lipschitz.compareTo(Rational.ONE) <= 0;
    double value = lipschitz.toDouble();
    return Hypothesis.of(
        "loss",
        "Assumption 1: the derivative of the loss of a sample is 1-Lipschitz",
        met,
        "its Lipschitz constant is "
            + number(value)
            + " with factor "
            + problem.loss().factor().text()
            + (met ? "" : ", too large by the factor " + number(value) + "; 1/(2n) would do"),
        value,
        1);
  }

  private Hypothesis generic(Phase phase) {
    String says = "Assumption 2: samples and labels are a draw from a law with a density";
    List<String> against = new ArrayList<>();
    List<Integer> sharing = phase.cones().sharingTheirKink();
    if (!sharing.isEmpty()) {
      against.add(
          sharing.size()
              + " samples share a line through 0, sample "
              + (sharing.get(0) + 1)
              + " among them");
    }
    for (int k = 0; k < problem.data().n(); k++) {
      if (problem.data().y().get(k) == 0) {
        against.add("label " + (k + 1) + " is 0");
      }
    }
    if (phase.constants().delta() == 0) {
      against.add("an extremal vector is not stable (delta_0 = 0)");
    }
    return against.isEmpty()
        ? Hypothesis.of(
            "generic",
            says,
            Status.NOT_DECIDABLE,
            "data cannot show it; no two samples on one line through 0, no label 0, delta_0 > 0")
        : Hypothesis.of("generic", says, Status.NOT_MET, String.join("; ", against));
  }

  private Hypothesis domination() {
    int failing = 0;
    int worst = 0;
    double largest = -1;
    for (int j = 0; j < problem.network().width(); j++) {
      Rational a2 = Rational.ofDouble(problem.initial().a().get(j)).pow(2);
      Rational w2 = Conserved.norm2(problem.initial().w().row(j));
      failing += a2.compareTo(w2) < 0 ? 1 : 0;
      double ratio =
          w2.signum() == 0
              ? 0
              : a2.signum() == 0
                  ? Double.POSITIVE_INFINITY
                  : Math.sqrt(w2.dividedBy(a2).toDouble());
      if (ratio > largest) {
        largest = ratio;
        worst = j + 1;
      }
    }
    return Hypothesis.of(
        "domination",
        "|w_j(0)| <= |a_j(0)| for all j",
        failing == 0,
        (failing == 0 ? "" : "fails for " + failing + " neurons; ")
            + "the largest |w_j|/|a_j| is "
            + number(largest)
            + ", at j = "
            + worst,
        largest,
        1);
  }

  private static Hypothesis scale(Phase phase) {
    InitialScale scale = phase.scale();
    return Hypothesis.of(
        "scale",
        "(5): (m/lambda^2) times the mean of a_j(0)^2 over j <= k is at most 1 for all k",
        scale.met(),
        (scale.asked() ? "" : "lambda is the smallest with that; ")
            + "the largest is "
            + number(scale.largestMean())
            + ", at k = "
            + scale.prefix(),
        scale.largestMean(),
        1);
  }

  private static Hypothesis saddles(Phase phase) {
    List<String> numbers = new ArrayList<>();
    for (int i = 0; i < phase.vectors().size(); i++) {
      if (phase.vectors().get(i).shape() == ExtremalVector.Shape.SADDLE) {
        numbers.add(Integer.toString(i + 1));
      }
    }
    return Hypothesis.of(
        "saddles",
        "G has no saddle",
        numbers.isEmpty(),
        numbers.isEmpty()
            ? "none among " + phase.vectors().size() + " extremal vectors"
            : numbers.size()
                + " of "
                + phase.vectors().size()
                + " extremal vectors: no. "
                + String.join(", ", numbers),
        numbers.size(),
        0);
  }

  private static Hypothesis small(Phase phase) {
    String says = "lambda < lambda* of (21)";
    Optional<Double> largest = phase.largestScale();
    if (largest.isEmpty()) {
      return Hypothesis.of(
          "small", says, Status.UNKNOWN, "lambda* has no value: " + phase.scaleFailure());
    }
    double lambda = phase.scale().lambda();
    double bound = largest.get();
    String detail = number(lambda) + " against " + number(bound);
    if (Math.abs(lambda - bound) <= ROUNDING * bound) {
      return Hypothesis.of("small", says, Status.UNKNOWN, detail + ", too close to call");
    }
    return Hypothesis.of(
        "small",
        says,
        lambda < bound,
        detail
            + (lambda < bound
                ? ""
                : bound == 0 ? "" : ", too large by the factor " + number(lambda / bound)),
        lambda,
        bound);
  }

  private static String number(double value) {
    return value == 0
        ? "0"
        : String.format(Locale.ROOT, "%.6g", value)
            .replaceFirst("(\\.\\d*?)0+(e|$)", "$1$2")
            .replaceFirst("[.](e|$)", "$1");
  }
}
