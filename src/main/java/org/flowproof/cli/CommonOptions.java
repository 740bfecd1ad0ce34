package org.flowproof.cli;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options that every command takes. */
final class CommonOptions {
  private static final int MOST_THREADS = 256;
  private static final int LONGEST_TIMEOUT = 1_000_000;

  @Option(
      names = "--json",
      description = "Print the result as JSON on standard output; messages stay on standard error.")
  boolean json;

  @Option(
      names = "--seed",
      paramLabel = "N",
      converter = SeedConverter.class,
      description = "Use this seed instead of every seed in the case.")
  Long seed;

  @Option(
      names = "--threads",
      paramLabel = "N",
      converter = ThreadsConverter.class,
      description =
          "Work on this many cases, claims or points at once; results do not depend on it.")
  Integer threads;

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      converter = TimeoutConverter.class,
      description =
          "Give up on a run, a claim, a proof or a point after this time; the verdict is UNKNOWN.")
  Duration timeout;

  @Option(
      names = {"-q", "--quiet"},
      description = "Print no messages other than errors.")
  boolean quiet;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help and exit.")
  boolean help;

  OptionalLong seed() {
    return seed == null ? OptionalLong.empty() : OptionalLong.of(seed);
  }

  Optional<Duration> timeout() {
    return Optional.ofNullable(timeout);
  }

  int threads() {
    return threads == null ? Runtime.getRuntime().availableProcessors() : threads;
  }

  /** Decimal digits only: Java's own reading takes 010 for 8. */
  static final class SeedConverter implements ITypeConverter<Long> {
    @Override
    public Long convert(String text) {
      return decimal(text, Long.MAX_VALUE, "a whole number from 0 to " + Long.MAX_VALUE);
    }
  }

  /** A number of threads. */
  static final class ThreadsConverter implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
      String expected = "a whole number from 1 to " + MOST_THREADS;
      long value = decimal(text, MOST_THREADS, expected);
      if (value == 0) {
        throw new TypeConversionException("'" + text + "' is not " + expected);
      }
      return (int) value;
    }
  }

  /** Seconds, possibly with decimals. */
  static final class TimeoutConverter implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String text) {
      if (text.matches("[0-9]{1,9}([.][0-9]{1,9})?")) {
        BigDecimal seconds = new BigDecimal(text);
        if (seconds.signum() > 0 && seconds.compareTo(BigDecimal.valueOf(LONGEST_TIMEOUT)) <= 0) {
          return Duration.ofNanos(seconds.movePointRight(9).longValueExact());
        }
      }
      throw new TypeConversionException(
          "'" + text + "' is not a number of seconds, positive and at most " + LONGEST_TIMEOUT);
    }
  }

  private static long decimal(String text, long most, String expected) {
    if (text.matches("[0-9]{1,19}")) {
      BigDecimal value = new BigDecimal(text);
      if (value.compareTo(BigDecimal.valueOf(most)) <= 0) {
        return value.longValueExact();
      }
    }
    throw new TypeConversionException("'" + text + "' is not " + expected);
  }
}
