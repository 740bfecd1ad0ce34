package org.flowproof.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.DoubleFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.flowproof.formula.Truth;

class ThresholdSearchProperties {
  private static Truth of(boolean holds) {
    return holds ? Truth.TRUE : Truth.FALSE;
  }

  private static Threshold decades(DoubleFunction<Truth> test) {
    return ThresholdSearch.overDecades(-20, 6, test);
  }

  @Property(tries = 100)
  void findsTheLastValueThatHolds(@ForAll @DoubleRange(min = -19.5, max = 5.5) double exponent) {
    double edge = Math.pow(10, exponent);
    Threshold below = decades(v -> of(v <= edge));
    assertEquals(Threshold.Shape.UP_TO, below.shape());
    assertTrue(below.value() <= edge && edge <= below.value() * (1 + 1.1e-7));
    assertTrue(below.accuracy() <= 1.1e-7);
    Threshold above = decades(v -> of(v >= edge));
    assertEquals(Threshold.Shape.FROM, above.shape());
    assertTrue(above.value() >= edge && above.value() <= edge * (1 + 1.1e-7));
  }
}
