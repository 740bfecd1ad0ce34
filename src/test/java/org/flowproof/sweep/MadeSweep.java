package org.flowproof.sweep;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.flowproof.check.outcome.Ending;
import org.flowproof.problem.SeededStream;

/**
 * Sweeps whose results are made up: a seed ends at half-sample least squares from about {@code 4
 * d^1.5} samples on, later at the larger scale.
 */
public final class MadeSweep {
  private MadeSweep() {}

  /** Numbers of samples by dimensions by two scales by 20 seeds, with every kind of trouble. */
  public static SweepTable large(double... dimensions) {
    return table(
        List.of(
            axis("samples", "data.law.samples", 8, 12, 20, 32, 50, 80, 100, 150),
            axis("dimension", "data.law.dimension", dimensions),
            axis("scale", "initialization.scale", 1e-3, 1e-6),
            new Axis(
                "seed",
                List.of("data.law.seed", "initialization.seed"),
                axis("", "", 20).values())));
  }

  /** Numbers of samples by seeds. */
  public static SweepTable small() {
    return table(
        List.of(
            axis("samples", "data.law.samples", 8, 20, 40, 80), axis("seed", "data.law.seed", 6)));
  }

  private static Axis axis(String name, String key, double... numbers) {
    List<AxisValue> values = new ArrayList<>();
    if (key.isEmpty() || key.endsWith("seed")) {
      for (int i = 1; i <= numbers[0]; i++) {
        values.add(AxisValue.of(i));
      }
    } else {
      for (double number : numbers) {
        values.add(AxisValue.of(number));
      }
    }
    return new Axis(name, List.of(key), values);
  }

  private static SweepTable table(List<Axis> axes) {
    List<PointResult> results = new ArrayList<>();
    SeededStream stream = new SeededStream(5, SeededStream.Purpose.TEST);
    int count = axes.stream().mapToInt(a -> a.values().size()).reduce(1, (a, b) -> a * b);
    for (int index = 0; index < count; index++) {
      Map<String, AxisValue> values = new LinkedHashMap<>();
      int rest = index;
      for (int i = axes.size() - 1; i >= 0; i--) {
        values.put(
            axes.get(i).name(), axes.get(i).values().get(rest % axes.get(i).values().size()));
        rest /= axes.get(i).values().size();
      }
      Map<String, AxisValue> ordered = new LinkedHashMap<>();
      axes.forEach(a -> ordered.put(a.name(), values.get(a.name())));
      Point point = new Point(index, ordered, "%064x".formatted(index));
      result(point, stream).ifPresent(results::add);
    }
    return new SweepTable(
        "sweeps/made-up",
        "A sweep with 100% made_up results & trouble",
        "Notes with a_b and \\\\textbf{no} effect.",
        axes,
        Optional.of(new ThresholdQuestion("samples", "HALF_LEAST_SQUARES", 0.5)),
        results);
  }

  private static Optional<PointResult> result(Point point, SeededStream stream) {
    double n = point.number("samples");
    double d = point.values().containsKey("dimension") ? point.number("dimension") : 5;
    boolean large = point.values().containsKey("scale") && point.number("scale") > 1e-4;
    double u = stream.nextUniform();
    double noise = 0.1 * stream.nextGaussian();
    double distance = Math.log(n / (4 * Math.pow(d, 1.5) * (large ? 3 : 1))) + 5 * noise;
    if (u < 0.01) {
      return Optional.empty();
    } else if (u < 0.02) {
      return Optional.of(
          PointResult.undecided(
              point, PointResult.Status.FAILED, "IllegalStateException: step " + n, 1.5));
    } else if (u < 0.03) {
      return Optional.of(
          PointResult.undecided(
              point, PointResult.Status.TIMED_OUT, "not decided within 60 s", 60));
    }
    Ending ending =
        distance > 0.4
            ? Ending.HALF_LEAST_SQUARES
            : distance < -0.8 ? Ending.INTERPOLATION : Ending.OTHER;
    double law = 0.25 * Math.max(0, 1 - 2 * d / n);
    SortedMap<String, Double> numbers = new TreeMap<>();
    numbers.put("noiseVariance", 0.25);
    numbers.put("predictedMse", law);
    double spread = Math.exp(noise);
    numbers.put(
        "trainMse",
        switch (ending) {
          case INTERPOLATION -> 1e-20 * spread;
          case OTHER -> 0.3 * law * spread;
          default -> law * spread;
        });
    numbers.put("testMse", (0.25 + 3.0 * d / n) * spread);
    numbers.put("meanCosine", Math.tanh(1 + distance / 2) - 0.1 * u);
    numbers.put("directions", ending == Ending.HALF_LEAST_SQUARES ? 2.0 : 2 + Math.rint(30 * u));
    SortedMap<String, String> reruns = new TreeMap<>();
    reruns.put("scale", (u < 0.1 ? Ending.OTHER : ending).name());
    reruns.put("horizon", ending.name());
    boolean same = reruns.get("scale").equals(ending.name());
    return Optional.of(
        new PointResult(
            point,
            PointResult.Status.DONE,
            "",
            ending.name(),
            same,
            same ? "" : "the run ends elsewhere with the square of the scale",
            numbers,
            3 + u,
            reruns));
  }
}
