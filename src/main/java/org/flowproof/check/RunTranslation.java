package org.flowproof.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.flowproof.formula.Instance;
import org.flowproof.formula.Proposition;
import org.flowproof.formula.Rational;
import org.flowproof.formula.Rebuild;
import org.flowproof.formula.Substitution;
import org.flowproof.formula.Term;
import org.flowproof.problem.Problem;
import org.flowproof.proof.Claim;
import org.flowproof.proof.RunReading;
import org.flowproof.proof.Setting;
import org.flowproof.proof.Symbol;

/**
 * A claim about a setting, said of a run: each symbol is replaced by what the setting says it is
 * there, abbreviations by their definitions, and time by time since the origin, counted in
 * iterations for a descent. The formulas stay those of the claim; only names change.
 */
final class RunTranslation {
  private static final Term T = new Term.Name("t");
  private static final Term ETA = new Term.Name("eta");
  private static final Term ZERO = new Term.Literal(Rational.ZERO);

  private final Setting setting;
  private final RunReading reading;
  private final boolean iterates;
  private final Term origin;

  private RunTranslation(Setting setting, RunReading reading) {
    this.setting = setting;
    this.reading = reading;
    iterates = setting.motion() == Setting.Motion.DESCENT;
    origin = reading.origin() == RunReading.Origin.START ? ZERO : new Term.Name("lastEvent");
  }

  /** The name has no meaning in a run. */
  private static final class NoReading extends RuntimeException {
    private static final long serialVersionUID = 1;

    NoReading(String message) {
      super(message);
    }
  }

  /** What becomes of a claim. */
  sealed interface Outcome {
    /**
     * It can be held against runs.
     *
     * @param claim in the observables of the network, of which it is a claim then
     */
    record Translated(Claim claim) implements Outcome {}

    /** It cannot be said of runs. */
    record Obstacle(String reason) implements Outcome {}
  }

  /**
   * The claim in the observables of the network. What a problem must meet for its runs to be
   * instances of the setting joins the hypotheses, and so do the facts of the setting where their
   * symbols have a reading.
   *
   * @param claim about the network, which it stays as it is, or about a setting with a reading
   */
  static Outcome of(Claim claim) {
    if (claim.setting().isEmpty()) {
      return new Outcome.Translated(claim);
    }
    try {
      return new Outcome.Translated(translation(claim).translated(claim));
    } catch (NoReading e) {
      return new Outcome.Obstacle(e.getMessage());
    }
  }

  /**
   * Has a claim read as one about runs of a problem.
   *
   * @param reader finds out about the claim in the observables of the network
   * @return what it found, said of the claim as it is written; NOT_APPLICABLE where the problem is
   *     of another kind or the claim cannot be said of runs
   */
  static Finding read(Claim claim, Problem problem, Function<Claim, Finding> reader) {
    Optional<String> mismatch = ModelMatch.mismatch(claim.subject(), problem);
    if (mismatch.isPresent()) {
      return Finding.nothingRead(claim, Verdict.NOT_APPLICABLE, mismatch.get());
    }
    Outcome said = of(claim);
    if (said instanceof Outcome.Obstacle obstacle) {
      return Finding.nothingRead(claim, Verdict.NOT_APPLICABLE, obstacle.reason());
    }
    return reader.apply(((Outcome.Translated) said).claim()).about(claim);
  }

  private static RunTranslation translation(Claim claim) {
    Setting setting = claim.setting().orElseThrow();
    return new RunTranslation(setting, setting.runs().orElseThrow());
  }

  private Claim translated(Claim claim) {
    Map<String, Proposition> hypotheses = new LinkedHashMap<>();
    reading.when().forEach((name, p) -> hypotheses.put("run." + name, p));
    setting
        .facts()
        .forEach(
            (name, fact) -> readable(fact).ifPresent(p -> hypotheses.put("setting." + name, p)));
    claim.hypotheses().forEach((name, p) -> hypotheses.put(name, expanded(claim, p)));
    Claim.Model.Motion motion = iterates ? Claim.Model.Motion.DESCENT : Claim.Model.Motion.FLOW;
    return new Claim(
        claim.id(),
        claim.title(),
        claim.source(),
        new Claim.Model(
            Claim.Model.LossKind.ANY, Claim.Model.Layers.ANY, reading.activation(), motion),
        claim.generic(),
        hypotheses,
        expanded(claim, claim.range()),
        expanded(claim, claim.conclusion()),
        Map.of(),
        claim.derivation(),
        claim.falsified(),
        claim.notes());
  }

  private Optional<Proposition> readable(Proposition fact) {
    try {
      return Optional.of(proposition(fact));
    } catch (NoReading e) {
      return Optional.empty();
    }
  }

  private Proposition expanded(Claim claim, Proposition p) {
    return proposition(Substitution.expand(p, claim.definitions()));
  }

  private Proposition proposition(Proposition p) {
    return Rebuild.mapped(p, Set.of(), this::term);
  }

  private Term term(Term term, Set<String> bound) {
    if (term instanceof Term.Name name && !bound.contains(name.name())) {
      Symbol symbol = setting.symbols().get(name.name());
      return symbol != null
          ? symbol(symbol, List.of(), T)
          : name.name().equals("t") ? elapsed() : name;
    }
    if (term instanceof Term.Observed observed) {
      Symbol symbol = setting.symbols().get(observed.name());
      if (symbol == null) {
        throw new NoReading("no reading of " + observed.name());
      }
      if (observed.primes() > 0) {
        return derivative(symbol, observed);
      }
      return symbol(symbol, observed.indices(), observed.time() == null ? T : observed.time());
    }
    if (term instanceof Term.OverTime) {
      throw new NoReading("a fold over time is not read on runs");
    }
    return Rebuild.mapped(term, bound, this::term);
  }

  /** In a flow time is that of the run, and so is the derivative of what is read off as it is. */
  private Term derivative(Symbol symbol, Term.Observed observed) {
    Term own = reading.as().get(symbol.signature().name());
    boolean plain = own instanceof Term.Observed read && read.time() != null;
    if (iterates || !plain || !T.equals(observed.time())) {
      throw new NoReading("no reading of the derivative of " + observed.name());
    }
    Term.Observed value = (Term.Observed) symbol(symbol, observed.indices(), T);
    return new Term.Observed(value.name(), 1, value.indices(), value.time());
  }

  /** A symbol at a time of the setting; constants take the time at which they were settled. */
  private Term symbol(Symbol symbol, List<Term> indices, Term time) {
    Map<String, Term> values = new LinkedHashMap<>();
    for (int i = 0; i < indices.size(); i++) {
      values.put(symbol.indices().get(i), indices.get(i));
    }
    Term own = reading.as().get(symbol.signature().name());
    if (own != null) {
      values.put("t", symbol.signature().timed() ? moment(time) : origin);
      return Instance.of(own, values);
    }
    if (symbol.definition().isEmpty()) {
      throw new NoReading("no reading of " + symbol.signature().name());
    }
    values.put("t", time);
    return term(Instance.of(symbol.definition().orElseThrow(), values), Set.of());
  }

  /** The time of the run at a time of the setting. */
  private Term moment(Term time) {
    if (time.equals(T)) {
      return T;
    }
    if (time instanceof Term.Literal literal && literal.value().signum() == 0) {
      return origin;
    }
    boolean next =
        time instanceof Term.Operation sum
            && sum.operator() == Term.Operator.PLUS
            && sum.left().equals(T)
            && sum.right() instanceof Term.Literal one
            && one.value().equals(Rational.ONE);
    if (next && iterates) {
      return new Term.Operation(Term.Operator.PLUS, T, ETA);
    }
    throw new NoReading("a time other than 0, t and t + 1 is not read on runs");
  }

  private Term elapsed() {
    Term since = origin.equals(ZERO) ? T : new Term.Operation(Term.Operator.MINUS, T, origin);
    return iterates ? new Term.Operation(Term.Operator.DIVIDE, since, ETA) : since;
  }
}
