package org.flowproof.problem;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.flowproof.problem.data.LabelledSamples;
import org.flowproof.problem.data.SampleLaw;
import org.flowproof.problem.yaml.StrictMap;
import org.flowproof.problem.yaml.StrictValue;

/** Reads the section {@code data.law} of a case file and draws from the law. */
final class LawSection {
  /** Keys that only some kinds of laws have. */
  private static final List<String> OWN =
      List.of("beta", "noise", "band", "norm", "overlap", "classes", "from", "to");

  private final Optional<SampleLaw> law;
  private final long seed;
  private final DataSet drawn;

  /** The kinds of laws. */
  private enum Kind {
    GAUSSIAN,
    BAND,
    LABELLED_GAUSSIAN,
    NEARLY_ORTHOGONAL
  }

  /**
   * @param otherSeed used in place of the seed in the file
   */
  LawSection(StrictMap given, OptionalLong otherSeed) {
    StrictMap section = given.allow(CaseKeys.LAW);
    Map<String, Kind> kinds = new LinkedHashMap<>();
    kinds.put("gaussian", Kind.GAUSSIAN);
    kinds.put("band", Kind.BAND);
    kinds.put("labelled-gaussian", Kind.LABELLED_GAUSSIAN);
    kinds.put("nearly-orthogonal", Kind.NEARLY_ORTHOGONAL);
    Kind kind = section.choice("kind", kinds);
    if (kind == Kind.LABELLED_GAUSSIAN || kind == Kind.NEARLY_ORTHOGONAL) {
      LabelledLawSection labelled =
          new LabelledLawSection(section, kind == Kind.NEARLY_ORTHOGONAL, otherSeed);
      law = Optional.empty();
      seed = labelled.seed();
      drawn = labelled.drawn();
      return;
    }
    boolean band = kind == Kind.BAND;
    int n = (int) section.get("samples").integer(1, 1_000_000);
    int d = dimension(section, n);
    Vec beta = beta(section.get("beta"), d);
    double noise = section.get("noise").nonNegative();
    double width = band ? section.get("band").positive() : 0;
    if (!band && section.has("band")) {
      throw section.get("band").refuse("does not go with 'gaussian'", "it beside 'kind: band'");
    }
    refuseOthers(section, band ? "band" : "gaussian", List.of("beta", "noise", "band"));
    seed = otherSeed.orElse(section.get("seed").integer(0, Long.MAX_VALUE));
    SampleLaw sampled = new SampleLaw(n, beta, noise, width, seed);
    law = Optional.of(sampled);
    SampleLaw.Draw draw =
        sampled
            .draw()
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

  /** The dimension, where so many samples of it can be kept. */
  static int dimension(StrictMap section, int n) {
    int d = (int) section.get("dimension").integer(1, 10_000);
    if ((long) n * d > LabelledSamples.MAX_ENTRIES) {
      throw section
          .get("samples")
          .refuse(n + " x " + d + " entries", "at most " + LabelledSamples.MAX_ENTRIES);
    }
    return d;
  }

  /** Refuses the keys of other kinds. */
  static void refuseOthers(StrictMap section, String kind, List<String> allowed) {
    for (String key : OWN) {
      if (section.has(key) && !allowed.contains(key)) {
        throw section
            .get(key)
            .refuse("does not go with '" + kind + "'", "it beside another kind of law");
      }
    }
  }

  /** The law with its seed; empty for laws that are not drawn again with another n. */
  Optional<SampleLaw> law() {
    return law;
  }

  /** The seed used. */
  long seed() {
    return seed;
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
