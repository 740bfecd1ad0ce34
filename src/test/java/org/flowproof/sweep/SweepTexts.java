package org.flowproof.sweep;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.flowproof.sweep.plan.SweepLoader;
import org.flowproof.sweep.plan.SweepPlan;

/** A small sweep of twelve points whose runs take milliseconds, and changes of it. */
public final class SweepTexts {
  public static final String GOOD =
      """
      format: 1
      sweep: sample
      title: A sample
      case:
        data:
          law: {kind: band, band: 0.2, samples: 4, dimension: 2, beta: unit, noise: 0.5, seed: 1}
        network: {width: 3, activation: relu, trained: both}
        loss: {kind: squared, factor: 1/(2n)}
        initialization: {law: dominated, scale: 1e-3, seed: 1}
        dynamics: {kind: flow, tolerance: 1e-8, stop: {time: 4}}
      axes:
        samples: [4, 8]
        scale: [1e-3, 1e-2]
        seed: {from: 1, count: 3}
      judge: {scale: false, tolerance: false, horizon: false}
      quick:
        seed: {from: 1, count: 1}
      threshold: {axis: samples, ending: LEAST_SQUARES, share: 0.5}
      """;

  private SweepTexts() {}

  /** The good sweep with pieces replaced, in pairs of old and new, as a file. */
  public static Path file(Path directory, String... changes) {
    String text = GOOD;
    for (int i = 0; i < changes.length; i += 2) {
      assertTrue(text.contains(changes[i]), changes[i]);
      text = text.replace(changes[i], changes[i + 1]);
    }
    try {
      return Files.writeString(directory.resolve("sample.yaml"), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The plan of such a file. */
  public static SweepPlan plan(Path directory, String... changes) {
    return SweepLoader.load(file(directory, changes), false, OptionalLong.empty());
  }
}
