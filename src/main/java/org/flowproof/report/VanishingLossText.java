package org.flowproof.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.flowproof.enclose.interval.Interval;
import org.flowproof.enclose.limit.VanishingLoss;

/** What is said of a loss that tends to 0, in numbers. */
final class VanishingLossText {
  /** Times of the table are the time from which on sides stay times these. */
  private static final List<Integer> LATER = List.of(1, 2, 10, 100, 1000);

  private static final int DIGITS = 9;

  private final Apparatus apparatus;
  private final String key;

  VanishingLossText(Apparatus apparatus, String key) {
    this.apparatus = apparatus;
    this.key = key;
  }

  /** For {@code tube.ftl}. */
  Map<String, Object> model(VanishingLoss theorem) {
    List<List<String>> rows = new ArrayList<>();
    for (int times : LATER) {
      // what is printed is the time, and a double next to it on either side encloses the loss
      BigDecimal time =
          new BigDecimal(theorem.from())
              .multiply(BigDecimal.valueOf(times))
              .round(new MathContext(DIGITS, RoundingMode.CEILING));
      double near = time.doubleValue();
      Interval loss =
          Interval.hull(
              theorem.lossAt(Math.max(theorem.from(), Math.nextDown(near))),
              theorem.lossAt(Math.nextUp(near)));
      rows.add(
          List.of(
              "$"
                  + define(
                      "limit-at-" + times,
                      "\\num{" + time.stripTrailingZeros().toPlainString() + "}")
                  + "$",
              define("limit-loss-" + times, OutwardNumbers.interval(loss))));
    }
    return Map.of(
        "slowest",
        define("limit-slowest", num(theorem.slowest(), RoundingMode.FLOOR)),
        "fastest",
        define("limit-fastest", num(theorem.fastest(), RoundingMode.CEILING)),
        "inverse",
        define("limit-inverse", OutwardNumbers.interval(theorem.inverse())),
        "fitted",
        define("limit-fitted", OutwardNumbers.above(theorem.fitted(), 9)),
        "margin",
        theorem.margin().map(m -> define("limit-margin", OutwardNumbers.interval(m))).orElse(""),
        "rows",
        rows);
  }

  private static String num(double value, RoundingMode mode) {
    return "\\num{" + OutwardNumbers.text(value, 5, mode) + "}";
  }

  private String define(String name, String body) {
    return apparatus.numbers().define(key + "-" + name, body);
  }
}
