package org.flowproof.enclose.certify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.flowproof.enclose.path.Side;
import org.junit.jupiter.api.Test;

/** What is proposed where a neuron that slides comes to a concave kink, wrong in one thing each. */
class SlidingKickTest {
  private static final double FAST = 0.188;

  private static void assertTooFast(Optional<Refusal> refused) {
    String text = refused.map(Refusal::text).orElse("");
    assertTrue(text.startsWith("the speed towards the kink is only proven"), text);
  }

  @Test
  void theSpeedAlongTheSlideIsProven() {
    assertEquals(Optional.empty(), new SlidingApproach().pass(FAST));
    assertTooFast(new SlidingApproach().pass(0.19));
  }

  @Test
  void aNeuronThatMovesAwayDoesNotCome() {
    // beyond the kink it is as fast, the wrong way; the path is put back beside the kink
    SlidingApproach trial = new SlidingApproach(1.3e-6, -0.001, SlidingApproach.BESIDE);
    for (int i = 0; i < 3; i++) {
      trial.w[i] -= 3.2e-6 * SlidingApproach.CONCAVE[i];
    }
    assertTooFast(trial.pass(FAST));
  }

  @Test
  void aSampleOfWhichTheGateIsNotKnownMayHoldBack() {
    double rest = -0.1;
    assertEquals(
        Optional.empty(), new SlidingApproach(-5e-6, rest, SlidingApproach.BESIDE).pass(0.16));
    assertTooFast(new SlidingApproach(-5e-6, rest, SlidingApproach.BESIDE).pass(FAST));
  }

  @Test
  void aFlowThatMayLeaveTheSlideHasNoSpeed() {
    double[] across = {0.6, 0.8, 1};
    // it would leave with more than 0.45 on the fourth sample
    assertEquals(Optional.empty(), new SlidingApproach(-5e-6, -0.3, across).pass(0.1));
    Optional<Refusal> refused = new SlidingApproach(-5e-6, -0.5, across).pass(0.05);
    assertTooFast(refused);
    assertTrue(refused.orElseThrow().text().contains("Infinity"), refused::toString);
  }

  @Test
  void theFlowMayBeBehindAPathThatIsAcross() {
    double proven = 0.18;
    for (double part = 0.01; part > 1e-13; part /= 2) {
      if (new SlidingApproach().pass(proven + part).isEmpty()) {
        proven += part;
      }
    }
    SlidingApproach trial = new SlidingApproach();
    assertEquals(Optional.empty(), trial.pass(proven));
    // the path is put across and aside, and twice as fast from there; what is behind is slower
    double gap = trial.w[0] * SlidingApproach.CONCAVE[0] + trial.w[1] * SlidingApproach.CONCAVE[1];
    double[] across = trial.w.clone();
    for (int i = 0; i < 3; i++) {
      across[i] -= (gap - 1e-9) * SlidingApproach.CONCAVE[i];
    }
    across[0] += 0.8e-6;
    across[1] -= 0.6e-6;
    trial.w = across;
    trial.sides[1] = Side.PLUS;
    trial.sides[3] = Side.PLUS;
    assertTooFast(trial.certifier.advance(trial.step(1e-8), List.of()));
  }

  /** Caught on one kink, put on another one: nothing is known of that yet. */
  @Test
  void aCaptureIsNoneOfAnotherKink() {
    SlidingApproach trial = SlidingApproach.toSecondSlide();
    double gap = trial.w[0] * SlidingApproach.CONCAVE[0] + trial.w[1] * SlidingApproach.CONCAVE[1];
    for (int i = 0; i < 3; i++) {
      trial.w[i] -= gap * SlidingApproach.CONCAVE[i];
    }
    trial.sides[1] = Side.SLIDE;
    assertEquals(Optional.empty(), trial.certifier.advance(trial.step(1e-9), List.of()));
    assertFalse(trial.certifier.captured(0));
    // but after a while
    assertEquals(Optional.empty(), trial.certifier.advance(trial.step(1e-3), List.of()));
    assertTrue(trial.certifier.captured(0));
  }
}
