package org.flowproof.sweep.store;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.flowproof.sweep.Axis;
import org.flowproof.sweep.AxisValue;
import org.flowproof.sweep.Point;
import org.flowproof.sweep.PointResult;

/**
 * Moves points and results between records and the rows of a store; transactions are the caller's.
 */
final class StoredRows {
  /**
   * Values that nobody writes here, so that a file made by others is no worse than a broken one.
   */
  private static final List<String> IMPOSSIBLE =
      List.of(
          "SELECT 'a status' FROM point WHERE status NOT IN ('DONE', 'FAILED', 'TIMED_OUT')",
          "SELECT 'an ending' FROM point WHERE typeof(ending) <> 'text' OR length(ending) > 60"
              + " OR ending GLOB '*[^A-Z_]*' OR (ending = '') <> (status <> 'DONE')",
          "SELECT 'an ending' FROM rerun WHERE typeof(ending) <> 'text' OR length(ending) > 60"
              + " OR ending GLOB '*[^A-Z_]*'",
          "SELECT 'a variation' FROM rerun WHERE typeof(variation) <> 'text'"
              + " OR length(variation) > 60 OR variation GLOB '*[^a-z]*'",
          "SELECT 'a number' FROM number WHERE typeof(value) <> 'real' OR length(name) > 200"
              + " OR typeof(name) <> 'text' OR name GLOB '*[^A-Za-z0-9_.-]*'",
          "SELECT 'a duration' FROM point WHERE typeof(seconds) <> 'real' OR seconds < 0"
              + " OR typeof(identity) <> 'text' OR typeof(reason) <> 'text'"
              + " OR typeof(failure) <> 'text' OR trusted NOT IN (0, 1)");

  private final Connection connection;

  StoredRows(Connection connection) {
    this.connection = connection;
  }

  /** The first column of a query. */
  List<String> texts(String query) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      while (row.next()) {
        texts.add(row.getString(1));
      }
    }
    return texts;
  }

  /** Puts the sweep and its axes in the place of those that are there. */
  void sweep(SweepStore.Contents contents, Instant now) throws SQLException {
    execute("DELETE FROM sweep");
    execute(
        "INSERT INTO sweep VALUES (?, ?, ?, ?, ?, ?, ?)",
        contents.id(),
        contents.title(),
        contents.notes(),
        contents.quick() ? 1 : 0,
        contents.points().size(),
        contents.code(),
        text(now));
    execute("DELETE FROM axis");
    int position = 0;
    for (Axis axis : contents.axes()) {
      execute(
          "INSERT INTO axis VALUES (?, ?, ?, ?)",
          ++position,
          axis.name(),
          String.join(" ", axis.keys()),
          axis.values().size());
    }
  }

  /** Fills the table of the grid. */
  void grid(List<Axis> axes, List<Point> points) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO grid VALUES (?, ?" + ", ?".repeat(axes.size()) + ")")) {
      for (Point point : points) {
        int column = 1;
        insert.setInt(column++, point.index());
        for (Axis axis : axes) {
          insert.setObject(column++, plain(point.value(axis.name())));
        }
        insert.setString(column, point.identity());
        insert.executeUpdate();
      }
    }
  }

  /** Adds a result in the place of one of the same identity. */
  void add(PointResult result, String code, Instant now) throws SQLException {
    String identity = result.point().identity();
    execute("DELETE FROM point WHERE identity = ?", identity);
    execute(
        "INSERT INTO point VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        identity,
        code,
        result.status().name(),
        result.status() == PointResult.Status.DONE ? result.verdict() : "",
        result.ending(),
        result.trusted() ? 1 : 0,
        result.reason(),
        result.failure(),
        result.seconds(),
        text(now));
    for (Map.Entry<String, AxisValue> value : result.point().values().entrySet()) {
      execute(
          "INSERT INTO coordinate VALUES (?, ?, ?, ?)",
          identity,
          value.getKey(),
          plain(value.getValue()),
          value.getValue().text());
    }
    for (Map.Entry<String, String> rerun : result.reruns().entrySet()) {
      execute("INSERT INTO rerun VALUES (?, ?, ?)", identity, rerun.getKey(), rerun.getValue());
    }
    for (Map.Entry<String, Double> number : result.numbers().entrySet()) {
      execute("INSERT INTO number VALUES (?, ?, ?)", identity, number.getKey(), number.getValue());
    }
  }

  /** The results that are there, by the index of their point. */
  Map<Integer, PointResult> results(Collection<Point> points) throws SQLException {
    for (String query : IMPOSSIBLE) {
      List<String> found = texts(query);
      if (!found.isEmpty()) {
        throw new SQLException("it was altered: " + found.get(0) + "; move it away to begin anew");
      }
    }
    Map<String, List<Point>> byIdentity = new HashMap<>();
    points.forEach(p -> byIdentity.computeIfAbsent(p.identity(), i -> new ArrayList<>()).add(p));
    Map<String, SortedMap<String, Double>> numbers = new HashMap<>();
    each(
        "SELECT identity, name, value FROM number",
        row ->
            numbers
                .computeIfAbsent(row.getString(1), i -> new TreeMap<>())
                .put(row.getString(2), row.getDouble(3)));
    Map<String, SortedMap<String, String>> reruns = new HashMap<>();
    each(
        "SELECT identity, variation, ending FROM rerun",
        row ->
            reruns
                .computeIfAbsent(row.getString(1), i -> new TreeMap<>())
                .put(row.getString(2), row.getString(3)));
    Map<Integer, PointResult> results = new TreeMap<>();
    each(
        "SELECT identity, status, failure, ending, trusted, reason, seconds FROM point",
        row -> {
          String identity = row.getString(1);
          for (Point point : byIdentity.getOrDefault(identity, List.of())) {
            results.put(
                point.index(),
                new PointResult(
                    point,
                    PointResult.Status.valueOf(row.getString(2)),
                    row.getString(3),
                    row.getString(4),
                    row.getInt(5) != 0,
                    row.getString(6),
                    numbers.getOrDefault(identity, new TreeMap<>()),
                    row.getDouble(7),
                    reruns.getOrDefault(identity, new TreeMap<>())));
          }
        });
    return results;
  }

  /** Takes one row. */
  private interface Taker {
    void take(ResultSet row) throws SQLException;
  }

  private void each(String query, Taker taker) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      while (row.next()) {
        taker.take(row);
      }
    }
  }

  private void execute(String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }

  /** A whole number, a double or a word, as its column is to show it. */
  private static Object plain(AxisValue value) {
    if (value.number().isEmpty()) {
      return value.text();
    }
    BigDecimal exact = new BigDecimal(value.text());
    boolean whole =
        exact.stripTrailingZeros().scale() <= 0
            && exact.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0;
    // seeds do not fit into doubles
    return whole ? (Object) exact.longValueExact() : (Object) value.number().getAsDouble();
  }

  private static String text(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
