package org.flowproof.flow.limit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.flowproof.formula.Ball;
import org.flowproof.problem.Vectors;

/** Reads the limit off a frozen flow whose pattern is known to last. */
final class LimitReading {
  private static final double UNIT = 0.5 * Math.ulp(1.0);

  private final FrozenFlow flow;
  private final FeatureSpace space;
  private final double factor;
  private final double[] a;
  private final double[][] w;
  private final double[] errors;

  LimitReading(FrozenFlow flow) {
    this.flow = flow;
    space = flow.space();
    factor = flow.problem().loss().factor().value(space.samples());
    int m = flow.weights().neurons();
    a = new double[m];
    w = new double[m][];
    errors = new double[m];
    for (int j = 0; j < m; j++) {
      a[j] = flow.weights().a(j);
      w[j] = flow.weights().w(j).clone();
      errors[j] = flow.weights().error(j);
    }
  }

  LimitEstimate.Found found(Optional<Obstruction> branching) {
    RemainingPath path = flow.path();
    double error = path.gaussNewtonError();
    step(error);
    Ball loss = loss();
    boolean fitted = loss.value() <= loss.radius();
    LimitEstimate.Kind kind =
        space.rank() == 0 && !fitted
            ? LimitEstimate.Kind.REST
            : fitted ? LimitEstimate.Kind.INTERPOLATION : LimitEstimate.Kind.LEAST_SQUARES;
    return new LimitEstimate.Found(
        flow.weights().time(),
        kind,
        loss,
        outputs(),
        new LimitState(a, w, gates(), errors, !flow.both()),
        path.length() + path.error(),
        rate(error),
        2 * factor * path.last() * path.last(),
        path.fitted(),
        flow.groups().size(),
        flow.pattern().unmoved(),
        branching);
  }

  /** Gauss-Newton from the computed weights, for neurons of which that tells more than they do. */
  private void step(double error) {
    if (space.rank() == 0) {
      return;
    }
    double[] solution = flow.kernel().solve(flow.coordinates());
    double[] dual = new double[space.samples()];
    for (int c = 0; c < solution.length; c++) {
      Vectors.add(solution[c], space.basis()[c], dual);
    }
    for (PatternGroup group : flow.groups()) {
      double[] pull = FrozenFlow.pull(group, dual);
      for (int j : group.members()) {
        double reach = Persistence.reach(flow.weights(), flow.path(), group, j, flow.both());
        if (reach <= error) {
          errors[j] = reach;
          continue;
        }
        double before = a[j];
        if (flow.both()) {
          a[j] += Vectors.dot(w[j], pull);
        }
        Vectors.add(before, pull, w[j]);
        errors[j] = error + 8 * UNIT * flow.weights().norm(j);
      }
    }
  }

  private Ball loss() {
    double[] rest = space.residual();
    double squares = Vectors.dot(rest, rest);
    double size = Math.sqrt(squares);
    double rounding = space.residualError();
    double radius =
        space.shortfallSquared()
            + rounding * (2 * size + rounding)
            + 4 * (rest.length + 2) * UNIT * squares;
    return new Ball(factor * squares, factor * radius);
  }

  private List<Ball> outputs() {
    List<Ball> outputs = new ArrayList<>();
    for (int k = 0; k < space.samples(); k++) {
      double y = flow.problem().data().y().get(k);
      double h = y - space.residual()[k];
      double rounding = space.residual()[k] == 0 ? 0 : UNIT * Math.abs(h);
      outputs.add(new Ball(h, space.residualError() + rounding));
    }
    return outputs;
  }

  /** From the kernel at the limit; an eigenvalue moves by no more than the kernel does. */
  private Ball rate(double error) {
    if (space.rank() == 0) {
      return Ball.ZERO;
    }
    TangentKernel last = TangentKernel.of(space, flow.groups(), a, w, flow.both());
    // neurons moved by the step share its error; the others have their own
    double squares = error * error;
    for (PatternGroup group : flow.groups()) {
      for (int j : group.members()) {
        squares += errors[j] < error ? errors[j] * errors[j] : 0;
      }
    }
    double change = flow.path().lipschitz() * Math.sqrt(squares);
    double moved = change * (2 * Math.sqrt(last.largest()) + change);
    double rounding = last.values()[0] - last.smallest();
    return new Ball(2 * factor * last.values()[0], 2 * factor * (moved + rounding));
  }

  private double[][] gates() {
    FrozenPattern pattern = flow.pattern();
    double[][] gates = new double[a.length][space.samples()];
    for (PatternGroup group : flow.groups()) {
      double[] row = new double[space.samples()];
      for (int k = 0; k < row.length; k++) {
        row[k] = pattern.gate(group.row(), k);
      }
      if (group.held().length > 0) {
        HeldGates held = new HeldGates(flow.problem().data().x(), pattern, group);
        for (int i = 0; i < group.held().length; i++) {
          double theta = held.gate(i, flow.signs().finalDirection());
          for (int k : pattern.lines().members(group.held()[i])) {
            row[k] = pattern.lines().coefficient(k) > 0 ? theta : 1 + pattern.slope() - theta;
          }
        }
      }
      for (int j : group.members()) {
        gates[j] = row;
      }
    }
    return gates;
  }
}
