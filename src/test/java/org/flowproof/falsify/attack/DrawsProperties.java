package org.flowproof.falsify.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Optional;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.flowproof.check.Applicability;
import org.flowproof.falsify.ProblemDomain;
import org.flowproof.falsify.ProblemKind;
import org.flowproof.problem.Problem;
import org.flowproof.proof.Claim;
import org.flowproof.proof.ClaimCatalogue;

/** Draws meet the hypotheses, and drafts survive the way to an optimizer and back. */
class DrawsProperties {
  private static final ClaimCatalogue CATALOGUE = ClaimCatalogue.load(Path.of("proofs"));

  private static Claim claim(String id) {
    return CATALOGUE.find(id).orElseThrow();
  }

  @Property(tries = 3)
  void drawsMeetTheHypotheses(@ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
    for (String id :
        new String[] {
          "envelopes/norm-growth",
          "nearly-orthogonal/other-class-bound",
          "neuron-alignment/activation-kept",
          "single-neuron/equal-neurons-stay-equal"
        }) {
      Draws draws = new Draws(claim(id), seed);
      int found = 0;
      for (int i = 0; i < 20; i++) {
        Optional<Draws.Drawn> drawn = draws.next();
        if (drawn.isPresent()) {
          found++;
          Problem problem = drawn.get().problem(ProblemKind.of(claim(id)));
          double end = problem.dynamics().stop().time();
          assertEquals(
              Applicability.Outcome.MET, Applicability.of(claim(id), problem, end).outcome(), id);
        }
      }
      assertTrue(found >= 15, id + " " + found);
      assertTrue(Acceptance.share(draws.acceptances()) > 0.2, id);
    }
  }

  /** A hypothesis that hardly any free draw meets: the layouts meet it by construction. */
  @Example
  void rareHypothesesAreMetByConstruction() {
    Draws draws = new Draws(claim("nearly-orthogonal/other-class-bound"), 5);
    for (int i = 0; i < 60; i++) {
      draws.next();
    }
    int axes =
        draws.acceptances().stream()
            .filter(a -> a.strategy().text().contains("orthogonal"))
            .mapToInt(a -> a.met() + a.repaired())
            .sum();
    int all = draws.acceptances().stream().mapToInt(a -> a.met() + a.repaired()).sum();
    assertTrue(axes > all / 3, axes + " of " + all);
  }

  @Example
  void coordinatesLeadBackToTheDraft() {
    Claim claim = claim("envelopes/norm-growth");
    Draws draws = new Draws(claim, 11);
    for (int i = 0; i < 30; i++) {
      Draws.Drawn drawn = draws.next().orElseThrow();
      ProblemDomain domain = drawn.strategy().domain(ProblemKind.of(claim));
      Coordinates coordinates = new Coordinates(drawn.draft(), domain);
      Problem there = coordinates.at(coordinates.start()).problem(domain);
      Problem here = drawn.draft().problem(domain);
      assertEquals(here.data().x(), there.data().x());
      assertEquals(here.data().y(), there.data().y());
      for (int j = 0; j < here.network().width(); j++) {
        double a = here.initial().a().get(j);
        assertEquals(a, there.initial().a().get(j), 1e-9 * Math.abs(a));
      }
    }
  }
}
