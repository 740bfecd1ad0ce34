package org.flowproof.problem;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.flowproof.problem.yaml.StrictMap;
import org.flowproof.problem.yaml.StrictValue;

/** Reads the section {@code small-start} of a case file. */
final class SmallStartSection {
  private static final int MOST = 50;

  private SmallStartSection() {}

  static ExpectedSmallStart read(StrictMap section) {
    section.allow(CaseKeys.SMALL_START);
    List<Double> times = numbers(section.get("times"));
    if (times.isEmpty() || !SmallStartRequest.increasing(times)) {
      throw section.get("times").refuse("unusable times", "increasing numbers, at least one");
    }
    List<Double> scales = numbers(section.get("scales"));
    if (!SmallStartRequest.scalesFit(scales)) {
      throw section.get("scales").refuse("unusable scales", SmallStartRequest.SCALES);
    }
    long seed = section.get("seed").integer(0, Long.MAX_VALUE);
    Map<String, String> verdicts = new LinkedHashMap<>();
    for (String statement : ExpectedSmallStart.STATEMENTS) {
      verdicts.put(statement, section.choice(statement, CheckSection.verdicts()));
    }
    return new ExpectedSmallStart(new SmallStartRequest(times, scales, seed), verdicts);
  }

  private static List<Double> numbers(StrictValue value) {
    List<StrictValue> items = value.list();
    if (items.size() > MOST) {
      throw value.refuse(items.size() + " numbers", "at most " + MOST);
    }
    return items.stream().map(StrictValue::number).toList();
  }
}
