package org.flowproof.enclose.certify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.flowproof.enclose.Flows;
import org.flowproof.enclose.bound.Kick;
import org.flowproof.enclose.path.FlowModel;
import org.flowproof.enclose.path.PathPoint;
import org.flowproof.enclose.path.PathStep;
import org.flowproof.enclose.path.Side;
import org.flowproof.enclose.path.Slidings;
import org.flowproof.enclose.path.TaylorCoefficients;
import org.flowproof.enclose.taylor.Series;
import org.flowproof.problem.Loss;
import org.flowproof.problem.Network;
import org.flowproof.problem.Problem;
import org.junit.jupiter.api.Test;

/** Paths that are wrong, or right for another problem, against the certifier. */
class TamperedPathTest {
  private static final double[][] X = {{1, 0}, {0.6, 0.8}};
  private static final double[] Y = {1, 0.5};
  private static final double[][] W = {{0.5, -0.38}};

  /** One neuron that is off on the second sample, at a small distance, and turns to it. */
  private static Problem problem(double[][] x, double[] y, Network.Trained trained) {
    return Flows.of(x, y, W, new double[] {0.9}, 0, Loss.Kind.SQUARED, trained, 1);
  }

  private static FlowModel model() {
    return Flows.model(problem(X, Y, Network.Trained.BOTH));
  }

  private static PathStep path(FlowModel model, double length, Side second) {
    TaylorCoefficients taylor =
        new TaylorCoefficients(
            model, new Slidings(model), new Side[][] {{Side.PLUS, second}}, 16, 0);
    taylor.compute(PathPoint.of(new double[][] {W[0].clone()}, new double[] {0.9}), length);
    return taylor.step(1);
  }

  private static Optional<Refusal> judge(FlowModel model, PathStep step, Kick... kicks) {
    return new StepCertifier(model, new Slidings(model)).advance(step, List.of(kicks));
  }

  private static double width(FlowModel model, PathStep step) {
    StepCertifier certifier = new StepCertifier(model, new Slidings(model));
    assertEquals(Optional.empty(), certifier.advance(step, List.of()));
    return certifier.bounds().of(0);
  }

  private static Refusal.Kind refused(Optional<Refusal> refusal) {
    return refusal.orElseThrow().kind();
  }

  @Test
  void theRightPathHasATubeOfRoundings() {
    double width = width(model(), path(model(), 0.005, Side.MINUS));
    assertTrue(width < 1e-15, () -> "width " + width);
  }

  @Test
  void aLabelOffByABillionthShowsInTheWidth() {
    double[] y = {1 + 1e-9, 0.5};
    FlowModel other = Flows.model(problem(X, y, Network.Trained.BOTH));
    double width = width(other, path(model(), 0.005, Side.MINUS));
    // at least what the flow itself moves by: 1e-9 / n * |a x| * time
    assertTrue(width > 2e-12 && width < 1e-11, () -> "width " + width);
  }

  @Test
  void aWrongLabelSignIsRefused() {
    FlowModel other = Flows.model(problem(X, new double[] {-1, 0.5}, Network.Trained.BOTH));
    PathStep path = path(model(), 0.005, Side.MINUS);
    Optional<Refusal> refusal = judge(other, path);
    // the flow is off by about 0.005, more than the distance from the kink
    assertEquals(Refusal.Kind.CONCAVE, refused(refusal));
  }

  @Test
  void swappedSamplesAreRefused() {
    FlowModel other = Flows.model(problem(new double[][] {X[1], X[0]}, Y, Network.Trained.BOTH));
    assertEquals(Refusal.Kind.SIDE, refused(judge(other, path(model(), 0.005, Side.MINUS))));
  }

  @Test
  void aSideThatIsNotThePathsIsRefused() {
    assertEquals(Refusal.Kind.SIDE, refused(judge(model(), path(model(), 0.005, Side.PLUS))));
  }

  @Test
  void aPatternThatIsNotSwitchedIsRefused() {
    // about 0.02 later the neuron reaches the kink; the path goes on as if it had not
    assertEquals(Refusal.Kind.SIDE, refused(judge(model(), path(model(), 0.2, Side.MINUS))));
  }

  @Test
  void aPathThatDoesNotSolveTheEquationIsAsWideAsItsDefect() {
    PathStep path = path(model(), 0.005, Side.MINUS);
    double[] c = new double[17];
    for (int l = 0; l < c.length; l++) {
      c[l] = path.outer(0).coefficient(l);
    }
    c[1] += 1e-8;
    PathStep bent =
        new PathStep(
            path.length(),
            new Series[][] {path.hidden(0)},
            new Series[] {Series.exact(c)},
            new Side[][] {path.sides(0)});
    double width = width(model(), bent);
    assertTrue(width > 1e-8 && width < 1.2e-8, () -> "width " + width);
  }

  @Test
  void fixedOutputWeightsMayNotBeMoved() {
    FlowModel first = Flows.model(problem(X, Y, Network.Trained.FIRST));
    assertEquals(Optional.empty(), judge(first, path(first, 0.005, Side.MINUS)));
    PathStep moved = path(model(), 0.005, Side.MINUS);
    assertEquals(Refusal.Kind.TUBE, refused(judge(first, moved)));
  }

  @Test
  void kicksThatDoNotFitAreRefused() {
    PathStep path = path(model(), 0.005, Side.MINUS);
    Kick fits = new Kick(0, 1, 1e-12, 0.01, 1, 101, 1e-12);
    assertEquals(Optional.empty(), judge(model(), path, fits));
    for (Kick wrong :
        List.of(
            new Kick(0, 1, 1e-12, 0.01, 1, 99, 1e-12),
            new Kick(0, 1, 1e-12, 0, 1, 101, 1e-12),
            new Kick(0, 1, 1e-12, -0.01, 1, 101, 1e-12),
            new Kick(0, 1, 0, 0.01, 1, 101, 1e-12),
            new Kick(0, 1, 1e-12, 0.01, 1, Double.NaN, 1e-12),
            new Kick(0, 1, 1e-12, 0.01, 1, 101, Double.NaN))) {
      assertEquals(Refusal.Kind.CONCAVE, refused(judge(model(), path, wrong)), wrong::toString);
    }
  }

  @Test
  void aSlideOnDependentSamplesIsRefused() {
    double[][] three = {{0.38, 0.5}, {0.76, 1.1}, {1, -0.3}};
    double[] labels = {Y[0], Y[1], 1};
    FlowModel dependent = Flows.model(problem(three, labels, Network.Trained.BOTH));
    PathStep path = path(model(), 0.005, Side.MINUS);
    PathStep slide =
        new PathStep(
            path.length(),
            new Series[][] {path.hidden(0)},
            new Series[] {path.outer(0)},
            new Side[][] {{Side.SLIDE, Side.SLIDE, Side.SLIDE}});
    assertEquals(Refusal.Kind.SLIDE, refused(judge(dependent, slide)));
  }

  @Test
  void aSlideAtAConcaveKinkIsRefused() {
    PathStep path = path(model(), 0.005, Side.MINUS);
    PathStep slide =
        new PathStep(
            path.length(),
            new Series[][] {path.hidden(0)},
            new Series[] {path.outer(0)},
            new Side[][] {{Side.PLUS, Side.SLIDE}});
    assertTrue(judge(model(), slide).isPresent());
  }

  @Test
  void stepsThatAreNoPolynomialsOfOneDegreeAreNotMade() {
    PathStep path = path(model(), 0.005, Side.MINUS);
    Side[][] sides = {path.sides(0)};
    Series[][] hidden = {path.hidden(0)};
    Series low = Series.exact(new double[] {0.9, 0});
    Series wide = Series.of(new double[17], 1e-9);
    for (Series outer : List.of(low, wide)) {
      assertThrows(
          IllegalArgumentException.class,
          () -> new PathStep(0.005, hidden, new Series[] {outer}, sides));
    }
    for (double length : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThrows(
          IllegalArgumentException.class,
          () -> new PathStep(length, hidden, new Series[] {path.outer(0)}, sides));
    }
  }
}
