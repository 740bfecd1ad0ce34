package org.flowproof.enclose.limit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.flowproof.enclose.interval.Interval;
import org.flowproof.enclose.path.FlowModel;
import org.flowproof.enclose.path.Side;
import org.flowproof.formula.Rational;

/**
 * Proves that a flow converges without another kink, and where to.
 *
 * <p>While sides stay, outputs are a linear map B of the sums {@code beta_A} of {@code a_j w_j}
 * over groups A. The heaviest groups whose columns span all others carry the limit: {@code |grad
 * L|^2 >= 2 mu (L - L*)} with {@code mu} the product of their least squared output weight, the
 * factor and the least eigenvalue of their Gram matrix. So the path that is left is at most {@code
 * sqrt(2 (L - L*) / mu)} long. When no neuron can reach a kink on such a path, sides do stay, and
 * the loss tends to {@code L*}, the least squares of B. The claims behind this are
 * enclosures/gradient-domination, enclosures/path-length and enclosures/limit-loss.
 */
public final class TerminalCertifier {
  private final FlowEnd end;
  private final FlowModel model;
  private final List<Group> groups = new ArrayList<>();

  /** At most the rank of all features; -1 as long as nobody has asked. */
  private int leastRank = -1;

  /** Of the columns of the groups tried so far. */
  private final Independent chosen = new Independent();

  private Optional<LeastSquares> solved = Optional.empty();

  /** How many columns those had that were solved last; -1 before. */
  private int solvedColumns = -1;

  /** Neurons with the same sides. */
  private record Group(List<Side> sides, List<Integer> neurons, Features features, double weight) {}

  private TerminalCertifier(FlowEnd end) {
    this.end = end;
    model = end.model();
  }

  /** A theorem, or what stands in its way. */
  public sealed interface Outcome {
    /** It is proven. */
    record Proven(LimitTheorem theorem) implements Outcome {}

    /** It is proven that the loss tends to 0 while the weights grow without bound. */
    record Vanishes(VanishingLoss theorem) implements Outcome {}

    /** It is not. */
    record Open(LimitObstacle obstacle) implements Outcome {}
  }

  /** Tries to prove a limit from the end of a tube. */
  public static Outcome prove(FlowEnd end) {
    if (end.model().logistic()) {
      return LogisticTerminal.prove(end);
    }
    TerminalCertifier certifier = new TerminalCertifier(end);
    certifier.group();
    return certifier.prove();
  }

  private static Outcome open(LimitObstacle.Kind kind, String text) {
    return new Outcome.Open(new LimitObstacle(kind, text));
  }

  private void group() {
    Map<List<Side>, List<Integer>> members = new LinkedHashMap<>();
    for (int j = 0; j < model.m(); j++) {
      members.computeIfAbsent(end.sides().get(j), key -> new ArrayList<>()).add(j);
    }
    members.forEach(
        (sides, neurons) -> {
          Features features = Features.of(model, sides.toArray(Side[]::new));
          if (!features.columns().isEmpty()) {
            Interval squares = Interval.ZERO;
            for (int j : neurons) {
              squares = squares.plus(end.outer().get(j).square());
            }
            groups.add(new Group(sides, neurons, features, Math.max(0, squares.sqrt().lower())));
          }
        });
    groups.sort(Comparator.comparingDouble(Group::weight).reversed());
  }

  private Outcome prove() {
    if (groups.isEmpty()) {
      return open(LimitObstacle.Kind.RANK, "no neuron is active");
    }
    List<List<Rational>> all = new ArrayList<>();
    groups.forEach(g -> all.addAll(g.features().columns()));
    Outcome last = null;
    for (int heavy = 1; heavy <= groups.size(); heavy++) {
      Optional<Outcome> outcome = with(groups.subList(0, heavy), all, heavy == groups.size());
      if (outcome.isPresent()) {
        last = outcome.get();
        if (last instanceof Outcome.Proven) {
          return last;
        }
      }
    }
    return last != null
        ? last
        : open(LimitObstacle.Kind.RANK, "the features of the groups are dependent");
  }

  /** Tries groups as those that carry the limit; empty when their columns do not span. */
  private Optional<Outcome> with(List<Group> heavy, List<List<Rational>> all, boolean whole) {
    chosen.add(heavy.get(heavy.size() - 1).features().enclosed());
    boolean complete = whole && chosen.complete();
    boolean everything = chosen.columns().size() == model.n();
    // what the rank is only matters for a theorem; it takes long, and modulo a prime it does not
    boolean settled = complete || everything;
    if (!settled && !whole && !spans(all, false)) {
      return Optional.empty();
    }
    Optional<LeastSquares> solved = solved();
    if (solved.isEmpty()) {
      return Optional.empty();
    }
    Outcome outcome = null;
    if (settled || spans(all, false)) {
      outcome = converges(heavy, solved.get(), everything);
    }
    boolean theorem = outcome instanceof Outcome.Proven;
    if (outcome == null || !settled && theorem && !spans(all, true)) {
      return whole
          ? Optional.of(open(LimitObstacle.Kind.RANK, "the rank of the features is not proven"))
          : Optional.empty();
    }
    return Optional.of(outcome);
  }

  /** The least squares of the columns chosen, solved once as long as no column is added. */
  private Optional<LeastSquares> solved() {
    int count = chosen.columns().size();
    if (solvedColumns != count) {
      double[] y = new double[model.n()];
      for (int k = 0; k < y.length; k++) {
        y[k] = model.y(k);
      }
      solved = LeastSquares.of(chosen.columns(), y);
      solvedColumns = count;
    }
    return solved;
  }

  /** Whether the columns chosen are as many as there can be: exactly, or so it seems. */
  private boolean spans(List<List<Rational>> all, boolean exactly) {
    int independent = chosen.columns().size();
    if (leastRank < 0) {
      leastRank = ExactRank.atLeast(all);
    }
    return leastRank <= independent && (!exactly || ExactRank.of(all) == independent);
  }

  private Outcome converges(List<Group> heavy, LeastSquares solved, boolean everything) {
    Interval factor = Interval.of(model.multiplier()).divide(Interval.of(model.divisor()));
    Interval squares = everything ? Interval.ZERO : solved.squares();
    // r(T) less the residual of the fit; its square is what the loss has left, times the factor
    Interval gap = Interval.ZERO;
    for (int k = 0; k < model.n(); k++) {
      Interval rest =
          everything ? Interval.ZERO : Interval.of(model.y(k)).minus(solved.fit().get(k));
      gap = gap.plus(end.residual(k).minus(rest).square());
    }
    double distance = Math.nextUp(Math.sqrt(gap.upper()));
    double weight = heavy.stream().mapToDouble(Group::weight).min().orElse(0);
    // |grad L| >= a factor sqrt(least) |v|, and L - L* = factor |v|^2 / 2
    double least = Math.nextDown(Math.sqrt(solved.least()));
    Optional<Double> path = path(weight, distance, least);
    if (path.isEmpty()) {
      Group lightest = heavy.get(heavy.size() - 1);
      return open(
          heavy.size() > 1 && lightest.weight() < 0.1 * heavy.get(0).weight()
              ? LimitObstacle.Kind.STRAY_GROUP
              : LimitObstacle.Kind.TOO_EARLY,
          String.format(
              java.util.Locale.ROOT,
              "%s, output weight %.3g, and outputs still %.3g from the fit",
              neurons(lightest.neurons()),
              lightest.weight(),
              distance));
    }
    double left = path.get();
    // fixed output weights carry all the way, however long it is
    double carried = Math.nextDown(model.bothLayers() ? weight - left : weight);
    double integral = Math.nextUp(Math.nextUp(left / carried) / Math.nextDown(least));
    Optional<LimitObstacle> moved = SidesStay.obstacle(end, left, integral, distance);
    if (moved.isPresent()) {
      return new Outcome.Open(moved.get());
    }
    Interval loss = factor.times(squares).times(0.5);
    List<Interval> fit =
        everything
            ? java.util.stream.IntStream.range(0, model.n())
                .mapToObj(k -> Interval.of(model.y(k)))
                .toList()
            : solved.fit();
    return new Outcome.Proven(
        new LimitTheorem(
            end.time(),
            loss,
            fit,
            left,
            groups.size(),
            carried,
            solved.least(),
            everything
                ? LimitTheorem.Interpolation.HOLDS
                : loss.lower() > 0
                    ? LimitTheorem.Interpolation.FAILS
                    : LimitTheorem.Interpolation.OPEN,
            HalfSamples.distance(model, fit)));
  }

  /** The length of the path that is left, empty when it is not proven shorter than the weights. */
  private Optional<Double> path(double weight, double distance, double least) {
    double carried = model.bothLayers() ? weight : Math.nextDown(weight);
    for (int i = 0; i < 60 && carried > 0; i++) {
      double left = Math.nextUp(Math.nextUp(distance / carried) / least);
      double then = model.bothLayers() ? Math.nextDown(weight - left) : carried;
      if (then >= carried) {
        return Optional.of(left);
      }
      carried = Math.min(0.999 * carried, Math.max(then, 0.5 * carried));
    }
    return Optional.empty();
  }

  private static String neurons(List<Integer> neurons) {
    return (neurons.size() == 1 ? "neuron " : "neurons ")
        + String.join(", ", neurons.stream().map(j -> String.valueOf(j + 1)).toList());
  }
}
