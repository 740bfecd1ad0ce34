package org.flowproof.flow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
  private final int[] sizes;
  private final int count;
  private final Optional<Once<CompiledTerm<Ball>>> definition;
  private final Optional<Once<CompiledTerm<DualBall>>> dual;
  private final Optional<Once<CompiledTerm<Ball>>> velocity;
  private final List<Map<String, Integer>> bindings;

  ModelObservable(
      int id, Observable observable, ModelDefinitions definitions, int[] sizes, int count) {
    this.id = id;
    this.sizes = sizes;
    this.count = count;
    signature = observable.signature();
    Optional<String> text = definitions.definition(observable);
    definition = text.map(t -> compiled(t, new Compiler<>(new BallArithmetic())));
    dual = text.map(t -> compiled(t, new Compiler<>(new DualArithmetic())));
    velocity =
        definitions
            .velocity(signature.name())
            .map(t -> compiled(t, new Compiler<>(new BallArithmetic())));
    bindings = definition.isPresent() || velocity.isPresent() ? allBindings() : List.of();
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

  private List<Map<String, Integer>> allBindings() {
    List<IndexKind> kinds = signature.indices();
    List<Map<String, Integer>> all = new ArrayList<>(count);
    for (int at = 0; at < count; at++) {
      List<Integer> indices = indices(at);
      all.add(
          switch (kinds.size()) {
            case 0 -> Map.of();
            case 1 -> Map.of(genericName(kinds.get(0)), indices.get(0));
            default ->
                Map.of(
                    genericName(kinds.get(0)),
                    indices.get(0),
                    genericName(kinds.get(1)),
                    indices.get(1));
          });
    }
    return all;
  }

  private static String genericName(IndexKind kind) {
    return switch (kind) {
      case NEURON -> "j";
      case SAMPLE -> "k";
      case COORDINATE -> "i";
    };
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
    return count;
  }

  /** How many indices it takes. */
  int rank() {
    return sizes.length;
  }

  /**
   * The number of an instance.
   *
   * @param indices 1-based
   * @throws IllegalArgumentException when there is no such instance
   */
  int position(List<Integer> indices) {
    if (indices.size() != sizes.length) {
      throw new IllegalArgumentException(name() + " takes " + sizes.length + " indices");
    }
    int position = 0;
    for (int i = 0; i < sizes.length; i++) {
      int index = indices.get(i);
      if (index < 1 || index > sizes[i]) {
        throw new IllegalArgumentException("index " + index + " of " + name() + " is out of range");
      }
      position = position * sizes[i] + index - 1;
    }
    return position;
  }

  /** The 1-based indices of an instance. */
  List<Integer> indices(int position) {
    Integer[] indices = new Integer[sizes.length];
    int rest = position;
    for (int i = sizes.length - 1; i >= 0; i--) {
      indices[i] = rest % sizes[i] + 1;
      rest /= sizes[i];
    }
    return List.copyOf(Arrays.asList(indices));
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
