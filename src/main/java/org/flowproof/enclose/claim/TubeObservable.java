package org.flowproof.enclose.claim;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.flowproof.enclose.interval.Interval;
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
  private final List<Integer> sizes;
  private final int count;
  private final Optional<String> definition;
  private final Optional<String> velocity;
  private final List<Map<String, Integer>> bindings = new ArrayList<>();
  private CompiledTerm<Interval> values;
  private CompiledTerm<Jet> jets;
  private CompiledTerm<Interval> speed;

  TubeObservable(
      int id,
      Signature signature,
      List<Integer> sizes,
      Optional<String> definition,
      Optional<String> velocity) {
    this.id = id;
    this.signature = signature;
    this.sizes = List.copyOf(sizes);
    this.count = sizes.stream().reduce(1, Math::multiplyExact);
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
    return count;
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
    if (indices.size() != sizes.size()) {
      throw new IllegalArgumentException(name() + " takes " + sizes.size() + " indices");
    }
    int position = 0;
    for (int i = 0; i < sizes.size(); i++) {
      int index = indices.get(i);
      if (index < 1 || index > sizes.get(i)) {
        throw new IllegalArgumentException("index " + index + " of " + name() + " is out of range");
      }
      position = position * sizes.get(i) + index - 1;
    }
    return position;
  }

  /** The 1-based indices of an instance. */
  List<Integer> indices(int position) {
    return switch (sizes.size()) {
      case 0 -> List.of();
      case 1 -> List.of(position + 1);
      default -> List.of(position / sizes.get(1) + 1, position % sizes.get(1) + 1);
    };
  }

  /** The 1-based indices of an instance, by their names in definitions. */
  Map<String, Integer> binding(int position) {
    while (bindings.size() < count) {
      bindings.add(bindingOf(bindings.size()));
    }
    return bindings.get(position);
  }

  private Map<String, Integer> bindingOf(int position) {
    List<IndexKind> kinds = signature.indices();
    List<Integer> indices = indices(position);
    Map<String, Integer> binding = new LinkedHashMap<>();
    for (int i = 0; i < kinds.size(); i++) {
      binding.put(letter(kinds.get(i)), indices.get(i));
    }
    return binding;
  }

  static String letter(IndexKind kind) {
    return switch (kind) {
      case NEURON -> "j";
      case SAMPLE -> "k";
      case COORDINATE -> "i";
    };
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
