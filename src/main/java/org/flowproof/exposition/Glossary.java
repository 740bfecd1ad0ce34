package org.flowproof.exposition;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.flowproof.flow.Observable;
import org.flowproof.flow.ObservableCatalogue;
import org.flowproof.formula.FormulaParser;
import org.flowproof.formula.ScopedVocabulary;
import org.flowproof.formula.Signature;
import org.flowproof.formula.Term;
import org.flowproof.proof.Claim;
import org.flowproof.proof.Setting;
import org.flowproof.proof.Symbol;

/** The symbols that a claim, its proof and its remarks use, with what they mean. */
public final class Glossary {
  private static final String LABEL = "y[k]";

  /** Defined through the loss. */
  private static final Set<String> LOSS = Set.of("r", "loss");

  private Glossary() {}

  /**
   * One symbol.
   *
   * @param name as written in formulas
   * @param symbol with customary indices, at the time {@code t}
   * @param definition in terms of other symbols, with the same indices; empty for what is given
   * @param about one line
   */
  public record Entry(String name, Term symbol, Optional<Term> definition, String about) {}

  /** The symbols of a claim, directly or through definitions, in the order of their declaration. */
  public static List<Entry> of(Claim claim) {
    Set<String> used = new LinkedHashSet<>(FormulaNames.of(claim.conclusion()));
    used.addAll(FormulaNames.of(claim.range()));
    claim.hypotheses().values().forEach(p -> used.addAll(FormulaNames.of(p)));
    claim.definitions().values().forEach(term -> used.addAll(FormulaNames.of(term)));
    claim.derivation().stream()
        .filter(step -> step.shows() != null)
        .forEach(step -> used.addAll(FormulaNames.of(step.shows())));
    used.removeAll(claim.definitions().keySet());
    used.removeAll(claim.generic().keySet());
    List<Entry> all = all(claim);
    Set<String> reached = new LinkedHashSet<>();
    used.forEach(name -> reach(name, all, reached));
    return all.stream().filter(e -> reached.contains(e.name())).toList();
  }

  private static void reach(String name, Collection<Entry> all, Set<String> reached) {
    for (Entry entry : all) {
      if (entry.name().equals(name) && reached.add(name)) {
        entry.definition().ifPresent(d -> FormulaNames.of(d).forEach(n -> reach(n, all, reached)));
      }
    }
  }

  private static List<Entry> all(Claim claim) {
    List<Entry> entries = new ArrayList<>();
    Optional<Setting> setting = claim.setting();
    setting.ifPresent(s -> s.symbols().values().forEach(symbol -> entries.add(entry(symbol))));
    if (setting.isEmpty() || setting.get().network()) {
      ObservableCatalogue.standard().all().forEach(o -> entries.add(entry(claim, o)));
    }
    return entries;
  }

  private static Entry entry(Symbol symbol) {
    Signature signature = symbol.signature();
    List<Term> indices = new ArrayList<>();
    symbol.indices().forEach(name -> indices.add(new Term.Name(name)));
    Term shown =
        indices.isEmpty() && !signature.timed()
            ? new Term.Name(signature.name())
            : new Term.Observed(
                signature.name(), 0, indices, signature.timed() ? new Term.Name("t") : null);
    return new Entry(signature.name(), shown, symbol.definition(), symbol.about());
  }

  private static Entry entry(Claim claim, Observable observable) {
    Signature signature = observable.signature();
    Term shown =
        signature.indices().isEmpty() && !signature.timed()
            ? new Term.Name(signature.name())
            : SymbolWords.term(signature);
    Optional<Term> definition =
        observable
            .definition()
            .filter(text -> !open(claim, signature.name()))
            .map(text -> labelled(claim, signature.name()) ? LABEL : text)
            .map(
                text ->
                    FormulaParser.term(
                        text,
                        ScopedVocabulary.ofDefinition(ObservableCatalogue.standard(), signature)));
    return new Entry(signature.name(), shown, definition, observable.about());
  }

  /** Whether the loss is left open, so that residual and loss are whatever they are. */
  private static boolean open(Claim claim, String name) {
    return LOSS.contains(name)
        && claim.model().filter(m -> m.loss() == Claim.Model.LossKind.ANY).isPresent();
  }

  /** In the early-alignment flow the label takes the place of the residual. */
  private static boolean labelled(Claim claim, String name) {
    return name.equals("r")
        && claim
            .model()
            .filter(m -> m.motion() == Claim.Model.Motion.EARLY_ALIGNMENT_FLOW)
            .isPresent();
  }
}
