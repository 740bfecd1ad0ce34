package org.flowproof.sweep.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.flowproof.check.recovery.RecoveryJudge;
import org.flowproof.check.recovery.RecoveryRequest;
import org.flowproof.check.recovery.TestInputs;
import org.flowproof.problem.CaseFile;
import org.flowproof.problem.yaml.StrictMap;
import org.flowproof.problem.yaml.StrictValue;

/**
 * The section {@code judge.recovery} of a sweep file.
 *
 * @param request what it asks
 * @param bias whether a bias coordinate is appended to inputs
 * @param place of the section
 * @param test place of the test inputs
 * @param horizons places of the horizons
 */
record RecoverySection(
    RecoveryRequest request,
    boolean bias,
    StrictValue place,
    StrictValue test,
    List<StrictValue> horizons) {
  private static final int MOST_POINTS = 1_000_000;
  private static final double SUCCESS = 1e-8;

  static RecoverySection read(StrictMap judge, StrictMap sections) {
    judge.allow(SweepKeys.JUDGE);
    for (String key : SweepKeys.JUDGE) {
      if (!key.equals("recovery") && judge.has(key)) {
        throw judge.get(key).refuse("does not go with 'recovery'", "one of the two");
      }
    }
    StrictValue place = judge.get("recovery");
    StrictMap section = place.map().allow(SweepKeys.RECOVERY);
    boolean bias = sections.map("data").bool("bias", false);
    List<StrictValue> horizons = section.list("horizons");
    double before = 0;
    for (StrictValue horizon : horizons) {
      if (horizon.positive() <= before) {
        throw horizon.refuse("not above the one before", "increasing times");
      }
      before = horizon.positive();
    }
    RecoveryRequest request =
        new RecoveryRequest(
            test(section.get("test").map(), sections, bias),
            section.find("success").map(StrictValue::positive).orElse(SUCCESS),
            section
                .find("at")
                .map(
                    v ->
                        v.choice(
                            Map.of(
                                "limit", RecoveryRequest.Rule.LIMIT,
                                "stop", RecoveryRequest.Rule.STOP)))
                .orElse(RecoveryRequest.Rule.LIMIT),
            horizons.stream().map(StrictValue::positive).toList());
    return new RecoverySection(request, bias, place, section.get("test"), horizons);
  }

  private static TestInputs test(StrictMap test, StrictMap sections, boolean bias) {
    test.allow(SweepKeys.TEST);
    boolean even = test.choice("kind", Map.of("even", true, "normal", false));
    int points = (int) test.get("points").integer(2, MOST_POINTS);
    for (String key : even ? List.of("seed") : List.of("from", "to")) {
      if (test.has(key)) {
        throw test.get(key)
            .refuse("does not go with 'kind: " + test.text("kind") + "'", "no '" + key + "'");
      }
    }
    if (even) {
      double from = test.number("from");
      double to = test.number("to");
      if (!(from < to)) {
        throw test.get("to").refuse("not above 'from'", "a number above " + from);
      }
      return TestInputs.even(from, to, points);
    }
    int weights =
        sections.map("data").find("target").map(t -> t.map().list("weight").size()).orElse(1);
    int dimension = Math.max(1, weights - (bias ? 1 : 0));
    if ((long) points * dimension > 10L * MOST_POINTS) {
      throw test.get("points").refuse(points + " points of dimension " + dimension, "fewer");
    }
    return TestInputs.normal(points, dimension, test.get("seed").integer(0, Long.MAX_VALUE));
  }

  /**
   * Refuses cases that cannot be judged.
   *
   * @throws org.flowproof.problem.InputException that points at this section
   */
  void refuseUnfit(CaseFile file) {
    Optional<String> obstacle = RecoveryJudge.obstacle(file);
    if (obstacle.isPresent()) {
      throw place.refuse(
          "runs of this case cannot be judged so: " + obstacle.get(),
          "two to four neurons of a smooth activation, squared loss, 'data.target'");
    }
    int d = file.problem().data().d();
    if (!request.test().fit(d, bias)) {
      throw test.refuse(
          "test inputs of dimension " + request.test().x().columns(),
          "dimension " + (d - (bias ? 1 : 0)));
    }
    double end = file.problem().dynamics().stop().time();
    for (StrictValue horizon : horizons) {
      if (horizon.positive() > end) {
        throw horizon.refuse("after the end of the run, " + end, "a time up to it");
      }
    }
  }
}
