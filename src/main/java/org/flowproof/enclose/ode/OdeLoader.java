package org.flowproof.enclose.ode;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Supplier;
import org.flowproof.formula.FormulaException;
import org.flowproof.formula.FormulaParser;
import org.flowproof.formula.IndexKind;
import org.flowproof.formula.Proposition;
import org.flowproof.formula.Rational;
import org.flowproof.formula.ScopedVocabulary;
import org.flowproof.formula.Signature;
import org.flowproof.formula.Term;
import org.flowproof.formula.Vocabulary;
import org.flowproof.problem.CaseLoader;
import org.flowproof.problem.Located;
import org.flowproof.problem.yaml.StrictMap;
import org.flowproof.problem.yaml.StrictValue;
import org.flowproof.problem.yaml.StrictYaml;

/** Reads {@code cases/odes/<name>.yaml}; every key is described in docs/enclose-ode.md. */
public final class OdeLoader {
  private static final int MOST_UNKNOWNS = 50;
  private static final int LEAST_ORDER = 4;
  private static final int MOST_ORDER = 60;

  private final StrictMap top;
  private final Map<String, Rational> parameters = new LinkedHashMap<>();
  private final List<String> variables;
  private final Vocabulary names;

  private OdeLoader(StrictMap top) {
    this.top = top;
    StrictMap equations = top.map("equations");
    this.variables = List.copyOf(equations.entries().keySet());
    if (variables.isEmpty() || variables.size() > MOST_UNKNOWNS) {
      throw equations.refuse(
          variables.size() + " equations", "from 1 to " + MOST_UNKNOWNS + " equations");
    }
    top.find("parameters").ifPresent(p -> readParameters(p.map()));
    this.names = vocabulary(equations);
  }

  /** No names at all. */
  private enum Nameless implements Vocabulary {
    INSTANCE;

    @Override
    public Optional<Signature> find(String name) {
      return Optional.empty();
    }

    @Override
    public List<String> names() {
      return List.of();
    }

    @Override
    public Map<String, IndexKind> genericIndices() {
      return Map.of();
    }
  }

  /**
   * Reads a file of equations.
   *
   * @throws org.flowproof.problem.InputException when anything in it is not usable
   */
  public static OdeFile load(Path file) {
    StrictMap top = StrictYaml.read(file).allow(OdeKeys.TOP);
    top.get("format").integer(1, 1);
    return new OdeLoader(top).read();
  }

  private OdeFile read() {
    StrictValue time = top.get("time");
    time.positive();
    int order =
        top.find("order")
            .map(value -> (int) value.integer(LEAST_ORDER, MOST_ORDER))
            .orElse(Scheme.ORDER);
    top.find("expect").ifPresent(e -> e.map().allow(OdeKeys.EXPECT));
    OdeProblem problem =
        new OdeProblem(system(), start(), Rational.ofDecimal(time.decimal().exact()), bounds());
    top.text("notes", "");
    return new OdeFile(
        CaseLoader.id(top.get("ode")),
        top.file(),
        top.text("title"),
        problem,
        order,
        expectedValues(),
        top.find("expect")
            .flatMap(e -> e.map().find("width"))
            .map(w -> OptionalDouble.of(w.positive()))
            .orElse(OptionalDouble.empty()));
  }

  /** A parameter may use those before it. */
  private void readParameters(StrictMap section) {
    section
        .entries()
        .forEach(
            (name, value) -> {
              Vocabulary before = guarded(value, () -> scope(parameters.keySet()));
              guarded(value, () -> scope(Set.of(name)));
              parameters.put(name, constant(value, before));
            });
  }

  private Vocabulary vocabulary(StrictMap equations) {
    Set<String> all = new LinkedHashSet<>(parameters.keySet());
    equations
        .entries()
        .forEach(
            (name, value) -> {
              guarded(value, () -> scope(Set.of(name)));
              if (!all.add(name)) {
                throw value.refuse("'" + name + "' is a parameter already", "another name");
              }
            });
    return scope(all);
  }

  private static Vocabulary scope(Set<String> names) {
    return ScopedVocabulary.extend(Nameless.INSTANCE, Map.of(), names);
  }

  private Rational constant(StrictValue value, Vocabulary vocabulary) {
    Located source = new Located(value.anyText(), value.file(), value.line(), value.key());
    Term term = guarded(value, () -> FormulaParser.term(source.text(), vocabulary));
    ProgramBuilder builder = new ProgramBuilder(List.of(), parameters);
    int place = builder.add(term, source);
    return ((PolynomialSystem.Constant) builder.nodes().get(place)).value();
  }

  private PolynomialSystem system() {
    ProgramBuilder builder = new ProgramBuilder(variables, parameters);
    List<Integer> rates = new ArrayList<>();
    for (StrictValue value : top.map("equations").entries().values()) {
      Located source = value.located();
      rates.add(
          builder.add(guarded(value, () -> FormulaParser.term(source.text(), names)), source));
    }
    return new PolynomialSystem(variables, builder.nodes(), rates);
  }

  private List<Rational> start() {
    StrictMap section = top.map("start").allow(variables);
    Vocabulary known = scope(parameters.keySet());
    return variables.stream().map(name -> constant(section.get(name), known)).toList();
  }

  private List<Bound> bounds() {
    List<Bound> bounds = new ArrayList<>();
    for (StrictValue value : top.list("always")) {
      bounds.add(bound(value));
    }
    return bounds;
  }

  private Bound bound(StrictValue value) {
    Located source = value.located();
    Proposition read = guarded(value, () -> FormulaParser.proposition(source.text(), names));
    if (!(read instanceof Proposition.Comparison comparison)) {
      throw value.refuse("no comparison", "one comparison such as x < 4.5");
    }
    boolean less =
        switch (comparison.relation()) {
          case LESS, LESS_OR_EQUAL -> true;
          case GREATER, GREATER_OR_EQUAL -> false;
          case EQUAL, NOT_EQUAL ->
              throw value.refuse(
                  "a comparison by " + comparison.relation().symbol(), "<, <=, > or >=");
        };
    Term difference =
        new Term.Operation(
            Term.Operator.MINUS,
            less ? comparison.left() : comparison.right(),
            less ? comparison.right() : comparison.left());
    ProgramBuilder builder = new ProgramBuilder(variables, parameters);
    int place = builder.add(difference, source);
    boolean strict =
        comparison.relation() == Proposition.Relation.LESS
            || comparison.relation() == Proposition.Relation.GREATER;
    return new Bound(
        source.text(), new PolynomialSystem(variables, builder.nodes(), List.of(place)), strict);
  }

  private Map<String, BigDecimal> expectedValues() {
    Map<String, BigDecimal> values = new LinkedHashMap<>();
    top.find("expect")
        .flatMap(e -> e.map().find("values"))
        .ifPresent(
            section ->
                section
                    .map()
                    .allow(variables)
                    .entries()
                    .forEach((name, value) -> values.put(name, value.decimal().exact())));
    return values;
  }

  private static <T> T guarded(StrictValue value, Supplier<T> parse) {
    try {
      return parse.get();
    } catch (FormulaException e) {
      throw value.refuse(
          e.reason().text() + " '" + e.symbol() + "' at position " + (e.position() + 1),
          e.expected(),
          Optional.empty());
    }
  }
}
