package org.flowproof.enclose.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.flowproof.enclose.Enclosure;
import org.flowproof.enclose.FlowCertifier;
import org.flowproof.enclose.Tube;
import org.flowproof.enclose.interval.Interval;
import org.flowproof.flow.Event;
import org.flowproof.flow.ReferenceIntegrator;
import org.flowproof.flow.Trajectory;
import org.flowproof.flow.TrajectoryValuation;
import org.flowproof.formula.Ball;
import org.flowproof.formula.NoValueException;
import org.flowproof.problem.CaseLoader;
import org.flowproof.problem.Dynamics;
import org.flowproof.problem.Problem;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Values on a certified tube through kinks, against the reference integrator. */
class CertifiedTubeTest {
  private static final double END = 12;

  private static Tube tube;
  private static TubeValues values;
  private static Trajectory run;
  private static TrajectoryValuation balls;

  @BeforeAll
  static void enclose() {
    Path file = Path.of("cases/enclosures/four-neurons.yaml");
    Problem read = CaseLoader.load(file, OptionalLong.empty()).problem();
    Problem problem =
        read.with(
            new Dynamics.Flow(
                Dynamics.Residual.FULL, 1e-12, new Dynamics.StopRule(END, 0, 10_000_000, false)));
    Enclosure enclosure =
        ((FlowCertifier.Outcome.Tried) FlowCertifier.enclose(problem, END)).enclosure();
    assertTrue(enclosure.obstacle().isEmpty(), enclosure.obstacle().toString());
    tube = enclosure.tube();
    values = new TubeValues(tube);
    run = new ReferenceIntegrator().integrate(problem);
    balls = TrajectoryValuation.of(run);
    assertTrue(run.events().size() >= 5, run.events().toString());
  }

  @Test
  void everythingOfTheRunIsInside() {
    int compared = 0;
    for (int i = 0; i < 300; i++) {
      double t = END * (i + 0.37) / 300;
      Interval span = Interval.of(Math.max(0, t - 1e-3), Math.min(END, t + 1e-3));
      for (String scalar : List.of("loss", "N", "gradNorm2")) {
        compared += compare(scalar, List.of(), 0, t, span);
        compared += compare(scalar, List.of(), 1, t, span);
      }
      for (int j = 1; j <= 4; j++) {
        for (String one : List.of("a", "wD", "q", "normW2", "normD2", "normD02")) {
          compared += compare(one, List.of(j), 0, t, span);
        }
        compared += compare("w", List.of(j, 2), 0, t, span);
        compared += compare("w", List.of(j, 1), 1, t, span);
        compared += compare("a", List.of(j), 1, t, span);
        for (int k = 1; k <= 6; k++) {
          compared += compare("s", List.of(j, k), 0, t, span);
          compared += compare("sigma", List.of(j, k), 0, t, span);
          compared += compare("sigma", List.of(j, k), 1, t, span);
        }
      }
    }
    assertTrue(compared > 20_000, "only " + compared);
  }

  private static int compare(
      String name, List<Integer> indices, int primes, double t, Interval span) {
    Ball seen;
    Interval known;
    try {
      seen = balls.observable(name, indices, primes, Ball.exact(t));
      known = values.observable(name, indices, primes, span);
    } catch (NoValueException e) {
      return 0;
    }
    double reach = 1e-9 + 2 * seen.radius();
    assertTrue(
        known.plus(Interval.of(-reach, reach)).contains(seen.value()),
        name + indices + "'".repeat(primes) + " at " + t + ": " + seen + " not in " + known);
    return 1;
  }

  @Test
  void eventsLieInTheirWindows() {
    for (int j = 1; j <= 4; j++) {
      int neuron = j;
      double first =
          run.events().stream()
              .filter(e -> e.neuron() == neuron)
              .mapToDouble(Event::time)
              .min()
              .orElse(Double.POSITIVE_INFINITY);
      Interval window = values.observable("firstEvent", List.of(j), 0, null);
      assertTrue(
          window.plus(Interval.of(-1e-7, 1e-7)).contains(Math.min(first, Double.MAX_VALUE)),
          j + ": " + first + " not in " + window);
    }
  }

  @Test
  void gatesBeforeTheFirstEventAreThoseOfTheStart() {
    TubeValues before = new TubeValues(values, Set.of(1));
    Interval window = values.observable("firstEvent", List.of(1), 0, null);
    assertTrue(window.upper() < END, window.toString());
    Interval span = Interval.of(window.lower() - 1e-6, window.upper() + 1e-6);
    boolean changed = false;
    for (int k = 1; k <= 6; k++) {
      Interval start = values.observable("s", List.of(1, k), 0, Interval.ZERO);
      assertEquals(start, before.observable("s", List.of(1, k), 0, span));
      changed |= !values.observable("s", List.of(1, k), 0, span).equals(start);
    }
    assertTrue(changed);
  }

  /** True statements beside twins that are false only somewhere on the way. */
  @Test
  void falsifiedTwinsAreNotEnclosed() {
    double lossAtEnd = balls.observable("loss", List.of(), 0, Ball.exact(END)).value();
    double early = balls.observable("loss", List.of(), 0, Ball.exact(END / 3)).value();
    assertInstanceOf(TubeOutcome.Holds.class, read("loss[t] >= " + 0.999 * lossAtEnd));
    assertInstanceOf(TubeOutcome.Fails.class, read("loss[t] >= " + 1.001 * lossAtEnd));
    assertInstanceOf(
        TubeOutcome.Fails.class, read("Abs[loss[t] - " + early + "] >= " + 1e-6 * early));
    assertInstanceOf(TubeOutcome.Holds.class, read("loss[t] <= loss[0]"));
    assertInstanceOf(TubeOutcome.Fails.class, read("loss[t] <= loss[0]*Exp[-t]"));
  }

  private static TubeOutcome read(String conclusion) {
    return ClaimOnTube.read(
        ClaimOnTubeTest.claim("t >= 0", conclusion.replace("E-", "/10^")),
        List.of(Map.of()),
        tube,
        50_000);
  }
}
