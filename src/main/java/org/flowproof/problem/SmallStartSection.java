package org.flowproof.problem;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.flowproof.problem.yaml.StrictMap;
import org.flowproof.problem.yaml.StrictValue;

/** Reads the section {@code small-start} of a case file. */
final class SmallStartSection {
  private static final int MOST = 50;
  private static final int MOST_IMBALANCES = 6;

  private SmallStartSection() {}

  /**
   * The section.
   *
   * @param width of the network
   */
  static ExpectedSmallStart read(StrictMap section, int width) {
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
    List<Vec> imbalances =
        section.find("imbalance").map(v -> imbalances(v, width)).orElse(List.of());
    Map<String, String> verdicts = new LinkedHashMap<>();
    for (String statement : ExpectedSmallStart.STATEMENTS) {
      verdicts.put(statement, section.choice(statement, CheckSection.verdicts()));
    }
    return new ExpectedSmallStart(new SmallStartRequest(times, scales, seed, imbalances), verdicts);
  }

  private static List<Vec> imbalances(StrictValue value, int width) {
    List<StrictValue> items = value.list();
    if (items.isEmpty() || items.size() > MOST_IMBALANCES) {
      throw value.refuse(items.size() + " imbalances", "1 to " + MOST_IMBALANCES);
    }
    return items.stream().map(item -> imbalance(item, width)).toList();
  }

  private static Vec imbalance(StrictValue item, int width) {
    double[] c = new double[width];
    if (item.isMap()) {
      StrictMap range = item.map().allow(CaseKeys.IMBALANCE);
      double from = range.number("from");
      double to = range.number("to");
      for (int j = 0; j < width; j++) {
        c[j] = width == 1 ? from : (from * (width - 1 - j) + to * j) / (width - 1);
      }
    } else {
      c = NumberLists.vector(item).toArray();
    }
    if (c.length != width) {
      throw item.refuse(c.length + " numbers", width + ", the width, or {from: ..., to: ...}");
    }
    if (Arrays.stream(c).allMatch(v -> v == 0)) {
      throw item.refuse("an imbalance of 0", "a number that is not 0");
    }
    return Vec.of(c);
  }

  private static List<Double> numbers(StrictValue value) {
    List<StrictValue> items = value.list();
    if (items.size() > MOST) {
      throw value.refuse(items.size() + " numbers", "at most " + MOST);
    }
    return items.stream().map(StrictValue::number).toList();
  }
}
