package org.flowproof.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.flowproof.sweep.Axis;
import org.flowproof.sweep.AxisValue;
import org.flowproof.sweep.Point;
import org.flowproof.sweep.PointResult;

/** Pieces of a sweep as trees of maps and lists. */
final class SweepJson {
  private SweepJson() {}

  static Map<String, Object> axis(Axis axis) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("name", axis.name());
    map.put("keys", axis.keys());
    map.put("values", axis.values().stream().map(SweepJson::value).toList());
    return map;
  }

  /** A point with its place in the grid. */
  static Map<String, Object> point(Point point) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("point", point.index());
    Map<String, Object> values = new LinkedHashMap<>();
    point.values().forEach((axis, value) -> values.put(axis, value(value)));
    map.put("values", values);
    map.put("identity", point.identity());
    return map;
  }

  static Map<String, Object> result(PointResult result) {
    boolean done = result.status() == PointResult.Status.DONE;
    Map<String, Object> map = point(result.point());
    map.put("status", result.status().name());
    map.put("verdict", done ? result.verdict() : null);
    map.put("ending", done ? result.ending() : null);
    map.put("trusted", result.trusted());
    map.put("reruns", result.reruns());
    map.put("numbers", result.numbers());
    map.put("reason", result.reason().isEmpty() ? null : result.reason());
    map.put("failure", result.failure().isEmpty() ? null : result.failure());
    map.put("seconds", result.seconds());
    return map;
  }

  /** Whole numbers as such: a seed may not fit into a double. */
  private static Object value(AxisValue value) {
    if (value.number().isEmpty()) {
      return value.text();
    }
    return value.text().matches("-?[0-9]{1,18}")
        ? (Object) Long.valueOf(value.text())
        : (Object) value.number().getAsDouble();
  }
}
