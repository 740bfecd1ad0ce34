package org.flowproof.falsify;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.flowproof.proof.Claim;
import org.flowproof.proof.ClaimCatalogue;

/** Every falsified twin is refuted by the property that its claim passes. */
class TwinProperties {
  private static final ClaimCatalogue CLAIMS = ClaimCatalogue.load(Path.of("proofs"));

  /** Seed and number of problems of each search. */
  private static final CounterexampleSearch SEARCH = new CounterexampleSearch(20261110, 300);

  @Provide
  Arbitrary<String> twins() {
    return Arbitraries.of(
        NamedTwin.names(
            // what is about a setting of its own has no problems to draw; the kernel refuses its
            // twins
            CLAIMS.claims().stream().filter(c -> c.model().isPresent()), t -> true));
  }

  @Property(tries = 1000, generation = GenerationMode.EXHAUSTIVE, shrinking = ShrinkingMode.OFF)
  void everyTwinIsRefuted(@ForAll("twins") String name) {
    NamedTwin named = NamedTwin.of(CLAIMS, name);
    Claim.Model model = named.claim().model().orElseThrow();
    ProblemDomain domain = ProblemDomain.small().scaled(1e-2, 1).of(model);
    boolean descent = model.motion() == Claim.Model.Motion.DESCENT;
    if (descent || named.twin().droppedHypothesis() != null) {
      domain = domain.balanced(ProblemDomain.Balance.UNBALANCED);
    }
    assertTrue(
        SEARCH
            .search(
                named.wrong(),
                descent
                    ? Descents.of(ProblemArbitraries.problems(domain))
                    : ProblemArbitraries.problems(domain))
            .isPresent(),
        () -> name + " was not refuted by " + SEARCH.tries() + " problems");
  }

  @Example
  void everyClaimHasATwin() {
    assertFalse(CLAIMS.claims().isEmpty());
    CLAIMS.claims().stream()
        .filter(c -> c.source().kind() != Claim.Source.Kind.CONJECTURE)
        .forEach(c -> assertFalse(c.falsified().isEmpty(), c.id()));
  }
}
