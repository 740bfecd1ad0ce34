package org.flowproof.enclose.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.flowproof.enclose.interval.Interval;
import org.flowproof.flow.InstanceNumbers;
import org.flowproof.flow.ObservableCatalogue;
import org.flowproof.formula.CompiledTerm;
import org.flowproof.formula.Compiler;
import org.flowproof.formula.FormulaParser;
import org.flowproof.formula.IndexKind;
import org.flowproof.formula.ScopedVocabulary;
import org.flowproof.formula.Signature;

/** One observable in one model, its definition translated at the first use. */
final class TubeObservable {
  private final int id;
  private final Signature signature;
  private final InstanceNumbers instances;
  private final Optional<String> definition;
  private final Optional<String> velocity;
  private final List<Map<String, Integer>> bindings = new ArrayList<>();
  private CompiledTerm<Interval> values;
  private CompiledTerm<Jet> jets;
  private CompiledTerm<Interval> speed;

  TubeObservable(
      int id,
      Signature signature,
      ToIntFunction<IndexKind> size,
      Optional<String> definition,
      Optional<String> velocity) {
    this.id = id;
    this.signature = signature;
    instances = new InstanceNumbers(signature, size);
    this.definition = definition;
    this.velocity = velocity;
  }

  int id() {
    return id;
  }

  String name() {
    return signature.name();
  }

  boolean timed() {
    return signature.timed();
  }

  /** How many instances there are. */
  int count() {
    return instances.count();
  }

  boolean isDefined() {
    return definition.isPresent();
  }

  boolean hasVelocity() {
    return velocity.isPresent();
  }

  /**
   * The number of an instance.
   *
   * @param indices 1-based
   */
  int position(List<Integer> indices) {
    return instances.position(indices);
  }

  /** The 1-based indices of an instance. */
  List<Integer> indices(int position) {
    return instances.indices(position);
  }

  /** The 1-based indices of an instance, by their names in definitions. */
  Map<String, Integer> binding(int position) {
    while (bindings.size() < instances.count()) {
      bindings.add(instances.binding(bindings.size()));
    }
    return bindings.get(position);
  }

  /** The definition over a span of time. */
  CompiledTerm<Interval> values() {
    if (values == null) {
      values = compiled(definition, new Compiler<>(new IntervalArithmetic()));
    }
    return values;
  }

  /** The definition together with its derivative along the flow. */
  CompiledTerm<Jet> jets() {
    if (jets == null) {
      jets = compiled(definition, new Compiler<>(new JetArithmetic()));
    }
    return jets;
  }

  /** The derivative along the flow of a weight. */
  CompiledTerm<Interval> velocity() {
    if (speed == null) {
      speed = compiled(velocity, new Compiler<>(new IntervalArithmetic()));
    }
    return speed;
  }

  private <T> CompiledTerm<T> compiled(Optional<String> text, Compiler<T> compiler) {
    return compiler.compile(
        FormulaParser.term(
            text.orElseThrow(),
            ScopedVocabulary.ofDefinition(ObservableCatalogue.standard(), signature)));
  }
}
