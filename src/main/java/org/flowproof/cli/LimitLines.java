package org.flowproof.cli;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.flowproof.check.TubeRun;
import org.flowproof.enclose.limit.LimitObstacle;
import org.flowproof.enclose.limit.LimitTheorem;
import org.flowproof.enclose.limit.TerminalCertifier;
import org.flowproof.enclose.limit.VanishingLoss;

/** What is proven of t to infinity, in words. All bounds are rounded outward. */
final class LimitLines {
  private static final int DIGITS = 17;
  private static final int SHORT = 3;
  private static final int RATE = 6;
  private static final int TIME = 10;

  private LimitLines() {}

  static TubeRun.Limit of(TerminalCertifier.Outcome outcome) {
    if (outcome instanceof TerminalCertifier.Outcome.Proven proven) {
      return new TubeRun.Limit(Optional.of(proven.theorem()), converges(proven.theorem()));
    }
    if (outcome instanceof TerminalCertifier.Outcome.Vanishes vanishes) {
      return new TubeRun.Limit(Optional.of(vanishes.theorem()), vanishes(vanishes.theorem()));
    }
    LimitObstacle obstacle = ((TerminalCertifier.Outcome.Open) outcome).obstacle();
    return new TubeRun.Limit(
        Optional.empty(),
        List.of("obstruction (" + obstacle.kind().text() + "): " + obstacle.text()));
  }

  private static List<String> converges(LimitTheorem theorem) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "from t = "
            + Display.precise(theorem.from())
            + " on no neuron changes its sides; the flow converges, on a path no longer than "
            + CaseEnclosure.upward(theorem.pathLength()));
    lines.add("the loss tends to a number in " + theorem.limitLoss().text(DIGITS));
    lines.add(
        switch (theorem.interpolation()) {
          case FAILS -> "interpolation fails: the limit of the loss is positive";
          case HOLDS -> "the limit fits every label";
          case OPEN -> "whether the limit fits every label is not proven";
        });
    theorem
        .halfSamples()
        .ifPresent(
            distance ->
                lines.add(
                    "the largest distance from least squares on half the samples is in "
                        + distance.text(SHORT)));
    return lines;
  }

  private static List<String> vanishes(VanishingLoss theorem) {
    String from =
        new BigDecimal(Double.toString(theorem.from())).stripTrailingZeros().toPlainString();
    String passed = " (t - T))";
    List<String> lines = new ArrayList<>();
    lines.add(
        "from T = "
            + from
            + " on no neuron changes its sides; the loss tends to 0 and the weights grow without"
            + " bound");
    lines.add(
        "the loss is at most 1/("
            + text(theorem.inverse().lower(), RoundingMode.FLOOR)
            + " + "
            + text(theorem.slowest(), RoundingMode.FLOOR)
            + passed);
    lines.add(
        "the loss is at least 1/("
            + text(theorem.inverse().upper(), RoundingMode.CEILING)
            + " + "
            + text(theorem.fastest(), RoundingMode.CEILING)
            + passed);
    lines.add(
        "after t = "
            + decimal(theorem.fitted(), TIME, RoundingMode.CEILING).toPlainString()
            + " every label is fitted in sign");
    theorem
        .margin()
        .ifPresent(
            margin ->
                lines.add(
                    "the weights tend to the direction of the largest margin; the least margin over"
                        + " their norm tends to a number in "
                        + margin.text(DIGITS)));
    return lines;
  }

  private static BigDecimal decimal(double value, int digits, RoundingMode mode) {
    BigDecimal rounded =
        new BigDecimal(value).round(new MathContext(digits, mode)).stripTrailingZeros();
    return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
  }

  private static String text(double value, RoundingMode mode) {
    return decimal(value, RATE, mode).toString();
  }
}
