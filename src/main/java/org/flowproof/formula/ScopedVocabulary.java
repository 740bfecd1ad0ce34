package org.flowproof.formula;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A vocabulary with more scalar names and with its own generic indices.
 *
 * <p>A generic index is bound from the outside, so a formula may not bind it again. The generic
 * indices here are exactly those asked for: the ones of the base vocabulary do not carry over, so
 * that an index that a claim did not declare is an error and not a surprise.
 */
public final class ScopedVocabulary implements Vocabulary {
  private static final Map<IndexKind, String> CUSTOMARY =
      Map.of(IndexKind.NEURON, "j", IndexKind.SAMPLE, "k", IndexKind.COORDINATE, "i");

  private final Vocabulary base;
  private final Map<String, IndexKind> generic;
  private final Set<String> definitions;

  private ScopedVocabulary(
      Vocabulary base, Map<String, IndexKind> generic, Collection<String> definitions) {
    this.base = base;
    this.generic = Map.copyOf(generic);
    this.definitions = new LinkedHashSet<>(definitions);
  }

  /**
   * The names of {@code base}, the given generic indices in place of those of {@code base}, and the
   * names of definitions as scalars without time argument.
   *
   * @throws FormulaException when a new name is not made of ASCII letters and digits, or already
   *     means something in the language or in {@code base}
   */
  public static ScopedVocabulary extend(
      Vocabulary base, Map<String, IndexKind> generic, Collection<String> definitionNames) {
    generic.keySet().forEach(name -> requireNew(name, base));
    for (String name : definitionNames) {
      requireNew(name, base);
      if (generic.containsKey(name)) {
        throw shadowed(name);
      }
    }
    return new ScopedVocabulary(base, generic, definitionNames);
  }

  /**
   * The scope of the definition of one observable: its indices are generic under their customary
   * names {@code j} (neuron), {@code k} (sample), {@code i} (coordinate), all other index names are
   * free to be bound.
   */
  public static ScopedVocabulary ofDefinition(Vocabulary base, Signature signature) {
    Map<String, IndexKind> own = new LinkedHashMap<>();
    signature.indices().forEach(kind -> own.put(CUSTOMARY.get(kind), kind));
    return new ScopedVocabulary(base, own, List.of());
  }

  private static void requireNew(String name, Vocabulary base) {
    if (!name.matches("[A-Za-z][A-Za-z0-9]*")) {
      throw new FormulaException(
          FormulaException.Reason.UNEXPECTED_SYMBOL,
          0,
          name,
          "expected a name of ASCII letters and digits");
    }
    if (Heads.reserved(name) || base.find(name).isPresent()) {
      throw shadowed(name);
    }
  }

  private static FormulaException shadowed(String name) {
    return new FormulaException(
        FormulaException.Reason.SHADOWED_NAME, 0, name, "expected a name that is not in use");
  }

  @Override
  public Optional<Signature> find(String name) {
    return definitions.contains(name)
        ? Optional.of(new Signature(name, List.of(), false, NameStyle.latex(name)))
        : base.find(name);
  }

  @Override
  public Collection<String> names() {
    Set<String> all = new LinkedHashSet<>(base.names());
    all.addAll(definitions);
    return all;
  }

  @Override
  public Map<String, IndexKind> genericIndices() {
    return generic;
  }

  @Override
  public Optional<Term> nextTime() {
    return base.nextTime();
  }
}
