package org.flowproof.proof;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.flowproof.formula.FormulaException;
import org.flowproof.formula.FormulaParser;
import org.flowproof.formula.IndexKind;
import org.flowproof.formula.Proposition;
import org.flowproof.formula.ScopedVocabulary;
import org.flowproof.formula.Term;
import org.flowproof.formula.Vocabulary;
import org.flowproof.formula.WrittenSize;
import org.flowproof.problem.InputException;
import org.flowproof.problem.yaml.StrictMap;
import org.flowproof.problem.yaml.StrictValue;
import org.flowproof.problem.yaml.StrictYaml;

/** Reads one claim file; every fault is reported with file, line and key. */
public final class ClaimLoader {
  static final Map<String, IndexKind> KINDS =
      Map.of(
          "neuron", IndexKind.NEURON,
          "sample", IndexKind.SAMPLE,
          "coordinate", IndexKind.COORDINATE);
  private static final Set<String> STEP_KEYS = Set.of("id", "rule", "from", "shows");

  /** Parameters that steps may have, whatever their rule; rules refuse those they do not use. */
  private static final List<String> PARAMETERS =
      List.of("for", "keep", "unfold", "over", "u", "v", "claim", "with", "of", "text");

  private final StrictMap top;
  private final Path proofsRoot;
  private Map<String, IndexKind> generic = Map.of();
  private final Map<String, Term> definitions = new LinkedHashMap<>();
  private Subject subject;

  private ClaimLoader(Path proofsRoot, StrictMap top) {
    this.proofsRoot = proofsRoot;
    this.top = top;
  }

  /**
   * Reads a claim.
   *
   * @param proofsRoot the directory that claim ids are relative to
   * @param file the claim file, below {@code proofsRoot}
   * @throws InputException when the file is missing or is not a claim
   */
  public static Claim load(Path proofsRoot, Path file) {
    return new ClaimLoader(proofsRoot, StrictYaml.read(file)).read();
  }

  private Claim read() {
    top.allow(
        "format",
        "claim",
        "title",
        "source",
        "model",
        "setting",
        "for",
        "hypotheses",
        "conclusion",
        "where",
        "derivation",
        "falsified",
        "conditions",
        "notes");
    top.get("format").integer(1, 1);
    String id = readId();
    subject = readSubject();
    generic = readGeneric();
    readDefinitions();
    Map<String, Proposition> hypotheses = new LinkedHashMap<>();
    if (top.has("hypotheses")) {
      top.map("hypotheses")
          .entries()
          .forEach((name, value) -> hypotheses.put(name, hypothesis(name, value)));
    }
    StrictMap conclusion = top.map("conclusion").allow("range", "holds");
    Claim.Source source = readSource();
    List<Claim.Step> derivation = readDerivation(assumed(hypotheses.keySet()));
    if (derivation.isEmpty() && source.kind() == Claim.Source.Kind.DERIVED) {
      throw top.refuse("no derivation", "steps, or source.kind 'cited' or 'conjecture'");
    }
    boolean conjecture = source.kind() == Claim.Source.Kind.CONJECTURE;
    if (conjecture && !derivation.isEmpty()) {
      throw top.get("derivation")
          .refuse("a conjecture with a derivation", "no steps, or source.kind 'derived'");
    }
    return new Claim(
        id,
        top.text("title"),
        source,
        subject,
        generic,
        hypotheses,
        proposition(conclusion.get("range"), generic),
        proposition(conclusion.get("holds"), generic),
        definitions,
        derivation,
        readTwins(hypotheses.keySet(), conjecture ? 0 : 1),
        top.text("notes", ""),
        readConditions(hypotheses));
  }

  private List<Condition> readConditions(Map<String, Proposition> hypotheses) {
    if (top.has("conditions") && subject instanceof Setting) {
      throw top.get("conditions")
          .refuse("a setting has no problems to evaluate conditions on", "claims with a 'model'");
    }
    return new ConditionSection(
            hypotheses, definitions, subject.vocabulary(), v -> proposition(v, generic))
        .read(top.list("conditions"));
  }

  private Proposition hypothesis(String name, StrictValue value) {
    if (name.equals("range")) {
      throw value.refuse("'range' names the times of the conclusion", "another name");
    }
    return proposition(value, generic);
  }

  // here, so that a name that is taken is reported where it is declared
  private void requireNewName(
      StrictValue value, Map<String, IndexKind> indices, List<String> names) {
    guarded(value, () -> ScopedVocabulary.extend(subject.vocabulary(), indices, names));
  }

  private String readId() {
    StrictValue value = top.get("claim");
    String id = value.text();
    String expected =
        proofsRoot.relativize(top.file()).toString().replace('\\', '/').replaceAll("\\.yaml$", "");
    if (!id.equals(expected)) {
      throw value.refuse("'" + id + "' does not fit the path", "'" + expected + "'");
    }
    return id;
  }

  private Claim.Source readSource() {
    StrictMap map = top.map("source").allow("kind", "reference", "locator");
    return new Claim.Source(
        map.choice(
            "kind",
            Map.of(
                "derived",
                Claim.Source.Kind.DERIVED,
                "cited",
                Claim.Source.Kind.CITED,
                "conjecture",
                Claim.Source.Kind.CONJECTURE)),
        map.text("reference", ""),
        map.text("locator", ""));
  }

  // hypotheses, and what the setting says of its symbols
  private Set<String> assumed(Set<String> hypotheses) {
    Set<String> all = new HashSet<>(hypotheses);
    if (subject instanceof Setting setting) {
      for (String fact : setting.facts().keySet()) {
        if (!all.add(fact)) {
          throw top.get("hypotheses")
              .refuse("'" + fact + "' is a fact of the setting", "a new name");
        }
      }
    }
    return all;
  }

  private Subject readSubject() {
    if (top.has("setting") == top.has("model")) {
      throw top.refuse("a claim is about one subject", "either 'model' or 'setting'");
    }
    return top.has("setting")
        ? SettingLoader.load(proofsRoot, top.get("setting"))
        : ModelSection.read(top.map("model"));
  }

  private Map<String, IndexKind> readGeneric() {
    Map<String, IndexKind> found = new LinkedHashMap<>();
    if (top.has("for")) {
      for (Map.Entry<String, StrictValue> e : top.map("for").entries().entrySet()) {
        IndexKind kind = e.getValue().choice(KINDS);
        requireNewName(e.getValue(), Map.of(e.getKey(), kind), List.of());
        found.put(e.getKey(), kind);
      }
    }
    return found;
  }

  private void readDefinitions() {
    if (!top.has("where")) {
      return;
    }
    Map<String, WrittenSize> sizes = new HashMap<>();
    for (Map.Entry<String, StrictValue> e : top.map("where").entries().entrySet()) {
      if (subject.vocabulary().find(e.getKey()).isPresent()) {
        throw e.getValue().refuse("'" + e.getKey() + "' is an observable", "another name");
      }
      requireNewName(e.getValue(), generic, List.of(e.getKey()));
      String text = e.getValue().text();
      Term term = guarded(e.getValue(), () -> FormulaParser.term(text, scope(generic)));
      sizes.put(e.getKey(), requireSize(term, sizes, e.getValue()));
      definitions.put(e.getKey(), term);
    }
  }

  /** Refuses a definition that, with those it uses, would not fit into memory. */
  static WrittenSize requireSize(Term term, Map<String, WrittenSize> sizes, StrictValue place) {
    WrittenSize size = WrittenSize.of(term, sizes);
    if (!size.accepted()) {
      throw place.refuse(size.shown(), WrittenSize.expected());
    }
    return size;
  }

  private List<Claim.Step> readDerivation(Set<String> hypotheses) {
    List<Claim.Step> steps = new ArrayList<>();
    Set<String> known = new HashSet<>(hypotheses);
    known.add("range");
    for (StrictValue value : top.list("derivation")) {
      StrictMap map = value.map();
      List<String> keys = new ArrayList<>(STEP_KEYS);
      keys.addAll(PARAMETERS);
      map.allow(keys);
      Map<String, String> parameters = new LinkedHashMap<>();
      PARAMETERS.stream()
          .filter(map::has)
          .forEach(key -> parameters.put(key, map.get(key).anyText()));
      Map<String, IndexKind> indices = new LinkedHashMap<>(generic);
      if (map.has("for")) {
        try {
          indices.putAll(StepScope.parse(parameters.get("for")));
        } catch (IllegalArgumentException e) {
          throw map.get("for")
              .refuse("'" + e.getMessage() + "' is not an index", "j, p, k, l, i or c, each once");
        }
      }
      List<String> from = map.list("from").stream().map(StrictValue::text).toList();
      for (String id : from) {
        if (!known.contains(id)) {
          throw map.get("from")
              .refuse(
                  "'" + id + "' is not an earlier step or hypothesis",
                  "one of " + known.stream().sorted().toList());
        }
      }
      String id = map.text("id");
      if (!known.add(id)) {
        throw map.get("id").refuse("'" + id + "' is used twice", "a new name");
      }
      Proposition shows = map.has("shows") ? proposition(map.get("shows"), indices) : null;
      steps.add(new Claim.Step(id, map.text("rule"), from, shows, parameters));
    }
    return steps;
  }

  private List<Claim.Twin> readTwins(Set<String> hypotheses, int least) {
    List<Claim.Twin> twins = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (StrictValue value : top.list("falsified")) {
      StrictMap map = value.map().allow("id", "holds", "drop", "because");
      if (map.has("holds") == map.has("drop")) {
        throw map.refuse("a false twin needs one change", "either 'holds' or 'drop'");
      }
      if (!ids.add(map.text("id"))) {
        throw map.get("id").refuse("'" + map.text("id") + "' is used twice", "a new name");
      }
      String dropped = map.has("drop") ? map.text("drop") : null;
      if (dropped != null && !hypotheses.contains(dropped)) {
        throw map.get("drop")
            .refuse("'" + dropped + "' is not a hypothesis", "one of " + hypotheses);
      }
      twins.add(
          new Claim.Twin(
              map.text("id"),
              map.has("holds") ? proposition(map.get("holds"), generic) : null,
              dropped,
              map.text("because")));
    }
    if (twins.size() < least) {
      throw top.refuse("no false twin", "at least one entry under 'falsified'");
    }
    return twins;
  }

  private Proposition proposition(StrictValue value, Map<String, IndexKind> indices) {
    String text = value.text();
    return guarded(value, () -> FormulaParser.proposition(text, scope(indices)));
  }

  private Vocabulary scope(Map<String, IndexKind> indices) {
    return ScopedVocabulary.extend(subject.vocabulary(), indices, definitions.keySet());
  }

  static <T> T guarded(StrictValue value, java.util.function.Supplier<T> parse) {
    try {
      return parse.get();
    } catch (FormulaException e) {
      String[] hints = e.expected().replaceFirst("^expected ", "").split("; did you mean ", 2);
      throw new InputException(
          value.file(),
          value.line(),
          value.key(),
          e.reason().text() + " '" + e.symbol() + "' at position " + (e.position() + 1),
          hints[0],
          hints.length == 2 ? Optional.of(hints[1].replaceFirst("\\?$", "")) : Optional.empty(),
          e);
    }
  }
}
