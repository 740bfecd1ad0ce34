package org.flowproof.bench.page;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.flowproof.bench.page.Measured.Point;

/** What the figures show: lines "figure, series, x, y" of {@code series.csv}. */
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
    series.main();
    return series.text.toString();
  }

  private void cost(String group, ToDoubleFunction<Point> axis) {
    for (Measured one : results.group(group)) {
      if (one.done()) {
        line(group, one.method(), axis.applyAsDouble(one.point()), one.seconds());
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

  /** Seconds per unit of time at each main point, numbered from 1. */
  private void main() {
    List<Point> points = results.points("main");
    for (Map.Entry<String, String> name : RatioTable.NAMES.entrySet()) {
      for (int i = 0; i < points.size(); i++) {
        int number = i + 1;
        results
            .of(points.get(i), name.getKey())
            .filter(one -> one.t() > 0)
            .ifPresent(one -> line("main", name.getKey(), number, one.seconds() / one.t()));
      }
    }
  }

  private void line(String figure, String series, double x, double y) {
    text.append(CsvRows.line(figure, series, x, y));
  }
}
