package org.flowproof.enclose.ode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class DecimalRangeTest {

  @Test
  void endsAreRoundedOutward() {
    DecimalRange range = range("1.2345678", "1.2346789");
    assertEquals("[1.23456, 1.23468]", range.text());
    assertEquals("[-1.23468, -1.23456]", range("-1.2346789", "-1.2345678").text());
    assertEquals("[0, 0]", range("0", "0").text());
  }

  @Test
  void aKnownNumberMayBeOneOffInItsLastDecimal() {
    DecimalRange range = range("0.33333333", "0.33333334");
    assertTrue(range.admits(new BigDecimal("0.3333")));
    assertTrue(range.admits(new BigDecimal("0.3334")));
    assertFalse(range.admits(new BigDecimal("0.3335")));
    assertFalse(range.admits(new BigDecimal("0.3332")));
  }

  @Test
  void widthsAreRoundedUp() {
    assertEquals(0, range("0.1", "0.10").width());
    assertTrue(new BigDecimal(range("0", "0.1").width()).compareTo(new BigDecimal("0.1")) >= 0);
  }

  private static DecimalRange range(String lower, String upper) {
    return new DecimalRange(new BigDecimal(lower), new BigDecimal(upper));
  }
}
