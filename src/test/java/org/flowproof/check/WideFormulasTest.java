package org.flowproof.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.flowproof.problem.Activation;
import org.flowproof.problem.DataSet;
import org.flowproof.problem.Dynamics;
import org.flowproof.problem.InputException;
import org.flowproof.problem.Loss;
import org.flowproof.problem.Matrix;
import org.flowproof.problem.Network;
import org.flowproof.problem.Problem;
import org.flowproof.problem.Vec;
import org.flowproof.problem.Weights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read of networks with more than half a million pairs, and what is not. */
class WideFormulasTest {
  private static final int WIDTH = 50_000;

  private static Problem problem(int m) {
    int n = 10;
    double[][] x = new double[n][2];
    for (int k = 0; k < n; k++) {
      x[k] = new double[] {Math.cos(k), Math.sin(k)};
    }
    return new Problem(
        new DataSet(Matrix.of(x), Vec.of(new double[n]), "inline"),
        new Network(m, new Activation.Leaky(0, 0), Network.Trained.BOTH),
        new Loss(Loss.Kind.SQUARED, Loss.Factor.HALF_MEAN),
        new Weights(Matrix.of(new double[m][2]), Vec.of(new double[m])),
        "inline",
        new Dynamics.Flow(Dynamics.Residual.FULL, 1e-6, new Dynamics.StopRule(1, 0, 1000, false)));
  }

  @Test
  void halfAMillionPairsAreNotYetWide() {
    assertFalse(LiveFormulas.plain(problem(WIDTH)));
    assertTrue(LiveFormulas.plain(problem(WIDTH + 1)));
    assertEquals(1, LiveFormulas.of("N[t]/N[0]", problem(WIDTH)).columns().size());
  }

  @Test
  void whatCanBeReadIsTaken() {
    String text = "loss,mse,N,N[t],gradNorm2,h[k],r[2],a[50001],w[7,i]";
    assertEquals(19, LiveFormulas.of(text, problem(WIDTH + 1)).columns().size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"N[0]", "N[t]/N[0]", "N'[t]", "-loss", "h[k]^2", "w[7,1]+a[7]", "normW2[3]"})
  void anythingElseIsRefusedWithWhatThereIs(String text) {
    Problem wide = problem(WIDTH + 1);
    InputException refusal =
        assertThrows(InputException.class, () -> LiveFormulas.of("loss," + text, wide));
    String message = refusal.getMessage();
    assertEquals(1, message.lines().count());
    assertTrue(
        message.contains(
            "'"
                + text
                + "' is not read of networks with more than 500000 pairs of neurons and"
                + " samples; expected loss, mse, N, gradNorm2, h[k], r[k], a[j] or w[j,i] at the"
                + " present time"),
        message);
    // it is the width that stands against it
    LiveFormulas.of("loss," + text, problem(WIDTH));
  }

  @Test
  void aColumnForEachOfSoManyNeuronsIsTooMuch() {
    Problem wide = problem(WIDTH + 1);
    InputException refusal =
        assertThrows(InputException.class, () -> LiveFormulas.of("a[j]", wide));
    assertTrue(refusal.getMessage().contains("gives 50001 columns"), refusal.getMessage());
  }
}
