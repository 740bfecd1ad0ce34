package org.flowproof.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.flowproof.flow.Event;
import org.flowproof.flow.State;
import org.flowproof.flow.Trajectory;
import org.flowproof.problem.Problem;

/**
 * Every neuron follows the closed form of a fixed cone with the pull of its first pattern. No
 * solution of anything once a neuron leaves its cone, but smooth, cheap and known exactly, which is
 * what a report needs to be tried on.
 */
final class ConeTrajectory implements Trajectory {
  private final Problem problem;
  private final double end;

  ConeTrajectory(Problem problem, double end) {
    this.problem = problem;
    this.end = end;
  }

  @Override
  public Problem problem() {
    return problem;
  }

  @Override
  public double endTime() {
    return end;
  }

  private boolean active(int neuron, int sample) {
    double u = 0;
    for (int i = 0; i < problem.data().d(); i++) {
      u += problem.initial().w().get(neuron, i) * problem.data().x().get(sample, i);
    }
    return u > 0;
  }

  private double[] pull(int neuron) {
    double[] pull = new double[problem.data().d()];
    for (int k = 0; k < problem.data().n(); k++) {
      if (active(neuron, k)) {
        for (int i = 0; i < pull.length; i++) {
          pull[i] += problem.data().y().get(k) * problem.data().x().get(k, i) / problem.data().n();
        }
      }
    }
    return pull;
  }

  @Override
  public State at(double time) {
    if (time < 0 || time > end) {
      throw new IllegalArgumentException("outside the run: " + time);
    }
    int m = problem.network().width();
    int d = problem.data().d();
    double[] a = new double[m];
    double[][] w = new double[m][d];
    for (int j = 0; j < m; j++) {
      double[] pull = pull(j);
      double kappa = 0;
      double p0 = 0;
      for (int i = 0; i < d; i++) {
        kappa += pull[i] * pull[i];
      }
      kappa = Math.sqrt(kappa);
      for (int i = 0; i < d; i++) {
        p0 += kappa == 0 ? 0 : problem.initial().w().get(j, i) * pull[i] / kappa;
      }
      double a0 = problem.initial().a().get(j);
      a[j] = a0 * Math.cosh(kappa * time) + p0 * Math.sinh(kappa * time);
      double along = a0 * Math.sinh(kappa * time) + p0 * (Math.cosh(kappa * time) - 1);
      for (int i = 0; i < d; i++) {
        w[j][i] = problem.initial().w().get(j, i) + (kappa == 0 ? 0 : along * pull[i] / kappa);
      }
    }
    return new ConeState(time, a, w);
  }

  private final class ConeState implements State {
    private final double time;
    private final double[] a;
    private final double[][] w;

    ConeState(double time, double[] a, double[][] w) {
      this.time = time;
      this.a = a;
      this.w = w;
    }

    @Override
    public double time() {
      return time;
    }

    @Override
    public double a(int neuron) {
      return a[neuron];
    }

    @Override
    public double w(int neuron, int coordinate) {
      return w[neuron][coordinate];
    }

    @Override
    public double gate(int neuron, int sample) {
      return active(neuron, sample) ? 1 : 0;
    }

    @Override
    public double errorOfA(int neuron) {
      return 1e-11;
    }

    @Override
    public double errorOfW(int neuron) {
      return 2e-11;
    }
  }

  @Override
  public List<Double> stepTimes() {
    return IntStream.rangeClosed(0, 50).mapToObj(i -> end * i / 50).toList();
  }

  @Override
  public List<Event> events() {
    return List.of(
        new Event(0.5, 1, 2, Event.Kind.CROSS, 1, 1e-12),
        new Event(0.7, 2, 2, Event.Kind.SLIDE_START, -1, 1e-12),
        new Event(0.9, 2, 3, Event.Kind.CROSS, 1, 1e-12));
  }

  @Override
  public StopReason stopReason() {
    return StopReason.END_TIME;
  }

  @Override
  public Optional<NonUniqueness> nonUniqueness() {
    return Optional.of(new NonUniqueness(0.7, 2, 2, NonUniqueness.Cause.RESTING_NEURON_MAY_LEAVE));
  }

  @Override
  public Cost cost() {
    return new Cost(1234, 50, 3);
  }

  @Override
  public String errorMethod() {
    return "closed form, rounding only";
  }
}
