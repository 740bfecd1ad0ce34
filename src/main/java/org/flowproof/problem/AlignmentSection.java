package org.flowproof.problem;

import java.util.OptionalDouble;
import org.flowproof.problem.yaml.StrictMap;
import org.flowproof.problem.yaml.StrictValue;

/** Reads the section {@code alignment} of a case file. */
final class AlignmentSection {
  private AlignmentSection() {}

  static ExpectedAlignment read(StrictMap section) {
    section.allow(CaseKeys.ALIGNMENT);
    StrictValue epsilon = section.get("epsilon");
    if (!AlignmentRequest.epsilonFits(epsilon.number())) {
      throw epsilon.refuse(
          "out of range: " + epsilon.decimal().text(),
          "a number " + AlignmentRequest.EPSILON_RANGE);
    }
    StrictValue alpha0 = section.get("alpha0");
    if (!AlignmentRequest.alpha0Fits(alpha0.number())) {
      throw alpha0.refuse(
          "out of range: " + alpha0.decimal().text(), "a number " + AlignmentRequest.ALPHA0_RANGE);
    }
    OptionalDouble lambda =
        section.has("lambda")
            ? OptionalDouble.of(section.get("lambda").positive())
            : OptionalDouble.empty();
    return new ExpectedAlignment(
        new AlignmentRequest(epsilon.number(), alpha0.number(), lambda),
        section.choice("weights", CheckSection.verdicts()),
        section.choice("directions", CheckSection.verdicts()));
  }
}
