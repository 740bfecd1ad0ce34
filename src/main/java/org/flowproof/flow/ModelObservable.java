package org.flowproof.flow;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.flowproof.formula.Ball;
import org.flowproof.formula.BallArithmetic;
import org.flowproof.formula.CompiledTerm;
import org.flowproof.formula.Compiler;
import org.flowproof.formula.FormulaParser;
import org.flowproof.formula.IndexKind;
import org.flowproof.formula.ScopedVocabulary;
import org.flowproof.formula.Signature;

/**
 * One observable in one model: its definitions translated at the first use, and a number for each
 * of its instances, so that values can be kept in arrays.
 */
final class ModelObservable {
  private final int id;
  private final Signature signature;
  private final InstanceNumbers instances;
  private final Optional<Once<CompiledTerm<Ball>>> definition;
  private final Optional<Once<CompiledTerm<DualBall>>> dual;
  private final Optional<Once<CompiledTerm<Ball>>> velocity;
  private final List<Map<String, Integer>> bindings;

  ModelObservable(
      int id, Observable observable, ModelDefinitions definitions, ToIntFunction<IndexKind> size) {
    this.id = id;
    signature = observable.signature();
    instances = new InstanceNumbers(signature, size);
    Optional<String> text = definitions.definition(observable);
    definition = text.map(t -> compiled(t, new Compiler<>(new BallArithmetic())));
    dual = text.map(t -> compiled(t, new Compiler<>(new DualArithmetic())));
    velocity =
        definitions
            .velocity(signature.name())
            .map(t -> compiled(t, new Compiler<>(new BallArithmetic())));
    bindings =
        definition.isPresent() || velocity.isPresent()
            ? IntStream.range(0, instances.count()).mapToObj(instances::binding).toList()
            : List.of();
  }

  /** Most claims mention few observables, and reading a formula costs more than a short check. */
  private <T> Once<CompiledTerm<T>> compiled(String text, Compiler<T> compiler) {
    return new Once<>(
        () ->
            compiler.compile(
                FormulaParser.term(
                    text,
                    ScopedVocabulary.ofDefinition(ObservableCatalogue.standard(), signature))));
  }

  /** Position in the catalogue. */
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

  /** How many indices it takes. */
  int rank() {
    return instances.rank();
  }

  /**
   * The number of an instance.
   *
   * @param indices 1-based
   * @throws IllegalArgumentException when there is no such instance
   */
  int position(List<Integer> indices) {
    return instances.position(indices);
  }

  /** The 1-based indices of an instance. */
  List<Integer> indices(int position) {
    return instances.indices(position);
  }

  /** Values of the generic indices of the definitions for one instance. */
  Map<String, Integer> binding(int position) {
    return bindings.get(position);
  }

  /** The definition in this model, empty for primitives. */
  Optional<CompiledTerm<Ball>> definition() {
    return definition.map(Once::get);
  }

  /** The definition together with its derivative along the flow. */
  Optional<CompiledTerm<DualBall>> dual() {
    return dual.map(Once::get);
  }

  /** The derivative along the flow of a moving primitive, {@code a} or {@code w}. */
  Optional<CompiledTerm<Ball>> velocity() {
    return velocity.map(Once::get);
  }
}
