package org.flowproof.check.recovery;

import static org.flowproof.check.recovery.Recovery.Verdict.OTHER;
import static org.flowproof.check.recovery.Recovery.Verdict.RECOVERED;
import static org.flowproof.check.recovery.Recovery.Verdict.UNKNOWN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real runs are told apart by where they go, and not where that cannot be told. */
class RecoveryJudgeTest {
  @TempDir Path directory;

  private Recovery six(String ratio) {
    return RecoverySample.judge(directory, RecoverySample.SIX.replace("RATIO", ratio));
  }

  private static void assertBranch(int branch, Recovery recovery) {
    assertEquals(RECOVERED, recovery.verdict(), recovery.reason());
    assertEquals(branch, recovery.numbers().get("branch"), recovery.reason());
  }

  /** The border between the branches lies in (1.40, 1.41) for the flow (theory notes B.5). */
  @Test
  void theBorderOfTheFlowIsBracketed() {
    Recovery below = six("1.36");
    assertBranch(1, below);
    assertTrue(below.reason().contains("t^-p"), below.reason());
    // v' = -v^3 on the slow directions
    assertEquals(0.5, below.numbers().get("exponent"), 0.01);
    assertBranch(2, six("1.45"));
    // a rule at a fixed time puts 1.36 on the other side
    assertEquals(2.0, below.numbers().get("horizon.2.parameters"));
  }

  @Test
  @Tag("slow")
  void theBorderIsBracketedClosely() {
    assertBranch(1, six("1.40"));
    assertBranch(2, six("1.41"));
    assertBranch(1, six("-1.40"));
  }

  @Test
  void equalOppositeAndIdleNeuronsAreJudgedWhereTheyStay() {
    assertBranch(1, six("1"));
    assertBranch(1, six("-1"));
    assertBranch(2, six("0"));
    String three = RecoverySample.SIX.replace("samples: 6", "samples: 3");
    assertBranch(1, RecoverySample.judge(directory, three.replace("RATIO", "1")));
    assertBranch(2, RecoverySample.judge(directory, three.replace("RATIO", "0")));
  }

  @Test
  void fewSamplesLeadElsewhere() {
    String three = RecoverySample.SIX.replace("samples: 6", "samples: 3");
    Recovery between = RecoverySample.judge(directory, three.replace("RATIO", "0.5"));
    assertEquals(OTHER, between.verdict(), between.reason());
    assertTrue(between.numbers().get("testError") > 1e-8);
    String two = RecoverySample.SIX.replace("samples: 6", "samples: 2");
    // one neuron has three parameters: two samples do not fix it
    Recovery single = RecoverySample.judge(directory, two.replace("RATIO", "0"));
    assertEquals(OTHER, single.verdict(), single.reason());
  }

  @Test
  void aRunThatIsTooShortIsNotJudged() {
    String text = RecoverySample.SIX.replace("1e12", "1e4");
    Recovery slow = RecoverySample.judge(directory, text.replace("RATIO", "1.36"));
    assertEquals(UNKNOWN, slow.verdict(), slow.reason());
    assertFalse(slow.numbers().containsKey("branch"));
    Recovery begun =
        RecoverySample.judge(
            directory, RecoverySample.SIX.replace("1e12", "1e4").replace("RATIO", "1.2"));
    assertEquals(UNKNOWN, begun.verdict(), begun.reason());
  }

  @Test
  void aRunThatBreaksOffIsNotJudged() {
    String text = RecoverySample.SIX.replace("evaluations: 1000000000", "evaluations: 50");
    Recovery broken = RecoverySample.judge(directory, text.replace("RATIO", "0"));
    assertEquals(UNKNOWN, broken.verdict(), broken.reason());
  }

  @Test
  void theStopIsJudgedByItsTestErrorWhenThatIsAsked() {
    String text = RecoverySample.SIX.replace("1e12", "1e4").replace("RATIO", "1.36");
    Recovery stop = RecoverySample.judge(directory, text, RecoveryRequest.Rule.STOP);
    assertEquals(OTHER, stop.verdict(), stop.reason());
    assertTrue(stop.numbers().get("testError") > 1e-8);
    Recovery idle =
        RecoverySample.judge(
            directory,
            RecoverySample.SIX.replace("1e12", "1e4").replace("RATIO", "0"),
            RecoveryRequest.Rule.STOP);
    assertBranch(2, idle);
  }

  /** The limit does not know of the sign; a descent from a tiny scale goes the same way. */
  @Test
  void aDescentFromATinyScaleIsJudgedLikeTheFlow() {
    String text =
        RecoverySample.SIX
            .replace("scale: 0", "scale: 1e-20")
            .replaceAll(
                "(?s)dynamics:.*", "dynamics: {kind: descent, step: 0.05, stop: {time: 1e4}}\n");
    assertBranch(2, RecoverySample.judge(directory, text.replace("RATIO", "0.2")));
    assertBranch(2, RecoverySample.judge(directory, text.replace("RATIO", "-0.2")));
  }

  @Test
  void otherCasesAreRefused() {
    String text =
        RecoverySample.SIX
            .replace("RATIO", "0")
            .replace("{law: imbalance, ratio: 0, scale: 0}", "{law: balanced, scale: 1, seed: 1}")
            .replace("integrator: stiff", "integrator: reference")
            .replace("tanh", "relu");
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> RecoverySample.judge(directory, text));
    assertTrue(e.getMessage().contains("not smooth"), e.getMessage());
  }
}
