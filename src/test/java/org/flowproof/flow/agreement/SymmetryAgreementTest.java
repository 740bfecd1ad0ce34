package org.flowproof.flow.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.flowproof.falsify.Symmetry;
import org.flowproof.flow.Event;
import org.flowproof.flow.Trajectory;
import org.flowproof.problem.Loss;
import org.flowproof.problem.Problem;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Symmetries of the flow (theory F10) on problems larger than those of the property tests: the run
 * of the changed problem is the changed run of the original, states and events, within the errors
 * that both state.
 */
class SymmetryAgreementTest {
  private static final double TOLERANCE = 1e-9;

  /**
   * On an image of 1046 the reference gives up; on 1163 a neuron meets several kinks at once, and
   * rounding decides whether its way on is called unique.
   */
  private static final List<String> OPEN = List.of(" of 1046:", " of 1163:");

  static Stream<Candidate> candidates() {
    return Candidate.all();
  }

  /** A symmetry by name; those that round the data do not fit problems with exact degeneracies. */
  private static Map<String, Symmetry> symmetries(Problem p, boolean generic) {
    Map<String, Symmetry> result = new LinkedHashMap<>();
    result.put("mirror", Symmetry.mirror(p));
    result.put("quarter turn", Symmetry.rotation(p, 0, 1));
    result.put("samples reversed", Symmetry.samplesReversed(p));
    result.put("neurons reversed", Symmetry.neuronsReversed(p));
    if (Set.of(Loss.Factor.MEAN, Loss.Factor.HALF_MEAN).contains(p.loss().factor())) {
      result.put("samples twice", Symmetry.samplesTwice(p));
    }
    result.put("twice as large", Symmetry.scaled(p, 2));
    if (generic) {
      result.put("turn", Symmetry.rotation(p, 0.6, 0.8));
      result.put("three times as large", Symmetry.scaled(p, 3));
    }
    return result;
  }

  @ParameterizedTest
  @MethodSource("candidates")
  void imagesAreRuns(Candidate candidate) {
    images(candidate, 1000, 1020);
  }

  @Tag("slow")
  @ParameterizedTest
  @MethodSource("candidates")
  void imagesAreRunsOnManyProblems(Candidate candidate) {
    images(candidate, 1020, 1220);
  }

  private static void images(Candidate candidate, int from, int to) {
    List<String> refused = new ArrayList<>();
    long events = 0;
    long slides = 0;
    for (int seed = from; seed < to; seed++) {
      Problem problem = RandomProblems.of(seed, TOLERANCE);
      Trajectory run = candidate.integrator().integrate(problem);
      boolean generic =
          run.events().stream().noneMatch(e -> e.time() == 0)
              && run.events().stream().map(Event::time).distinct().count() == run.events().size()
              && problem.data().d() > 1;
      for (Map.Entry<String, Symmetry> entry : symmetries(problem, generic).entrySet()) {
        Symmetry symmetry = entry.getValue();
        Problem changed = symmetry.problem().apply(problem);
        Trajectory image =
            new SymmetricImage(run, symmetry, changed, entry.getKey().equals("samples twice"));
        TrajectoryAgreement agreement =
            TrajectoryAgreement.of(image, candidate.integrator().integrate(changed));
        if (!agreement.refusals().isEmpty()) {
          refused.add(entry.getKey() + " of " + seed + ": " + agreement.refusals());
        }
        events += agreement.eventsMatched();
      }
      slides += run.events().stream().filter(e -> e.kind() == Event.Kind.SLIDE_START).count();
    }
    refused.removeIf(text -> OPEN.stream().anyMatch(text::contains));
    assertEquals(List.of(), refused);
    assertTrue(events > 20L * (to - from), events + " events");
    assertTrue(slides > to - from, slides + " slides");
  }

  @Test
  void aChangeThatIsNoSymmetryIsRefused() {
    Candidate candidate = Candidate.all().findFirst().orElseThrow();
    Problem problem = RandomProblems.of(1003, TOLERANCE);
    Symmetry right = Symmetry.scaled(problem, 2);
    Symmetry wrong =
        new Symmetry(right.problem(), 1.0001 / 4, right.state(), right.event(), right.factor());
    Problem changed = wrong.problem().apply(problem);
    Trajectory run = candidate.integrator().integrate(problem);
    Trajectory other = candidate.integrator().integrate(changed);
    assertEquals(
        List.of(),
        TrajectoryAgreement.of(new SymmetricImage(run, right, changed, false), other).refusals());
    assertTrue(
        !TrajectoryAgreement.of(new SymmetricImage(run, wrong, changed, false), other)
            .refusals()
            .isEmpty());
  }
}
