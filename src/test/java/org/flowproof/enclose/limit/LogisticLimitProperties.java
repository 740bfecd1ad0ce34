package org.flowproof.enclose.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;

/** Flows of which it is said that the loss tends to 0 are followed for a hundred times as long. */
class LogisticLimitProperties {
  @Property(tries = 300, seed = "3101")
  void noRunContradictsALimit(@ForAll long seed) {
    LogisticAttack attack = LogisticAttack.of(LogisticAttack.problem(seed));
    assertEquals("", attack.contradiction());
    Statistics.label("said")
        .collect(attack.said(), attack.turning() ? "by the drift" : "by the cone");
    Statistics.label("said")
        .coverage(
            c -> {
              c.check("VANISHES", "by the drift").percentage(p -> p > 4);
              c.check("VANISHES", "by the cone").percentage(p -> p > 5);
              c.check("CONE", "by the drift").percentage(p -> p > 5);
            });
    // bounds that are far too large would not be found by flows that stay inside
    Statistics.label("part of the ball").collect(Math.ceil(4 * attack.ball()) / 4);
    Statistics.label("part of the ball").coverage(c -> c.check(1.0).percentage(p -> p > 5));
  }
}
