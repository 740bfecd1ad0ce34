package org.flowproof.flow;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.flowproof.formula.Arithmetic;
import org.flowproof.formula.CompiledTerm;
import org.flowproof.formula.Compiler;
import org.flowproof.formula.FormulaParser;
import org.flowproof.formula.IndexKind;
import org.flowproof.formula.ScopedVocabulary;
import org.flowproof.formula.Signature;
import org.flowproof.formula.Valuation;

/**
 * Evaluates definition texts in one number system; each text is translated once.
 *
 * @param <T> the numbers
 */
final class DefinitionEvaluator<T> {
  private final Compiler<T> compiler;
  private final Map<String, CompiledTerm<T>> compiled = new ConcurrentHashMap<>();

  DefinitionEvaluator(Arithmetic<T> arithmetic) {
    compiler = new Compiler<>(arithmetic);
  }

  /** The value of a definition of an observable at given indices and time. */
  T evaluate(
      String text, Signature signature, List<Integer> indices, T time, Valuation<T> valuation) {
    CompiledTerm<T> term =
        compiled.computeIfAbsent(
            text,
            key ->
                compiler.compile(
                    FormulaParser.term(
                        key,
                        ScopedVocabulary.ofDefinition(ObservableCatalogue.standard(), signature))));
    Map<String, Integer> bound = new HashMap<>();
    for (int i = 0; i < indices.size(); i++) {
      bound.put(genericName(signature.indices().get(i)), indices.get(i));
    }
    return term.evaluate(valuation, bound, time);
  }

  private static String genericName(IndexKind kind) {
    return switch (kind) {
      case NEURON -> "j";
      case SAMPLE -> "k";
      case COORDINATE -> "i";
    };
  }
}
