package org.flowproof.problem;

import java.util.List;
import java.util.OptionalLong;
import org.flowproof.problem.yaml.StrictMap;

/** Reads a section {@code data.law} of samples without labels, which a target makes. */
final class InputLawSection {
  private final Matrix x;
  private final OptionalLong seed;
  private final String origin;

  /**
   * @param otherSeed used in place of the seed in the file
   */
  InputLawSection(StrictMap given, OptionalLong otherSeed) {
    StrictMap section = given.allow(CaseKeys.LAW);
    boolean even = section.choice("kind", Choices.of("even", true, "normal", false));
    if (even) {
      LawSection.refuseOthers(section, "even", List.of("from", "to"));
      refuse(section, "dimension");
      refuse(section, "seed");
      int n = (int) section.get("samples").integer(2, 1_000_000);
      double from = section.get("from").number();
      double to = section.get("to").number();
      if (!(from < to)) {
        throw section.get("to").refuse("not above 'from'", "a number above " + from);
      }
      double[] points = new double[n];
      for (int k = 0; k < n; k++) {
        points[k] = (from * (n - 1 - k) + to * k) / (n - 1);
      }
      x = Matrix.ofRowMajor(n, 1, points);
      seed = OptionalLong.empty();
      origin = "law even, n = " + n + ", from " + from + " to " + to;
      return;
    }
    LawSection.refuseOthers(section, "normal", List.of());
    int n = (int) section.get("samples").integer(1, 1_000_000);
    int d = LawSection.dimension(section, n);
    long used = otherSeed.orElse(section.get("seed").integer(0, Long.MAX_VALUE));
    SeededStream points = new SeededStream(used, SeededStream.Purpose.SAMPLES);
    double[] drawn = new double[n * d];
    for (int i = 0; i < drawn.length; i++) {
      drawn[i] = points.nextGaussian();
    }
    x = Matrix.ofRowMajor(n, d, drawn);
    seed = OptionalLong.of(used);
    origin = "law normal, n = " + n + ", d = " + d + ", seed " + used;
  }

  private static void refuse(StrictMap section, String key) {
    if (section.has(key)) {
      throw section.get(key).refuse("does not go with 'even'", "it beside 'kind: normal'");
    }
  }

  /** The samples as rows. */
  Matrix x() {
    return x;
  }

  /** The seed used; empty for samples that are not drawn. */
  OptionalLong seed() {
    return seed;
  }

  /** Where they come from, for readers. */
  String origin() {
    return origin;
  }
}
