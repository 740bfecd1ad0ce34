package org.flowproof.proof.kernel;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.flowproof.formula.FormulaException;
import org.flowproof.formula.FormulaParser;
import org.flowproof.formula.IndexKind;
import org.flowproof.formula.Proposition;
import org.flowproof.formula.ScopedVocabulary;
import org.flowproof.formula.Term;
import org.flowproof.proof.Claim;
import org.flowproof.proof.Setting;
import org.flowproof.proof.StepScope;
import org.flowproof.proof.exact.Definitions;
import org.flowproof.proof.exact.Question;
import org.flowproof.proof.exact.TreeRewriter;

/** What a rule sees of the step it has to judge, and whom it can ask. */
final class StepContext {
  final Claim claim;
  final Claim.Step step;
  final List<Fact> from;
  final Checks checks;
  final Definitions definitions;
  final NormalForm normal;
  final Map<String, IndexKind> universals;
  final ClaimRange range;
  private final Set<String> usedParameters = new HashSet<>();

  StepContext(
      Claim claim,
      Claim.Step step,
      List<Fact> from,
      Checks checks,
      Definitions definitions,
      NormalForm normal,
      ClaimRange range) {
    this.claim = claim;
    this.step = step;
    this.from = from;
    this.checks = checks;
    this.definitions = definitions;
    this.normal = normal;
    this.range = range;
    try {
      this.universals = StepScope.parse(step.parameters().get("for"));
    } catch (IllegalArgumentException e) {
      throw new Refusal("'" + e.getMessage() + "' is not an index");
    }
    usedParameters.add("for");
    usedParameters.add("text");
    for (String name : universals.keySet()) {
      if (claim.generic().containsKey(name)) {
        throw new Refusal("index " + name + " is fixed by the claim; a step cannot vary it");
      }
    }
  }

  boolean relu() {
    return claim.model().filter(m -> m.activation() == Claim.Model.ActivationKind.RELU).isPresent();
  }

  boolean earlyAlignment() {
    return claim
        .model()
        .filter(m -> m.motion() == Claim.Model.Motion.EARLY_ALIGNMENT_FLOW)
        .isPresent();
  }

  /** For rules about derivatives in time. */
  void requireContinuousTime() {
    if (!claim.subject().continuousTime()) {
      throw new Refusal("the rule is about continuous time");
    }
  }

  /** The motion in continuous time, for the loss and layers it can be derived for. */
  Field field() {
    requireContinuousTime();
    return claim.subject() instanceof Setting setting && !setting.network()
        ? new SettingField(setting, definitions)
        : networkField();
  }

  /** What one iteration does, where time is counted. */
  Iteration iteration() {
    if (claim.vocabulary().nextTime().isEmpty()) {
      throw new Refusal("the rule is about iterations");
    }
    return claim.subject() instanceof Setting setting
        ? new SettingField(setting, definitions)
        : networkField();
  }

  /** The motion of the two-layer network. */
  NetworkField networkField() {
    if (claim.setting().filter(s -> !s.network()).isPresent()) {
      throw new Refusal("the rule is about the two-layer network");
    }
    if (claim
        .model()
        .filter(
            m ->
                m.loss() != Claim.Model.LossKind.SQUARED_HALF_MEAN
                    || m.layers() != Claim.Model.Layers.BOTH)
        .isPresent()) {
      throw new Refusal("the field is derived for the loss 1/(2n) and both layers trained");
    }
    return new NetworkField(definitions, earlyAlignment());
  }

  /** The claim's indices and the step's own. */
  Map<String, IndexKind> indices() {
    Map<String, IndexKind> all = new LinkedHashMap<>(claim.generic());
    all.putAll(universals);
    return all;
  }

  /** What the step shows, in normal form. */
  Proposition shows() {
    if (step.shows() == null) {
      throw new Refusal("the step must say what it shows");
    }
    return normal.normal(step.shows());
  }

  /** What the step shows, as one comparison. */
  Proposition.Comparison comparison() {
    if (shows() instanceof Proposition.Comparison c) {
      return c;
    }
    throw new Refusal("the step must show one comparison");
  }

  /** What the step shows, as one equation. */
  Proposition.Comparison equation() {
    Proposition.Comparison c = comparison();
    if (c.relation() != Proposition.Relation.EQUAL) {
      throw new Refusal("the step must show an equation");
    }
    return c;
  }

  String parameter(String name) {
    usedParameters.add(name);
    String value = step.parameters().get(name);
    if (value == null) {
      throw new Refusal("the rule needs the key '" + name + "'");
    }
    return value;
  }

  /** A comma-separated list of observables; empty when the key is missing. */
  Set<String> observables(String parameter) {
    usedParameters.add(parameter);
    Set<String> found = new TreeSet<>();
    String value = step.parameters().get(parameter);
    if (value == null || value.isBlank()) {
      return found;
    }
    for (String part : value.split(",", -1)) {
      if (claim.vocabulary().find(part.strip()).isEmpty()) {
        throw new Refusal("'" + part.strip() + "' is not an observable");
      }
      found.add(part.strip());
    }
    return found;
  }

  /** A term given in a parameter, with one more index in scope. */
  Term term(String parameter, String extraIndex) {
    Map<String, IndexKind> scope = indices();
    IndexKind kind = StepScope.LETTERS.get(extraIndex);
    if (kind == null || scope.containsKey(extraIndex)) {
      throw new Refusal("'" + extraIndex + "' is not a free index letter");
    }
    scope.put(extraIndex, kind);
    try {
      return normal.normal(
          FormulaParser.term(
              parameter(parameter),
              ScopedVocabulary.extend(claim.vocabulary(), scope, claim.definitions().keySet())));
    } catch (FormulaException e) {
      throw new Refusal(parameter + ": " + e.getMessage());
    }
  }

  /**
   * Refuses parameters that the rule has no use for: they would suggest a check that is not done.
   */
  void refuseUnusedParameters() {
    for (String name : step.parameters().keySet()) {
      if (!usedParameters.contains(name)) {
        throw new Refusal("the rule does not use the key '" + name + "'");
      }
    }
  }

  void requireNoPremises() {
    if (!from.isEmpty()) {
      throw new Refusal("the rule uses no premises, but 'from' lists some");
    }
  }

  /** Everything that the premises say about the indices in scope. */
  List<Proposition> premises(boolean unrestrictedOnly) {
    return premises(unrestrictedOnly, indices());
  }

  /** What the premises say about given indices. */
  List<Proposition> premises(boolean unrestrictedOnly, Map<String, IndexKind> scope) {
    List<Proposition> all = new ArrayList<>();
    for (Fact f : from) {
      if (!(unrestrictedOnly && f.restricted())) {
        all.addAll(f.at(scope));
      }
    }
    return all;
  }

  boolean anyRestricted() {
    return from.stream().anyMatch(Fact::restricted);
  }

  /** The result: {@code p} for all values of the step's indices. */
  List<Fact> established(Proposition p) {
    return Fact.of(universals, p, anyRestricted());
  }

  void requireZero(Term term, String what) {
    checks.requireZero(Question.zero(term, freeIndices(term)), what);
  }

  /** The indices in scope that occur in a term. */
  Map<String, IndexKind> freeIndices(Term... terms) {
    Map<String, IndexKind> scope = indices();
    Map<String, IndexKind> found = new LinkedHashMap<>();
    for (Term t : terms) {
      new TreeRewriter() {
        @Override
        protected Term name(Term.Name name) {
          if (scope.containsKey(name.name())) {
            found.put(name.name(), scope.get(name.name()));
          }
          return name;
        }
      }.term(t);
    }
    return found;
  }
}
