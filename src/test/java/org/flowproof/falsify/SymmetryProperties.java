package org.flowproof.falsify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.flowproof.flow.Event;
import org.flowproof.flow.Integrator;
import org.flowproof.flow.ReferenceIntegrator;
import org.flowproof.flow.State;
import org.flowproof.flow.Trajectory;
import org.flowproof.flow.agreement.TrajectoryAgreement;
import org.flowproof.flow.structured.StructuredIntegrator;
import org.flowproof.problem.Problem;
import org.flowproof.problem.Weights;

/**
 * Symmetries of the flow (theory F10) on each integrator: states and event times must agree within
 * the error that the two trajectories state. Only times after a loss of uniqueness are left out.
 */
class SymmetryProperties {
  private static final int TIMES = 20;

  @Provide
  Arbitrary<Problem> problems() {
    return ProblemArbitraries.problems(
        ProblemDomain.small()
            .balanced(
                ProblemDomain.Balance.DOMINATED,
                ProblemDomain.Balance.BALANCED,
                ProblemDomain.Balance.UNBALANCED));
  }

  @Property(tries = 600, seed = "20261121", shrinking = ShrinkingMode.BOUNDED)
  void mirroredLabels(@ForAll("problems") Problem problem) {
    compare(problem, Symmetry.mirror(problem), true);
  }

  @Property(tries = 600, seed = "20261122", shrinking = ShrinkingMode.BOUNDED)
  void quarterTurn(@ForAll("problems") Problem problem) {
    compare(problem, Symmetry.rotation(problem, 0, 1), true);
  }

  @Property(tries = 600, seed = "20261123", shrinking = ShrinkingMode.BOUNDED)
  void turnThatRounds(@ForAll("problems") Problem problem) {
    // rounding moves weights off a kink that they start on, and lines off each other
    if (problem.data().d() > 1 && (startsOnKink(problem) || hasLines(problem))) {
      return;
    }
    compare(problem, Symmetry.rotation(problem, 0.6, 0.8), true);
  }

  @Property(tries = 600, seed = "20261124", shrinking = ShrinkingMode.BOUNDED)
  void samplesReversed(@ForAll("problems") Problem problem) {
    // the events of one line are reported for its first sample
    compare(problem, Symmetry.samplesReversed(problem), !hasLines(problem));
  }

  @Property(tries = 600, seed = "20261125", shrinking = ShrinkingMode.BOUNDED)
  void neuronsReversed(@ForAll("problems") Problem problem) {
    compare(problem, Symmetry.neuronsReversed(problem), true);
  }

  @Property(tries = 600, seed = "20261126", shrinking = ShrinkingMode.BOUNDED)
  void samplesTwice(@ForAll("problems") Problem problem) {
    compare(problem, Symmetry.samplesTwice(problem), false);
  }

  @Property(tries = 600, seed = "20261127", shrinking = ShrinkingMode.BOUNDED)
  void scaled(@ForAll("problems") Problem problem) {
    compare(problem, Symmetry.scaled(problem, 2), true);
  }

  private static void compare(Problem problem, Symmetry symmetry, boolean events) {
    compare(problem, symmetry, events, new ReferenceIntegrator());
    if (StructuredIntegrator.obstacle(problem).isEmpty()) {
      compare(problem, symmetry, events, new StructuredIntegrator());
    }
  }

  private static void compare(
      Problem problem, Symmetry symmetry, boolean events, Integrator integrator) {
    Trajectory one = integrator.integrate(problem);
    Problem changed = symmetry.problem().apply(problem);
    Trajectory two = integrator.integrate(changed);
    double end =
        Math.min(
            Math.min(one.endTime(), lossOfUniqueness(one)),
            Math.min(two.endTime(), lossOfUniqueness(two)) / symmetry.clock());
    for (int i = 0; i <= TIMES; i++) {
      double time = Math.min(end, end * i / TIMES);
      double at = Math.min(time * symmetry.clock(), two.endTime());
      compare(problem, symmetry, one.at(time), two.at(at));
    }
    if (events) {
      compareEvents(symmetry, one, two, end);
    }
  }

  private static void compare(Problem problem, Symmetry symmetry, State from, State to) {
    Weights expected = symmetry.state().apply(from);
    int m = problem.network().width();
    for (int j = 0; j < m; j++) {
      // neurons may be renumbered: the error of the original is that of the same weights
      int neuron = j + 1;
      int origin = expected.a().length() == m ? originOf(symmetry, j, m) : j;
      double errorOfA = symmetry.factor() * from.errorOfA(origin) + to.errorOfA(j);
      double errorOfW = symmetry.factor() * from.errorOfW(origin) + to.errorOfW(j);
      assertEquals(
          expected.a().get(j),
          to.a(j),
          errorOfA,
          () -> "a of neuron " + neuron + " at " + from.time() + " of " + ProblemText.of(problem));
      for (int i = 0; i < problem.data().d(); i++) {
        assertEquals(
            expected.w().get(j, i),
            to.w(j, i),
            errorOfW,
            () ->
                "w of neuron " + neuron + " at " + from.time() + " of " + ProblemText.of(problem));
      }
    }
  }

  private static int originOf(Symmetry symmetry, int j, int m) {
    int image = symmetry.event().apply(new Event(0, 1, 1, Event.Kind.CROSS, 1, 0)).neuron();
    return image == 1 ? j : m - 1 - j;
  }

  private static void compareEvents(Symmetry symmetry, Trajectory one, Trajectory two, double end) {
    double clock = symmetry.clock();
    List<Event> expected = new ArrayList<>();
    for (Event e : one.events()) {
      Event f = symmetry.event().apply(e);
      expected.add(
          new Event(
              f.time() * clock,
              f.neuron(),
              f.sample(),
              f.kind(),
              f.direction(),
              f.timeError() * clock));
    }
    TrajectoryAgreement agreement = TrajectoryAgreement.begin();
    agreement.events(expected, two.events(), end * clock);
    assertEquals(List.of(), agreement.refusals(), () -> ProblemText.of(one.problem()));
  }

  private static double lossOfUniqueness(Trajectory trajectory) {
    return trajectory
        .nonUniqueness()
        .map(Trajectory.NonUniqueness::time)
        .orElse(Double.POSITIVE_INFINITY);
  }

  private static boolean startsOnKink(Problem problem) {
    for (int j = 0; j < problem.network().width(); j++) {
      for (int k = 0; k < problem.data().n(); k++) {
        double u = 0;
        double size = 0;
        for (int i = 0; i < problem.data().d(); i++) {
          double part = problem.initial().w().get(j, i) * problem.data().x().get(k, i);
          u += part;
          size += Math.abs(part);
        }
        if (Math.abs(u) <= 1e-14 * size) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean hasLines(Problem problem) {
    double[][] x = Symmetry.rows(problem.data().x());
    for (int k = 0; k < x.length; k++) {
      for (int l = 0; l < k; l++) {
        double dot = 0;
        double one = 0;
        double two = 0;
        for (int i = 0; i < x[k].length; i++) {
          dot += x[k][i] * x[l][i];
          one += x[k][i] * x[k][i];
          two += x[l][i] * x[l][i];
        }
        if (dot * dot >= one * two * (1 - 1e-12)) {
          return true;
        }
      }
    }
    return false;
  }
}
