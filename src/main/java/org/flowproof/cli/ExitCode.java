package org.flowproof.cli;

/** The exit codes, the same for every command. */
final class ExitCode {
  /** Everything came out as expected. */
  static final int OK = 0;

  /** A claim is violated or refuted, or a verdict or number differs from the expected one. */
  static final int DIFFERENT = 1;

  /** Bad input or a bad command line. */
  static final int INPUT = 2;

  /** Something that should be decided is not: too close to call, out of time, open steps. */
  static final int UNKNOWN = 3;

  /** Ended by Ctrl-C with part of the result written; 128 and the number of the signal SIGINT. */
  static final int INTERRUPTED = 130;

  /** A fault of Flowproof itself; the number is EX_SOFTWARE of sysexits.h. */
  static final int INTERNAL = 70;

  private ExitCode() {}

  /** The code of two results together: what is wrong outweighs what is open. */
  static int worse(int one, int other) {
    return weight(one) >= weight(other) ? one : other;
  }

  private static int weight(int code) {
    return switch (code) {
      case OK -> 0;
      case UNKNOWN, INTERRUPTED -> 1;
      case DIFFERENT -> 2;
      case INPUT -> 3;
      default -> 4;
    };
  }
}
