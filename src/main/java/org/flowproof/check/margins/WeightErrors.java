package org.flowproof.check.margins;

import java.util.HashMap;
import java.util.Map;
import org.flowproof.flow.CoefficientState;
import org.flowproof.flow.Failure;
import org.flowproof.flow.State;
import org.flowproof.flow.Trajectory;

/**
 * The numerical errors of hidden weights. A neuron that crosses a kink at an iteration which the
 * run's error leaves open has no error estimate of its own from then on. It crosses one iteration
 * sooner or later, so that it is off by one step; where it is held on the kink, the steps that
 * follow take even that back.
 */
final class WeightErrors {
  /** Without neurons that have lost their accuracy. */
  static final WeightErrors PLAIN = new WeightErrors(Map.of());

  private final Map<Integer, Lost> lost;

  private WeightErrors(Map<Integer, Lost> lost) {
    this.lost = Map.copyOf(lost);
  }

  private record Lost(double time, double step) {}

  /** Of a run. */
  static WeightErrors of(Classifier classifier, Trajectory run) {
    Map<Integer, Lost> lost = new HashMap<>();
    for (Failure failure : run.failures()) {
      if (failure.kind() == Failure.Kind.LOST_ACCURACY && failure.neuron() > 0) {
        int neuron = failure.neuron() - 1;
        double[] margins = classifier.margins(classifier.weights(run.at(failure.time())));
        lost.putIfAbsent(neuron, new Lost(failure.time(), classifier.oneStep(margins, neuron)));
      }
    }
    return new WeightErrors(lost);
  }

  /** A bound on the norm of the error of one neuron's hidden weights. */
  double of(Classifier classifier, State state, int neuron) {
    double known =
        state instanceof CoefficientState coefficients
            ? coefficients.normOfErrorOfW(neuron)
            : state.errorOfW(neuron) * Math.sqrt(classifier.d());
    return step(state, neuron) + (lost(state, neuron) && !Double.isFinite(known) ? 0 : known);
  }

  private boolean lost(State state, int neuron) {
    Lost one = lost.get(neuron);
    return one != null && state.time() >= one.time();
  }

  /** The step by which a neuron that has lost its accuracy is off. */
  private double step(State state, int neuron) {
    return lost(state, neuron) ? lost.get(neuron).step() : 0;
  }

  /** The Frobenius norm of the error of what all hidden weights changed by. */
  double change(Classifier classifier, State before, State after) {
    if (!(before instanceof CoefficientState from) || !(after instanceof CoefficientState to)) {
      return whole(classifier, before) + whole(classifier, after);
    }
    double sum = 0;
    for (int j = 0; j < classifier.m(); j++) {
      double one = to.normOfErrorOfChange(j, from) + step(before, j) + step(after, j);
      sum += one * one;
    }
    return Math.sqrt(sum);
  }

  /** The Frobenius norm of the error of all hidden weights. */
  double whole(Classifier classifier, State state) {
    double sum = 0;
    for (int j = 0; j < classifier.m(); j++) {
      double one = of(classifier, state, j);
      sum += one * one;
    }
    return Math.sqrt(sum);
  }

  /** A bound on the error of every margin. */
  double margins(Classifier classifier, State state) {
    double sum = 0;
    for (int j = 0; j < classifier.m(); j++) {
      sum += Math.abs(classifier.a(j)) * of(classifier, state, j);
    }
    return sum * classifier.longest();
  }
}
