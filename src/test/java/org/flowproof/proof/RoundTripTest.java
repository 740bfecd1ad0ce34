package org.flowproof.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.flowproof.flow.Observable;
import org.flowproof.flow.ObservableCatalogue;
import org.flowproof.formula.FormulaParser;
import org.flowproof.formula.IndexKind;
import org.flowproof.formula.Proposition;
import org.flowproof.formula.ScopedVocabulary;
import org.flowproof.formula.Term;
import org.flowproof.formula.TextPrinter;
import org.junit.jupiter.api.Test;

/** Whatever the project ships reads the same after printing. */
class RoundTripTest {

  @Test
  void everyFormulaOfEveryClaim() {
    int formulas = 0;
    for (Claim claim : ClaimCatalogue.load(Path.of("proofs")).claims()) {
      List<Proposition> plain = new ArrayList<>(claim.hypotheses().values());
      plain.add(claim.range());
      plain.add(claim.conclusion());
      claim.falsified().stream().map(Claim.Twin::conclusion).forEach(plain::add);
      plain.removeIf(p -> p == null);
      ScopedVocabulary scope = scope(claim, "");
      for (Proposition p : plain) {
        assertEquals(p, FormulaParser.proposition(TextPrinter.print(p), scope), claim.id());
      }
      for (Term t : claim.definitions().values()) {
        assertEquals(t, FormulaParser.term(TextPrinter.print(t), scope), claim.id());
      }
      for (Claim.Step step : claim.derivation()) {
        if (step.shows() != null) {
          ScopedVocabulary inner = scope(claim, step.parameters().get("for"));
          String text = TextPrinter.print(step.shows());
          assertEquals(step.shows(), FormulaParser.proposition(text, inner), step.id());
          formulas++;
        }
      }
      formulas += plain.size() + claim.definitions().size();
    }
    assertTrue(formulas > 100, "only " + formulas + " formulas seen");
  }

  @Test
  void everyDefinitionOfTheCatalogue() {
    ObservableCatalogue catalogue = ObservableCatalogue.standard();
    for (Observable o : catalogue.all()) {
      if (o.definition().isPresent()) {
        ScopedVocabulary scope = ScopedVocabulary.ofDefinition(catalogue, o.signature());
        Term term = FormulaParser.term(o.definition().get(), scope);
        String name = o.signature().name();
        assertEquals(term, FormulaParser.term(TextPrinter.print(term), scope), name);
      }
    }
  }

  private static ScopedVocabulary scope(Claim claim, String more) {
    Map<String, IndexKind> indices = new LinkedHashMap<>(claim.generic());
    indices.putAll(StepScope.parse(more));
    return ScopedVocabulary.extend(claim.vocabulary(), indices, claim.definitions().keySet());
  }
}
