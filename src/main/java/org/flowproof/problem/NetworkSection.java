package org.flowproof.problem;

import org.flowproof.formula.FormulaException;
import org.flowproof.problem.yaml.StrictMap;
import org.flowproof.problem.yaml.StrictValue;

/** Reads the sections {@code network} and {@code loss} of a case file. */
final class NetworkSection {
  private static final int MAX_WIDTH = 1_000_000;
  private static final int MAX_FORMULA = 200;

  /** What is meant as one of the names; {@code z} alone is a formula. */
  private static final String WORD = "[A-Za-z-]{2,}";

  private NetworkSection() {}

  static Network network(StrictMap section) {
    section.allow(CaseKeys.NETWORK);
    int width = (int) section.get("width").integer(1, MAX_WIDTH);
    Activation activation = activation(section);
    Network.Trained trained = section.choice("trained", Network.Trained.byText());
    return new Network(width, activation, trained);
  }

  private static Activation activation(StrictMap section) {
    StrictValue value = section.get("activation");
    double slope = 0;
    if (value.isMap()) {
      StrictValue leaky = value.map().allow(CaseKeys.ACTIVATION).get("leaky");
      slope = leaky.nonNegative();
      if (slope >= 1) {
        throw leaky.refuse("out of range: " + leaky.decimal().text(), "a slope in [0, 1)");
      }
    } else if (!value.text().matches(WORD)) {
      return smooth(section, formula(value));
    } else if (value.choice(Choices.of("relu", false, "tanh", true))) {
      return smooth(section, SmoothFunction.tanh());
    }
    double atZero = slope;
    if (section.has("derivative-at-zero")) {
      StrictValue given = section.get("derivative-at-zero");
      atZero = given.number();
      if (atZero < slope || atZero > 1) {
        throw given.refuse(
            "out of range: " + given.decimal().text(), "a number from " + slope + " to 1");
      }
    }
    return new Activation.Leaky(slope, atZero);
  }

  private static Activation smooth(StrictMap section, SmoothFunction function) {
    if (section.has("derivative-at-zero")) {
      throw section
          .get("derivative-at-zero")
          .refuse("does not go with a smooth activation", "it beside relu or leaky");
    }
    return new Activation.Smooth(function);
  }

  private static SmoothFunction formula(StrictValue value) {
    if (value.text().length() > MAX_FORMULA) {
      throw value.refuse(
          "a formula of " + value.text().length() + " characters",
          "at most " + MAX_FORMULA + " characters");
    }
    try {
      return SmoothFunction.of(value.text());
    } catch (FormulaException | IllegalArgumentException e) {
      throw value.refuse(
          "no smooth activation: " + e.getMessage(),
          "relu, tanh, {leaky: slope}, or a formula in z that is 0 at 0, such as z/(1+z^2)");
    }
  }

  static Loss loss(StrictMap section) {
    section.allow(CaseKeys.LOSS);
    return new Loss(
        section.choice("kind", Loss.Kind.byText()), section.choice("factor", Loss.Factor.byText()));
  }
}
