package org.flowproof.falsify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.flowproof.falsify.attack.Attack;
import org.flowproof.falsify.attack.AttackResult;
import org.flowproof.falsify.attack.Budget;
import org.flowproof.problem.CaseFile;
import org.flowproof.problem.CaseLoader;
import org.flowproof.proof.Claim;
import org.flowproof.proof.ClaimCatalogue;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every conjecture of the catalogue is false, and has a small counterexample among the cases. */
class ConjecturesTest {
  private static final ClaimCatalogue CATALOGUE = ClaimCatalogue.load(Path.of("proofs"));

  /** What each conjecture must fall to, with any of a few seeds. */
  private static final int TRIES = 2000;

  private static final int CLIMBING = 2000;

  private static final int HANDFUL = 5;

  static Stream<String> conjectures() {
    return CATALOGUE.claims().stream()
        .filter(c -> c.source().kind() == Claim.Source.Kind.CONJECTURE)
        .map(Claim::id);
  }

  @Test
  void thereAreMany() {
    assertTrue(conjectures().count() >= 25, "conjectures: " + conjectures().count());
  }

  /** That the cases violate them is seen to where all cases are checked. */
  @ParameterizedTest
  @MethodSource("conjectures")
  void eachHasASmallCase(String id) {
    Path file = Path.of("cases/counterexamples/" + id.substring(id.lastIndexOf('/') + 1) + ".yaml");
    assertTrue(Files.exists(file), file.toString());
    CaseFile found = CaseLoader.load(file, OptionalLong.empty());
    assertEquals(1, found.check().size());
    assertEquals(id, found.check().get(0).claimId());
    assertEquals("VIOLATED", found.check().get(0).verdict());
    assertTrue(found.problem().data().n() <= HANDFUL);
    assertTrue(found.problem().network().width() <= HANDFUL);
  }

  @Tag("slow")
  @ParameterizedTest
  @MethodSource("conjectures")
  void eachFallsWithinItsBudget(String id) {
    Claim claim = CATALOGUE.find(id).orElseThrow();
    for (long seed : List.of(1L, 2L)) {
      AttackResult result =
          Attack.on(
              claim,
              new Budget(seed, TRIES, CLIMBING, 300, Optional.empty(), 2),
              false,
              () -> true,
              progress -> {});
      assertTrue(result.counterexample().isPresent(), id + " with seed " + seed);
      assertTrue(result.counterexample().get().problem().data().n() <= HANDFUL);
    }
  }
}
