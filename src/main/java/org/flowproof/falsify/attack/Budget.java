package org.flowproof.falsify.attack;

import java.time.Duration;
import java.util.Optional;

/**
 * How much an attack may cost.
 *
 * @param seed of all draws
 * @param tries random problems, at least 1
 * @param climbing evaluations of all climbs together, at least 0
 * @param shrinking problems tried to make a violation small, at least 0
 * @param time of wall clock after which nothing more is begun, if limited
 * @param threads that may be used; the result does not depend on it, unless time runs out
 */
public record Budget(
    long seed, int tries, int climbing, int shrinking, Optional<Duration> time, int threads) {
  public Budget {
    if (tries < 1 || climbing < 0 || shrinking < 0 || threads < 1) {
      throw new IllegalArgumentException("a budget needs a try, a thread and no negative number");
    }
  }
}
