package org.flowproof.proof.kernel;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.flowproof.formula.IndexKind;
import org.flowproof.formula.Proposition;
import org.flowproof.formula.Term;
import org.flowproof.proof.exact.Show;
import org.flowproof.proof.exact.TreeRewriter;

/**
 * {@code invariant-region}: a ReLU neuron whose preactivations are all negative at time 0 never
 * moves. While they are negative its gates are 0, so its velocity is 0 (checked as an identity);
 * the preactivations depend on its own weights only, so the set of times up to which nothing has
 * moved is open and closed.
 */
final class InvariantRegionRule implements Rule {
  // with a blank, so that no index that a claim declares has this name
  private static final String EVERY_SAMPLE = "every sample";

  @Override
  public List<Fact> apply(StepContext c) {
    c.requireContinuousTime();
    NetworkField field = c.networkField();
    if (!c.relu()) {
      throw new Refusal("the slope below zero must be 0 (activation: relu)");
    }
    parts(c.shows()).forEach(part -> check(c, field, part));
    return c.established(c.shows());
  }

  private static List<Proposition> parts(Proposition p) {
    return p instanceof Proposition.And a ? a.parts() : List.of(p);
  }

  private static void check(StepContext c, NetworkField field, Proposition part) {
    if (part instanceof Proposition.Comparison e
        && e.relation() == Proposition.Relation.EQUAL
        && e.left() instanceof Term.Observed now
        && (now.name().equals("a") || now.name().equals("w"))
        && now.primes() == 0
        && Trees.T.equals(now.time())
        && Trees.same(e.right(), Trees.at(now, Trees.ZERO))) {
      Term neuron = now.indices().get(0);
      requireDead(c, neuron);
      field.derive(c.checks);
      Term velocity =
          now.name().equals("a")
              ? field.ofOutput(neuron)
              : field.ofHidden(neuron, now.indices().get(1));
      Term dead = closeGates(c.definitions.unfoldExcept(velocity, Set.of("r")), neuron);
      c.requireZero(dead, "velocity of " + Show.of(now) + " with closed gates");
      return;
    }
    throw new Refusal("expected a[j] == a[j,0] or w[j,i] == w[j,i,0]");
  }

  private static Term closeGates(Term term, Term neuron) {
    return new TreeRewriter() {
      @Override
      protected Term observed(Term.Observed o) {
        return o.name().equals("s") && o.indices().get(0).equals(neuron) ? Trees.ZERO : o;
      }
    }.term(term);
  }

  private static void requireDead(StepContext c, Term neuron) {
    Map<String, IndexKind> scope = c.indices();
    scope.put(EVERY_SAMPLE, IndexKind.SAMPLE);
    Proposition wanted =
        new Proposition.Comparison(
            Proposition.Relation.LESS,
            new Term.Observed("u", 0, List.of(neuron, new Term.Name(EVERY_SAMPLE)), Trees.ZERO),
            Trees.ZERO);
    if (c.from.stream().flatMap(f -> f.at(scope).stream()).noneMatch(wanted::equals)) {
      throw new Refusal("no premise says u[j,k,0] < 0 for every sample k");
    }
  }

  @Override
  public String trusts() {
    return "invariance of an open region in which the velocity vanishes";
  }
}
