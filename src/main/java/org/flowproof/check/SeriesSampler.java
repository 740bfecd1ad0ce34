package org.flowproof.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.flowproof.flow.Trajectory;
import org.flowproof.flow.TrajectoryValuation;
import org.flowproof.formula.Ball;
import org.flowproof.formula.BallArithmetic;
import org.flowproof.formula.CompiledTerm;
import org.flowproof.formula.Compiler;
import org.flowproof.formula.IndexKind;
import org.flowproof.formula.NoValueException;
import org.flowproof.formula.Term;
import org.flowproof.formula.Valuation;
import org.flowproof.problem.Located;
import org.flowproof.problem.Plot;
import org.flowproof.problem.Vec;

/** Reads the figures of a case along a trajectory. */
public final class SeriesSampler {
  /** More points than this on one curve overflow the memory of the TeX engine. */
  public static final int MOST_POINTS = 2000;

  private final Trajectory trajectory;
  private final Valuation<Ball> values;

  public SeriesSampler(Trajectory trajectory) {
    this(trajectory, TrajectoryValuation.of(trajectory));
  }

  SeriesSampler(Trajectory trajectory, Valuation<Ball> values) {
    this.trajectory = trajectory;
    this.values = values;
  }

  /**
   * A grid for figures: ends of steps, events and points between.
   *
   * @param points most points, between 2 and {@link #MOST_POINTS}
   */
  public Vec grid(int points) {
    int limit = Math.max(2, Math.min(points, MOST_POINTS) - 2);
    Sampling dense = new Sampling(limit, limit, Long.MAX_VALUE, 0, 0);
    return TimeGrid.of(trajectory, dense, limit).times();
  }

  /**
   * Reads a figure: all curves of its quantity, then all curves of its bound. A bound that does not
   * depend on the index still gives one curve for each value.
   *
   * @param times increasing, within the run
   * @param most most curves for the quantity and for the bound, neurons or samples in order
   * @throws org.flowproof.problem.InputException when a formula is not in the language
   */
  public List<Series> sample(Plot plot, Vec times, int most) {
    List<Series> series = new ArrayList<>();
    sample(plot.quantity(), Series.Role.QUANTITY, plot.per(), times, most, series);
    plot.bound().ifPresent(b -> sample(b, Series.Role.BOUND, plot.per(), times, most, series));
    return series;
  }

  private void sample(
      Located text, Series.Role role, Plot.Per per, Vec times, int most, List<Series> into) {
    Map<String, IndexKind> indices = CaseFormulas.indices(per);
    Term term = CaseFormulas.term(text, indices, IndexValues.sizes(trajectory.problem()));
    CompiledTerm<Ball> compiled = new Compiler<>(new BallArithmetic()).compile(term);
    IndexValues.all(Map.of(), indices, IndexValues.sizes(trajectory.problem())).stream()
        .limit(most)
        .forEach(one -> into.add(sample(text.text(), compiled, role, one, times)));
  }

  private Series sample(
      String text,
      CompiledTerm<Ball> term,
      Series.Role role,
      Map<String, Integer> indices,
      Vec times) {
    double[][] kept = new double[3][times.length()];
    int count = 0;
    for (double time : times.toArray()) {
      Optional<Ball> ball = value(term, indices, time);
      if (ball.isPresent()) {
        kept[0][count] = time;
        kept[1][count] = ball.get().value();
        kept[2][count] = ball.get().radius();
        count++;
      }
    }
    return new Series(
        text,
        role,
        indices,
        firstOf(kept[0], count),
        firstOf(kept[1], count),
        firstOf(kept[2], count),
        times.length() - count);
  }

  /** A curve may have gaps, such as a bound that ends; they are counted in the series. */
  private Optional<Ball> value(CompiledTerm<Ball> term, Map<String, Integer> indices, double time) {
    try {
      return Optional.of(term.evaluate(values, indices, Ball.exact(time)));
    } catch (NoValueException e) {
      return Optional.empty();
    }
  }

  private static Vec firstOf(double[] values, int count) {
    return Vec.of(java.util.Arrays.copyOf(values, count));
  }
}
