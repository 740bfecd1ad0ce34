package org.flowproof.enclose.verify;

import static org.flowproof.enclose.verify.Given.require;

import java.util.Arrays;
import java.util.function.IntPredicate;
import org.flowproof.enclose.interval.Interval;

/**
 * The tube around a step: residuals and pulls along the path, the rates at which errors grow, all
 * integrated over the step, and signs and speeds. A sliding path is compared by way of its
 * projection on the kinks, which Filippov's solutions may follow when the gates there lie between
 * the slopes.
 */
final class Tube {
  final double[] displacement; // at least the distances of paths from their projections
  final double[] size;
  final double[] growth;
  final double coupling;
  private final Given given;
  private final Step step;
  private final Polynomial[] residual;
  private final Polynomial[][] pull; // of each neuron, at the gates of the path
  private final double[] defect;
  private final double outputShift; // at least, by |x_k|, from the path to the tube
  private final double pullShift;

  Tube(Given given, Step step) {
    this.given = given;
    this.step = step;
    coupling = Interval.of(given.coupling).times(step.length).upper();
    displacement = new double[given.m];
    size = new double[given.m];
    Pattern[] patterns = new Pattern[given.m];
    Interval projections = Interval.ZERO;
    Interval shift = Interval.ZERO;
    for (int j = 0; j < given.m; j++) {
      Polynomial outer = step.path[j][given.d];
      patterns[j] = new Pattern(given, step.sides[j]);
      displacement[j] = patterns[j].displacement(step.path[j]);
      projections = Interval.of(displacement[j]).times(Polynomial.norm(outer)).plus(projections);
      double norm = given.both ? Polynomial.norm(step.path[j]) : Polynomial.norm(outer);
      size[j] = Interval.of(norm).plus(step.tube[j]).upper();
      shift = shift.plus(Interval.of(size[j]).times(step.tube[j]));
    }
    double projected = projections.upper();
    outputShift = shift.upper();
    pullShift = shift.plus(projected).times(given.lipschitz).upper();
    residual = residuals();
    pull = new Polynomial[given.m][];
    defect = new double[given.m];
    growth = new double[given.m];
    for (int j = 0; j < given.m; j++) {
      pull[j] = patterns[j].pull(residual, projected);
      Interval wrong = Interval.of(given.lipschitz).times(projected).plus(patterns[j].outside());
      defect[j] = wrong.times(size[j]).times(step.length).plus(residue(j)).upper();
      Interval rate = Interval.of(Polynomial.norm(pull[j])).plus(pullShift).times(step.length);
      growth[j] = given.both ? rate.upper() : 0;
    }
  }

  private Polynomial[] residuals() {
    Polynomial[] result = new Polynomial[given.n];
    Arrays.setAll(result, k -> Polynomial.of(given.y[k]));
    for (int j = 0; j < given.m; j++) {
      Polynomial[] path = step.path[j];
      Polynomial[] product = new Polynomial[given.d];
      Arrays.setAll(product, i -> path[given.d].times(path[i]));
      for (int k = 0; k < given.n; k++) {
        Interval gate = Interval.of(given.gate(step.sides[j].charAt(k)));
        result[k] = result[k].minus(Polynomial.dot(given.x[k], product).times(gate));
      }
    }
    return result;
  }

  /** What is missing of {@code p' = length F(p)}. */
  private double residue(int j) {
    Interval length = Interval.of(step.length);
    Polynomial[] path = step.path[j];
    Polynomial[] parts = new Polynomial[given.d + 1];
    parts[given.d] = path[given.d].derivative();
    for (int i = 0; i < given.d; i++) {
      Polynomial push = pull[j][i].times(length);
      parts[i] = path[i].derivative().minus(path[given.d].times(push));
      if (given.both) {
        parts[given.d] = parts[given.d].minus(path[i].times(push));
      }
    }
    return Polynomial.norm(parts);
  }

  /** What the defect and some other neurons do to the error of a neuron. */
  double forcing(int j, IntPredicate others) {
    Interval sum = Interval.ZERO;
    for (int l = 0; l < given.m; l++) {
      if (others.test(l)) {
        sum = sum.plus(Interval.of(size[l]).times(step.tube[l]));
      }
    }
    return sum.times(coupling).times(size[j]).plus(defect[j]).upper();
  }

  /** Whether the flow cannot be on the kink; path and projection must be on their side anyhow. */
  boolean clear(int j, int k) {
    Interval norm = Interval.of(given.norm[k]);
    Interval sign = Interval.of(step.sides[j].charAt(k) == '+' ? 1 : -1);
    double least = Polynomial.exactDot(given.x[k], step.path[j]).times(sign).range().lower();
    boolean beside = least >= norm.times(displacement[j]).upper();
    require(beside, Given.at(j, k) + "the path leaves the side it claims");
    return least > norm.times(step.tube[j]).upper();
  }

  private double outerError(int j) {
    return given.both ? step.tube[j] : 0;
  }

  private Interval outer(int j) {
    return step.path[j][given.d].range().plus(Interval.around(0, outerError(j)));
  }

  private Interval residual(int k) {
    double reach = Interval.of(given.norm[k]).times(outputShift).upper();
    return residual[k].range().plus(Interval.around(0, reach));
  }

  /**
   * Whether a kink is convex on the tube, {@code a_j r_k < 0}. The jump of the field must outweigh
   * what the other gate adds to {@code M_j}: {@code 2 |e_a| |r|} against {@code |a| |r|}.
   */
  boolean convex(int j, int k) {
    Interval a = outer(j).abs();
    Interval r = residual(k).abs();
    Interval bend = outer(j).times(residual(k));
    require(bend.mignitude() > 0, Given.at(j, k) + "the sign of a r is not proven there");
    double needed = Interval.of(2).times(outerError(j)).times(r).upper();
    require(
        bend.isPositive() || needed <= a.times(r).lower(),
        Given.at(j, k) + "the output weight is too small for its error");
    return bend.isNegative();
  }

  /** Checks speed and push at an open kink; the gates of unclear samples and slides may be any. */
  void passing(Kink kink, boolean[] unclear) {
    int j = kink.neuron;
    int k = kink.sample;
    Interval norm = Interval.of(given.norm[k]);
    Interval span = Interval.ONE.minus(given.alpha);
    Interval outer = outer(j).abs().plus(Interval.of(2).times(outerError(j)));
    Interval push = outer.times(residual(k).abs()).times(span.times(given.factor)).times(norm);
    require(
        push.times(norm).upper() <= Interval.of(kink.speed).times(kink.factor).lower(),
        Given.at(j, k) + "the error at the kink may grow by more than stated");
    double reach = norm.times(pullShift).upper();
    Interval along = Polynomial.dot(given.x[k], pull[j]).range().plus(Interval.around(0, reach));
    for (int l = 0; l < given.n; l++) {
      boolean slides = step.sides[j].charAt(l) == '0';
      Interval any = Interval.of(given.alpha, 1);
      Interval gate = slides ? any : Interval.of(given.gate(step.sides[j].charAt(l)));
      Interval other = l == k ? Interval.of(given.gate(kink.from)) : any;
      if (l == k || unclear[l] || slides) {
        Interval force = other.minus(gate).times(given.factor).times(residual(l));
        along = along.plus(force.times(Given.dot(given.x[l], given.x[k])));
      }
    }
    Interval slack = norm.times(defect[j]).divide(Interval.of(step.length));
    Interval towards = outer(j).times(along).times(kink.from == '+' ? -1 : 1).minus(slack);
    require(
        towards.lower() >= kink.speed,
        Given.at(j, k) + "the speed towards the kink is not as stated");
  }
}
