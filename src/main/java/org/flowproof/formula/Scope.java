package org.flowproof.formula;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.flowproof.formula.FormulaException.Reason;

/** What the names in sight mean while a formula is read. */
final class Scope {
  /** Most ranges inside each other: what is inside is evaluated for each choice of all of them. */
  static final int MAX_RANGES = 6;

  /** Most ranges of time inside each other: each goes over all steps of a run. */
  static final int MAX_TIMES = 2;

  private final Vocabulary vocabulary;
  private final Map<String, IndexKind> indices = new LinkedHashMap<>();
  private final Set<String> times = new LinkedHashSet<>();
  private int ranges;

  Scope(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    indices.putAll(vocabulary.genericIndices());
  }

  Optional<IndexKind> index(String name) {
    return Optional.ofNullable(indices.get(name));
  }

  boolean time(String name) {
    return name.equals(Heads.TIME) || times.contains(name);
  }

  /** An observable, constant or definition. */
  Optional<Signature> declared(String name) {
    return vocabulary.find(name);
  }

  /** Names that stand for a number without arguments and are not in the vocabulary. */
  boolean plain(String name) {
    return indices.containsKey(name) || time(name) || IndexKind.ofSize(name).isPresent();
  }

  /** What the next time is later by, where time is counted. */
  Optional<Term> nextTime() {
    return vocabulary.nextTime();
  }

  void bindIndex(Token name, IndexKind kind) {
    enter(name);
    indices.put(name.text(), kind);
  }

  void bindTime(Token name) {
    enter(name);
    if (times.size() == MAX_TIMES) {
      throw tooDeep(name, MAX_TIMES + " ranges of time");
    }
    times.add(name.text());
  }

  private void enter(Token name) {
    refuseShadowing(name);
    if (++ranges > MAX_RANGES) {
      throw tooDeep(name, MAX_RANGES + " sums or other ranges");
    }
  }

  private static FormulaException tooDeep(Token name, String most) {
    return new FormulaException(
        Reason.TOO_DEEP,
        name.position(),
        name.text(),
        "expected at most " + most + " inside each other");
  }

  void release(Token name) {
    ranges--;
    indices.remove(name.text());
    times.remove(name.text());
  }

  private void refuseShadowing(Token name) {
    String text = name.text();
    if (plain(text) || Heads.reserved(text) || declared(text).isPresent()) {
      throw new FormulaException(
          Reason.SHADOWED_NAME,
          name.position(),
          text,
          "expected a name that means nothing else here, such as p, l or tau");
    }
  }

  FormulaException unknown(Token name) {
    Set<String> candidates = new LinkedHashSet<>(indices.keySet());
    candidates.addAll(times);
    candidates.addAll(vocabulary.names());
    candidates.addAll(Heads.names());
    return new FormulaException(
        Reason.UNKNOWN_NAME,
        name.position(),
        name.text(),
        "expected a declared name" + Suggestions.hint(name.text(), candidates));
  }
}
