package org.flowproof.proof.exact;

import java.util.HashMap;
import java.util.Map;
import org.flowproof.formula.Proposition;
import org.flowproof.formula.Term;

/**
 * Replaces free names by terms without capture, and brings bound names into a canonical form, so
 * that equal meaning up to renaming of bound names is equality of trees.
 *
 * <p>Canonical bound names are {@code #1}, {@code #2}, ... by depth; no name of the language starts
 * with that sign. The time of an observable is a term like any other, so replacing {@code t}
 * evaluates a statement at another time.
 */
public final class Instantiation extends TreeRewriter {
  private final Map<String, Term> names;
  private final int depth;

  private Instantiation(Map<String, Term> names, int depth) {
    this.names = names;
    this.depth = depth;
  }

  /** Replaces free names, canonically; neither side may contain free canonical names. */
  public static Term apply(Term term, Map<String, Term> names) {
    return canonical(raw(term, names));
  }

  /** Replaces free names, canonically; neither side may contain free canonical names. */
  public static Proposition apply(Proposition p, Map<String, Term> names) {
    Marks marks = new Marks();
    marks.proposition(p);
    names.values().forEach(marks::term);
    return canonical(new Instantiation(names, marks.largest + 1).proposition(p));
  }

  /**
   * Replaces free names; bound names of the result are new, so this is safe below a binder, where
   * canonical names occur free.
   */
  public static Term raw(Term term, Map<String, Term> names) {
    Marks marks = new Marks();
    marks.term(term);
    names.values().forEach(marks::term);
    return new Instantiation(names, marks.largest + 1).term(term);
  }

  /** Renames bound names only. */
  public static Term canonical(Term term) {
    return new Instantiation(Map.of(), 1).term(raw(term, Map.of()));
  }

  /** Renames bound names only. */
  public static Proposition canonical(Proposition p) {
    Marks marks = new Marks();
    marks.proposition(p);
    Proposition fresh = new Instantiation(Map.of(), marks.largest + 1).proposition(p);
    return new Instantiation(Map.of(), 1).proposition(fresh);
  }

  @Override
  protected Term name(Term.Name name) {
    return names.getOrDefault(name.name(), name);
  }

  @Override
  protected Term over(Term.Over o) {
    String fresh = "#" + depth;
    return new Term.Over(o.fold(), fresh, o.size(), inside(o.index(), fresh).term(o.body()));
  }

  @Override
  protected Term overTime(Term.OverTime o) {
    String fresh = "#" + depth;
    return new Term.OverTime(
        o.fold(), fresh, term(o.from()), term(o.to()), inside(o.variable(), fresh).term(o.body()));
  }

  @Override
  protected Proposition quantified(Proposition.Quantified q) {
    String fresh = "#" + depth;
    return new Proposition.Quantified(
        q.quantifier(), fresh, q.size(), inside(q.index(), fresh).proposition(q.body()));
  }

  private Instantiation inside(String bound, String fresh) {
    Map<String, Term> inner = new HashMap<>(names);
    inner.put(bound, new Term.Name(fresh));
    return new Instantiation(inner, depth + 1);
  }

  // The largest number in a name of the canonical form, anywhere in a tree: numbering new bound
  // names above it excludes capture.
  private static final class Marks extends TreeRewriter {
    private int largest;

    private void see(String name) {
      if (name.startsWith("#")) {
        largest = Math.max(largest, Integer.parseInt(name.substring(1)));
      }
    }

    @Override
    protected Term name(Term.Name name) {
      see(name.name());
      return name;
    }

    @Override
    protected Term over(Term.Over over) {
      see(over.index());
      return super.over(over);
    }

    @Override
    protected Term overTime(Term.OverTime over) {
      see(over.variable());
      return super.overTime(over);
    }

    @Override
    protected Proposition quantified(Proposition.Quantified q) {
      see(q.index());
      return super.quantified(q);
    }
  }
}
