package org.flowproof.check;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.function.Function;
import org.flowproof.flow.Observable;
import org.flowproof.flow.ObservableCatalogue;
import org.flowproof.flow.State;
import org.flowproof.formula.CompiledTerm;
import org.flowproof.formula.Compiler;
import org.flowproof.formula.FormulaParser;
import org.flowproof.formula.IndexKind;
import org.flowproof.formula.NoValueException;
import org.flowproof.formula.Rational;
import org.flowproof.formula.ScopedVocabulary;
import org.flowproof.formula.Term;
import org.flowproof.formula.Valuation;
import org.flowproof.problem.Problem;

/**
 * Values around one iterate of gradient descent as exact forms in the pulls: the coefficient of a
 * sample in a neuron is {@code eta c a_j y_k |x_k|^2} times the sum of gate times pull. Ties
 * between coefficients that no rounded number resolves are seen here.
 */
final class PullValuation implements Valuation<PullForm> {
  /** Observables whose definitions do not depend on the loss. */
  private static final Map<String, CompiledTerm<PullForm>> DEFINED = new LinkedHashMap<>();

  static {
    for (String name : List.of("u", "h", "z")) {
      Observable observable = ObservableCatalogue.standard().observable(name).orElseThrow();
      DEFINED.put(
          name,
          new Compiler<>(new PullArithmetic())
              .compile(
                  FormulaParser.term(
                      observable.definition().orElseThrow(),
                      ScopedVocabulary.ofDefinition(
                          ObservableCatalogue.standard(), observable.signature()))));
    }
  }

  private final PullHistory history;
  private final ExactValuation exact;
  private final Problem problem;
  private final long now;
  private final double time;
  private final Map<List<Object>, PullForm> known = new HashMap<>();

  /**
   * Around the iterate at a time.
   *
   * @throws NoValueException when the gates up to there are not certain
   */
  PullValuation(PullHistory history, ExactValuation exact, Problem problem, double time) {
    history.requireCertain(time);
    this.history = history;
    this.exact = exact;
    this.problem = problem;
    this.time = time;
    now = history.iterate(time);
  }

  @Override
  public int size(IndexKind kind) {
    return exact.size(kind);
  }

  @Override
  public PullForm constant(String name) {
    return PullForm.constant(exact.constant(name));
  }

  @Override
  public PullForm observable(String name, List<Integer> indices, int primes, PullForm at) {
    if (primes > 0) {
      throw new NoValueException("no derivative in terms of the pulls");
    }
    if (at == null) {
      return PullForm.constant(exact.observable(name, indices, 0, null));
    }
    long iterate = iterate(at);
    return known(
        List.of(name, indices, iterate),
        () ->
            switch (name) {
              case "a" -> PullForm.constant(exact.observable(name, indices, 0, Rational.ZERO));
              case "s" -> gate(indices.get(0), indices.get(1), iterate);
              case "rho" ->
                  pulled(indices.get(0), indices.get(1), iterate).times(norm2(indices.get(1)));
              case "w" -> hidden(indices.get(0), indices.get(1), iterate);
              case "u", "h", "z" -> DEFINED.get(name).evaluate(this, names(name, indices), at);
              default -> throw new NoValueException("no value of " + name + " in the pulls");
            });
  }

  private PullForm known(List<Object> key, java.util.function.Supplier<PullForm> form) {
    PullForm value = known.get(key);
    if (value == null) {
      value = form.get();
      known.put(key, value);
    }
    return value;
  }

  private static Map<String, Integer> names(String name, List<Integer> indices) {
    return name.equals("u")
        ? Map.of("j", indices.get(0), "k", indices.get(1))
        : Map.of("k", indices.get(0));
  }

  /** 0, the iterate itself or the next one. */
  private long iterate(PullForm at) {
    if (!at.isConstant()) {
      throw new NoValueException("a time that depends on the pulls");
    }
    if (at.constant().signum() == 0) {
      return 0;
    }
    for (long iterate = now; iterate <= now + 1; iterate++) {
      double difference = at.constant().toDouble() - (time + (iterate - now) * history.step());
      if (Math.abs(difference) < history.step() / 4) {
        return iterate;
      }
    }
    throw new NoValueException("another time than the iterate that is read");
  }

  private PullForm gate(int neuron, int sample, long iterate) {
    history.requireKnown(neuron, sample, time + history.step());
    return PullForm.constant(
        gate(history.stretches(sample).floorEntry(iterate).getValue(), neuron, sample));
  }

  private static Rational gate(State state, int neuron, int sample) {
    return Rational.ofDouble(state.gate(neuron - 1, sample - 1));
  }

  /** What the sum of gate times pull adds to the hidden weight, as a multiple of the sample. */
  private PullForm pulled(int neuron, int sample, long iterate) {
    return known(
        List.of("pulled", List.of(neuron, sample), iterate),
        () -> {
          history.requireKnown(neuron, sample, time + history.step());
          PullForm sum = PullForm.ZERO;
          NavigableMap<Long, State> stretches = history.stretches(sample);
          for (Map.Entry<Long, State> stretch : stretches.headMap(iterate, false).entrySet()) {
            Long next = stretches.higherKey(stretch.getKey());
            long end = next == null ? iterate : Math.min(next, iterate);
            Rational gate = gate(stretch.getValue(), neuron, sample);
            // cut at the iterate that is read, so that the forms of the next one have the same
            // parts
            boolean cut = stretch.getKey() < now && now < end;
            if (cut) {
              sum = sum.plus(part(sample, stretch.getKey(), now, gate));
            }
            sum = sum.plus(part(sample, cut ? now : stretch.getKey(), end, gate));
          }
          return sum.times(unit(neuron, sample));
        });
  }

  private static PullForm part(int sample, long from, long to, Rational gate) {
    return PullForm.of(new PullForm.Pull(sample, from, to)).times(gate);
  }

  /** {@code eta c a_j y_k}. */
  private Rational unit(int neuron, int sample) {
    Rational samples = Rational.of(problem.data().n());
    Rational factor =
        switch (problem.loss().factor()) {
          case HALF_MEAN -> Rational.of(1, 2).dividedBy(samples);
          case MEAN -> Rational.ONE.dividedBy(samples);
          case HALF_SUM -> Rational.of(1, 2);
          case SUM -> Rational.ONE;
        };
    return factor
        .times(exact.constant("eta"))
        .times(exact.observable("a", List.of(neuron), 0, Rational.ZERO))
        .times(exact.observable("y", List.of(sample), 0, null));
  }

  private Rational norm2(int sample) {
    return exact.observable("normX2", List.of(sample), 0, null);
  }

  private PullForm hidden(int neuron, int coordinate, long iterate) {
    PullForm sum =
        PullForm.constant(exact.observable("w", List.of(neuron, coordinate), 0, Rational.ZERO));
    for (int sample = 1; sample <= problem.data().n(); sample++) {
      Rational x = exact.observable("x", List.of(sample, coordinate), 0, null);
      if (x.signum() != 0) {
        sum = sum.plus(pulled(neuron, sample, iterate).times(x));
      }
    }
    return sum;
  }

  @Override
  public PullForm overTime(
      Term.TimeFold fold, PullForm from, PullForm to, Function<PullForm, PullForm> body) {
    throw new NoValueException("no fold over time in terms of the pulls");
  }
}
