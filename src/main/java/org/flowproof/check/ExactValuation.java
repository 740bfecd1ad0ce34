package org.flowproof.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.flowproof.flow.InstanceNumbers;
import org.flowproof.flow.Observable;
import org.flowproof.flow.ObservableCatalogue;
import org.flowproof.flow.State;
import org.flowproof.flow.Trajectory;
import org.flowproof.flow.TrajectoryValuation;
import org.flowproof.formula.CompiledTerm;
import org.flowproof.formula.Compiler;
import org.flowproof.formula.FormulaParser;
import org.flowproof.formula.IndexKind;
import org.flowproof.formula.NoValueException;
import org.flowproof.formula.Rational;
import org.flowproof.formula.RationalArithmetic;
import org.flowproof.formula.ScopedVocabulary;
import org.flowproof.formula.Term;
import org.flowproof.formula.Valuation;
import org.flowproof.problem.Activation;
import org.flowproof.problem.Dynamics;
import org.flowproof.problem.Loss;
import org.flowproof.problem.Network;
import org.flowproof.problem.Problem;

/**
 * Exact values where the state is known exactly: at time 0, where data and weights are doubles and
 * so exact rationals, and wherever the numerical error is zero, as for a network at rest.
 *
 * <p>Everything else has no value here; callers then fall back to values with an error radius.
 */
final class ExactValuation implements Valuation<Rational> {
  private final Trajectory trajectory;
  private final Problem problem;
  private final Map<String, CompiledTerm<Rational>> definitions = new HashMap<>();
  private final Map<Key, Rational> known = new HashMap<>();
  private final PullHistory pulls;
  private PullValuation around;
  private double aroundTime = Double.NaN;

  private record Key(String name, List<Integer> indices, Rational time) {}

  ExactValuation(Trajectory trajectory) {
    this.trajectory = trajectory;
    this.problem = trajectory.problem();
    pulls = new PullHistory(trajectory, this);
  }

  /**
   * Values around an iterate as forms in the pulls, which reach further than numbers; empty for
   * runs that have none.
   *
   * @throws NoValueException when the gates up to there are not certain
   */
  Optional<PullValuation> inPulls(double time) {
    if (!pulls.applies()) {
      return Optional.empty();
    }
    if (around == null || aroundTime != time) {
      around = new PullValuation(pulls, this, problem, time);
      aroundTime = time;
    }
    return Optional.of(around);
  }

  @Override
  public int size(IndexKind kind) {
    return IndexValues.sizes(problem).applyAsInt(kind);
  }

  @Override
  public Rational constant(String name) {
    return observable(name, List.of(), 0, null);
  }

  @Override
  public Rational observable(String name, List<Integer> indices, int primes, Rational time) {
    if (primes > 0) {
      return derivative(name, indices, time);
    }
    Key key = new Key(name, indices, time);
    Rational value = known.get(key);
    if (value == null) {
      value = compute(name, indices, time);
      known.put(key, value);
    }
    return value;
  }

  @Override
  public Rational overTime(
      Term.TimeFold fold, Rational from, Rational to, Function<Rational, Rational> body) {
    if (!from.equals(to)) {
      throw new NoValueException("no exact value over a range of times");
    }
    return fold == Term.TimeFold.INTEGRAL ? Rational.ZERO : body.apply(from);
  }

  private Rational compute(String name, List<Integer> indices, Rational time) {
    return switch (name) {
      case "x" -> Rational.ofDouble(problem.data().x().get(indices.get(0) - 1, indices.get(1) - 1));
      case "y" -> Rational.ofDouble(problem.data().y().get(indices.get(0) - 1));
      case "a" -> output(time, indices.get(0) - 1);
      case "w" -> hidden(time, indices.get(0) - 1, indices.get(1) - 1);
      case "s" -> gate(indices, time);
      case "alpha" -> Rational.ofDouble(slope());
      case "eta" -> step();
      case "endTime" -> Rational.ofDouble(trajectory.endTime());
      case "firstEvent" -> firstEvent(indices.get(0));
      case "lastEvent", "separator" -> // doubles by definition
          Rational.ofDouble(
              TrajectoryValuation.of(trajectory).observable(name, indices, 0, null).value());
      case "r" -> residual(indices, time);
      case "loss", "mse" -> {
        requireResidualLoss(name);
        yield defined(name, indices, time);
      }
      default -> defined(name, indices, time);
    };
  }

  private Rational step() {
    if (problem.dynamics() instanceof Dynamics.Descent descent) {
      return Rational.ofDouble(descent.step());
    }
    throw new NoValueException("the flow has no step size");
  }

  private Rational defined(String name, List<Integer> indices, Rational time) {
    Observable observable =
        ObservableCatalogue.standard()
            .observable(name)
            .filter(o -> o.definition().isPresent())
            .orElseThrow(() -> new NoValueException("no exact value for " + name));
    Map<String, Integer> values = InstanceNumbers.binding(observable.signature(), indices);
    return definitions.computeIfAbsent(name, n -> compile(observable)).evaluate(this, values, time);
  }

  private static CompiledTerm<Rational> compile(Observable observable) {
    ScopedVocabulary names =
        ScopedVocabulary.ofDefinition(ObservableCatalogue.standard(), observable.signature());
    return new Compiler<>(new RationalArithmetic())
        .compile(FormulaParser.term(observable.definition().orElseThrow(), names));
  }

  private Rational derivative(String name, List<Integer> indices, Rational time) {
    int neuron = indices.isEmpty() ? 0 : indices.get(0);
    return switch (name) {
      case "a" ->
          problem.network().trained() == Network.Trained.BOTH
              ? observable("wD", List.of(neuron), 0, time)
              : Rational.ZERO;
      case "w" ->
          observable("a", List.of(neuron), 0, time).times(observable("D", indices, 0, time));
      case "N" -> {
        Rational sum = Rational.ZERO;
        for (int j = 1; j <= problem.network().width(); j++) {
          Rational a = observable("a", List.of(j), 0, time);
          sum = sum.plus(a.times(derivative("a", List.of(j), time)));
        }
        yield sum.times(Rational.of(2));
      }
      default -> throw new NoValueException("no exact derivative for " + name);
    };
  }

  private State state(Rational time) {
    double t = time.toDouble();
    if (!Rational.ofDouble(t).equals(time) || t < 0 || t > trajectory.endTime()) {
      throw new NoValueException("no exact state at time " + time);
    }
    return trajectory.at(t);
  }

  private Rational output(Rational time, int neuron) {
    if (time.signum() == 0) {
      return Rational.ofDouble(problem.initial().a().get(neuron));
    }
    State state = state(time);
    if (state.errorOfA(neuron) != 0) {
      throw new NoValueException("the output weights are not known exactly");
    }
    return Rational.ofDouble(state.a(neuron));
  }

  private Rational hidden(Rational time, int neuron, int coordinate) {
    if (time.signum() == 0) {
      return Rational.ofDouble(problem.initial().w().get(neuron, coordinate));
    }
    State state = state(time);
    if (state.errorOfW(neuron) != 0) {
      throw new NoValueException("the hidden weights are not known exactly");
    }
    return Rational.ofDouble(state.w(neuron, coordinate));
  }

  private double slope() {
    if (problem.network().activation() instanceof Activation.Leaky leaky) {
      return leaky.slope();
    }
    throw new NoValueException("a smooth activation has no exact values");
  }

  /** Off the kink the exact sign decides; on it only a one-sided gate is known exactly. */
  private Rational gate(List<Integer> indices, Rational time) {
    double below = slope();
    int sign = observable("u", indices, 0, time).signum();
    if (sign != 0) {
      return sign > 0 ? Rational.ONE : Rational.ofDouble(below);
    }
    double taken = state(time).gate(indices.get(0) - 1, indices.get(1) - 1);
    if (taken != 1 && taken != below) {
      throw new NoValueException("the gate on a kink is not known exactly");
    }
    return Rational.ofDouble(taken);
  }

  private Rational firstEvent(int neuron) {
    if (trajectory.events().stream().anyMatch(e -> e.neuron() == neuron)) {
      throw new NoValueException("event times are not known exactly");
    }
    return Rational.ofDouble(trajectory.endTime());
  }

  private Rational residual(List<Integer> indices, Rational time) {
    if (problem.dynamics() instanceof Dynamics.Flow flow
        && flow.residual() == Dynamics.Residual.LABELS) {
      return observable("y", indices, 0, null);
    }
    requireResidualLoss("r");
    return defined("r", indices, time);
  }

  private void requireResidualLoss(String name) {
    boolean full =
        !(problem.dynamics() instanceof Dynamics.Flow flow)
            || flow.residual() == Dynamics.Residual.FULL;
    if (problem.loss().kind() != Loss.Kind.SQUARED
        || problem.loss().factor() != Loss.Factor.HALF_MEAN
        || !full) {
      throw new NoValueException("no exact value for " + name + " with this loss");
    }
  }
}
