package org.flowproof.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import org.flowproof.flow.CoefficientState;
import org.flowproof.flow.Event;
import org.flowproof.flow.Failure;
import org.flowproof.flow.State;
import org.flowproof.flow.Trajectory;
import org.flowproof.flow.coefficients.CoefficientIntegrator;
import org.flowproof.formula.NoValueException;
import org.flowproof.formula.Rational;
import org.flowproof.problem.Activation;
import org.flowproof.problem.Dynamics;
import org.flowproof.problem.Loss;
import org.flowproof.problem.Network;
import org.flowproof.problem.Problem;

/**
 * Which gates a run of gradient descent has taken since its start, as long as that is certain: the
 * pulls, positive as they are with the logistic and the exponential loss, are then all that is not
 * known exactly of coefficients and hidden weights.
 */
final class PullHistory {
  /** Most stretches of equal gates at a sample; later readings are left open. */
  private static final int MOST = 60;

  /** From here on gates change where the flow has them change, near an iterate. */
  private static final long LATE = 1_000_000_000L;

  /** Iterates beyond are not told apart by their times. */
  private static final double LAST = 1e15;

  private final Trajectory run;
  private final Problem problem;
  private final ExactValuation exact;
  private final List<NavigableMap<Long, State>> stretches = new ArrayList<>();
  private final Map<List<Integer>, Double> doubtful = new HashMap<>();

  /** Of a run; {@link #applies} says whether it is one that has coefficients. */
  PullHistory(Trajectory run, ExactValuation exact) {
    this.run = run;
    this.exact = exact;
    problem = run.problem();
    for (int k = 0; k < problem.data().n(); k++) {
      stretches.add(new TreeMap<>());
    }
  }

  /** Whether a run is of the kind that has coefficients at all: a descent of the first layer. */
  boolean applies() {
    return problem.dynamics() instanceof Dynamics.Descent
        && problem.network().trained() == Network.Trained.FIRST
        && problem.network().activation() instanceof Activation.Leaky
        && problem.loss().kind() != Loss.Kind.SQUARED
        && run.at(0) instanceof CoefficientState;
  }

  /**
   * Requires that gates up to a time are those of single iterates, one by one.
   *
   * @throws NoValueException when they are not
   */
  void requireCertain(double time) {
    if (!(time < LAST * step())) {
      throw new NoValueException("iterates are not told apart by their times");
    }
    if (((CoefficientState) run.at(time)).followsMeans()) {
      throw new NoValueException("neurons that hop about kinks are followed in the mean");
    }
    if (time >= keptUntil()) {
      throw new NoValueException("not every change of sides up to there was kept");
    }
  }

  /** The time of the last event before which all are kept; later ones may be missing. */
  private double keptUntil() {
    int kept = run.events().size();
    if (kept == run.cost().events()) {
      return Double.POSITIVE_INFINITY;
    }
    int last = Math.min(kept, CoefficientIntegrator.MOST_EVENTS);
    return last == 0 ? 0 : run.events().get(last - 1).time();
  }

  /** The iterate at a time. */
  long iterate(double time) {
    return Math.round(time / step());
  }

  double step() {
    return ((Dynamics.Descent) problem.dynamics()).step();
  }

  /**
   * First iterates of stretches over which the gates of a sample do not change, from 0 on, with the
   * state there.
   *
   * @param sample 1-based
   * @throws NoValueException when there are too many
   */
  NavigableMap<Long, State> stretches(int sample) {
    NavigableMap<Long, State> found = stretches.get(sample - 1);
    if (found.isEmpty()) {
      found.put(0L, run.at(0));
      for (Event event : run.events()) {
        if (event.sample() == sample && found.size() <= MOST) {
          found.computeIfAbsent(iterate(event.time()), ignored -> run.at(event.time()));
        }
      }
    }
    return found;
  }

  /**
   * Requires that the iterates at which a gate changes are known up to a time.
   *
   * @param neuron 1-based
   * @param sample 1-based
   */
  void requireKnown(int neuron, int sample, double time) {
    double doubt =
        doubtful.computeIfAbsent(List.of(neuron, sample), pair -> doubtful(neuron, sample));
    if (time >= doubt || stretches(sample).size() > MOST) {
      throw new NoValueException("when neuron " + neuron + " changes sides is not known exactly");
    }
  }

  /** From when on changes of sides of a neuron at a sample may be off, or missing. */
  private double doubtful(int neuron, int sample) {
    Rational start = exact.observable("u", List.of(neuron, sample), 0, Rational.ZERO);
    if (start.signum() == 0) {
      // what starts on a kink may leave it without an event
      return 0;
    }
    DoubleStream lost =
        run.failures().stream()
            .filter(f -> f.kind() == Failure.Kind.LOST_ACCURACY)
            .filter(f -> f.neuron() == neuron || f.neuron() == 0)
            .mapToDouble(Failure::time);
    DoubleStream uncertain =
        run.events().stream()
            .filter(e -> e.neuron() == neuron && e.sample() == sample)
            .filter(e -> e.timeError() > 0 || iterate(e.time()) >= LATE)
            .mapToDouble(Event::time);
    return DoubleStream.concat(lost, uncertain).min().orElse(Double.POSITIVE_INFINITY);
  }
}
