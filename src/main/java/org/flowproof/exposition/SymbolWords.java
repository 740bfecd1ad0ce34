package org.flowproof.exposition;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.flowproof.formula.IndexKind;
import org.flowproof.formula.Signature;
import org.flowproof.formula.Term;
import org.flowproof.proof.Claim;

/** The symbols of declared names, with customary letters for their indices. */
public final class SymbolWords {
  private static final Map<IndexKind, List<String>> LETTERS =
      new EnumMap<>(
          Map.of(
              IndexKind.NEURON, List.of("j", "p"),
              IndexKind.SAMPLE, List.of("k", "l"),
              IndexKind.COORDINATE, List.of("i", "c")));

  private final Claim claim;
  private final Notation notation;

  SymbolWords(Claim claim, Notation notation) {
    this.claim = claim;
    this.notation = notation;
  }

  /** The symbols of names separated by commas: "r_k and u_jk". */
  String list(String names) {
    if (names == null || names.isBlank()) {
      return "";
    }
    List<String> words = new ArrayList<>();
    for (String name : names.split("\\s*,\\s*", -1)) {
      words.add(notation.inline(term(claim, name.strip())));
    }
    return Words.list(words);
  }

  /** A name as a term: an observable at the time {@code t} with indices, or a plain name. */
  static Term term(Claim claim, String name) {
    return claim
        .vocabulary()
        .find(name)
        .filter(s -> s.timed() || !s.indices().isEmpty())
        .map(SymbolWords::term)
        .orElse(new Term.Name(name));
  }

  /** An observable at the time {@code t}, with customary indices. */
  public static Term term(Signature signature) {
    Map<IndexKind, Integer> used = new EnumMap<>(IndexKind.class);
    List<Term> indices = new ArrayList<>();
    for (IndexKind kind : signature.indices()) {
      int which = used.merge(kind, 1, Integer::sum) - 1;
      List<String> letters = LETTERS.get(kind);
      indices.add(new Term.Name(letters.get(Math.min(which, letters.size() - 1))));
    }
    return new Term.Observed(
        signature.name(), 0, indices, signature.timed() ? new Term.Name("t") : null);
  }
}
