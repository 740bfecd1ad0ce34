package org.flowproof.bench.page;

import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.flowproof.bench.page.Measured.Point;

/** What the figure of the growth shows: lines "figure, series, x, y" of {@code series.csv}. */
final class FigureSeries {
  private final Results results;
  private final StringBuilder text = new StringBuilder("figure,series,x,y\n");

  private FigureSeries(Results results) {
    this.results = results;
  }

  static String csv(Results results) {
    FigureSeries series = new FigureSeries(results);
    series.cost("width", Point::m);
    series.cost("samples", Point::n);
    series.cost("dimension", Point::d);
    series.cost("scale", p -> 1 / p.scale());
    series.late();
    return series.text.toString();
  }

  private void cost(String group, ToDoubleFunction<Point> axis) {
    for (Measured one : results.group(group)) {
      if (one.done()) {
        line(group, one.method(), axis.applyAsDouble(one.point()), one.cost().cpu());
      }
    }
  }

  private void late() {
    for (Measured one : results.group("late")) {
      OptionalDouble rate = Targets.lateRate(results, one);
      if (rate.isPresent()) {
        line("late", one.method(), one.point().m(), rate.getAsDouble());
      }
    }
  }

  private void line(String figure, String series, double x, double y) {
    text.append(CsvRows.line(figure, series, x, y));
  }
}
