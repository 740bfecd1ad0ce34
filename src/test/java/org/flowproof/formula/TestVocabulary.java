package org.flowproof.formula;

import static org.flowproof.formula.IndexKind.COORDINATE;
import static org.flowproof.formula.IndexKind.NEURON;
import static org.flowproof.formula.IndexKind.SAMPLE;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A small vocabulary with one name of each shape; generic indices j (neuron) and k (sample). */
final class TestVocabulary implements Vocabulary {
  static final TestVocabulary INSTANCE = new TestVocabulary();

  private final Map<String, Signature> signatures = new LinkedHashMap<>();

  private TestVocabulary() {
    add("a", List.of(NEURON), true, "a_{#1}");
    add("w", List.of(NEURON, COORDINATE), true, "w_{#1,#2}");
    add("x", List.of(SAMPLE, COORDINATE), false, "x_{#1,#2}");
    add("y", List.of(SAMPLE), false, "y_{#1}");
    add("u", List.of(NEURON, SAMPLE), true, "\\langle w_{#1}, x_{#2}\\rangle");
    add("normW2", List.of(NEURON), true, "\\lVert w_{#1}\\rVert^2");
    add("normX", List.of(SAMPLE), false, "\\lVert x_{#1}\\rVert");
    add("N", List.of(), true, "N");
    add("ols", List.of(SAMPLE), false, "\\hat y^{\\mathrm{OLS}}_{#1}");
    add("kappa", List.of(), false, "\\kappa");
  }

  private void add(String name, List<IndexKind> indices, boolean timed, String latex) {
    signatures.put(name, new Signature(name, indices, timed, latex));
  }

  @Override
  public Optional<Signature> find(String name) {
    return Optional.ofNullable(signatures.get(name));
  }

  @Override
  public Collection<String> names() {
    return signatures.keySet();
  }

  @Override
  public Map<String, IndexKind> genericIndices() {
    return Map.of("j", NEURON, "k", SAMPLE);
  }
}
