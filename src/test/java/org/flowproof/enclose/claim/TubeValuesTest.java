package org.flowproof.enclose.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.flowproof.enclose.interval.Interval;
import org.flowproof.flow.Observable;
import org.flowproof.flow.ObservableCatalogue;
import org.flowproof.flow.ReferenceIntegrator;
import org.flowproof.flow.Trajectory;
import org.flowproof.flow.TrajectoryValuation;
import org.flowproof.formula.Ball;
import org.flowproof.formula.IndexKind;
import org.flowproof.formula.NoValueException;
import org.flowproof.formula.Term;
import org.junit.jupiter.api.Test;

/** Values over spans contain those of the reference integrator at all times of the span. */
class TubeValuesTest {
  private static final double END = 1;

  private final HandTube tube = HandTube.of(END, 8, 1e-9);
  private final TubeValues values = new TubeValues(tube);
  private final Trajectory run = new ReferenceIntegrator().integrate(tube.problem());
  private final TrajectoryValuation balls = TrajectoryValuation.of(run);

  private List<List<Integer>> instances(Observable observable) {
    List<List<Integer>> all = List.of(List.of());
    for (IndexKind kind : observable.signature().indices()) {
      List<List<Integer>> longer = new ArrayList<>();
      for (List<Integer> shorter : all) {
        for (int i = 1; i <= values.size(kind); i++) {
          List<Integer> one = new ArrayList<>(shorter);
          one.add(i);
          longer.add(one);
        }
      }
      all = longer;
    }
    return all;
  }

  @Test
  void everyObservableContainsDenseSamplesOfARun() {
    int compared = 0;
    for (Observable observable : ObservableCatalogue.standard().all()) {
      String name = observable.signature().name();
      if (!observable.signature().timed() || name.equals("rho")) {
        continue;
      }
      for (List<Integer> instance : instances(observable)) {
        for (double from : new double[] {0, 0.11, 0.24, 0.5, 0.83}) {
          Interval span = Interval.of(from, from + 0.15);
          for (int primes = 0; primes <= 1; primes++) {
            compared += compare(name, instance, primes, span);
          }
        }
      }
    }
    assertTrue(compared > 4000, "only " + compared);
  }

  private int compare(String name, List<Integer> instance, int primes, Interval span) {
    Interval known;
    try {
      known = values.observable(name, instance, primes, span);
    } catch (NoValueException e) {
      // a cosine of what is 0, a derivative of what has no bound
      return 0;
    }
    int compared = 0;
    for (int i = 0; i <= 10; i++) {
      double t = Math.min(span.upper(), span.lower() + (span.upper() - span.lower()) * i / 10);
      Ball value;
      try {
        value = balls.observable(name, instance, primes, Ball.exact(t));
      } catch (NoValueException e) {
        continue;
      }
      Interval seen = Interval.around(value.value(), value.radius());
      assertTrue(
          known.intersects(seen) && known.plus(Interval.of(-1e-6, 1e-6)).contains(seen),
          name + instance + "'".repeat(primes) + " at " + t + ": " + seen + " not in " + known);
      compared++;
    }
    return compared;
  }

  @Test
  void shortSpansGiveNarrowValues() {
    Interval span = Interval.of(0.3, 0.3 + 1e-7);
    for (String name : List.of("loss", "mse", "N", "gradNorm2", "logLoss")) {
      Interval value = values.observable(name, List.of(), 0, span);
      assertTrue(value.width() < 1e-5 * Math.max(1, value.magnitude()), name + value);
      Interval speed = values.observable(name, List.of(), 1, span);
      assertTrue(speed.width() < 1e-3 * Math.max(1, speed.magnitude()), name + "'" + speed);
    }
  }

  @Test
  void theStartIsExact() {
    assertEquals(Interval.of(5 * 0.0078125), values.observable("a", List.of(1), 0, Interval.ZERO));
    assertEquals(Interval.ZERO, values.observable("s", List.of(2, 1), 0, Interval.ZERO));
    assertTrue(values.observable("loss", List.of(), 0, Interval.ZERO).width() < 1e-15);
  }

  @Test
  void timesOutsideHaveNoValue() {
    assertThrows(
        NoValueException.class, () -> values.observable("N", List.of(), 0, Interval.of(0.9, 1.1)));
    assertThrows(NoValueException.class, () -> values.constant("eta"));
    assertThrows(NoValueException.class, () -> values.observable("ols", List.of(1), 0, null));
    assertThrows(
        NoValueException.class, () -> values.observable("rho", List.of(1, 1), 0, Interval.of(0.1)));
  }

  @Test
  void foldsContainThoseOfTheRun() {
    for (Term.TimeFold fold : Term.TimeFold.values()) {
      Interval found =
          values.overTime(
              fold,
              Interval.ZERO,
              Interval.of(0.4, 0.45),
              t -> values.observable("gradNorm2", List.of(), 0, t));
      for (double to : new double[] {0.4, 0.42, 0.45}) {
        Ball seen =
            balls.overTime(
                fold,
                Ball.ZERO,
                Ball.exact(to),
                t -> balls.observable("gradNorm2", List.of(), 0, t));
        assertTrue(found.contains(seen.value()), fold + " to " + to + ": " + seen + found);
      }
    }
  }

  @Test
  void aFoldThatSeesThePresentHasNoSlope() {
    Jet now = new Jet(Interval.of(0.4, 0.45), Interval.ONE);
    Jet start = Jet.constant(Interval.ZERO);
    // the body is tau - 2 t: its largest value falls, though it grows at tau = t
    Jet moving =
        values
            .jets()
            .overTime(
                Term.TimeFold.SUPREMUM,
                start,
                now,
                tau -> new JetArithmetic().minus(tau, new JetArithmetic().plus(now, now)));
    assertTrue(!Jet.bounded(moving.slope()), moving.toString());
    Jet plain = values.jets().overTime(Term.TimeFold.SUPREMUM, start, now, tau -> tau);
    assertEquals(Interval.of(0, 1), plain.slope());
  }
}
