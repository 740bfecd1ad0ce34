package org.flowproof.sweep.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.flowproof.sweep.Point;
import org.flowproof.sweep.SweepTexts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A point has another name when anything that its result depends on is another, and only then. */
class PointIdentityTest {
  @TempDir Path directory;

  @Test
  void everyPointHasItsOwn() {
    Set<String> identities = new HashSet<>(identities());
    assertEquals(12, identities.size());
    identities.forEach(identity -> assertTrue(identity.matches("[0-9a-f]{64}"), identity));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "band: 0.2 | band: 0.21",
        "kind: band, band: 0.2 | kind: gaussian",
        "dimension: 2 | dimension: 3",
        "beta: unit | 'beta: [1, 1e-9]'",
        "noise: 0.5 | noise: 0.6",
        "width: 3 | width: 4",
        "activation: relu | 'activation: {leaky: 0.1}'",
        "activation: relu | 'activation: relu, derivative-at-zero: 1'",
        "trained: both | trained: first",
        "factor: 1/(2n) | factor: 1/n",
        "law: dominated | law: balanced",
        "tolerance: 1e-8 | tolerance: 1e-9",
        "time: 4 | time: 5",
        "time: 4 | 'time: 4, gradient-norm: 1e-9'",
        "time: 4 | 'time: 4, loss: 1e-9'",
        "time: 4 | 'time: 4, evaluations: 1000'",
        "kind: flow | 'kind: flow, integrator: structured'",
        "scale: false | scale: true",
        "horizon: false | horizon: true",
      })
  void anyChangeChangesEachOfThem(String from, String to) {
    List<String> before = identities();
    List<String> after = identities(from, to);
    for (int i = 0; i < before.size(); i++) {
      assertNotEquals(before.get(i), after.get(i));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "title: A sample | title: Another title",
        "title: A sample | 'title: A sample\nnotes: with notes'",
        "beta: unit | 'beta: [1, 0]'",
        "noise: 0.5 | noise: 5e-1",
        "samples: 4 | samples: 77",
        "kind: flow | 'kind: flow, residual: full, integrator: auto'",
        "time: 4 | 'time: 4.0, gradient-norm: 0, at-first-event: false'",
        "threshold: {axis: samples | threshold: {axis: scale",
        "'scale: [1e-3, 1e-2]' | 'scale: [0.001, 0.01]'",
      })
  void otherWordsForTheSameDoNot(String from, String to) {
    assertEquals(identities(), identities(from, to));
  }

  @Test
  void theyDoNotDependOnThePlaceInTheGrid() {
    List<String> all = identities();
    List<String> fewer = identities("samples: [4, 8]", "samples: [8]");
    assertEquals(all.subList(6, 12), fewer);
  }

  @Test
  void otherCodeGivesOtherNames() {
    Path file = SweepTexts.file(directory);
    OptionalLong seed = OptionalLong.empty();
    assertEquals(
        identities(SweepLoader.load(file, false, seed, "a")),
        identities(SweepLoader.load(file, false, seed, "a")));
    assertNotEquals(
        identities(SweepLoader.load(file, false, seed, "a")),
        identities(SweepLoader.load(file, false, seed, "b")));
    assertEquals(CodeVersion.current(), CodeVersion.current());
    assertTrue(CodeVersion.current().matches("[0-9a-f]{12}"));
  }

  private List<String> identities(String... changes) {
    return identities(SweepTexts.plan(directory, changes));
  }

  private static List<String> identities(SweepPlan plan) {
    return plan.points().stream().map(Point::identity).toList();
  }
}
