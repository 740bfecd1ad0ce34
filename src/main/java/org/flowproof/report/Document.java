package org.flowproof.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.flowproof.flow.ObservableCatalogue;
import org.flowproof.formula.LatexPrinter;
import org.flowproof.formula.Signature;
import org.flowproof.formula.Term;
import org.flowproof.proof.Claim;
import org.flowproof.proof.kernel.ProofReport;

/**
 * What the sections of one report share: the input, the number macros, the works cited, and the
 * labels.
 */
final class Document {
  private final ReportInput input;
  private final Apparatus apparatus;
  private final DisplayMath display;
  private final LatexPrinter printer;
  private final Readings readings;
  private final Map<String, Claim> claims = new LinkedHashMap<>();

  Document(ReportInput input, Bibliography bibliography, LatexPrinter printer, Readings readings) {
    this.input = input;
    this.apparatus = new Apparatus(input.name(), bibliography);
    this.printer = printer;
    this.display = new DisplayMath(printer);
    this.readings = readings;
    input.findings().forEach(f -> claims.put(f.claim().id(), f.claim()));
    input.proofs().forEach(p -> claims.putIfAbsent(p.claim().id(), p.claim()));
  }

  ReportInput input() {
    return input;
  }

  /** What every report has. */
  Apparatus apparatus() {
    return apparatus;
  }

  NumberMacros numbers() {
    return apparatus.numbers();
  }

  DisplayMath display() {
    return display;
  }

  LatexPrinter printer() {
    return printer;
  }

  Readings readings() {
    return readings;
  }

  /** The claims of the findings in their order, then the lemmas. */
  List<Claim> claims() {
    return new ArrayList<>(claims.values());
  }

  /** A citation; a key without an entry is shown as text. */
  String cite(String key) {
    return apparatus.cite(key);
  }

  /** The entries of all works cited so far. */
  String bibliography() {
    return apparatus.bibliography();
  }

  /** A label of this report. */
  String label(String kind, String key) {
    return apparatus.label(kind, key);
  }

  /** A reference to a claim by number; the id in type when the report does not state the claim. */
  String claimReference(String id) {
    return claims.containsKey(id)
        ? "Claim~\\ref{" + label("claim", id) + "}"
        : "claim " + LatexText.code(id);
  }

  /** Formulas and references of one claim. */
  LatexNotation notation(Claim claim) {
    return new LatexNotation(claim, this::label, this::claimReference);
  }

  /** A claim of this report. */
  Optional<Claim> claim(String id) {
    return Optional.ofNullable(claims.get(id));
  }

  /** The symbol of an observable or of a defined name, in mathematics mode with its dollars. */
  String symbol(String name) {
    return ObservableCatalogue.standard()
        .find(name)
        .map(signature -> "$" + symbol(signature) + "$")
        .orElseGet(() -> "$" + definedName(name) + "$");
  }

  private static String symbol(Signature signature) {
    String latex = signature.latex();
    for (int i = 0; i < signature.indices().size(); i++) {
      String index =
          switch (signature.indices().get(i)) {
            case NEURON -> "j";
            case SAMPLE -> "k";
            case COORDINATE -> "i";
          };
      latex = latex.replace("#" + (i + 1), index);
    }
    return latex;
  }

  /** The print of a name from {@code where:}, without dollars. */
  String definedName(String name) {
    return printer.print(new Term.Name(name));
  }

  /** The replay of a claim's derivation, if there was one. */
  Optional<ProofReport> proof(String claim) {
    return input.proofs().stream().filter(p -> p.claim().id().equals(claim)).findFirst();
  }

  /** The model that every template may use. */
  Map<String, Object> model() {
    return apparatus.model();
  }
}
