package org.flowproof.sweep.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.flowproof.sweep.Point;
import org.flowproof.sweep.PointResult;

/** Results made up for the tests of the store. */
final class StoredSamples {
  private StoredSamples() {}

  static List<PointResult> results(List<Point> points) {
    List<PointResult> results = new ArrayList<>();
    for (Point point : points) {
      results.add(
          new PointResult(
              point,
              PointResult.Status.DONE,
              "",
              "INTERPOLATION",
              point.index() % 2 == 0,
              "since 'so', \"so\" and so",
              new TreeMap<>(
                  Map.of(
                      "distance.half",
                      point.index() + 0.25,
                      "infinite",
                      Double.POSITIVE_INFINITY,
                      "third",
                      1 / 3.0)),
              0.1,
              new TreeMap<>(Map.of("tolerance", "INTERPOLATION"))));
    }
    return results;
  }

  static Map<Integer, PointResult> byIndex(List<PointResult> results) {
    Map<Integer, PointResult> map = new TreeMap<>();
    results.forEach(r -> map.put(r.point().index(), r));
    return map;
  }

  static Connection connect(Path file) throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + file);
  }
}
