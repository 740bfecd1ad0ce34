package org.flowproof.proof.kernel;

import java.util.List;
import java.util.Set;

/** Which rules have a soundness set. A new rule is added to {@link #all} with its test class. */
final class RuleSets {
  /** Rules whose sets are still to be written. */
  static final Set<String> PENDING =
      Set.of(
          "one-step",
          "induction",
          "invariant-set",
          "member",
          "nonempty",
          "logarithm",
          "logarithm-law",
          "keeps-sign",
          "pattern-constant",
          "integral-along-flow");

  private RuleSets() {}

  static List<RuleTest> all() {
    return List.of(
        new IdentityRuleTest(),
        new DerivativeRuleTest(),
        new InequalityRuleTest(),
        new RewriteRuleTest(),
        new SumOverRuleTest(),
        new TriangleRuleTest(),
        new CauchySchwarzRuleTest(),
        new DefinitionRuleTest(),
        new ConstantRuleTest(),
        new MonotoneRuleTest(),
        new IntegrateRuleTest(),
        new ComparisonRuleTest(),
        new SolvesOdeRuleTest(),
        new ExponentialLawRuleTest(),
        new ExponentialRuleTest(),
        new ConjunctionRuleTest(),
        new SupremumRuleTest(),
        new InvariantRegionRuleTest(),
        new LemmaRuleTest());
  }
}
