package org.flowproof.flow.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.flowproof.flow.Event;
import org.flowproof.flow.State;
import org.flowproof.flow.Trajectory;
import org.flowproof.flow.Trajectory.NonUniqueness;
import org.flowproof.flow.VelocityField;
import org.flowproof.problem.Activation;
import org.flowproof.problem.Matrix;
import org.flowproof.problem.Problem;
import org.flowproof.problem.Vec;
import org.flowproof.problem.Weights;

/**
 * Holds a trajectory against the equation itself, without another integrator: its slope against the
 * velocity field at its own gates, its gates against the signs of its own preactivations, and those
 * signs against the events that it reports.
 */
final class FlowAudit {
  private static final int TIMES = 40;

  /** Of the run: most that a difference quotient reaches to each side. */
  private static final double REACH = 1e-3;

  /** The same, of the shortest time in which a neuron or the residual can change by its size. */
  private static final double SHARE = 0.02;

  /** Relative to that fastest change; difference quotients are of fourth order. */
  private static final double SLOPE = 1e-6;

  private final Trajectory run;
  private final Problem problem;
  private final double slope;
  private final List<String> refusals = new ArrayList<>();
  private int slopes;

  private FlowAudit(Trajectory run) {
    this.run = run;
    problem = run.problem();
    slope = ((Activation.Leaky) problem.network().activation()).slope();
  }

  /** Audits a trajectory up to its loss of uniqueness. */
  static FlowAudit of(Trajectory run) {
    FlowAudit audit = new FlowAudit(run);
    double end =
        Math.min(
            run.endTime(),
            run.nonUniqueness().map(NonUniqueness::time).orElse(Double.POSITIVE_INFINITY));
    audit.start();
    for (int i = 1; i < TIMES && end > 0; i++) {
      audit.at(end * i / TIMES);
    }
    return audit;
  }

  /** Everything found wrong. */
  List<String> refusals() {
    return List.copyOf(refusals);
  }

  /** At how many times no event was too near to take a difference quotient. */
  int slopes() {
    return slopes;
  }

  private void start() {
    State state = run.at(0);
    for (int j = 0; j < problem.network().width(); j++) {
      double off = Math.abs(state.a(j) - problem.initial().a().get(j));
      for (int i = 0; i < problem.data().d(); i++) {
        off = Math.max(off, Math.abs(state.w(j, i) - problem.initial().w().get(j, i)));
      }
      if (off > state.errorOfA(j) + state.errorOfW(j)) {
        refuse("neuron %d starts off by %s", j + 1, off);
      }
    }
  }

  private void at(double time) {
    State state = run.at(time);
    signs(state);
    double[] velocity = velocity(state);
    double rate = 0;
    for (int j = 0; j < problem.network().width(); j++) {
      rate = Math.max(rate, rate(state, velocity, j));
    }
    double reach = Math.min(REACH * run.endTime(), SHARE / Math.max(rate, relaxation(state)));
    boolean clear =
        run.events().stream().noneMatch(e -> Math.abs(e.time() - time) <= reach)
            && time > reach
            && time + reach < run.endTime();
    if (clear) {
      slopes++;
      slope(state, velocity, rate, reach / 2);
    }
  }

  /** A bound on the rate at which residuals fall. */
  private double relaxation(State state) {
    double samples = 0;
    for (double part : problem.data().x().toRowMajor()) {
      samples += part * part;
    }
    double neurons = 0;
    for (int j = 0; j < problem.network().width(); j++) {
      neurons += size(state, j) * size(state, j);
    }
    return 2 * problem.loss().factor().value(problem.data().n()) * samples * neurons;
  }

  private double size(State state, int j) {
    double sum = state.a(j) * state.a(j);
    for (int i = 0; i < problem.data().d(); i++) {
      sum += state.w(j, i) * state.w(j, i);
    }
    return Math.sqrt(sum);
  }

  private double rate(State state, double[] velocity, int j) {
    int d = problem.data().d();
    double sum = velocity[j] * velocity[j];
    for (int i = 0; i < d; i++) {
      double v = velocity[problem.network().width() + j * d + i];
      sum += v * v;
    }
    return sum == 0 ? 0 : Math.sqrt(sum) / size(state, j);
  }

  private void signs(State state) {
    for (int j = 0; j < problem.network().width(); j++) {
      for (int k = 0; k < problem.data().n(); k++) {
        double u = 0;
        double error = 0;
        for (int i = 0; i < problem.data().d(); i++) {
          double x = problem.data().x().get(k, i);
          u += state.w(j, i) * x;
          error += state.errorOfW(j) * Math.abs(x) + Math.abs(state.w(j, i) * x) * 1e-15;
        }
        int side = u > error ? 1 : u < -error ? -1 : 0;
        gate(state, j, k, side);
        told(state.time(), j, k, side);
      }
    }
  }

  private void gate(State state, int j, int k, int side) {
    double gate = state.gate(j, k);
    boolean right =
        switch (side) {
          case 1 -> gate == 1;
          case -1 -> gate == slope;
          default -> gate >= slope && gate <= 1;
        };
    if (!right) {
      refuse(
          "gate %s of neuron %d at sample %d, side %d, %s", gate, j + 1, k + 1, side, state.time());
    }
  }

  /** Follows the events of one neuron and sample up to a time. */
  private void told(double time, int j, int k, int seen) {
    Integer side = null;
    for (Event e : run.events()) {
      if (e.neuron() != j + 1 || e.sample() != k + 1 || e.kind() == Event.Kind.GRAZE) {
        continue;
      }
      if (Math.abs(e.time() - time) <= e.timeError()) {
        return;
      }
      if (e.time() > time) {
        break;
      }
      boolean held = e.kind() == Event.Kind.SLIDE_START || e.kind() == Event.Kind.STOP;
      side = held ? 0 : e.direction();
    }
    if (side == null) {
      double u = 0;
      for (int i = 0; i < problem.data().d(); i++) {
        u += problem.initial().w().get(j, i) * problem.data().x().get(k, i);
      }
      side = (int) Math.signum(u);
    }
    if (seen != 0 && side != seen) {
      refuse(
          "neuron %d at sample %d is on side %d, events say %d, at %s",
          j + 1, k + 1, seen, side, time);
    }
  }

  private double[] velocity(State state) {
    double[][] gates = new double[problem.network().width()][problem.data().n()];
    for (int j = 0; j < gates.length; j++) {
      for (int k = 0; k < gates[j].length; k++) {
        gates[j][k] = state.gate(j, k);
      }
    }
    return VelocityField.of(problem).velocity(weights(state.time()), gates);
  }

  private void slope(State state, double[] told, double rate, double h) {
    int m = problem.network().width();
    int d = problem.data().d();
    double t = state.time();
    double[] near1 = flat(weights(t - h));
    double[] near2 = flat(weights(t + h));
    double[] far1 = flat(weights(t - 2 * h));
    double[] far2 = flat(weights(t + 2 * h));
    for (int j = 0; j < m; j++) {
      double error = state.errorOfA(j) + state.errorOfW(j);
      double allowed = SLOPE * size(state, j) * rate + 3 * error / h;
      for (int i = -1; i < d; i++) {
        int at = i < 0 ? j : m + j * d + i;
        double seen = (8 * (near2[at] - near1[at]) - (far2[at] - far1[at])) / (12 * h);
        if (!(Math.abs(seen - told[at]) <= allowed)) {
          refuse("neuron %d moves with %s, not %s, at %s", j + 1, seen, told[at], t);
          return;
        }
      }
    }
  }

  private static double[] flat(Weights weights) {
    double[] a = weights.a().toArray();
    double[] w = weights.w().toRowMajor();
    double[] all = java.util.Arrays.copyOf(a, a.length + w.length);
    System.arraycopy(w, 0, all, a.length, w.length);
    return all;
  }

  private Weights weights(double time) {
    State state = run.at(time);
    double[] a = new double[problem.network().width()];
    double[][] w = new double[a.length][problem.data().d()];
    for (int j = 0; j < a.length; j++) {
      a[j] = state.a(j);
      for (int i = 0; i < w[j].length; i++) {
        w[j][i] = state.w(j, i);
      }
    }
    return new Weights(Matrix.of(w), Vec.of(a));
  }

  private void refuse(String text, Object... parts) {
    refusals.add(String.format(Locale.ROOT, text, parts));
  }
}
