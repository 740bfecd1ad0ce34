package org.flowproof.check.scale;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Optional;
import org.flowproof.problem.CaseFile;
import org.flowproof.problem.CaseLoader;
import org.flowproof.problem.Problem;
import org.junit.jupiter.api.Test;

class CaseAtScaleTest {
  private static CaseFile load(String name) {
    return CaseLoader.load(Path.of("cases", name + ".yaml"));
  }

  @Test
  void weightsAreThoseOfTheLawAndSeedAtTheOtherScale() {
    CaseFile file = load("early-alignment/three-points");
    Problem same = CaseAtScale.of(file, 1e-3).orElseThrow().problem();
    assertEquals(file.problem().initial(), same.initial());
    assertEquals(file.problem().dynamics().stop().time(), same.dynamics().stop().time());
    Problem larger = CaseAtScale.of(file, 1e-1).orElseThrow().problem();
    double ratio = larger.initial().w().get(3, 1) / file.problem().initial().w().get(3, 1);
    assertEquals(100, ratio, 1e-10);
    assertEquals(200, larger.dynamics().stop().time());
    assertEquals("balanced, scale 0.1, seed 5", larger.initialOrigin());
  }

  @Test
  void smallerWeightsGetTheTimeToGrow() {
    CaseFile file = load("early-alignment/three-points");
    CaseFile smaller = CaseAtScale.of(file, 1e-6).orElseThrow();
    assertEquals(400, smaller.problem().dynamics().stop().time(), 1e-10);
    assertEquals(0, smaller.problem().dynamics().stop().gradientNorm());
    assertEquals(1e-6, smaller.draws().scale().orElseThrow());
    assertTrue(smaller.integrator().isPresent());
  }

  @Test
  void givenWeightsHaveNoScale() {
    assertEquals(Optional.empty(), CaseAtScale.of(load("oracle/kink"), 1e-2));
  }
}
