package org.flowproof.proof;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.flowproof.formula.Proposition;
import org.flowproof.formula.Rational;
import org.flowproof.formula.Substitution;
import org.flowproof.formula.Term;
import org.flowproof.formula.Terms;
import org.flowproof.formula.Vocabulary;
import org.flowproof.problem.InputException;
import org.flowproof.problem.yaml.StrictMap;
import org.flowproof.problem.yaml.StrictValue;

/** Reads the list {@code conditions} of a claim file. */
final class ConditionSection {
  private static final Term START = new Term.Literal(Rational.ZERO);

  private final Map<String, Proposition> hypotheses;
  private final Map<String, Term> definitions;
  private final Vocabulary vocabulary;
  private final Function<StrictValue, Proposition> parse;

  /**
   * A reader for one claim.
   *
   * @param hypotheses by name
   * @param definitions the where-names
   * @param vocabulary the observables
   * @param parse reads a statement in the scope of the claim
   */
  ConditionSection(
      Map<String, Proposition> hypotheses,
      Map<String, Term> definitions,
      Vocabulary vocabulary,
      Function<StrictValue, Proposition> parse) {
    this.hypotheses = hypotheses;
    this.definitions = definitions;
    this.vocabulary = vocabulary;
    this.parse = parse;
  }

  /**
   * The conditions in file order.
   *
   * @throws InputException when one is not about the start, or is stated not at all or twice
   */
  List<Condition> read(List<StrictValue> items) {
    List<Condition> all = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (StrictValue item : items) {
      StrictMap map = item.map().allow("id", "says", "in", "holds", "hypothesis");
      String id = map.text("id");
      if (!ids.add(id)) {
        throw map.get("id").refuse("'" + id + "' is used twice", "a new name");
      }
      Condition.Quantity in =
          map.choice(
              "in",
              Map.of(
                  "scale", Condition.Quantity.SCALE,
                  "samples", Condition.Quantity.SAMPLES,
                  "time", Condition.Quantity.TIME));
      all.add(new Condition(id, map.text("says"), in, statement(map)));
    }
    return all;
  }

  private Proposition statement(StrictMap map) {
    if (map.has("holds") == map.has("hypothesis")) {
      throw map.refuse(
          "a condition is stated once", "either 'holds' or the name of a 'hypothesis'");
    }
    StrictValue place = map.get(map.has("holds") ? "holds" : "hypothesis");
    Proposition stated = map.has("holds") ? parse.apply(place) : hypothesis(place);
    later(Substitution.expand(stated, definitions))
        .ifPresent(
            what -> {
              throw place.refuse(
                  "a condition is about the start, and '" + what + "' is not",
                  "data, values at time 0 such as N[0], and endTime");
            });
    return stated;
  }

  private Proposition hypothesis(StrictValue place) {
    Proposition stated = hypotheses.get(place.text());
    if (stated == null) {
      throw place.refuse(
          "'" + place.text() + "' is not a hypothesis", "one of " + hypotheses.keySet());
    }
    return stated;
  }

  /** What in a statement is not known at the start. */
  private Optional<String> later(Proposition statement) {
    Stream<String> names =
        Terms.names(statement).stream()
            .filter(
                n ->
                    n.equals("t")
                        || n.equals("lastEvent")
                        || vocabulary.find(n).filter(s -> s.timed()).isPresent());
    Stream<String> observed =
        terms(statement)
            .flatMap(term -> Terms.occurrences(term).stream())
            .filter(this::isLater)
            .map(Term.Observed::name);
    return Stream.concat(names, observed).findFirst();
  }

  private boolean isLater(Term.Observed observed) {
    boolean timed = vocabulary.find(observed.name()).filter(s -> s.timed()).isPresent();
    return observed.primes() > 0
        || observed.name().equals("firstEvent")
        || (timed && !START.equals(observed.time()));
  }

  private static Stream<Term> terms(Proposition p) {
    if (p instanceof Proposition.Comparison c) {
      return Stream.of(c.left(), c.right());
    } else if (p instanceof Proposition.And and) {
      return and.parts().stream().flatMap(ConditionSection::terms);
    } else if (p instanceof Proposition.Or or) {
      return or.parts().stream().flatMap(ConditionSection::terms);
    } else if (p instanceof Proposition.Not not) {
      return terms(not.operand());
    } else if (p instanceof Proposition.Implies implies) {
      return Stream.concat(terms(implies.premise()), terms(implies.consequence()));
    }
    return terms(((Proposition.Quantified) p).body());
  }
}
