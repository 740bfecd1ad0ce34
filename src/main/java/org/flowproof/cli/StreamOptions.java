package org.flowproof.cli;

import java.time.Duration;
import java.util.Optional;
import org.flowproof.flow.stream.OutputTimes;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options of {@code run} that have the run followed while it goes on. */
final class StreamOptions {
  private static final Duration USUAL = Duration.ofMinutes(10);

  @Option(
      names = "--times",
      paramLabel = "TIMES",
      converter = TimesConverter.class,
      description =
          "Read the observables at these times: log:FIRST:LAST:COUNT, linear:FIRST:LAST:COUNT, or"
              + " increasing times between commas.")
  OutputTimes times;

  @Option(
      names = "--observables",
      paramLabel = "FORMULAS",
      description =
          "Read these formulas, between commas; with a free index j, k or i, for each neuron, sample"
              + " or coordinate. Otherwise loss, N, gradNorm2 and what the case plots.")
  String observables;

  @Option(
      names = "--checkpoint",
      paramLabel = "DIR",
      description =
          "Save the run to DIR/run.checkpoint from time to time and when interrupted; a name that"
              + " ends in .checkpoint is taken for the file itself.")
  String checkpoint;

  @Option(
      names = "--every",
      paramLabel = "SECONDS",
      converter = CommonOptions.TimeoutConverter.class,
      description = "How often to save; 600 by default.")
  Duration every;

  @Option(
      names = "--resume",
      paramLabel = "FILE",
      description =
          "Go on from a checkpoint, with the same case, times and observables; the result is the one"
              + " of an uninterrupted run.")
  String resume;

  /** Whether any of them was given. */
  boolean any() {
    return times != null || observables != null || checkpoint != null || resume != null;
  }

  Duration every() {
    return Optional.ofNullable(every).orElse(USUAL);
  }

  /** Output times. */
  static final class TimesConverter implements ITypeConverter<OutputTimes> {
    @Override
    public OutputTimes convert(String text) {
      try {
        return OutputTimes.parse(text);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(e.getMessage());
      }
    }
  }
}
