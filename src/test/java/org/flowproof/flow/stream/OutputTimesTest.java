package org.flowproof.flow.stream;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutputTimesTest {

  @Test
  void gridsBeginAndEndWhereTheySay() {
    double[] even = OutputTimes.parse("linear:0:50:101").times().toArray();
    assertEquals(101, even.length);
    assertEquals(0, even[0]);
    assertEquals(12.5, even[25]);
    assertEquals(50, even[100]);
    double[] log = OutputTimes.parse("log:1e-3:1e4:8").times().toArray();
    assertEquals(1e-3, log[0]);
    assertEquals(1e4, log[7]);
    for (int i = 1; i < log.length; i++) {
      assertEquals(10, log[i] / log[i - 1], 1e-12);
    }
  }

  @Test
  void listsAreTakenAsTheyAre() {
    assertArrayEquals(
        new double[] {0, 1, 2.5, 1e3}, OutputTimes.parse("0,1, 2.5,1e3").times().toArray());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|'' is not a time",
        "1,1|1 does not exceed the time before it",
        "2,1|1 does not exceed",
        "-1,2|'-1' is not a time",
        "NaN|'NaN' is not a time",
        "1e999|'1e999' is not a time",
        "0x1p3|is not a time",
        "log:0:1:5|time 0 has no logarithm",
        "log:1:10|2 values after the kind",
        "log:10:1:5|the first time is not before the last",
        "linear:0:1:1|1 times",
        "linear:0:1:1e3|'1e3' is not a count",
        "linear:0:1:99999999|99999999 times",
        "linear:1:1.0000000000000002:9|closer together",
        "geo:1:2:3|an unknown kind of times"
      })
  void whatIsNoListOfTimesIsRefused(String text, String problem) {
    IllegalArgumentException refusal =
        assertThrows(IllegalArgumentException.class, () -> OutputTimes.parse(text));
    assertTrue(refusal.getMessage().contains(problem), refusal.getMessage());
    assertTrue(refusal.getMessage().contains("; expected "), refusal.getMessage());
  }
}
