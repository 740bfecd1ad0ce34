package org.flowproof.problem;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.flowproof.problem.yaml.StrictMap;
import org.flowproof.problem.yaml.StrictValue;

/** Reads the section {@code initialization} of a case file. */
final class InitializationSection {
  private static final String IMBALANCE = "imbalance";

  private InitializationSection() {}

  /**
   * Initial weights and where they come from.
   *
   * @param weights for m neurons and d inputs
   * @param origin for reports
   * @param law that can be drawn from again; empty for given weights
   */
  record Initial(Weights weights, String origin, Optional<SampledWeights> law) {}

  static Initial read(StrictMap section, Network network, DataSet data, OptionalLong otherSeed) {
    int m = network.width();
    int d = data.d();
    section.allow(CaseKeys.INITIALIZATION);
    if (section.has("given") == section.has("law")) {
      throw section.refuse(
          section.has("law") ? "law and given together" : "no initial weights",
          "either law (with scale and seed) or given (with a and w)");
    }
    if (isImbalance(section)) {
      return imbalanced(section, network, data);
    }
    if (section.has("ratio")) {
      section.find("law").ifPresent(given -> law(section));
      throw section
          .get("ratio")
          .refuse("does not go with these weights", "it beside 'law: imbalance'");
    }
    return section.has("law") ? drawn(section, network, d, otherSeed) : given(section, m, d);
  }

  /** Refuses two classes of neurons that cannot be of one size. */
  static void refuseOddWidth(StrictMap section, StrictMap networkSection, Network network) {
    if (network.width() % 2 != 0
        && section.has("law")
        && !isImbalance(section)
        && law(section) == InitialLaw.SIGNS) {
      throw networkSection
          .get("width")
          .refuse(
              "an odd number of neurons, " + network.width() + ", with 'law: signs'",
              "an even number: half of them for each sign");
    }
  }

  private static boolean isImbalance(StrictMap section) {
    return section.find("law").filter(v -> v.anyText().equals(IMBALANCE)).isPresent();
  }

  /** Refuses the limit of small starts for iterations, which have none. */
  static void refuseLimitOfDescent(StrictMap section, Dynamics dynamics) {
    if (isImbalance(section)
        && section.number("scale") == 0
        && dynamics instanceof Dynamics.Descent) {
      throw section
          .get("scale")
          .refuse("scale 0 with gradient descent", "a number above 0, such as 1e-20");
    }
  }

  private static Initial imbalanced(StrictMap section, Network network, DataSet data) {
    if (section.has("seed")) {
      throw section.get("seed").refuse("does not go with 'imbalance'", "no seed: nothing is drawn");
    }
    Optional<String> obstacle = ImbalanceStart.obstacle(data, network);
    if (obstacle.isPresent()) {
      throw section
          .get("law")
          .refuse(
              "'imbalance' with " + obstacle.get(),
              "two neurons, a smooth activation of slope other than 0 at 0, and labels that do not"
                  + " cancel");
    }
    double ratio = section.get("ratio").number();
    double scale = section.get("scale").nonNegative();
    String origin =
        "imbalance, ratio "
            + section.get("ratio").decimal().text()
            + ", scale "
            + section.get("scale").decimal().text()
            + (scale == 0 ? " (the limit of small starts, begun at the norm 1e-13)" : "");
    return new Initial(
        ImbalanceStart.of(data, network, ratio, scale == 0 ? ImbalanceStart.SMALLEST : scale),
        origin,
        Optional.empty());
  }

  private static InitialLaw law(StrictMap section) {
    Map<String, InitialLaw> laws = new LinkedHashMap<>();
    for (InitialLaw law : InitialLaw.values()) {
      laws.put(law.name().toLowerCase(Locale.ROOT), law);
    }
    Map<String, Optional<InitialLaw>> choices = new LinkedHashMap<>();
    laws.forEach((name, law) -> choices.put(name, Optional.of(law)));
    // read apart, and named here so that it is among what is expected
    choices.put(IMBALANCE, Optional.empty());
    return section.choice("law", choices).orElseThrow();
  }

  private static Initial drawn(StrictMap section, Network network, int d, OptionalLong otherSeed) {
    InitialLaw law = law(section);
    if (law == InitialLaw.SIGNS && network.trained() != Network.Trained.FIRST) {
      throw section
          .get("law")
          .refuse(
              "'signs' fixes the output weights, but both layers are trained",
              "it with 'trained: first', or one of balanced, dominated, unbalanced");
    }
    double scale = section.get("scale").positive();
    long seed = otherSeed.orElse(section.get("seed").integer(0, Long.MAX_VALUE));
    String origin =
        section.text("law") + ", scale " + section.get("scale").decimal().text() + ", seed " + seed;
    SampledWeights drawn = new SampledWeights(law, network.width(), d, scale, seed);
    return new Initial(drawn.draw(scale), origin, Optional.of(drawn));
  }

  private static Initial given(StrictMap section, int m, int d) {
    for (String key : new String[] {"scale", "seed"}) {
      if (section.has(key)) {
        throw section.get(key).refuse("does not go with 'given'", "it beside 'law'");
      }
    }
    StrictMap given = section.map("given").allow(CaseKeys.GIVEN);
    StrictValue outer = given.get("a");
    Vec a = NumberLists.vector(outer);
    if (a.length() != m) {
      throw outer.refuse(a.length() + " output weights", m + ", the width");
    }
    StrictValue hidden = given.get("w");
    Matrix w = NumberLists.matrix(hidden);
    if (w.rows() != m || w.columns() != d) {
      throw hidden.refuse(
          "hidden weights of shape " + w.rows() + " x " + w.columns(),
          m + " x " + d + ", width times dimension");
    }
    return new Initial(new Weights(w, a), "given", Optional.empty());
  }
}
