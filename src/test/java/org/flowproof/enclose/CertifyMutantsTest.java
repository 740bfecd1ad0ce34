package org.flowproof.enclose;

import static org.flowproof.enclose.Mutants.assertFound;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Certifiers of steps, slides and captures with one thing wrong, and the test that finds it. The
 * tests are run on what is right elsewhere.
 */
class CertifyMutantsTest {
  /** By a test without parameters. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "Captures # if (!Arrays.equals(now, samples[j])) { # if (now.length == 0 ||"
            + " samples[j].length == 0) { # SlidingKickTest # aCaptureIsNoneOfAnotherKink",
        "SlidingSpeed # if (!holds(j, sliding, pull)) { # if (j < 0) { # SlidingKickTest #"
            + " aFlowThatMayLeaveTheSlideHasNoSpeed",
        "SlidingSpeed # gate = Interval.of(model.gate(line.sideOf(k, kink.from()))); # gate ="
            + " Interval.of(model.gate(sides[k])); # SlidingKickTest #"
            + " theFlowMayBeBehindAPathThatIsAcross",
        "SlidingSpeed # gate = model.gates(); # gate = Interval.of(model.gate(sides[k])); #"
            + " SlidingKickTest # aSampleOfWhichTheGateIsNotKnownMayHoldBack",
        "SlidingSpeed # .times(-kink.from().sign()); # .abs(); # SlidingKickTest #"
            + " aNeuronThatMovesAwayDoesNotCome",
        "NodeJump # return Bounds.norm(parts); # return 0; # NodeJumpTest #"
            + " theStartIsComparedWithTheInitialWeights",
        "NodeJump # return Bounds.up(Math.sqrt(Bounds.up(sum + part * part))); # return 0; #"
            + " RefusalCorpusTest # aStepThatIsLeftOutIsPaidFor",
        "NodeJump # return Bounds.up(Math.abs(sum.value()) + sum.error()); # return"
            + " Bounds.up(Math.abs(sum.value())); # NodeJumpTest # endAndStartAreComparedExactly",
        "NodeJump # sum.add(-from.rest(l)); # # NodeJumpTest # endAndStartAreComparedExactly",
        "StepCertifier # || !(kick.factor() >= needed) # # RefusalCorpusTest # allAreRefused",
        "StepCertifier # || !(kick.before() >= start.of(j)) # # RefusalCorpusTest # allAreRefused",
        "StepCertifier # || wasUnclear(j, kick.sample()) # # RefusalCorpusTest # allAreRefused",
        "StepCertifier # if (!slides && !check.onItsSide(j, k)) { # if (j < 0) { #"
            + " RefusalCorpusTest # allAreRefused",
        "StepCertifier # check.passing(moved, unclear[j]) # Optional.<Refusal>empty() #"
            + " RefusalCorpusTest # allAreRefused",
      })
  void isFound(String source, String right, String wrong, String test, String method) {
    assertFound(Mutants.of("certify/" + source, right, wrong).finds("certify." + test, method));
  }

  /** By a flow beside a path that slides, or is said to. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "Captures # Bounds.down(margin * # Bounds.down(2 * margin * #"
            + " aFlowIsOnItsKinkWhenItIsSaidToBe # 1 # -0.5",
        "Captures # / Bounds.up(Math.sqrt(sliding.gramInverseNorm()))); # ); #"
            + " aFlowIsOnItsKinkWhenItIsSaidToBe # 0.25 # -0.5",
        "SlideCharge # Bounds.up(inverse * Bounds.up(Math.sqrt(Bounds.up(off)))) #"
            + " Bounds.up(Math.sqrt(Bounds.up(off))) # aPathOffItsKinkIsAsWideAsItIsOff # 0.25 #"
            + " -0.5",
        "SlideCharge # double least = Math.min(above, below); # double least = Math.max(above,"
            + " below); # aFlowIsOnItsKinkWhenItIsSaidToBe # 1 # -0.5",
        "StepCertifier # Bounds.up(node + 2 * rates.displacement(j)) # node #"
            + " aPathOffItsKinkIsAsWideAsItIsOff # 1 # -0.5",
      })
  void isFoundBesideASlide(
      String source, String right, String wrong, String method, double size, double label) {
    assertFound(
        Mutants.of("certify/" + source, right, wrong)
            .finds("certify.SlideAttackTest", method, size, label));
  }

  /** By the flows of a ball that come to two kinks. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "Captures # - shift(sliding, rates, kinks, tube, uncertain[j]) # # attackOnSeveral # 131",
        "Captures # distance[j] = tube[j];\\n        continue; # continue; # attackOnSeveral # 131",
        "StepCertifier # start.kick(kick); # # attackOnSlides # 2",
        "TubeGuess # !(reached[j] < tube[j]) || !(tube[j] < 1) # !(tube[j] < 1) # attackOnSeveral #"
            + " 131",
      })
  void isFoundByABall(String source, String right, String wrong, String method, long which) {
    assertFound(
        Mutants.of("certify/" + source, right, wrong).finds("SeveralKinksTest", method, which));
  }

  /** What is taken over from another norm may still drift before a kink acts on it. */
  @Test
  void normsThatForgetADriftAreFound() {
    assertFound(
        Mutants.of("bound/BlockNorm", "(best[j] + drift[j]) / weight[j]", "best[j] / weight[j]")
            .finds("bound.ErrorBoundsTest", "aKinkActsOnWhatDriftedBefore"));
  }

  @ParameterizedTest
  @CsvSource({"-0.2", "-0.3"})
  void slidesThatAreNonePayForIt(double label) {
    assertFound(
        Mutants.of(
                "certify/SlideCharge",
                "outside += Math.max(0, -least) * outer * model.sampleNorm(samples[p]);",
                "")
            .finds("certify.SlideAttackTest", "aSlideThatIsNotOneIsAsWideAsItIsWrong", label));
  }
}
