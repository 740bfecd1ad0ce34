package org.flowproof.exposition;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.flowproof.formula.IndexKind;
import org.flowproof.formula.Term;

/** Phrases that sentences are put together from. */
public final class Words {
  private Words() {}

  /** "a", "a and b", "a, b and c". */
  public static String list(List<String> items) {
    if (items.size() < 2) {
      return String.join("", items);
    }
    return String.join(", ", items.subList(0, items.size() - 1))
        + " and "
        + items.get(items.size() - 1);
  }

  /** "for every neuron j and every sample k"; empty without indices. */
  public static String every(Map<String, IndexKind> indices, Notation notation) {
    List<String> words = counted("every", indices, notation);
    return words.isEmpty() ? "" : "for " + list(words);
  }

  /** "neuron j and a sample k", each with an article or determiner before it. */
  static List<String> counted(
      String determiner, Map<String, IndexKind> indices, Notation notation) {
    List<String> words = new ArrayList<>();
    indices.forEach(
        (name, kind) ->
            words.add(determiner + " " + kind.word() + " " + notation.inline(new Term.Name(name))));
    return words;
  }

  /** The words with a capital letter. */
  public static String sentence(String words) {
    return words.isEmpty() ? "" : Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
