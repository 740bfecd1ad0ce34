package org.flowproof.proof.exact;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.flowproof.flow.Observable;
import org.flowproof.flow.ObservableCatalogue;
import org.flowproof.formula.FormulaParser;
import org.flowproof.formula.IndexKind;
import org.flowproof.formula.Proposition;
import org.flowproof.formula.ScopedVocabulary;
import org.flowproof.formula.Term;
import org.flowproof.proof.Claim;
import org.flowproof.proof.Setting;
import org.flowproof.proof.Subject;
import org.flowproof.proof.Symbol;

/**
 * The definitions of observables as trees, for one model. For the early-alignment flow the residual
 * {@code r} is the label, as the catalogue says, while the loss still compares labels with outputs.
 * What the catalogue writes for one loss only is no definition when the model admits others.
 */
public final class Definitions {
  private static final Map<IndexKind, String> INDEX_NAMES =
      Map.of(IndexKind.NEURON, "j", IndexKind.SAMPLE, "k", IndexKind.COORDINATE, "i");

  private static final String SQUARES = "Sum[(y[k] - h[k])^2, {k, n}]";

  private final Map<String, Term> bodies = new TreeMap<>();
  private final Map<String, List<String>> indexNames = new TreeMap<>();
  private final Map<String, Symbol.Kind> kinds = new TreeMap<>();
  private final boolean network;

  private Definitions(boolean network) {
    this.network = network;
  }

  private Definitions(Map<String, String> others) {
    this(true);
    ObservableCatalogue catalogue = ObservableCatalogue.standard();
    for (Observable o : catalogue.all()) {
      String name = o.signature().name();
      indexNames.put(name, o.signature().indices().stream().map(INDEX_NAMES::get).toList());
      var scope = ScopedVocabulary.ofDefinition(catalogue, o.signature());
      Optional.ofNullable(others.get(name))
          .or(o::definition)
          .ifPresent(d -> bodies.put(name, FormulaParser.term(d, scope)));
    }
  }

  /** The definitions of what a claim is about. */
  public static Definitions of(Subject subject) {
    if (subject instanceof Setting setting) {
      return ofSetting(setting);
    }
    Claim.Model model = (Claim.Model) subject;
    Definitions definitions =
        model.motion() == Claim.Model.Motion.EARLY_ALIGNMENT_FLOW ? ofEarlyAlignment() : ofFlow();
    if (model.loss() == Claim.Model.LossKind.ANY) {
      definitions = definitions.forAnyLoss();
    }
    return model.layers() == Claim.Model.Layers.ANY ? definitions.forAnyLayers() : definitions;
  }

  /** The definitions of a declared setting, with those of the network when it is there too. */
  public static Definitions ofSetting(Setting setting) {
    Definitions all = setting.network() ? ofFlow() : new Definitions(false);
    setting
        .symbols()
        .forEach(
            (name, symbol) -> {
              all.indexNames.put(name, symbol.indices());
              all.kinds.put(name, symbol.kind());
              symbol.definition().ifPresent(d -> all.bodies.put(name, d));
            });
    return all;
  }

  /** Whether the names of the two-layer network mean what they mean there. */
  public boolean network() {
    return network;
  }

  /** What values a declared symbol takes; empty for the names of the network. */
  public Optional<Symbol.Kind> kind(String name) {
    return Optional.ofNullable(kinds.get(name));
  }

  /** Definitions for the gradient flow of the loss. */
  public static Definitions ofFlow() {
    return new Definitions(Map.of());
  }

  /** Definitions for the early-alignment flow. */
  public static Definitions ofEarlyAlignment() {
    return new Definitions(Map.of("r", "y[k]", "loss", SQUARES + "/(2*n)", "mse", SQUARES + "/n"));
  }

  /** These definitions without the ones that depend on the loss: {@code r} and {@code loss}. */
  public Definitions forAnyLoss() {
    Definitions rest = new Definitions(Map.of("mse", SQUARES + "/n"));
    rest.bodies.keySet().retainAll(bodies.keySet());
    rest.bodies.keySet().removeAll(Set.of("r", "loss"));
    return rest;
  }

  /** These definitions without {@code gradNorm2}, which depends on the layers that are trained. */
  public Definitions forAnyLayers() {
    Definitions rest = new Definitions(Map.of());
    rest.bodies.clear();
    rest.bodies.putAll(bodies);
    rest.bodies.remove("gradNorm2");
    return rest;
  }

  /** The observables that have a definition. */
  public Set<String> names() {
    return bodies.keySet();
  }

  /**
   * What an observable abbreviates, one level; bound names are new.
   *
   * @return empty for primitives and for derivatives along the flow
   */
  public Optional<Term> define(Term.Observed o) {
    Term body = bodies.get(o.name());
    if (body == null || o.primes() > 0) {
      return Optional.empty();
    }
    Map<String, Term> names = new HashMap<>();
    for (int p = 0; p < o.indices().size(); p++) {
      names.put(indexNames.get(o.name()).get(p), o.indices().get(p));
    }
    if (o.time() != null) {
      names.put("t", o.time());
    }
    return Optional.of(Instantiation.raw(body, names));
  }

  /** Replaces every defined observable that is not kept, down to primitives and kept ones. */
  public Term unfoldExcept(Term term, Set<String> keep) {
    return Instantiation.canonical(new Unfolding(name -> !keep.contains(name)).term(term));
  }

  /** As {@link #unfoldExcept}, for terms below a binder; bound names of the result are new. */
  public Term unfoldBelow(Term term, Set<String> keep) {
    return new Unfolding(name -> !keep.contains(name)).term(term);
  }

  /** Replaces the named observables only, and what their definitions need of the same names. */
  public Proposition unfold(Proposition p, Set<String> named) {
    return Instantiation.canonical(new Unfolding(named::contains).proposition(p));
  }

  /** Replaces the named observables only. */
  public Term unfold(Term term, Set<String> named) {
    return Instantiation.canonical(new Unfolding(named::contains).term(term));
  }

  private final class Unfolding extends TreeRewriter {
    private final java.util.function.Predicate<String> wanted;

    Unfolding(java.util.function.Predicate<String> wanted) {
      this.wanted = wanted;
    }

    // an abbreviation without indices that does not move is written as a plain name
    @Override
    protected Term name(Term.Name n) {
      return bodies.containsKey(n.name())
          ? observed(new Term.Observed(n.name(), 0, List.of(), null), n)
          : n;
    }

    @Override
    protected Term observed(Term.Observed o) {
      return observed(o, o);
    }

    private Term observed(Term.Observed o, Term written) {
      Optional<Term> body = wanted.test(o.name()) ? define(o) : Optional.empty();
      // definitions are acyclic: each uses names that stand above it in the catalogue only
      return body.map(this::term).orElse(written);
    }
  }
}
