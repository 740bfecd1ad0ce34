package org.flowproof.check.recovery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.flowproof.problem.Activation;
import org.flowproof.problem.DataSet;
import org.flowproof.problem.Dynamics;
import org.flowproof.problem.Loss;
import org.flowproof.problem.Matrix;
import org.flowproof.problem.Network;
import org.flowproof.problem.Problem;
import org.flowproof.problem.SeededStream;
import org.flowproof.problem.SingleNeuron;
import org.flowproof.problem.SmoothFunction;
import org.flowproof.problem.Vec;
import org.flowproof.problem.Weights;
import org.junit.jupiter.api.Test;

/** Distances to the networks that compute a neuron. */
class TargetSetTest {
  private static final SingleNeuron TARGET = new SingleNeuron(1.5, Vec.of(1, -0.5));
  private static final Activation EVEN_PART = new Activation.Smooth(SmoothFunction.of("z+z^2"));

  private static double distance(TargetSet set, int branch, double... theta) {
    return set.distance(theta, branch);
  }

  @Test
  void pointsOfTheBranchesAreAtDistanceZero() {
    TargetSet set = new TargetSet(TARGET, 2, Activation.tanh());
    // equal weights, opposite ones, an idle neuron, a neuron without input weight
    assertEquals(0, distance(set, 1, 0.5, 1, 1, -0.5, 1, -0.5), 1e-15);
    assertEquals(0, distance(set, 1, -0.5, 1, -1, 0.5, 1, -0.5), 1e-15);
    assertEquals(0, distance(set, 2, 1.5, 0, 1, -0.5, 7, 8), 1e-15);
    assertEquals(0, distance(set, 2, 0, -1.5, 7, 8, -1, 0.5), 1e-15);
    assertEquals(0, distance(set, 2, 1.5, 9, 1, -0.5, 0, 0), 1e-15);
  }

  @Test
  void distancesAreThoseOfGeometry() {
    TargetSet set = new TargetSet(TARGET, 2, Activation.tanh());
    // an output too large by 0.2 is shared by both, 0.1 sqrt 2; one weight is 0.3 off
    assertEquals(Math.sqrt(2 * 0.01 + 0.09), distance(set, 1, 0.7, 1, 1.3, -0.5, 1, -0.5), 1e-15);
    // the idle neuron's output is 0.2, that of the other 0.1 off
    assertEquals(Math.sqrt(0.04 + 0.01), distance(set, 2, 1.4, 0.2, 1, -0.5, 3, 3), 1e-15);
  }

  @Test
  void signsCountOnlyForOddActivations() {
    assertTrue(TargetSet.isOdd(Activation.tanh()));
    assertTrue(TargetSet.isOdd(new Activation.Smooth(SmoothFunction.of("z/(1+z^2)"))));
    assertFalse(TargetSet.isOdd(EVEN_PART));
    TargetSet set = new TargetSet(TARGET, 2, EVEN_PART);
    assertEquals(0, distance(set, 1, 0.5, 1, 1, -0.5, 1, -0.5), 1e-15);
    assertTrue(distance(set, 1, -0.5, 1, -1, 0.5, 1, -0.5) > 0.5);
  }

  /** The nearest points do compute the target, and no point drawn of the set is nearer. */
  @Test
  void nearestPointsOfWiderNetworksComputeTheTarget() {
    SeededStream stream = new SeededStream(3, SeededStream.Purpose.TEST);
    for (int m = 1; m <= TargetSet.MOST; m++) {
      TargetSet set = new TargetSet(TARGET, m, Activation.tanh());
      double[] theta = new double[3 * m];
      for (int i = 0; i < theta.length; i++) {
        theta[i] = stream.nextGaussian();
      }
      List<Integer> branches = new ArrayList<>();
      Problem problem = problem(m);
      for (TargetSet.Place place : set.places(theta)) {
        branches.add(place.distinct());
        double[] point = place.point().toArray();
        assertEquals(
            0, TestInputs.normal(20, 2, 1).error(problem, TARGET, point), 1e-28, "m = " + m);
        double[][] along = place.component().tangents(2);
        for (double[] direction : along) {
          double inner = 0;
          double[] moved = point.clone();
          for (int i = 0; i < theta.length; i++) {
            inner += direction[i] * (theta[i] - point[i]);
            moved[i] += 0.7 * direction[i];
          }
          assertEquals(0, inner, 1e-13);
          assertEquals(
              0, TestInputs.normal(20, 2, 1).error(problem, TARGET, moved), 1e-28, "m = " + m);
        }
      }
      assertEquals(m, branches.size());
    }
  }

  /** Dimension (m - r) + (r - 1) d, where no neuron has input weight 0. */
  @Test
  void piecesHaveTheDimensionOfTheirBranch() {
    TargetSet set = new TargetSet(TARGET, 3, Activation.tanh());
    double[] near = {0.5, 1, 0, 1, -0.5, 1, -0.5, 9, 9};
    TargetSet.Place place = set.places(near).get(0);
    assertEquals(2, place.distinct());
    assertEquals(3, place.component().tangents(2).length);
  }

  @Test
  void manyNeuronsAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> new TargetSet(TARGET, 5, Activation.tanh()));
  }

  private static Problem problem(int m) {
    return new Problem(
        new DataSet(Matrix.of(new double[][] {{1, 2}}), Vec.of(1), "given"),
        new Network(m, Activation.tanh(), Network.Trained.BOTH),
        new Loss(Loss.Kind.SQUARED, Loss.Factor.HALF_SUM),
        new Weights(Matrix.of(new double[m][2]), Vec.of(new double[m])),
        "given",
        new Dynamics.Flow(Dynamics.Residual.FULL, 1e-10, new Dynamics.StopRule(1, 0, 1000, false)));
  }
}
