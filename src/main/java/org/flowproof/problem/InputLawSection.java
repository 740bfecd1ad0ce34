package org.flowproof.problem;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.DoubleSupplier;
import org.flowproof.problem.yaml.StrictMap;

/** Reads a section {@code data.law} of samples without labels, which a target makes. */
final class InputLawSection {
  private final StrictMap section;
  private final Matrix x;
  private final OptionalLong seed;
  private final String origin;

  /** The kinds of laws. */
  private enum Kind {
    EVEN,
    NORMAL,
    UNIFORM
  }

  /**
   * @param otherSeed used in place of the seed in the file
   */
  InputLawSection(StrictMap given, OptionalLong otherSeed) {
    section = given.allow(CaseKeys.LAW);
    Map<String, Kind> kinds = new LinkedHashMap<>();
    for (Kind kind : Kind.values()) {
      kinds.put(kind.name().toLowerCase(Locale.ROOT), kind);
    }
    Kind kind = section.choice("kind", kinds);
    List<String> own = kind == Kind.NORMAL ? List.of() : List.of("from", "to");
    String name = kind.name().toLowerCase(Locale.ROOT);
    LawSection.refuseOthers(section, name, own);
    if (kind == Kind.EVEN) {
      refuse("dimension");
      refuse("seed");
      int n = (int) section.get("samples").integer(2, 1_000_000);
      x = Matrix.ofRowMajor(n, 1, even(n, from(), to()));
      seed = OptionalLong.empty();
      origin = "law even, n = " + n + ", from " + from() + " to " + to();
      return;
    }
    int n = (int) section.get("samples").integer(1, 1_000_000);
    int d = LawSection.dimension(section, n);
    long used = otherSeed.orElse(section.get("seed").integer(0, Long.MAX_VALUE));
    SeededStream points = new SeededStream(used, SeededStream.Purpose.SAMPLES);
    boolean uniform = kind == Kind.UNIFORM;
    double from = uniform ? from() : 0;
    double to = uniform ? to() : 0;
    DoubleSupplier next =
        uniform
            ? () -> {
              double u = points.nextUniform();
              return from * (1 - u) + to * u;
            }
            : points::nextGaussian;
    double[] drawn = new double[n * d];
    for (int i = 0; i < drawn.length; i++) {
      drawn[i] = next.getAsDouble();
    }
    x = Matrix.ofRowMajor(n, d, drawn);
    seed = OptionalLong.of(used);
    String range = uniform ? " from " + from + " to " + to : "";
    origin = "law " + name + range + ", n = " + n + ", d = " + d + ", seed " + used;
  }

  private static double[] even(int n, double from, double to) {
    double[] points = new double[n];
    for (int k = 0; k < n; k++) {
      points[k] = (from * (n - 1 - k) + to * k) / (n - 1);
    }
    return points;
  }

  private double from() {
    return section.get("from").number();
  }

  private double to() {
    double to = section.get("to").number();
    if (!(from() < to)) {
      throw section.get("to").refuse("not above 'from'", "a number above " + from());
    }
    return to;
  }

  private void refuse(String key) {
    if (section.has(key)) {
      throw section.get(key).refuse("does not go with 'even'", "it beside another kind of law");
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
