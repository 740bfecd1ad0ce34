package org.flowproof.falsify;

import java.util.function.UnaryOperator;
import org.flowproof.flow.Event;
import org.flowproof.flow.State;
import org.flowproof.problem.DataSet;
import org.flowproof.problem.Dynamics;
import org.flowproof.problem.Matrix;
import org.flowproof.problem.Network;
import org.flowproof.problem.Problem;
import org.flowproof.problem.Vec;
import org.flowproof.problem.Weights;

/**
 * A symmetry of the flow: how it changes a problem, and what a trajectory must become.
 *
 * @param problem the change
 * @param clock factor by which times are multiplied
 * @param state maps a state of the original to the weights expected of the changed problem
 * @param event maps an event of the original, with its original time, to the one expected
 * @param factor by which the errors of weights are multiplied
 */
public record Symmetry(
    UnaryOperator<Problem> problem,
    double clock,
    java.util.function.Function<State, Weights> state,
    UnaryOperator<Event> event,
    double factor) {

  static Problem with(Problem p, Matrix x, double[] y, double[][] w, double[] a, double clock) {
    Dynamics.Flow flow = (Dynamics.Flow) p.dynamics();
    Dynamics.StopRule stop = flow.stop();
    return new Problem(
        new DataSet(x, Vec.of(y), "changed"),
        new Network(a.length, p.network().activation(), p.network().trained()),
        p.loss(),
        new Weights(Matrix.of(w), Vec.of(a)),
        "changed",
        new Dynamics.Flow(
            flow.residual(),
            flow.relativeTolerance(),
            new Dynamics.StopRule(
                stop.time() * clock,
                stop.gradientNorm(),
                stop.evaluations(),
                stop.atFirstEvent())));
  }

  static double[][] rows(Matrix matrix) {
    double[][] rows = new double[matrix.rows()][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = matrix.row(i);
    }
    return rows;
  }

  static double[][] hidden(State state, Problem problem) {
    double[][] w = new double[problem.network().width()][problem.data().d()];
    for (int j = 0; j < w.length; j++) {
      for (int i = 0; i < w[j].length; i++) {
        w[j][i] = state.w(j, i);
      }
    }
    return w;
  }

  static double[] output(State state, Problem problem) {
    double[] a = new double[problem.network().width()];
    for (int j = 0; j < a.length; j++) {
      a[j] = state.a(j);
    }
    return a;
  }

  static double[] times(double[] vector, double factor) {
    double[] result = vector.clone();
    for (int i = 0; i < result.length; i++) {
      result[i] *= factor;
    }
    return result;
  }

  static double[][] times(double[][] rows, double factor) {
    double[][] result = new double[rows.length][];
    for (int i = 0; i < rows.length; i++) {
      result[i] = times(rows[i], factor);
    }
    return result;
  }

  static Event renamed(Event e, int neuron, int sample) {
    return new Event(e.time(), neuron, sample, e.kind(), e.direction(), e.timeError());
  }

  /** {@code y -> -y}, {@code a -> -a}: the hidden weights move as before. */
  public static Symmetry mirror(Problem p) {
    return new Symmetry(
        q ->
            with(
                q,
                q.data().x(),
                times(q.data().y().toArray(), -1),
                rows(q.initial().w()),
                times(q.initial().a().toArray(), -1),
                1),
        1,
        s -> new Weights(Matrix.of(hidden(s, p)), Vec.of(times(output(s, p), -1))),
        e -> e,
        1);
  }

  /** Rows turned in the plane of the first two coordinates. */
  static double[][] turned(double[][] rows, double cos, double sin) {
    double[][] result = new double[rows.length][];
    for (int i = 0; i < rows.length; i++) {
      double[] row = rows[i].clone();
      if (row.length > 1) {
        double first = row[0];
        row[0] = cos * first - sin * row[1];
        row[1] = sin * first + cos * row[1];
      } else {
        row[0] = -row[0];
      }
      result[i] = row;
    }
    return result;
  }

  /** {@code X -> XQ}, {@code w -> Q'w}; in one dimension a reflection. */
  public static Symmetry rotation(Problem p, double cos, double sin) {
    return new Symmetry(
        q ->
            with(
                q,
                Matrix.of(turned(rows(q.data().x()), cos, sin)),
                q.data().y().toArray(),
                turned(rows(q.initial().w()), cos, sin),
                q.initial().a().toArray(),
                1),
        1,
        s -> new Weights(Matrix.of(turned(hidden(s, p), cos, sin)), Vec.of(output(s, p))),
        e -> e,
        // an error in one coordinate turns into two
        p.data().d() > 1 ? Math.abs(cos) + Math.abs(sin) : 1);
  }

  private static double[][] reversed(double[][] rows) {
    double[][] result = new double[rows.length][];
    for (int i = 0; i < rows.length; i++) {
      result[i] = rows[rows.length - 1 - i];
    }
    return result;
  }

  private static double[] reversed(double[] vector) {
    double[] result = new double[vector.length];
    for (int i = 0; i < vector.length; i++) {
      result[i] = vector[vector.length - 1 - i];
    }
    return result;
  }

  /** Samples in reverse order. */
  public static Symmetry samplesReversed(Problem p) {
    int n = p.data().n();
    return new Symmetry(
        q ->
            with(
                q,
                Matrix.of(reversed(rows(q.data().x()))),
                reversed(q.data().y().toArray()),
                rows(q.initial().w()),
                q.initial().a().toArray(),
                1),
        1,
        s -> new Weights(Matrix.of(hidden(s, p)), Vec.of(output(s, p))),
        e -> renamed(e, e.neuron(), n + 1 - e.sample()),
        1);
  }

  /** Neurons in reverse order. */
  public static Symmetry neuronsReversed(Problem p) {
    int m = p.network().width();
    return new Symmetry(
        q ->
            with(
                q,
                q.data().x(),
                q.data().y().toArray(),
                reversed(rows(q.initial().w())),
                reversed(q.initial().a().toArray()),
                1),
        1,
        s -> new Weights(Matrix.of(reversed(hidden(s, p))), Vec.of(reversed(output(s, p)))),
        e -> renamed(e, m + 1 - e.neuron(), e.sample()),
        1);
  }

  /** Every sample twice: the mean over samples is the same. */
  public static Symmetry samplesTwice(Problem p) {
    int n = p.data().n();
    return new Symmetry(
        q -> {
          double[][] once = rows(q.data().x());
          double[][] x = new double[2 * n][];
          double[] y = new double[2 * n];
          for (int k = 0; k < 2 * n; k++) {
            x[k] = once[k % n];
            y[k] = q.data().y().get(k % n);
          }
          return with(q, Matrix.of(x), y, rows(q.initial().w()), q.initial().a().toArray(), 1);
        },
        1,
        s -> new Weights(Matrix.of(hidden(s, p)), Vec.of(output(s, p))),
        e -> e,
        1);
  }

  /** {@code (a, w) -> c (a, w)}, {@code y -> c^2 y}: the same path, {@code c^2} times as fast. */
  public static Symmetry scaled(Problem p, double c) {
    return new Symmetry(
        q ->
            with(
                q,
                q.data().x(),
                times(q.data().y().toArray(), c * c),
                times(rows(q.initial().w()), c),
                times(q.initial().a().toArray(), c),
                1 / (c * c)),
        1 / (c * c),
        s -> new Weights(Matrix.of(times(hidden(s, p), c)), Vec.of(times(output(s, p), c))),
        e -> e,
        c);
  }
}
