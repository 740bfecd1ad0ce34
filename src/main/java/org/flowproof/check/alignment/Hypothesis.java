package org.flowproof.check.alignment;

import java.util.Optional;

/**
 * One hypothesis of the theorem on one problem.
 *
 * @param id short name
 * @param says what it asks for, a phrase
 * @param status whether it is met
 * @param detail what was found, a phrase
 * @param sides the number that was compared and what it was compared with
 */
public record Hypothesis(
    String id, String says, Status status, String detail, Optional<Sides> sides) {

  /** Whether a hypothesis is met. */
  public enum Status {
    MET,
    NOT_MET,
    /** It could be decided, but was not: a value is missing or too close to call. */
    UNKNOWN,
    /** No data set can show it; nothing that was looked at speaks against it. */
    NOT_DECIDABLE
  }

  /** A number and its bound. */
  public record Sides(double value, double bound) {}

  static Hypothesis of(String id, String says, Status status, String detail) {
    return new Hypothesis(id, says, status, detail, Optional.empty());
  }

  static Hypothesis of(
      String id, String says, boolean met, String detail, double value, double bound) {
    return new Hypothesis(
        id, says, met ? Status.MET : Status.NOT_MET, detail, Optional.of(new Sides(value, bound)));
  }

  /** Its name and what was found, one line. */
  public String text() {
    return id + ": " + detail;
  }
}
