package org.flowproof.enclose;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.flowproof.enclose.MutantLoader.Change;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Certifiers that take samples on one line for something else, and the test that finds it. */
class SharedKinkMutantsTest {
  private static MutantLoader mutant(String source, String right, String wrong) {
    return MutantLoader.of(new Change(source, right, wrong == null ? "" : wrong));
  }

  private static void assertFound(MutantLoader mutant, String test, String method, Object... with) {
    assertTrue(mutant.finds(test, method, with).isPresent(), "survives");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "path/KinkLine # sizes.add(opposite[p] ? part.negate() : part); # sizes.add(part);",
        "path/KinkLine # across.add(part.times(Rational.ONE.plus(Rational.ofDouble(alpha)))); #"
            + " across.add(part);",
        "path/KinkLine # sum += opposite[p] ? 3 * most : most; # sum += most;",
        "path/KinkLine # side == Side.SLIDE || !opposite[place] ? side : side.across(); # side;",
        "path/Kinks # line < 0 ? # line < 1 ?",
      })
  void sumsAreFoundByRationals(String source, String right, String wrong) {
    boolean found = false;
    for (String method :
        new String[] {
          "whichSamplesAreOnOneLineIsDecidedOnTheDoubles", "theReachBoundsBothChangesTogether"
        }) {
      found |= mutant(source, right, wrong).finds("path.KinkLineTest", method).isPresent();
    }
    found |=
        mutant(source, right, wrong)
            .finds("path.KinkLineTest", "pullsTogetherAsOneByOne", 0.25)
            .isPresent();
    assertTrue(found, "survives");
  }

  /** Every certifier that takes the residual of one sample for that of its kink. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "certify/KinkCheck # model.kinks().of(sample).residual(this::residual) # residual(sample) #"
            + " 0.5 # 0.004",
        "certify/KinkCheck # model.kinks().of(sample).residual(this::residual) # residual(sample) #"
            + " -0.5 # 0.01",
        "certify/SlideCharge # kink.residualAlong(field::residual) # field.residual(samples[p]) #"
            + " -0.5 # 0.01",
      })
  void residualsThatAreNotAddedAreFoundByABall(
      String source, String right, String wrong, double label, double end) {
    assertFound(mutant(source, right, wrong), "SharedKinksTest", "attackOnOneLine", label, end);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "path/KinkLine # .map(force::minus) # .map(shift -> force)",
        "path/KinkLine # .map(force::minus) # .map(force::plus)",
      })
  void gatesOfTheOtherSideAreFoundInOneDimension(String source, String right, String wrong) {
    assertFound(mutant(source, right, wrong), "SharedKinksTest", "attackOnOneInput");
  }

  @Test
  void gatesOfTheOtherSideAreFoundByALimit() {
    assertFound(
        mutant("limit/SidesStay", ".minus(offset)", ""),
        "SharedKinksTest",
        "theReferenceComesToTheLimit",
        23L,
        2L,
        0.2);
  }

  @Test
  void sidesThatDisagreeAreFound() {
    assertFound(
        mutant("certify/StepCertifier", ".or(() -> astray(step))", ""),
        "SharedKinksTest",
        "samplesWithOneKinkAreOnTheirSidesTogether");
  }
}
