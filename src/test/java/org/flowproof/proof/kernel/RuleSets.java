package org.flowproof.proof.kernel;

import java.util.List;

/** Which rules have a soundness set. A new rule is added to {@link #all} with its test class. */
final class RuleSets {
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
        new LemmaRuleTest(),
        new OneStepRuleTest(),
        new InductionRuleTest(),
        new InvariantSetRuleTest(),
        new MemberRuleTest(),
        new NonemptyRuleTest(),
        new LogarithmRuleTest(),
        new LogarithmLawRuleTest(),
        new KeepsSignRuleTest(),
        new PatternConstantRuleTest(),
        new IntegralAlongFlowRuleTest());
  }
}
