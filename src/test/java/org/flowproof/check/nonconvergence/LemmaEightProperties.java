package org.flowproof.check.nonconvergence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.flowproof.problem.Problem;

/**
 * Lemma 8 of the paper: Assumption 3 with eta below 1/6 implies Assumptions 4, 5 and 6. In
 * Assumption 5 the sum over labels leaves out {@code l = k}; with it the lemma is false.
 */
class LemmaEightProperties {
  /**
   * Nine offsets as parts of eta: of the first sample (2), its label, of the second (2), its label,
   * of the third (2), its label. In the middle they are signed.
   */
  private static Problem problem(double eta, List<Double> part) {
    double[][] x = {
      {-1 + eta * part.get(0), 1 + eta * part.get(1)},
      {eta * (2 * part.get(3) - 1), 1 + eta * (2 * part.get(4) - 1)},
      {1 - eta * part.get(6), 1 + eta * part.get(7)}
    };
    return SmallProblem.of(
        x, new double[] {1 + eta * part.get(2), eta * part.get(5), 1 + eta * part.get(8)});
  }

  @Provide
  Arbitrary<Problem> smallEta() {
    // powers of two are summed without rounding; 170/1024 is below 1/6
    Arbitrary<Double> eta = Arbitraries.integers().between(1, 170).map(e -> e / 1024.0);
    Arbitrary<Double> part = Arbitraries.integers().between(1, 16).map(p -> p / 16.0);
    return Combinators.combine(eta, part.list().ofSize(9)).as(LemmaEightProperties::problem);
  }

  @Property(tries = 500)
  void smallEtaImpliesTheOthers(@ForAll("smallEta") Problem problem) {
    NonConvergence found = NonConvergence.of(problem);
    assertTrue(found.three().small());
    assertTrue(found.four().met(), found.four().toString());
    assertEquals(List.of(1, 3), found.edge().samples());
    assertTrue(found.five().status() != Assumption.Status.NOT_MET, found.five().toString());
    assertTrue(found.six().met(), found.six().toString());
  }

  /** The wrong neighbour: with all labels in the sum, some data fail Assumption 5. */
  @Example
  void strongerReadingOfAssumption5IsNotImplied() {
    assertTrue(failures(170, true) > 0);
    // far below 1/6 it is implied, too
    assertEquals(0, failures(90, true));
  }

  /** The other one: eta up to 1/2 does not imply them. */
  @Example
  void largerEtaIsNotEnough() {
    assertEquals(0, failures(170, false));
    assertTrue(failures(512, false) > 0);
  }

  private static int failures(int most, boolean strong) {
    SplittableRandom random = new SplittableRandom(8);
    int failures = 0;
    for (int i = 0; i < 200; i++) {
      List<Double> part = random.ints(9, 0, 2).mapToObj(p -> p == 0 ? 0x1p-10 : 1.0).toList();
      NonConvergence found = NonConvergence.of(problem(most / 1024.0, part));
      assertTrue(found.three().eta().isPresent());
      Assumption five = found.five();
      boolean fails = strong ? !five.met() : five.status() == Assumption.Status.NOT_MET;
      failures += fails || !found.four().met() || !found.six().met() ? 1 : 0;
    }
    return failures;
  }
}
