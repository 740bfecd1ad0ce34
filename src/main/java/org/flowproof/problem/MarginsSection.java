package org.flowproof.problem;

import java.util.LinkedHashMap;
import java.util.Map;
import org.flowproof.problem.yaml.StrictMap;
import org.flowproof.problem.yaml.StrictValue;

/** Reads the section {@code margins} of a case file. */
final class MarginsSection {
  private MarginsSection() {}

  static ExpectedMargins read(StrictMap section) {
    section.allow(CaseKeys.MARGINS);
    double delta = ExpectedMargins.USUAL_DELTA;
    if (section.has("delta")) {
      StrictValue value = section.get("delta");
      delta = value.number();
      if (!ExpectedMargins.deltaFits(delta)) {
        throw value.refuse(
            "out of range: " + value.decimal().text(), "a number " + ExpectedMargins.DELTA_RANGE);
      }
    }
    Map<String, String> verdicts = new LinkedHashMap<>();
    for (String statement : ExpectedMargins.STATEMENTS) {
      verdicts.put(statement, section.choice(statement, CheckSection.verdicts()));
    }
    return new ExpectedMargins(delta, verdicts);
  }
}
