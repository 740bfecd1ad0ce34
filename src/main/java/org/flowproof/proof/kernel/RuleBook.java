package org.flowproof.proof.kernel;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.flowproof.proof.Claim;

/** The closed list of rules by the names that derivations use. */
final class RuleBook {
  private final Map<String, Rule> rules = new LinkedHashMap<>();

  /**
   * @param provedClaims for lemmas: the claim of that id, or a refusal when it is not PROVED
   */
  RuleBook(Function<String, Claim> provedClaims) {
    rules.put("identity", new IdentityRule());
    rules.put("derivative-along-flow", new DerivativeRule());
    rules.put("inequality", new ConsequenceRule());
    rules.put("rewrite", new ConsequenceRule());
    rules.put("sum-over", new SumOverRule());
    rules.put("triangle", new TriangleRule());
    rules.put("cauchy-schwarz", new CauchySchwarzRule());
    rules.put("definition", new DefinitionRule());
    rules.put("constant", CalculusRules.CONSTANT);
    rules.put("monotone", CalculusRules.MONOTONE);
    rules.put("integrate", CalculusRules.INTEGRATE);
    rules.put("comparison", new ComparisonRule());
    rules.put("solves-ode", new SolvesOdeRule());
    rules.put("exponential", new ExponentialRule());
    rules.put("exponential-law", new ExponentialLawRule());
    rules.put("logarithm", new LogarithmRule());
    rules.put("logarithm-law", new LogarithmLawRule());
    rules.put("keeps-sign", new KeepsSignRule());
    rules.put("pattern-constant", new PatternConstantRule());
    rules.put("integral-along-flow", new FlowIntegralRule());
    rules.put("conjunction", new ConjunctionRule());
    rules.put("supremum", new SupremumRule());
    rules.put("invariant-region", new InvariantRegionRule());
    rules.put("one-step", new OneStepRule());
    rules.put("induction", new InductionRule());
    rules.put("invariant-set", new InvariantSetRule());
    rules.put("member", new MemberRule());
    rules.put("nonempty", new NonemptyRule());
    rules.put("lemma", new LemmaRule(provedClaims));
  }

  /** All names, in the order of the documentation. */
  List<String> names() {
    return List.copyOf(rules.keySet());
  }

  /** A rule; null when there is none of that name. */
  Rule find(String name) {
    return rules.get(name);
  }
}
