package org.flowproof.proof.evidence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.flowproof.formula.TextPrinter;
import org.flowproof.proof.Claim;
import org.flowproof.proof.Setting;
import org.flowproof.proof.Subject;
import org.flowproof.proof.Symbol;

/** What a proof depends on in the subject of its claim, as a tree of texts. */
final class SubjectTree {
  private SubjectTree() {}

  /** The choices of a network model, or a setting with everything but words and LaTeX. */
  static Map<String, Object> of(Subject subject) {
    Map<String, Object> tree = new LinkedHashMap<>();
    if (subject instanceof Claim.Model model) {
      tree.put("loss", model.loss().name());
      tree.put("layers", model.layers().name());
      tree.put("activation", model.activation().name());
      tree.put("motion", model.motion().name());
      return tree;
    }
    Setting setting = (Setting) subject;
    tree.put("setting", setting.id());
    tree.put("motion", setting.motion().name());
    tree.put("network", setting.network());
    tree.put("loss", setting.loss().map(TextPrinter::print).orElse(null));
    tree.put("keep", new TreeSet<>(setting.keep()));
    tree.put("step", TextPrinter.print(setting.step()));
    List<Object> symbols = new ArrayList<>();
    setting.symbols().forEach((name, symbol) -> symbols.add(symbol(name, symbol)));
    tree.put("symbols", symbols);
    List<Object> facts = new ArrayList<>();
    setting.facts().forEach((name, p) -> facts.add(List.of(name, TextPrinter.print(p))));
    tree.put("facts", facts);
    return tree;
  }

  private static Map<String, Object> symbol(String name, Symbol symbol) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("name", name);
    tree.put("indices", symbol.indices());
    tree.put("kinds", symbol.signature().indices().stream().map(Enum::name).toList());
    tree.put("timed", symbol.signature().timed());
    tree.put("kind", symbol.kind().name());
    // the records' own text: complete, and the same in every run
    tree.put("role", symbol.role().toString());
    return tree;
  }
}
