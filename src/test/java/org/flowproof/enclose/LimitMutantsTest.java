package org.flowproof.enclose;

import static org.flowproof.enclose.Mutants.assertFound;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Proofs of limits with one thing wrong, and the test that finds it: a theorem that the flow does
 * not keep to, or an enclosure without the number that it is to enclose. The tests are run on what
 * is right elsewhere.
 */
class LimitMutantsTest {
  /** By the flow from one random start, whose first neuron is on so many kinks. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "SidesStay # if (!(room > reach)) { # if (room < 0) { # 9 # 0",
        "SidesStay # Interval.of(-2 * distance, 2 * distance) # Interval.ZERO # 16 # 1",
        "SidesStay # holds = gate.lower() > model.alpha() && gate.upper() < 1; # holds = true; # 6"
            + " # 1",
        "IntervalSystem # b[r] = b[r].minus(factor.times(b[c])); # # 50 # 2",
        "Features # kinks().slides(sides).length == 0 ? 1 : # kinks().slides(sides).length >= 0 ?"
            + " 1 : # 31 # 1",
        "TerminalCertifier # leastRank <= independent && (!exactly || ExactRank.of(all) =="
            + " independent) # true # 8 # 0",
        "TerminalCertifier # mapToDouble(Group::weight).min() # mapToDouble(Group::weight).max() #"
            + " 43 # 0",
        "TerminalCertifier # Math.nextUp(Math.nextUp(distance / carried) / least) #"
            + " Math.nextUp(distance / carried) # 6 # 0",
        "TerminalCertifier # model.bothLayers() ? Math.nextDown(weight - left) : carried # carried"
            + " # 0 # 0",
        "TerminalCertifier # loss.lower() > 0 # loss.upper() > 0 # 16 # 0",
        "TerminalCertifier # everything = chosen.columns().size() == model.n(); # everything ="
            + " chosen.columns().size() >= model.n() - 1; # 7 # 0",
      })
  void isFoundByAFlow(String source, String right, String wrong, long seed, long kinks) {
    assertFound(
        Mutants.of("limit/" + source, right, wrong)
            .finds("limit.LimitAttackProperties", "attack", seed, kinks));
  }

  /** By rationals, at one random problem. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "LeastSquares # double shift = off.sqrt().upper(); # double shift = 0; # enclosesTheFit #"
            + " 0",
        "LeastSquares # above.minus(Interval.of(off.upper())).lower() # above.lower() #"
            + " enclosesTheFit # 130",
        "LeastSquares # gradient.divide(Interval.of(least)) # gradient # enclosesTheFit # 121",
        "HalfSamples # (prediction.isPositive() ? plus : minus).add(k); # plus.add(k); #"
            + " enclosesTheDistance # 0",
      })
  void isFoundByRationals(String source, String right, String wrong, String method, long seed) {
    assertFound(
        Mutants.of("limit/" + source, right, wrong)
            .finds("limit.LeastSquaresProperties", method, seed));
  }

  /** By a case whose answer is known. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "SidesStay # if (!end.captured().get(j)) { # if (j < 0) { # TerminalCertifierTest #"
            + " aSlideMustBeCaught",
        "SidesStay # && outerLater.times(r).isNegative() # # TerminalCertifierTest #"
            + " aSlideEndsWhereItsOutputWeightMayChangeItsSign",
        "SidesStay # norm * integral # 0.1 * norm * integral # TerminalCertifierTest #"
            + " aLightNeuronMayStillCross",
        "FlowEnd # sum = Interval.of(-error, error).plus( # sum = Interval.ZERO.plus( #"
            + " TerminalCertifierTest # theEndOfATubeHoldsItsFlows",
        "HalfSamples # if (!prediction.isPositive() && !prediction.isNegative()) { # if (k < 0) { #"
            + " LeastSquaresProperties # aSampleOnTheCutBelongsToNoHalf",
        "LeastEigenvalue # if (!(sum.lower() > 0) # if (!(sum.upper() > 0) # ExactAlgebraTest #"
            + " leastEigenvaluesAreBelowAndNear",
        "LeastEigenvalue # if (shift > 0 && positiveDefinite(matrix, shift)) { # if (shift > 0) { #"
            + " ExactAlgebraTest # leastEigenvaluesAreBelowAndNear",
      })
  void isFoundByAKnownCase(String source, String right, String wrong, String test, String method) {
    assertFound(Mutants.of("limit/" + source, right, wrong).finds("limit." + test, method));
  }
}
