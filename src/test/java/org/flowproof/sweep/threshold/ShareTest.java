package org.flowproof.sweep.threshold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShareTest {
  /**
   * Quantiles of the beta distribution from SciPy 1.17.1, {@code scipy.stats.beta.ppf}. The row 7
   * of 20 is also in the tables of Clopper and Pearson: 0.15 and 0.59.
   */
  @ParameterizedTest
  @CsvSource({
    "20, 0, 0, 0.8315665290169146, 1",
    "0, 20, 0, 0, 0.1684334709830853",
    "7, 13, 0, 0.15390920478454118, 0.5921885345328282",
    "1, 4, 0, 0.0050507633794680575, 0.7164179361180895",
    "10, 30, 0, 0.126914798932845, 0.4119619801514299",
    "7, 9, 4, 0.15390920478454118, 0.7694221032240758"
  })
  void intervalOfClopperAndPearson(int reached, int missed, int unknown, double low, double high) {
    Interval interval = new Share(reached, missed, unknown, 3).interval(0.95);
    assertEquals(low, interval.lower(), 1e-8);
    assertEquals(high, interval.upper(), 1e-8);
  }

  /** Whatever the unknown runs are, the interval of the decided table lies inside. */
  @Test
  void intervalCoversBothReadings() {
    Interval open = new Share(5, 9, 6, 0).interval(0.9);
    for (int more = 0; more <= 6; more++) {
      Interval closed = new Share(5 + more, 15 - more, 0, 0).interval(0.9);
      assertTrue(open.lower() <= closed.lower() && closed.upper() <= open.upper());
    }
  }

  @Test
  void unknownRunsAreNeitherSuccessNorFailure() {
    Share share = Share.of(Tables.of(List.of(4.0), "++-??  ").readings().get(0));
    assertEquals(new Share(2, 1, 2, 2), share);
    assertEquals(2.0 / 3, share.value());
    assertEquals(5, share.made());
  }

  @Test
  void nothingIsKnownWithoutRuns() {
    Share share = new Share(0, 0, 0, 4);
    assertTrue(Double.isNaN(share.value()));
    assertEquals(new Interval(0, 1), share.interval(0.95));
    assertThrows(IllegalArgumentException.class, () -> share.interval(1));
    assertThrows(IllegalArgumentException.class, () -> new Share(-1, 0, 0, 0));
    assertThrows(IllegalArgumentException.class, () -> new Interval(1, Double.NaN));
  }
}
