package org.flowproof.enclose.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.flowproof.enclose.interval.Interval;
import org.flowproof.formula.Proposition.Relation;
import org.flowproof.formula.Truth;
import org.junit.jupiter.api.Test;

class SignSetTest {
  private static final SignSet ZERO = SignSet.of(0);
  private static final SignSet NOT_NEGATIVE = SignSet.of(Interval.of(0, 1));

  @Test
  void relationsHoldWhenEverySignAllowsThem() {
    assertEquals(Truth.TRUE, NOT_NEGATIVE.compare(Relation.GREATER_OR_EQUAL));
    assertEquals(Truth.FALSE, NOT_NEGATIVE.compare(Relation.LESS));
    assertEquals(Truth.UNDECIDED, NOT_NEGATIVE.compare(Relation.GREATER));
    assertEquals(Truth.UNDECIDED, NOT_NEGATIVE.compare(Relation.EQUAL));
    assertEquals(Truth.TRUE, ZERO.compare(Relation.EQUAL));
    assertEquals(Truth.FALSE, ZERO.compare(Relation.NOT_EQUAL));
    assertEquals(Truth.UNDECIDED, SignSet.of(Interval.ENTIRE).compare(Relation.LESS_OR_EQUAL));
  }

  @Test
  void aTieIsLeftInTheDirectionOfTheSlope() {
    assertEquals(SignSet.of(1), ZERO.moving(Interval.of(1, 2)));
    assertEquals(SignSet.of(-1), ZERO.moving(Interval.of(-2, -1)));
    assertEquals(NOT_NEGATIVE, ZERO.moving(Interval.of(0, 2)));
    assertEquals(ZERO, ZERO.moving(Interval.ZERO));
    assertEquals(SignSet.ANY, ZERO.moving(Interval.of(-1, 2)));
    assertEquals(SignSet.ANY, ZERO.moving(Interval.ENTIRE));
  }

  @Test
  void aSignSurvivesOnlyMotionAwayFromZero() {
    assertEquals(SignSet.of(1), SignSet.of(1).moving(Interval.of(0, 2)));
    assertEquals(SignSet.ANY, SignSet.of(1).moving(Interval.of(-1, 0)));
    assertEquals(SignSet.ANY, SignSet.of(-1).moving(Interval.of(1, 2)));
    assertEquals(SignSet.of(-1), SignSet.of(-1).moving(Interval.ZERO));
  }

  @Test
  void contradictionsAreNotTakenForKnowledge() {
    assertThrows(IllegalStateException.class, () -> SignSet.of(1).and(SignSet.of(-1)));
  }
}
