package org.flowproof.cli;

import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Options of a search over the scale of the initial weights. */
final class ScaleOptions {
  private static final double SMALLEST = 1e-100;
  private static final double LARGEST = 1e3;
  private static final int MOST_STEPS = 1000;

  @Option(
      names = "--bisect-scale",
      paramLabel = "LOW,HIGH",
      converter = IntervalConverter.class,
      description = {
        "Look for the scales of the initial weights between these two at which the ending changes;",
        "each scale counts only when runs with a tenth of the tolerance and of twice the time"
            + " agree."
      })
  Interval interval;

  @Option(
      names = "--steps",
      paramLabel = "N",
      defaultValue = "12",
      description = "Scales to try, both ends included (default: ${DEFAULT-VALUE}).")
  int steps;

  @Option(
      names = "--width",
      paramLabel = "R",
      defaultValue = "1.1",
      description = "Stop when both sides of a change are within this ratio (${DEFAULT-VALUE}).")
  double width;

  /** Two scales, the smaller first. */
  record Interval(double low, double high) {}

  Optional<Interval> interval() {
    return Optional.ofNullable(interval);
  }

  /**
   * Refuses numbers out of range.
   *
   * @throws UsageException when one is
   */
  void require() {
    if (steps < 2 || steps > MOST_STEPS) {
      throw new UsageException("--steps: expected a number from 2 to " + MOST_STEPS);
    }
    if (!(width > 1 && width <= LARGEST)) {
      throw new UsageException("--width: expected a number above 1 and at most " + LARGEST);
    }
  }

  /** Two decimals with a comma between them. */
  static final class IntervalConverter implements ITypeConverter<Interval> {
    @Override
    public Interval convert(String text) {
      String number = "[0-9]{1,20}([.][0-9]{1,20})?([eE][+-]?[0-9]{1,3})?";
      if (text.matches(number + "," + number)) {
        double low = Double.parseDouble(text.substring(0, text.indexOf(',')));
        double high = Double.parseDouble(text.substring(text.indexOf(',') + 1));
        if (low >= SMALLEST && low < high && high <= LARGEST) {
          return new Interval(low, high);
        }
      }
      throw new TypeConversionException(
          "'"
              + text
              + "' is not two scales such as 1e-3,1e-1, the smaller first, from "
              + SMALLEST
              + " to "
              + LARGEST);
    }
  }
}
