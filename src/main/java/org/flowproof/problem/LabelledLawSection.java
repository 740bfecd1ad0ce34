package org.flowproof.problem;

import java.util.List;
import java.util.OptionalLong;
import org.flowproof.problem.data.LabelledGaussianLaw;
import org.flowproof.problem.data.LabelledLaw;
import org.flowproof.problem.data.LabelledSamples;
import org.flowproof.problem.data.NearlyOrthogonalLaw;
import org.flowproof.problem.yaml.StrictMap;
import org.flowproof.problem.yaml.StrictValue;

/** Reads a section {@code data.law} of a law with labels 1 and -1. */
final class LabelledLawSection {
  private final StrictMap section;
  private final long seed;
  private final LabelledLaw law;

  /**
   * @param nearlyOrthogonal the kind: nearly orthogonal, or else Gaussian
   * @param otherSeed used in place of the seed in the file
   */
  LabelledLawSection(StrictMap section, boolean nearlyOrthogonal, OptionalLong otherSeed) {
    this.section = section;
    int n = (int) section.get("samples").integer(2, 1_000_000);
    int d = LawSection.dimension(section, n);
    int[] classes = classes(n);
    this.seed = otherSeed.orElse(section.get("seed").integer(0, Long.MAX_VALUE));
    if (nearlyOrthogonal) {
      law = nearlyOrthogonal(n, d, classes);
    } else {
      LawSection.refuseOthers(section, "labelled-gaussian", List.of("classes"));
      law = new LabelledGaussianLaw(classes[0], classes[1], d, seed);
    }
  }

  /** The numbers of samples with label 1 and -1. */
  private int[] classes(int n) {
    StrictValue value = section.get("classes");
    if (!value.isList()) {
      value.choice(java.util.Map.of("balanced", true));
      return new int[] {n - n / 2, n / 2};
    }
    List<StrictValue> each = value.list();
    String expected = "'balanced', or the numbers of samples with label 1 and -1, " + n + " in all";
    if (each.size() != 2) {
      throw value.refuse("a list of " + each.size(), expected);
    }
    int plus = (int) each.get(0).integer(1, 1_000_000);
    int minus = (int) each.get(1).integer(1, 1_000_000);
    if (plus + minus != n) {
      throw value.refuse(plus + " and " + minus + " samples", expected);
    }
    return new int[] {plus, minus};
  }

  private LabelledLaw nearlyOrthogonal(int n, int d, int[] classes) {
    LawSection.refuseOthers(section, "nearly-orthogonal", List.of("classes", "norm", "overlap"));
    if (n > NearlyOrthogonalLaw.MOST_SAMPLES) {
      throw section
          .get("samples")
          .refuse(n + " nearly orthogonal samples", "at most " + NearlyOrthogonalLaw.MOST_SAMPLES);
    }
    if (d < n) {
      throw section
          .get("dimension")
          .refuse(n + " samples of dimension " + d, "at least as many dimensions as samples");
    }
    StrictValue size = section.get("norm");
    double norm = size.positive();
    if (norm < NearlyOrthogonalLaw.LEAST_NORM || norm > NearlyOrthogonalLaw.MOST_NORM) {
      throw size.refuse(
          "unusable number: " + size.decimal().text(),
          "a number from "
              + NearlyOrthogonalLaw.LEAST_NORM
              + " to "
              + NearlyOrthogonalLaw.MOST_NORM);
    }
    StrictValue overlap = section.get("overlap");
    double most = overlap.nonNegative();
    double least = NearlyOrthogonalLaw.LEAST_SHARE * norm * norm;
    double limit = norm * norm / (n - 1);
    if (most > 0 && !(most >= least && most < limit)) {
      throw overlap.refuse(
          "inner products of up to " + overlap.decimal().text(),
          "0, or a number from "
              + least
              + " to below "
              + limit
              + ", which is norm^2/(samples - 1)");
    }
    return new NearlyOrthogonalLaw(classes[0], classes[1], d, norm, most, seed);
  }

  /** The seed used. */
  long seed() {
    return seed;
  }

  /** The draw. */
  DataSet drawn() {
    LabelledSamples samples;
    try {
      samples = law.draw();
    } catch (IllegalArgumentException e) {
      throw section.refuse("cannot be drawn: " + e.getMessage(), "a smaller overlap");
    }
    return new DataSet(samples.x(), samples.y(), law.words());
  }
}
