package org.flowproof.check.margins;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.flowproof.problem.Dynamics;
import org.flowproof.problem.Vectors;

/**
 * The largest constants with which a problem meets the hypotheses of the theorem. Its paper does
 * not state how large they have to be, so that nothing here says that they are large enough.
 *
 * <p>The theorem's m is the number of neurons of one class, each with output weight {@code 1/m} or
 * {@code -1/m}, and its loss is a mean over samples; a step for another factor is converted.
 */
final class HypothesisConstants {
  private static final double ROUNDING = 1e-12;

  private final Classifier classifier;
  private final double delta;
  private final double shortest2;
  private final double longest2;
  private final double product;

  HypothesisConstants(Classifier classifier, double delta) {
    this.classifier = classifier;
    this.delta = delta;
    double least = Double.POSITIVE_INFINITY;
    double most = 0;
    double p = 0;
    for (int i = 0; i < classifier.n(); i++) {
      least = Math.min(least, classifier.gram(i, i));
      most = Math.max(most, classifier.gram(i, i));
      for (int k = 0; k < i; k++) {
        p = Math.max(p, Math.abs(classifier.gram(i, k)));
      }
    }
    shortest2 = least;
    longest2 = most;
    product = p;
  }

  /**
   * {@code R_min^2 / (n p R^2)} with {@code R = R_max / R_min}; infinite for orthogonal samples.
   */
  double ratio() {
    return shortest2 / (classifier.n() * product * (longest2 / shortest2));
  }

  /** Whether samples are orthogonal up to the rounding of their coordinates. */
  boolean orthogonal() {
    return product <= ROUNDING * shortest2 / classifier.n();
  }

  List<HypothesisConstant> all() {
    List<HypothesisConstant> all = new ArrayList<>(List.of(nearness(), step()));
    if (classifier.slope() > 0) {
      all.add(scale());
    } else {
      all.add(width());
    }
    return all;
  }

  /** The form of the network that the theorem asks for, in words; empty when it has it. */
  String formDiffers() {
    List<String> differs = new ArrayList<>();
    int m = classifier.m();
    int positive = 0;
    boolean equal = m % 2 == 0;
    for (int j = 0; j < m; j++) {
      positive += classifier.a(j) > 0 ? 1 : 0;
      equal &= Math.abs(Math.abs(classifier.a(j)) * m / 2 - 1) <= ROUNDING;
    }
    if (2 * positive != m) {
      differs.add(positive + " of " + m + " output weights are positive");
    }
    if (!equal) {
      differs.add("output weights are not 1/m' and -1/m' with m' half the width");
    }
    if (!(classifier.problem().dynamics() instanceof Dynamics.Descent)) {
      differs.add("the dynamics is gradient flow");
    }
    return String.join("; ", differs);
  }

  private HypothesisConstant nearness() {
    double gamma4 = Math.pow(classifier.slope(), 4);
    boolean leaky = classifier.slope() > 0;
    return new HypothesisConstant(
        "near-orthogonality",
        leaky ? "R_min^2 >= C R^2 gamma^-4 n p" : "R_min^2 >= C R^2 n p",
        leaky ? ratio() * gamma4 : ratio(),
        String.format(
            Locale.ROOT,
            "R_min %.6g, R_max %.6g, p %.4g, n %d; R_min^2/(n p R^2) = %.4g",
            Math.sqrt(shortest2),
            Math.sqrt(longest2),
            product,
            classifier.n(),
            ratio()));
  }

  private HypothesisConstant step() {
    double perClass = classifier.m() / 2.0;
    // the mean over samples has factor 1/n
    double eta = classifier.step() * classifier.factor() * classifier.n();
    boolean descends = classifier.problem().dynamics() instanceof Dynamics.Descent;
    return new HypothesisConstant(
        "step",
        "eta <= (C R_max^2/(n m))^-1",
        descends ? classifier.n() * perClass / (eta * longest2) : Double.POSITIVE_INFINITY,
        descends
            ? String.format(Locale.ROOT, "eta %.4g for the mean loss", eta)
            : "gradient flow has no step");
  }

  private HypothesisConstant scale() {
    double perClass = classifier.m() / 2.0;
    double[] w = classifier.problem().initial().w().toRowMajor();
    double sigma = Vectors.safeNorm(w) / Math.sqrt(w.length);
    double log = Math.log(perClass * classifier.n() / delta);
    return new HypothesisConstant(
        "scale",
        "sigma_0 <= gamma (C R_max Sqrt(log(m n/delta)))^-1",
        sigma == 0
            ? Double.POSITIVE_INFINITY
            : classifier.slope() / (sigma * Math.sqrt(longest2) * Math.sqrt(log)),
        String.format(
            Locale.ROOT,
            "sigma_0 %.4g, the root mean square of the initial weights; delta %s",
            sigma,
            delta));
  }

  private HypothesisConstant width() {
    double perClass = classifier.m() / 2.0;
    return new HypothesisConstant(
        "width",
        "m >= C log(n/delta)",
        perClass / Math.log(classifier.n() / delta),
        String.format(Locale.ROOT, "m %s neurons of each class; delta %s", whole(perClass), delta));
  }

  private static String whole(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }
}
