package org.flowproof.enclose.claim;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.flowproof.flow.ModelDefinitions;
import org.flowproof.flow.Observable;
import org.flowproof.flow.ObservableCatalogue;
import org.flowproof.formula.IndexKind;
import org.flowproof.problem.Activation;
import org.flowproof.problem.Problem;

/**
 * The observables of one problem as they are read on tubes. Definitions are those of the catalogue
 * for the model, except for a few that are put through {@code sigma}, which is continuous where
 * gates jump: {@code s*u} is {@code sigma} whatever gate is taken at the kink.
 */
final class TubeModel {
  private static final Map<String, String> CONTINUOUS =
      Map.of(
          "h", "Sum[a[j]*sigma[j,k], {j, m}]",
          "wD", "Sum[sigma[j,k]*r[k], {k, n}]/n",
          "wD0", "Sum[sigma[j,k]*y[k], {k, n}]/n",
          "q", "wD0[j]/a[j]");

  private final Problem problem;
  private final Map<String, TubeObservable> observables = new HashMap<>();

  TubeModel(Problem problem) {
    this.problem = problem;
    boolean kinks = problem.network().activation() instanceof Activation.Leaky;
    ModelDefinitions definitions = new ModelDefinitions(problem);
    for (Observable observable : ObservableCatalogue.standard().all()) {
      String name = observable.signature().name();
      Optional<String> definition =
          kinks && CONTINUOUS.containsKey(name)
              ? Optional.of(CONTINUOUS.get(name))
              : definitions.definition(observable);
      observables.put(
          name,
          new TubeObservable(
              observables.size(),
              observable.signature(),
              this::size,
              definition,
              definitions.velocity(name)));
    }
  }

  Problem problem() {
    return problem;
  }

  int size(IndexKind kind) {
    return switch (kind) {
      case NEURON -> problem.network().width();
      case SAMPLE -> problem.data().n();
      case COORDINATE -> problem.data().d();
    };
  }

  /** How many observables there are. */
  int count() {
    return observables.size();
  }

  TubeObservable find(String name) {
    TubeObservable observable = observables.get(name);
    if (observable == null) {
      throw new IllegalArgumentException("unknown observable " + name);
    }
    return observable;
  }

  /** The slope of the activation below zero; empty for a smooth activation. */
  Optional<Double> slope() {
    return problem.network().activation() instanceof Activation.Leaky leaky
        ? Optional.of(leaky.slope())
        : Optional.empty();
  }
}
