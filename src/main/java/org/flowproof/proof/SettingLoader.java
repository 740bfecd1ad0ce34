package org.flowproof.proof;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.flowproof.formula.FormulaParser;
import org.flowproof.formula.IndexKind;
import org.flowproof.formula.Proposition;
import org.flowproof.formula.Rational;
import org.flowproof.formula.ScopedVocabulary;
import org.flowproof.formula.Signature;
import org.flowproof.formula.Term;
import org.flowproof.formula.Terms;
import org.flowproof.formula.WrittenSize;
import org.flowproof.problem.InputException;
import org.flowproof.problem.yaml.StrictMap;
import org.flowproof.problem.yaml.StrictValue;
import org.flowproof.problem.yaml.StrictYaml;

/**
 * Reads a setting. Symbols are read in the order of the sections {@code constants}, {@code state},
 * {@code gates}, {@code functions}, {@code defined}; definitions may use what stands before them,
 * the terms by which the state moves may use everything.
 */
final class SettingLoader {
  private static final Map<String, Symbol.Kind> KINDS =
      Map.of(
          "real", Symbol.Kind.REAL,
          "nonnegative", Symbol.Kind.NONNEGATIVE,
          "positive", Symbol.Kind.POSITIVE,
          "unit", Symbol.Kind.UNIT,
          "size", Symbol.Kind.SIZE);
  private static final Set<String> KERNEL_NAMES = Set.of("firstEvent", "lastEvent", "endTime");
  private static final Term ONE = new Term.Literal(Rational.ONE);

  private final Path proofsRoot;
  private final StrictMap top;
  private final Map<String, Symbol> symbols = new LinkedHashMap<>();
  private final Map<String, StrictMap> entries = new LinkedHashMap<>();
  private Setting.Motion motion = Setting.Motion.STILL;
  private boolean network;

  private SettingLoader(Path proofsRoot, StrictMap top) {
    this.proofsRoot = proofsRoot;
    this.top = top;
  }

  /**
   * Reads the setting that a claim names.
   *
   * @param named the value of the claim's key, for messages
   * @throws InputException when there is no such setting, or its file is faulty
   */
  static Setting load(Path proofsRoot, StrictValue named) {
    String id = named.text();
    Path file = proofsRoot.resolve("settings").resolve(id + ".yaml").normalize();
    if (!id.matches("[a-z0-9]+(-[a-z0-9]+)*") || !Files.isRegularFile(file)) {
      throw named.refuse(
          "there is no setting '" + id + "'", "the name of a file in proofs/settings");
    }
    return new SettingLoader(proofsRoot, StrictYaml.read(file)).read();
  }

  private Setting read() {
    top.allow(
        "format",
        "setting",
        "title",
        "about",
        "extends",
        "motion",
        "constants",
        "state",
        "gates",
        "functions",
        "defined",
        "facts",
        "runs");
    top.get("format").integer(1, 1);
    String id = top.text("setting");
    if (!top.file().equals(proofsRoot.resolve("settings").resolve(id + ".yaml").normalize())) {
      throw top.get("setting").refuse("'" + id + "' does not fit the path", "the file's name");
    }
    network = top.has("extends") && top.choice("extends", Map.of("network", true));
    StrictMap moves = top.map("motion").allow("kind", "of", "step", "keep");
    motion =
        moves.choice(
            "kind",
            Map.of(
                "still", Setting.Motion.STILL,
                "flow", Setting.Motion.FLOW,
                "descent", Setting.Motion.DESCENT));
    declare("constants", new Symbol.Role.Constant(), false);
    declare("state", null, true);
    declare("gates", new Symbol.Role.Gate(), true);
    declare("functions", null, true);
    define();
    complete();
    Optional<Term> loss =
        moves.has("of") ? Optional.of(term(moves.get("of"), Map.of())) : Optional.empty();
    Term step = moves.has("step") ? term(moves.get("step"), Map.of()) : ONE;
    requireMotion(moves, loss);
    if (Terms.names(step).contains("t")) {
      throw moves.get("step").refuse("the step moves", "a constant");
    }
    return new Setting(
        id,
        top.text("title"),
        top.text("about", ""),
        motion,
        network,
        loss,
        keep(moves),
        step,
        symbols,
        facts(),
        top.has("runs")
            ? Optional.of(new RunSection(motion, symbols).read(top.map("runs")))
            : Optional.empty());
  }

  private Set<String> keep(StrictMap moves) {
    Set<String> kept = new TreeSet<>();
    for (StrictValue name : moves.list("keep")) {
      if (!symbols.containsKey(name.text())) {
        throw name.refuse("'" + name.text() + "' is not a symbol", "one of " + symbols.keySet());
      }
      kept.add(name.text());
    }
    return kept;
  }

  private void requireMotion(StrictMap moves, Optional<Term> loss) {
    boolean state = symbols.values().stream().anyMatch(s -> s.role() instanceof Symbol.Role.State);
    if (network && (motion != Setting.Motion.FLOW || state || loss.isPresent())) {
      throw moves.refuse(
          "the network moves by its own gradient flow", "kind: flow, without state and loss");
    }
    if (!network && (motion == Setting.Motion.STILL) == state) {
      throw moves.refuse("state and motion do not fit", "kind: still exactly without state");
    }
    boolean free =
        symbols.values().stream()
            .anyMatch(s -> s.role() instanceof Symbol.Role.State v && v.free());
    if (free != loss.isPresent()) {
      throw moves.refuse(
          "free state variables descend on a loss", "'of' exactly when there are some");
    }
    if (network && top.has("gates")) {
      throw top.get("gates").refuse("the network has its own gates", "its observable s");
    }
    if (motion == Setting.Motion.FLOW) {
      new SettingKinks(symbols).require(top, loss);
    }
    if (moves.has("step") && motion != Setting.Motion.DESCENT) {
      throw moves.get("step").refuse("only a descent has a step", "kind: descent");
    }
  }

  private void declare(String section, Symbol.Role role, boolean timed) {
    if (top.has(section)) {
      for (Map.Entry<String, StrictValue> e : top.map(section).entries().entrySet()) {
        StrictMap entry = e.getValue().map();
        switch (section) {
          // what moves has no sign by decree
          case "state" -> entry.allow("index", "latex", "about", "moves", "free");
          case "functions" ->
              entry.allow("index", "latex", "about", "of", "over", "slope", "shared", "vanishes");
          default -> entry.allow("index", "latex", "is", "about");
        }
        // the role of what moves needs names that come later; complete() puts it in
        put(e.getKey(), entry, timed, role == null ? new Symbol.Role.Constant() : role);
      }
    }
  }

  private void define() {
    if (top.has("defined")) {
      Map<String, WrittenSize> sizes = new HashMap<>();
      for (Map.Entry<String, StrictValue> e : top.map("defined").entries().entrySet()) {
        StrictMap entry = e.getValue().map().allow("index", "latex", "about", "as");
        Map<String, IndexKind> index = index(entry);
        Term body = term(entry.get("as"), index);
        sizes.put(e.getKey(), ClaimLoader.requireSize(body, sizes, entry.get("as")));
        put(e.getKey(), entry, Terms.names(body).contains("t"), new Symbol.Role.Defined(body));
      }
    }
  }

  private void complete() {
    SettingFunctions functions = new SettingFunctions(top, symbols, this::term);
    for (Map.Entry<String, StrictMap> e : entries.entrySet()) {
      StrictMap entry = e.getValue();
      Symbol symbol = symbols.get(e.getKey());
      Map<String, IndexKind> index = index(entry);
      if (top.has("state") && top.map("state").entries().containsKey(e.getKey())) {
        Term moves = term(entry.get("moves"), index);
        replace(symbol, new Symbol.Role.State(moves, entry.bool("free", true)));
      } else if (top.has("functions") && top.map("functions").entries().containsKey(e.getKey())) {
        replace(symbol, functions.read(entry, index));
      }
    }
  }

  private void replace(Symbol s, Symbol.Role role) {
    symbols.put(
        s.signature().name(), new Symbol(s.signature(), s.indices(), role, s.kind(), s.about()));
  }

  private void put(String name, StrictMap entry, boolean timed, Symbol.Role role) {
    Map<String, IndexKind> index = index(entry);
    // what steps bind, and what the kernel knows the meaning of
    if (StepScope.LETTERS.containsKey(name) || KERNEL_NAMES.contains(name)) {
      throw entry.get("latex").refuse("'" + name + "' has a meaning of its own", "another name");
    }
    ClaimLoader.guarded(
        entry.get("latex"), () -> ScopedVocabulary.extend(vocabulary(), Map.of(), List.of(name)));
    Symbol.Kind kind = entry.has("is") ? entry.choice("is", KINDS) : Symbol.Kind.REAL;
    symbols.put(
        name,
        new Symbol(
            new Signature(name, List.copyOf(index.values()), timed, entry.text("latex")),
            List.copyOf(index.keySet()),
            role,
            kind,
            entry.text("about")));
    entries.put(name, entry);
  }

  private static Map<String, IndexKind> index(StrictMap entry) {
    return index(entry, "index");
  }

  static Map<String, IndexKind> index(StrictMap entry, String key) {
    Map<String, IndexKind> found = new LinkedHashMap<>();
    if (entry.has(key)) {
      entry
          .map(key)
          .entries()
          .forEach((name, value) -> found.put(name, value.choice(ClaimLoader.KINDS)));
    }
    return found;
  }

  private Map<String, Proposition> facts() {
    Map<String, Proposition> facts = new LinkedHashMap<>();
    if (top.has("facts")) {
      for (Map.Entry<String, StrictValue> e : top.map("facts").entries().entrySet()) {
        String text = e.getValue().text();
        if (text.contains("'")) {
          throw e.getValue().refuse("a fact is not about derivatives", "a statement without '");
        }
        facts.put(
            e.getKey(),
            ClaimLoader.guarded(
                e.getValue(),
                () ->
                    FormulaParser.proposition(
                        text, ScopedVocabulary.extend(vocabulary(), Map.of(), List.of()))));
      }
    }
    return facts;
  }

  private Term term(StrictValue value, Map<String, IndexKind> index) {
    if (value.anyText().contains("'")) {
      // derivatives are what the motion says; nothing says how they move
      throw value.refuse("a derivative in a setting", "a term without '");
    }
    return ClaimLoader.guarded(
        value,
        () ->
            FormulaParser.term(
                value.anyText(), ScopedVocabulary.extend(vocabulary(), index, List.of())));
  }

  private Setting vocabulary() {
    return new Setting(
        "",
        "",
        "",
        motion,
        network,
        Optional.empty(),
        Set.of(),
        ONE,
        symbols,
        Map.of(),
        Optional.empty());
  }
}
