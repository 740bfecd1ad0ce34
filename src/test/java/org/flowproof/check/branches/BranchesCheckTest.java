package org.flowproof.check.branches;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.flowproof.check.Verdict;
import org.flowproof.formula.Ball;
import org.flowproof.problem.Activation;
import org.flowproof.problem.BranchesRequest;
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
import org.flowproof.proof.ClaimCatalogue;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.SingularValueDecomposition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BranchesCheckTest {
  private static final ClaimCatalogue CLAIMS = ClaimCatalogue.load(Path.of("proofs"));
  private static final SmoothFunction TANH = SmoothFunction.tanh();
  private static final SingleNeuron TARGET = new SingleNeuron(1, Vec.of(1, 1));

  /** Inputs evenly spaced on [-2, 2], with a bias. */
  private static DataSet even(int n) {
    double[][] x = new double[n][];
    for (int k = 0; k < n; k++) {
      x[k] = new double[] {-2 + 4.0 * k / (n - 1), 1};
    }
    return data(x);
  }

  private static DataSet data(double[]... x) {
    double[] y = new double[x.length];
    for (int k = 0; k < y.length; k++) {
      y[k] = Math.tanh(x[k][0] + x[k][1]);
    }
    return new DataSet(Matrix.of(x), Vec.of(y), "test");
  }

  private static BranchesResult check(DataSet data, int width, Activation activation) {
    Problem problem =
        new Problem(
            data,
            new Network(width, activation, Network.Trained.BOTH),
            new Loss(Loss.Kind.SQUARED, Loss.Factor.HALF_SUM),
            new Weights(Matrix.of(new double[width][data.d()]), Vec.of(new double[width])),
            "given",
            new Dynamics.Flow(
                Dynamics.Residual.FULL, 1e-9, new Dynamics.StopRule(1, 0, 1000, false)));
    return BranchesCheck.of(problem, Optional.of(TARGET), CLAIMS, new BranchesRequest(5, 1));
  }

  /** The ranks that the paper's example has: 3, min(n, 4) and min(n, 6). */
  @ParameterizedTest
  @ValueSource(ints = {3, 4, 5, 6, 7})
  void theExampleHasItsRanks(int n) {
    BranchesResult result = check(even(n), 2, new Activation.Smooth(TANH));
    assertEquals(
        List.of(3, Math.min(n, 4)),
        result.branches().stream().map(BranchesResult.Branch::rank).toList());
    assertEquals(Math.min(n, 6), result.anywhere());
    assertEquals(
        List.of(5, 4), result.branches().stream().map(BranchesResult.Branch::separation).toList());
    assertEquals(
        List.of(false, true),
        result.branches().stream().map(BranchesResult.Branch::morseBott).toList());
    assertEquals(3, result.optimistic());
    assertEquals(6, result.parameters());
    assertEquals(
        n < 4 ? Verdict.NOT_APPLICABLE : Verdict.HOLDS,
        result.statement(BranchStatement.Kind.SEPARATED).verdict());
    assertEquals(Verdict.HOLDS, result.statement(BranchStatement.Kind.RANKS).verdict());
  }

  /** Branches of wider networks: Morse-Bott from r >= (m + 1)/2 on. */
  @ParameterizedTest
  @CsvSource({"3, 2", "4, 3", "5, 3"})
  void moreThanHalfOfTheWeightsDistinct(int width, int first) {
    BranchesResult result = check(even(12), width, new Activation.Smooth(TANH));
    for (BranchesResult.Branch b : result.branches()) {
      assertEquals(b.distinct() >= first, b.morseBott(), b.toString());
      assertEquals(b.separation(), width * 3 - b.dimension());
    }
  }

  /** The second, independent opinion: singular values. */
  @ParameterizedTest
  @CsvSource({"2, 1", "2, 2", "3, 1", "3, 2", "3, 3", "4, 2", "4, 3"})
  void singularValuesAgree(int width, int distinct) {
    SeededStream stream = new SeededStream(distinct, SeededStream.Purpose.WEIGHTS);
    Weights point = BranchPoint.draw(stream, TARGET, width, distinct);
    Ball[][] tangents = TangentFunctions.at(even(9), TANH, point);
    double[][] values = new double[tangents.length][];
    for (int k = 0; k < values.length; k++) {
      values[k] = java.util.Arrays.stream(tangents[k]).mapToDouble(Ball::value).toArray();
    }
    double[] singular =
        new SingularValueDecomposition(MatrixUtils.createRealMatrix(values)).getSingularValues();
    long rank = java.util.Arrays.stream(singular).filter(s -> s > 1e-9 * singular[0]).count();
    assertEquals(rank, CertifiedRank.atLeast(tangents));
    assertEquals(Math.min(9, BranchPoint.mostTangents(width, distinct, 2)), rank);
  }

  /** At the origin of the second neuron a tangent function is lost. */
  @Test
  void theOriginOfTheSecondBranchHasASmallerRank() {
    Weights origin = new Weights(Matrix.of(new double[][] {{1, 1}, {0, 0}}), Vec.of(1, 0));
    assertEquals(3, CertifiedRank.atLeast(TangentFunctions.at(even(7), TANH, origin)));
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 1", "2, 2", "5, 1", "5, 2", "5, 3", "5, 4", "5, 5"})
  void pointsOfBranchesComputeTheTarget(int width, int distinct) {
    SeededStream stream = new SeededStream(7, SeededStream.Purpose.WEIGHTS);
    Weights point = BranchPoint.draw(stream, TARGET, width, distinct);
    long weights =
        IntStream.range(0, width).mapToObj(j -> Vec.of(point.w().row(j))).distinct().count();
    assertEquals(distinct, weights);
    for (double x = -3; x <= 3; x += 0.37) {
      double f = 0;
      for (int j = 0; j < width; j++) {
        f += point.a().get(j) * Math.tanh(point.w().get(j, 0) * x + point.w().get(j, 1));
      }
      assertEquals(Math.tanh(x + 1), f, 1e-13);
    }
  }

  /** A repeated input is no new one: what is stated for generic inputs is not certified. */
  @Test
  void aRepeatedInputLeavesItOpen() {
    DataSet data =
        data(
            new double[] {-2, 1},
            new double[] {0.5, 1},
            new double[] {0.5, 1},
            new double[] {2, 1});
    BranchesResult result = check(data, 2, new Activation.Smooth(TANH));
    assertEquals(3, result.branches().get(1).rank());
    assertEquals(Verdict.HOLDS, result.statement(BranchStatement.Kind.OPTIMISTIC).verdict());
    assertEquals(Verdict.UNKNOWN, result.statement(BranchStatement.Kind.SEPARATED).verdict());
    assertEquals(Verdict.UNKNOWN, result.statement(BranchStatement.Kind.RANKS).verdict());
    assertEquals(Verdict.UNKNOWN, result.statement(BranchStatement.Kind.ANYWHERE).verdict());
  }

  @Test
  void activationsWithKinksHaveNoBranchesHere() {
    BranchesResult result = check(even(4), 2, new Activation.Leaky(0, 0));
    assertTrue(result.obstacle().contains("not smooth"));
    assertEquals(Verdict.NOT_APPLICABLE, result.statement(BranchStatement.Kind.ANYWHERE).verdict());
  }
}
