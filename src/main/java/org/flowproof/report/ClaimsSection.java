package org.flowproof.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.flowproof.exposition.FormulaNames;
import org.flowproof.exposition.StatementWords;
import org.flowproof.flow.Observable;
import org.flowproof.flow.ObservableCatalogue;
import org.flowproof.proof.Claim;
import org.flowproof.proof.kernel.ClaimStatus;
import org.flowproof.proof.kernel.ProofReport;

/** The section that states the claims as mathematics, with source and status. */
final class ClaimsSection {
  /** Explained in the section about the problem, or plain from their print. */
  private static final Set<String> KNOWN = Set.of("a", "w", "x", "y", "s", "u", "endTime", "alpha");

  private ClaimsSection() {}

  static Map<String, Object> model(Document document) throws IOException {
    Map<String, Object> map = document.model();
    List<Map<String, Object>> claims = new ArrayList<>();
    int stated = document.input().findings().size();
    for (Claim claim : document.claims()) {
      Map<String, Object> entry = claim(document, claim);
      entry.put("firstLemma", claims.size() == stated && stated > 0);
      claims.add(entry);
    }
    map.put("claims", claims);
    map.put("notation", notation(document));
    return map;
  }

  private static Map<String, Object> claim(Document document, Claim claim) throws IOException {
    Map<String, Object> map = new LinkedHashMap<>();
    LatexNotation notation = document.notation(claim);
    map.put(
        "statement",
        Templates.render("statement.ftl", new ClaimLatex(claim, notation).statement()));
    map.put("id", LatexText.code(claim.id()));
    String reference = claim.source().reference();
    map.put(
        "source",
        new StatementWords(claim, notation)
            .source(reference.isEmpty() ? "" : document.cite(reference)));
    map.put("status", status(document, claim));
    map.put("notes", LatexText.prose(claim.notes()));
    return map;
  }

  private static String status(Document document, Claim claim) {
    Optional<ProofReport> report = document.proof(claim.id());
    if (report.isEmpty()) {
      return "not replayed in this run";
    }
    ClaimStatus status = report.get().status();
    if (status instanceof ClaimStatus.Proved) {
      int steps = report.get().steps().size();
      return "\\fpverdict{proved} in " + (steps == 1 ? "one step" : steps + " steps");
    } else if (status instanceof ClaimStatus.Partial partial) {
      return "\\fpverdict{partial}; open: "
          + String.join("; ", partial.open().stream().map(LatexText::prose).toList());
    } else if (status instanceof ClaimStatus.Cited) {
      // the source stands before it
      return "\\fpverdict{cited}, not derived here";
    } else if (status instanceof ClaimStatus.Conjectured) {
      return "\\fpverdict{conjecture}, not derived";
    } else if (status instanceof ClaimStatus.Refuted refuted) {
      return "\\fpverdict{refuted}: " + LatexText.prose(refuted.counterexample());
    }
    throw new IllegalStateException("unknown status " + status);
  }

  /** The defined observables that the claims mention, directly or through others. */
  private static List<Map<String, Object>> notation(Document document) {
    ObservableCatalogue catalogue = ObservableCatalogue.standard();
    Set<String> names = new LinkedHashSet<>();
    for (Claim claim : document.claims()) {
      Set<String> used = new LinkedHashSet<>(FormulaNames.of(claim.conclusion()));
      used.addAll(FormulaNames.of(claim.range()));
      claim.hypotheses().values().forEach(p -> used.addAll(FormulaNames.of(p)));
      claim.definitions().values().forEach(term -> used.addAll(FormulaNames.of(term)));
      claim.derivation().stream()
          .filter(step -> step.shows() != null)
          .forEach(step -> used.addAll(FormulaNames.of(step.shows())));
      used.removeAll(claim.definitions().keySet());
      used.removeAll(claim.generic().keySet());
      used.forEach(name -> close(name, catalogue, document, names));
    }
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Observable observable : catalogue.all()) {
      String name = observable.signature().name();
      if (names.contains(name) && !KNOWN.contains(name)) {
        Map<String, Object> row = new LinkedHashMap<>();
        String symbol = document.symbol(name);
        String definition =
            observable.definition().isPresent()
                ? "$"
                    + document.printer().print(Readings.definition(observable)).replace("(t)", "")
                    + "$"
                : "";
        row.put("symbol", symbol);
        // the root of a squared norm prints as the norm itself, which defines nothing
        row.put("definition", definition.equals(symbol) ? "" : definition);
        row.put("about", LatexText.prose(observable.about()));
        rows.add(row);
      }
    }
    return rows;
  }

  private static void close(
      String name, ObservableCatalogue catalogue, Document document, Set<String> out) {
    Optional<Observable> observable = catalogue.observable(name);
    if (observable.isPresent() && out.add(name) && observable.get().definition().isPresent()) {
      FormulaNames.of(Readings.definition(observable.get()))
          .forEach(inner -> close(inner, catalogue, document, out));
    }
  }
}
