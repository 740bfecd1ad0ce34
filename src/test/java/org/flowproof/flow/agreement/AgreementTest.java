package org.flowproof.flow.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.flowproof.flow.Event;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every integrator against the reference at a tenth of the tolerance, on random problems: states,
 * events one by one and loss of uniqueness within the stated errors; and against the equation.
 */
class AgreementTest {
  private static final double TOLERANCE = 1e-10;
  private static final double JUDGED = 1e-11;

  /** Problems on which the reference itself gives up. */
  private static final List<String> OPEN = List.of("seed 50:", "seed 155:");

  static Stream<Candidate> candidates() {
    return Candidate.all().filter(Candidate::judge);
  }

  static Stream<Candidate> others() {
    return Candidate.all().filter(c -> !c.judge());
  }

  @ParameterizedTest
  @MethodSource("candidates")
  void agreesWithTheReference(Candidate candidate) {
    // the reference against itself needs fewer: it is its own error estimate that is tested
    agrees(candidate, 0, 70);
  }

  @Tag("slow")
  @ParameterizedTest
  @MethodSource("candidates")
  void agreesWithTheReferenceOnManyProblems(Candidate candidate) {
    agrees(candidate, 2000, 3000);
  }

  @ParameterizedTest
  @MethodSource("others")
  void othersAgreeWithTheReference(Candidate candidate) {
    agrees(candidate, 0, 220, OPEN);
  }

  private static void agrees(Candidate candidate, int from, int to) {
    agrees(candidate, from, to, List.of());
  }

  private static void agrees(Candidate candidate, int from, int to, List<String> open) {
    Tally tally = Tally.of(candidate.integrator(), from, to, TOLERANCE, JUDGED);
    assertEquals(
        List.of(),
        tally.refused().stream()
            .filter(text -> open.stream().noneMatch(text::startsWith))
            .toList());
    int count = to - from;
    // a third of the problems slide, one in five ends a slide, one in twenty loses uniqueness
    assertTrue(tally.problemsWith(Event.Kind.CROSS) > count / 2, "crossing");
    assertTrue(tally.problemsWith(Event.Kind.SLIDE_START) > count / 3, "sliding");
    assertTrue(tally.problemsWith(Event.Kind.SLIDE_END) > count / 5, "ending slides");
    assertTrue(tally.problemsWith(Event.Kind.STOP) > count / 20, "stopping");
    assertTrue(tally.problemsWith(Event.Kind.LEAVE) > count / 60, "starting on a kink");
    assertTrue(tally.eventsMatched() > 20L * count, () -> tally.eventsMatched() + " events");
    assertTrue(tally.notUnique() > count / 30, () -> tally.notUnique() + " not unique");
    assertTrue(tally.slopes() > 10L * count, () -> tally.slopes() + " slopes");
    notVacuous(tally);
  }

  /** Errors are stated small, and not a thousand times what they are. */
  private static void notVacuous(Tally tally) {
    assertTrue(Tally.quantile(tally.sizes(), 0.5) < 1e-8, "median of stated errors");
    assertTrue(Tally.quantile(tally.sizes(), 0.95) < 1e-6, "largest of stated errors but 5 %");
    assertTrue(Tally.quantile(tally.timeErrors(), 0.5) < 1e-9, "median of time errors");
    assertTrue(Tally.quantile(tally.timeErrors(), 0.95) < 1e-7, "largest time errors but 5 %");
    assertTrue(Tally.quantile(tally.ratios(), 0.9) > 1e-3, "errors overstated");
  }
}
