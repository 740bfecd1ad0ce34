package org.flowproof.enclose.limit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.flowproof.enclose.interval.Interval;
import org.flowproof.enclose.path.FlowModel;
import org.flowproof.enclose.path.Side;

/**
 * Proves that the logistic loss tends to 0 without another kink, for fixed output weights.
 *
 * <p>While sides stay, labels times outputs are linear in the hidden weights. When some weights U
 * reach all of them with at least {@code gap}, then {@code |grad L| >= factor (gap / |U|) sum l_k},
 * and {@code l_k >= steepness * cost_k} for costs up to a bound of all later ones: so {@code L' <=
 * -(steepness gap / |U|)^2 L^2}. A pair of neuron and sample keeps its side when no sample can move
 * it towards the kink, or when it is further from it than the weights may leave their {@link
 * Drift}. The claims behind this are enclosures/sides-kept, enclosures/margins-kept,
 * enclosures/logistic-slope, enclosures/logistic-steepness, enclosures/logistic-decay and those of
 * the drift.
 */
final class LogisticTerminal {
  private final FlowEnd end;
  private final FlowModel model;
  private final Interval factor;
  private final List<Interval> margins = new ArrayList<>();

  private LogisticTerminal(FlowEnd end) {
    this.end = end;
    model = end.model();
    factor = Interval.of(model.multiplier()).divide(Interval.of(model.divisor()));
    for (int k = 0; k < model.n(); k++) {
      margins.add(end.output(k).times(model.y(k)));
    }
  }

  /** Tries to prove it from the end of a tube. */
  static TerminalCertifier.Outcome prove(FlowEnd end) {
    if (end.model().bothLayers()) {
      return open(
          LimitObstacle.Kind.LOSS,
          "limits of the logistic loss are proven for fixed output weights only");
    }
    return new LogisticTerminal(end).prove();
  }

  private static TerminalCertifier.Outcome open(LimitObstacle.Kind kind, String text) {
    return new TerminalCertifier.Outcome.Open(new LimitObstacle(kind, text));
  }

  private TerminalCertifier.Outcome prove() {
    Optional<LimitObstacle> unclear = unclear();
    if (unclear.isPresent()) {
      return new TerminalCertifier.Outcome.Open(unclear.get());
    }
    SignedFeatures features = SignedFeatures.of(end);
    Separation separation = Separation.of(features);
    Optional<Drift> drift =
        separation.separates()
            ? DriftSearch.of(features, separation, margins, factor)
            : Optional.empty();
    List<Turn> turns = turns();
    Optional<LimitObstacle> turning = obstacle(turns, drift);
    if (turning.isPresent()) {
      return new TerminalCertifier.Outcome.Open(turning.get());
    }
    for (int k = 0; k < model.n(); k++) {
      if (features.vanishes(k)) {
        return open(
            LimitObstacle.Kind.UNUSED,
            "no neuron is active on sample " + (k + 1) + ", whose output stays 0");
      }
    }
    if (!separation.separates()) {
      return open(
          LimitObstacle.Kind.MARGIN,
          "no weights with these sides are found that fit the label of sample "
              + (separation.least() + 1)
              + " in sign with those of all others");
    }
    return decays(features, separation, turns.isEmpty(), drift);
  }

  /** When no sample moves a neuron towards a kink, no cost grows; else their sum does not. */
  private TerminalCertifier.Outcome decays(
      SignedFeatures features, Separation separation, boolean falling, Optional<Drift> drift) {
    Interval costs = Interval.ZERO;
    double largest = 0;
    for (Interval margin : margins) {
      Interval cost = margin.negate().exp().logOnePlus();
      costs = costs.plus(cost);
      largest = Math.max(largest, cost.upper());
    }
    double steepness = steepness(falling ? largest : costs.upper());
    double slowest = Interval.of(steepness).square().times(separation.squaredMargin()).lower();
    double fastest = features.largest();
    if (!(slowest > 0) || !Double.isFinite(fastest) || !costs.isPositive()) {
      return open(LimitObstacle.Kind.MARGIN, "the rate of the loss is lost in rounding");
    }
    return new TerminalCertifier.Outcome.Vanishes(
        new VanishingLoss(
            end.time(),
            factor.times(costs),
            new VanishingLoss.Rates(slowest, fastest),
            factor,
            drift.map(Drift::margin)));
  }

  /** At most {@code (1 - exp(-q)) / q} for all q up to a cost; at least {@code 1 / (1 + q)}. */
  private static double steepness(double largest) {
    Interval cost = Interval.of(largest);
    double simple = Interval.ONE.divide(cost.plus(1)).lower();
    double sharp = Interval.ONE.minus(cost.negate().exp()).divide(cost).lower();
    return Math.max(simple, sharp);
  }

  /** A slide, or a neuron whose side is not proven. */
  private Optional<LimitObstacle> unclear() {
    for (int j = 0; j < model.m(); j++) {
      for (int k = 0; k < model.n(); k++) {
        Side side = end.sides().get(j).get(k);
        if (side == Side.SLIDE) {
          return unclear(
              LimitObstacle.Kind.SLIDE,
              "neuron %d slides on the kink of sample %d, and may leave it",
              j,
              k);
        }
        Interval g = end.preactivation(j, k);
        if (!(side.sign() > 0 ? g.isPositive() : g.isNegative())) {
          return unclear(
              LimitObstacle.Kind.ANGLE,
              "on which side of the kink of sample %d neuron %d is, is not proven",
              k,
              j);
        }
      }
    }
    return Optional.empty();
  }

  /** With a neuron and a sample in its text, which count from 1 for people. */
  private static Optional<LimitObstacle> unclear(
      LimitObstacle.Kind kind, String text, int first, int second) {
    return Optional.of(
        new LimitObstacle(kind, String.format(Locale.ROOT, text, first + 1, second + 1)));
  }

  /**
   * A neuron that a sample may move towards a kink.
   *
   * @param distance of its hidden weight from the kink, rounded
   */
  private record Turn(int neuron, int sample, int by, double distance) {}

  private List<Turn> turns() {
    AwayFromKinks away = new AwayFromKinks(end);
    List<Turn> turns = new ArrayList<>();
    for (int j = 0; j < model.m(); j++) {
      for (int k = 0; k < model.n(); k++) {
        OptionalInt by = away.against(j, k);
        if (by.isPresent()) {
          double room = end.preactivation(j, k).mignitude() / model.sampleNorm(k);
          turns.add(new Turn(j, k, by.getAsInt(), room));
        }
      }
    }
    return turns;
  }

  /** The first turn of those nearest to their kinks that the drift does not rule out. */
  private Optional<LimitObstacle> obstacle(List<Turn> turns, Optional<Drift> drift) {
    Optional<LimitObstacle> nearest = Optional.empty();
    double least = Double.POSITIVE_INFINITY;
    for (Turn turn : turns) {
      Optional<Double> room = drift.flatMap(d -> d.room(end, turn.neuron(), turn.sample()));
      if (!(room.isPresent() && room.get() > 0) && turn.distance() < least) {
        least = turn.distance();
        String more =
            drift.isEmpty()
                ? ""
                : room.isEmpty()
                    ? ", as by the weights of the largest margin"
                    : String.format(
                        Locale.ROOT,
                        ", and may be %.2g off the drift of the weights",
                        drift.get().radius());
        nearest =
            Optional.of(
                new LimitObstacle(
                    LimitObstacle.Kind.CONE,
                    String.format(
                        Locale.ROOT,
                        "neuron %d, %.2g from the kink of sample %d, is moved towards it by sample"
                            + " %d%s",
                        turn.neuron() + 1,
                        turn.distance(),
                        turn.sample() + 1,
                        turn.by() + 1,
                        more)));
      }
    }
    return nearest;
  }
}
