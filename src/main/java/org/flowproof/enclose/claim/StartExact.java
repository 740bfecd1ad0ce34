package org.flowproof.enclose.claim;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.flowproof.flow.InstanceNumbers;
import org.flowproof.flow.ModelDefinitions;
import org.flowproof.flow.Observable;
import org.flowproof.flow.ObservableCatalogue;
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
import org.flowproof.problem.Problem;

/**
 * Exact values at time 0, where data and weights are doubles and so rational numbers. What is
 * irrational, and the gate of a neuron on a kink, has no value.
 */
final class StartExact implements Valuation<Rational> {
  private final Problem problem;
  private final TubeModel model;
  private final ModelDefinitions definitions;
  private final Map<String, CompiledTerm<Rational>> compiled = new HashMap<>();
  private final Map<Key, Rational> known = new HashMap<>();

  private record Key(String name, List<Integer> indices, int primes) {}

  StartExact(TubeModel model) {
    this.model = model;
    problem = model.problem();
    definitions = new ModelDefinitions(problem);
  }

  @Override
  public int size(IndexKind kind) {
    return model.size(kind);
  }

  @Override
  public Rational constant(String name) {
    return observable(name, List.of(), 0, null);
  }

  /**
   * A value at time 0.
   *
   * @throws NoValueException at any other time, and for what is not known exactly
   */
  @Override
  public Rational observable(String name, List<Integer> indices, int primes, Rational time) {
    if (time != null && time.signum() != 0) {
      throw new NoValueException("only the start is known exactly");
    }
    Key key = new Key(name, List.copyOf(indices), primes);
    Rational value = known.get(key);
    if (value == null) {
      value = compute(name, indices, primes);
      known.put(key, value);
    }
    return value;
  }

  private Rational compute(String name, List<Integer> indices, int primes) {
    if (primes > 0) {
      return evaluate(name, "'", definitions.velocity(name), indices);
    }
    return switch (name) {
      case "x" -> Rational.ofDouble(problem.data().x().get(indices.get(0) - 1, indices.get(1) - 1));
      case "y" -> Rational.ofDouble(problem.data().y().get(indices.get(0) - 1));
      case "a" -> Rational.ofDouble(problem.initial().a().get(indices.get(0) - 1));
      case "w" ->
          Rational.ofDouble(problem.initial().w().get(indices.get(0) - 1, indices.get(1) - 1));
      case "alpha" -> below();
      case "s" -> gate(indices);
      default -> evaluate(name, "", definitions.definition(observableOf(name)), indices);
    };
  }

  private Rational below() {
    return Rational.ofDouble(
        model.slope().orElseThrow(() -> new NoValueException("no slope below zero")));
  }

  private Rational gate(List<Integer> indices) {
    Rational below = below();
    int sign = StartSigns.of(problem, indices.get(0) - 1, indices.get(1) - 1);
    if (sign == 0) {
      throw new NoValueException("the gate on a kink is not known exactly");
    }
    return sign > 0 ? Rational.ONE : below;
  }

  private static Observable observableOf(String name) {
    return ObservableCatalogue.standard()
        .observable(name)
        .orElseThrow(() -> new IllegalArgumentException("unknown observable " + name));
  }

  private Rational evaluate(
      String name, String mark, Optional<String> text, List<Integer> indices) {
    if (text.isEmpty()) {
      throw new NoValueException("no exact value for " + name + mark);
    }
    Observable observable = observableOf(name);
    Map<String, Integer> values = InstanceNumbers.binding(observable.signature(), indices);
    CompiledTerm<Rational> term = compiled.get(name + mark);
    if (term == null) {
      ScopedVocabulary names =
          ScopedVocabulary.ofDefinition(ObservableCatalogue.standard(), observable.signature());
      term =
          new Compiler<>(new RationalArithmetic()).compile(FormulaParser.term(text.get(), names));
      compiled.put(name + mark, term);
    }
    return term.evaluate(this, values, Rational.ZERO);
  }

  @Override
  public Rational overTime(
      Term.TimeFold fold, Rational from, Rational to, Function<Rational, Rational> body) {
    if (!from.equals(to)) {
      throw new NoValueException("no exact value over a range of times");
    }
    return fold == Term.TimeFold.INTEGRAL ? Rational.ZERO : body.apply(from);
  }
}
