package org.flowproof.sweep.recovery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.flowproof.sweep.AxisValue;
import org.flowproof.sweep.Judged;
import org.flowproof.sweep.Point;
import org.flowproof.sweep.PointResult;
import org.flowproof.sweep.recovery.Comparison.Verdict;
import org.junit.jupiter.api.Test;

/** Borders and published values on results that are made up. */
class ComparisonTest {
  private static final Rule PARAMETERS = new Rule(Rule.Kind.PARAMETERS, OptionalDouble.of(1e4), 1);

  private final List<PointResult> results = new ArrayList<>();

  /** One result for each ratio; a branch, 0 for another limit, -1 when it is not known. */
  private void line(double samples, double[] ratios, int... branches) {
    for (int i = 0; i < ratios.length; i++) {
      Map<String, AxisValue> values = new LinkedHashMap<>();
      values.put("samples", AxisValue.of(samples));
      values.put("ratio", AxisValue.of(ratios[i]));
      Map<String, Double> numbers = new TreeMap<>(Map.of("testError", ratios[i] * ratios[i]));
      if (branches[i] > 0) {
        numbers.put("branch", (double) branches[i]);
        numbers.put("horizon.1.parameters", ratios[i] > 1.2 ? 2.0 : 1.0);
      }
      String word = branches[i] > 0 ? "RECOVERED" : branches[i] == 0 ? "OTHER" : "UNKNOWN";
      results.add(
          PointResult.done(
              new Point(results.size(), values, "id" + results.size()),
              new Judged(word, false, "", new TreeMap<>(numbers), new TreeMap<>()),
              0));
    }
  }

  private static Published published(
      Published.Reads reads, double value, double tolerance, boolean relative) {
    return new Published(
        "there",
        reads,
        value,
        tolerance,
        relative,
        Map.of(),
        "testError",
        "RECOVERED",
        Optional.empty());
  }

  private static Published border(Rule rule, String before, String after, double value) {
    return new Published(
        "there",
        Published.Reads.BORDER,
        value,
        0.05,
        false,
        Map.of(),
        "",
        "",
        Optional.of(new Published.WantedBorder("ratio", rule, before, after)));
  }

  private Verdict verdict(Published published) {
    return Comparison.of(published, results).verdict();
  }

  @Test
  void bordersSkipWhatIsNotKnown() {
    line(6, new double[] {0.5, 0, 1, 0.75, 1.5, 1.25}, 2, 2, 1, -1, 0, 1);
    List<Border> borders = Border.of(results, "ratio", Rule.VERDICT);
    assertEquals(2, borders.size());
    assertEquals(
        new Border(
            Rule.VERDICT, Map.of("samples", AxisValue.of(6)), "branch 2", "branch 1", 0.5, 1),
        borders.get(0));
    assertEquals("other", borders.get(1).after());
    assertEquals(1.25, borders.get(1).from());
    List<Border> cruder = Border.of(results, "ratio", PARAMETERS);
    assertEquals(1, cruder.size());
    assertEquals(1.25, cruder.get(0).to());
  }

  @Test
  void linesOfOtherCoordinatesStayApart() {
    line(5, new double[] {0, 1}, 2, 2);
    line(6, new double[] {0, 1}, 1, 1);
    assertTrue(Border.of(results, "ratio", Rule.VERDICT).isEmpty());
  }

  @Test
  void aBracketAgreesWhenAllOfItIsNear() {
    line(6, new double[] {0, 1.34, 1.36, 2}, 1, 1, 2, 2);
    assertEquals(Verdict.AGREES, verdict(border(Rule.VERDICT, "branch 1", "branch 2", 1.35)));
    assertEquals(Verdict.DIFFERS, verdict(border(Rule.VERDICT, "branch 1", "branch 2", 1.5)));
    assertEquals(Verdict.UNKNOWN, verdict(border(Rule.VERDICT, "branch 1", "branch 2", 1.4)));
    assertEquals(Verdict.DIFFERS, verdict(border(Rule.VERDICT, "branch 2", "branch 1", 1.35)));
  }

  @Test
  void aBorderThatMayHideIsNotDenied() {
    line(6, new double[] {0, 1, 2}, 1, -1, 1);
    assertEquals(Verdict.UNKNOWN, verdict(border(Rule.VERDICT, "branch 1", "branch 2", 1)));
  }

  @Test
  void severalBordersDecideNothing() {
    line(6, new double[] {0, 1, 2, 3}, 1, 2, 1, 2);
    assertEquals(Verdict.UNKNOWN, verdict(border(Rule.VERDICT, "branch 1", "branch 2", 0.5)));
  }

  @Test
  void meansAndMediansAreHeldToAFactorOrADistance() {
    line(6, new double[] {0, 1, 2}, 1, 1, 1);
    assertEquals(Verdict.AGREES, verdict(published(Published.Reads.MEAN, 1.6, 0.1, false)));
    assertEquals(Verdict.DIFFERS, verdict(published(Published.Reads.MEAN, 1.6, 0.01, false)));
    assertEquals(Verdict.AGREES, verdict(published(Published.Reads.MEDIAN, 1, 1.1, true)));
    assertEquals(Verdict.AGREES, verdict(published(Published.Reads.MEDIAN, 3, 3, true)));
    assertEquals(Verdict.DIFFERS, verdict(published(Published.Reads.MEDIAN, 3.1, 3, true)));
  }

  @Test
  void undecidedPointsMakeSharesWide() {
    line(6, new double[] {0, 1, 2, 3}, 1, 0, -1, 1);
    Comparison half = Comparison.of(published(Published.Reads.SHARE, 0.5, 0, false), results);
    assertEquals(List.of(0.5, 0.75), half.ours());
    assertEquals(Verdict.UNKNOWN, half.verdict());
    assertEquals(Verdict.AGREES, verdict(published(Published.Reads.SHARE, 0.6, 0.2, false)));
    assertEquals(Verdict.DIFFERS, verdict(published(Published.Reads.SHARE, 1, 0.1, false)));
  }

  @Test
  void onlyPointsThatAreMeantCount() {
    line(5, new double[] {0, 0.5, 1}, 1, 0, 1);
    line(6, new double[] {0, 0.5, 1}, 1, 1, 1);
    Published.Where five =
        new Published.Where(List.of("5"), OptionalDouble.empty(), OptionalDouble.empty());
    Published.Where inside =
        new Published.Where(List.of(), OptionalDouble.of(0), OptionalDouble.of(1));
    Published share =
        new Published(
            "there",
            Published.Reads.SHARE,
            0,
            0,
            false,
            Map.of("samples", five, "ratio", inside),
            "",
            "RECOVERED",
            Optional.empty());
    assertEquals(Verdict.AGREES, verdict(share));
    Published nowhere =
        new Published(
            "there",
            Published.Reads.SHARE,
            0,
            0,
            false,
            Map.of(
                "samples",
                new Published.Where(List.of("7"), OptionalDouble.empty(), OptionalDouble.empty())),
            "",
            "RECOVERED",
            Optional.empty());
    assertEquals(Verdict.UNKNOWN, verdict(nowhere));
  }
}
