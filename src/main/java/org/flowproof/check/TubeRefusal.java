package org.flowproof.check;

import org.flowproof.problem.ExpectedEnclosure;

/**
 * Why a tube does not reach the time that was asked for.
 *
 * @param kind what is not proven
 * @param time that is reached, 0 when nothing is enclosed
 * @param text one clause for people, with numbers
 */
public record TubeRefusal(ExpectedEnclosure.Refused.Kind kind, double time, String text) {

  /** Whether this is what a case expects. */
  boolean meets(ExpectedEnclosure.Refused expected) {
    return kind == expected.kind() && expected.after() <= time && time <= expected.before();
  }
}
