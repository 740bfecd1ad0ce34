package org.flowproof.problem;

import java.util.Map;
import java.util.OptionalLong;
import org.flowproof.problem.data.LabelledSamples;
import org.flowproof.problem.data.SampleLaw;
import org.flowproof.problem.yaml.StrictMap;
import org.flowproof.problem.yaml.StrictValue;

/** Reads the section {@code data.law} of a case file and draws from the law. */
final class LawSection {
  private final SampleLaw law;
  private final DataSet drawn;

  /**
   * @param otherSeed used in place of the seed in the file
   */
  LawSection(StrictMap given, OptionalLong otherSeed) {
    StrictMap section = given.allow(CaseKeys.LAW);
    boolean band = section.choice("kind", Map.of("gaussian", false, "band", true));
    int n = (int) section.get("samples").integer(1, 1_000_000);
    int d = (int) section.get("dimension").integer(1, 10_000);
    if ((long) n * d > LabelledSamples.MAX_ENTRIES) {
      throw section
          .get("samples")
          .refuse(n + " x " + d + " entries", "at most " + LabelledSamples.MAX_ENTRIES);
    }
    Vec beta = beta(section.get("beta"), d);
    double noise = section.get("noise").nonNegative();
    double width = band ? section.get("band").positive() : 0;
    if (!band && section.has("band")) {
      throw section.get("band").refuse("does not go with 'gaussian'", "it beside 'kind: band'");
    }
    long seed = otherSeed.orElse(section.get("seed").integer(0, Long.MAX_VALUE));
    law = new SampleLaw(n, beta, noise, width, seed);
    SampleLaw.Draw draw =
        law.draw()
            .orElseThrow(
                () ->
                    section
                        .get("band")
                        .refuse(
                            "no samples found with |<x, beta>| >= " + width + " |x|",
                            "a band well below the norm of beta"));
    String origin =
        "law "
            + (band ? "band (" + width + ")" : "gaussian")
            + ", n = "
            + n
            + ", d = "
            + d
            + ", noise "
            + noise
            + ", seed "
            + seed;
    drawn = new DataSet(draw.x(), draw.y(), origin);
  }

  /** The law with its seed. */
  SampleLaw law() {
    return law;
  }

  /** The draw. */
  DataSet drawn() {
    return drawn;
  }

  /** A list, or the word for the first unit vector of whatever dimension. */
  private static Vec beta(StrictValue value, int d) {
    if (!value.isList()) {
      value.choice(Map.of("unit", true));
      double[] first = new double[d];
      first[0] = 1;
      return Vec.of(first);
    }
    Vec beta = NumberLists.vector(value);
    if (beta.length() != d) {
      throw value.refuse(
          beta.length() + " numbers", d + ", the dimension, or 'unit': the first unit vector");
    }
    return beta;
  }
}
