package org.flowproof.flow.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.flowproof.flow.Event;
import org.flowproof.flow.State;
import org.flowproof.flow.Trajectory;
import org.flowproof.problem.Matrix;
import org.flowproof.problem.Problem;
import org.flowproof.problem.Vec;
import org.flowproof.problem.Weights;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Where nothing slid or stopped the flow can be reversed: from the final state an independent
 * method must find back to the initial weights, as far as errors are not amplified on the way.
 */
class TimeReversalTest {
  private static final double TOLERANCE = 1e-11;
  private static final int STEPS = 600;

  /** Largest allowed error, relative to a neuron, of a problem that counts. */
  private static final double VACUOUS = 1e-5;

  private static final Set<Event.Kind> ONE_WAY =
      EnumSet.of(Event.Kind.SLIDE_START, Event.Kind.STOP, Event.Kind.LEAVE, Event.Kind.GRAZE);

  /**
   * Draws of final errors whose effect at time 0 is looked at, and how much worse others may be.
   */
  private static final int DRAWS = 3;

  private static final double WORSE = 10;

  static Stream<Candidate> candidates() {
    return Candidate.all();
  }

  /** One run with what its reversal gives. */
  private record Return(Problem problem, Weights found, Vec allowed, long crossings) {

    /** Neurons that do not come back, with their distance in units of what is allowed. */
    List<String> lost() {
      List<String> lost = new ArrayList<>();
      for (int j = 0; j < allowed.length(); j++) {
        double off = distance(found, problem.initial(), j);
        if (!(off <= allowed.get(j))) {
          lost.add("neuron " + (j + 1) + " by " + off + ", allowed " + allowed.get(j));
        }
      }
      return lost;
    }

    boolean meaningful() {
      for (int j = 0; j < allowed.length(); j++) {
        if (!(allowed.get(j) <= VACUOUS * size(problem.initial(), j))) {
          return false;
        }
      }
      return true;
    }
  }

  @ParameterizedTest
  @MethodSource("candidates")
  void theStartIsFoundBack(Candidate candidate) {
    List<String> lost = new ArrayList<>();
    int counted = 0;
    int noticed = 0;
    long crossings = 0;
    for (int seed = 3000; seed < 3120; seed++) {
      Problem whole = RandomProblems.of(seed, 10, 6, TOLERANCE);
      Problem problem = RandomProblems.until(whole, 0.3 * whole.dynamics().stop().time());
      Trajectory run = candidate.integrator().integrate(problem);
      if (run.nonUniqueness().isPresent()
          || run.events().stream().anyMatch(e -> ONE_WAY.contains(e.kind()))) {
        continue;
      }
      Return back = back(run, 0);
      if (!back.meaningful()) {
        continue;
      }
      counted++;
      crossings += back.crossings();
      back.lost().forEach(text -> lost.add("seed " + run.problem().initialOrigin() + ": " + text));
      // an end that is off by a little more than the errors must not come back
      noticed += back(run, 1e-4).lost().isEmpty() ? 0 : 1;
    }
    assertEquals(List.of(), lost);
    assertTrue(counted >= 20, counted + " reversed");
    assertTrue(crossings >= 40, crossings + " crossings");
    // a wrong end comes back where the way back contracts
    assertTrue(10 * noticed >= 9 * counted, noticed + " wrong ends noticed of " + counted);
  }

  /** Reverses a run after moving its end by a share of each neuron. */
  private static Return back(Trajectory run, double moved) {
    Problem problem = run.problem();
    State end = run.at(run.endTime());
    int m = problem.network().width();
    double[] errors = new double[m];
    for (int j = 0; j < m; j++) {
      double size = size(weights(run, end, new double[m], null), j);
      errors[j] = Math.max(Math.max(end.errorOfA(j), end.errorOfW(j)), 1e-14 * size);
    }
    double[] shares = new double[m];
    for (int j = 0; j < m; j++) {
      shares[j] = moved * size(weights(run, end, new double[m], null), j);
    }
    Weights from = weights(run, end, shares, new Random(1));
    Weights found = BackwardFlow.start(problem, from, run.endTime(), STEPS);
    Weights rough = BackwardFlow.start(problem, from, run.endTime(), STEPS / 2);
    double[] allowed = new double[m];
    for (int j = 0; j < m; j++) {
      allowed[j] = distance(found, rough, j);
    }
    Random random = new Random(7);
    for (int i = 0; i < DRAWS && moved == 0; i++) {
      Weights other =
          BackwardFlow.start(problem, weights(run, end, errors, random), run.endTime(), STEPS);
      for (int j = 0; j < m; j++) {
        allowed[j] = Math.max(allowed[j], WORSE * distance(found, other, j));
      }
    }
    long crossings = run.events().stream().filter(e -> e.kind() == Event.Kind.CROSS).count();
    return new Return(problem, found, Vec.of(allowed), crossings);
  }

  /** The weights of a state, each moved by plus or minus the amount of its neuron. */
  private static Weights weights(Trajectory run, State state, double[] by, Random random) {
    double[] a = new double[by.length];
    double[][] w = new double[by.length][run.problem().data().d()];
    boolean fixed =
        run.problem().network().trained() == org.flowproof.problem.Network.Trained.FIRST;
    for (int j = 0; j < a.length; j++) {
      a[j] = state.a(j) + (fixed ? 0 : sign(random) * by[j]);
      for (int i = 0; i < w[j].length; i++) {
        w[j][i] = state.w(j, i) + sign(random) * by[j];
      }
    }
    return new Weights(Matrix.of(w), Vec.of(a));
  }

  private static int sign(Random random) {
    return random == null || random.nextBoolean() ? 1 : -1;
  }

  private static double distance(Weights one, Weights two, int j) {
    double largest = Math.abs(one.a().get(j) - two.a().get(j));
    for (int i = 0; i < one.w().columns(); i++) {
      largest = Math.max(largest, Math.abs(one.w().get(j, i) - two.w().get(j, i)));
    }
    return largest;
  }

  private static double size(Weights weights, int j) {
    double sum = weights.a().get(j) * weights.a().get(j);
    for (double part : weights.w().row(j)) {
      sum += part * part;
    }
    return Math.sqrt(sum);
  }
}
