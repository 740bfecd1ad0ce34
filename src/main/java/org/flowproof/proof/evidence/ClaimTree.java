package org.flowproof.proof.evidence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.flowproof.formula.TextPrinter;
import org.flowproof.proof.Claim;

/** What a proof depends on in its own claim, as a tree of texts. */
final class ClaimTree {
  private ClaimTree() {}

  /**
   * Subject, indices, hypotheses, range, conclusion, definitions and steps, as they were read.
   * Titles, sources, notes, remarks and false twins do not matter for the proof and are left out.
   */
  static Map<String, Object> of(Claim claim) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("claim", claim.id());
    tree.put("subject", SubjectTree.of(claim.subject()));
    List<Object> generic = new ArrayList<>();
    claim.generic().forEach((name, kind) -> generic.add(List.of(name, kind.name())));
    tree.put("for", generic);
    List<Object> hypotheses = new ArrayList<>();
    claim.hypotheses().forEach((name, p) -> hypotheses.add(List.of(name, TextPrinter.print(p))));
    tree.put("hypotheses", hypotheses);
    tree.put("range", TextPrinter.print(claim.range()));
    tree.put("holds", TextPrinter.print(claim.conclusion()));
    List<Object> where = new ArrayList<>();
    claim.definitions().forEach((name, t) -> where.add(List.of(name, TextPrinter.print(t))));
    tree.put("where", where);
    tree.put("derivation", claim.derivation().stream().map(ClaimTree::step).toList());
    return tree;
  }

  private static Map<String, Object> step(Claim.Step step) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("id", step.id());
    tree.put("rule", step.rule());
    tree.put("from", step.from());
    tree.put("shows", step.shows() == null ? null : TextPrinter.print(step.shows()));
    Map<String, String> parameters = new TreeMap<>(step.parameters());
    parameters.remove("text");
    tree.put("parameters", parameters);
    return tree;
  }
}
