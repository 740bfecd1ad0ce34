package org.flowproof.sweep.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.flowproof.check.outcome.Variation;
import org.flowproof.sweep.Axis;
import org.flowproof.sweep.PointsCsv;

/**
 * The tables of a store; docs/sweeps.md describes them for readers. Results are kept by identity of
 * their point; {@code grid} says which of them the latest sweep consists of.
 */
final class StoreSchema {
  /** "Flpf": tells a store from other SQLite files. */
  static final int APPLICATION = 0x466C7066;

  /** Counted up when the tables change. */
  static final int FORMAT = 1;

  private static final List<String> TABLES =
      List.of(
          "CREATE TABLE sweep (id TEXT PRIMARY KEY, title TEXT NOT NULL, notes TEXT NOT NULL,"
              + " quick INTEGER NOT NULL, points INTEGER NOT NULL, code TEXT NOT NULL,"
              + " started TEXT NOT NULL)",
          "CREATE TABLE axis (position INTEGER PRIMARY KEY, name TEXT NOT NULL,"
              + " keys TEXT NOT NULL, length INTEGER NOT NULL)",
          "CREATE TABLE point (identity TEXT PRIMARY KEY, code TEXT NOT NULL, status TEXT NOT NULL,"
              + " verdict TEXT NOT NULL, ending TEXT NOT NULL, trusted INTEGER NOT NULL,"
              + " reason TEXT NOT NULL, failure TEXT NOT NULL, seconds REAL NOT NULL,"
              + " finished TEXT NOT NULL)",
          "CREATE TABLE coordinate (identity TEXT NOT NULL REFERENCES point ON DELETE CASCADE,"
              + " axis TEXT NOT NULL, value NOT NULL, written TEXT NOT NULL,"
              + " PRIMARY KEY (identity, axis)) WITHOUT ROWID",
          "CREATE TABLE rerun (identity TEXT NOT NULL REFERENCES point ON DELETE CASCADE,"
              + " variation TEXT NOT NULL, ending TEXT NOT NULL,"
              + " PRIMARY KEY (identity, variation)) WITHOUT ROWID",
          "CREATE TABLE number (identity TEXT NOT NULL REFERENCES point ON DELETE CASCADE,"
              + " name TEXT NOT NULL, value REAL NOT NULL,"
              + " PRIMARY KEY (identity, name)) WITHOUT ROWID",
          "CREATE TABLE grid (point INTEGER PRIMARY KEY, identity TEXT NOT NULL)",
          "CREATE VIEW results AS SELECT point FROM grid");

  private static final Pattern NAME = Pattern.compile("CREATE (TABLE|VIEW) (\\w+) ");

  private StoreSchema() {}

  /** Makes the tables, inside a transaction of the caller. */
  static void create(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String table : TABLES) {
        statement.executeUpdate(table);
      }
      statement.executeUpdate("PRAGMA application_id = " + APPLICATION);
      statement.executeUpdate("PRAGMA user_version = " + FORMAT);
    }
  }

  /**
   * Refuses a file with other tables than {@link #create} makes: triggers, or views in the place of
   * tables, would run what somebody else wrote.
   *
   * @throws IOException when it is not a store as it was made
   */
  static void check(Connection connection, Path file) throws SQLException, IOException {
    if (pragma(connection, "application_id") != APPLICATION) {
      throw new IOException(file + " is not the store of a sweep; choose another -o DIR");
    }
    if (pragma(connection, "user_version") != FORMAT) {
      throw new IOException(
          file + " was written by another version of Flowproof; choose another -o DIR");
    }
    Map<String, String> found = new HashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT type, name, sql FROM sqlite_master")) {
      while (row.next()) {
        if (row.getString(1).equals("trigger")) {
          throw altered(file, "the trigger " + row.getString(2));
        }
        found.put(row.getString(2), row.getString(3));
      }
    }
    for (String table : TABLES) {
      Matcher name = NAME.matcher(table);
      if (!name.lookingAt()) {
        throw new IllegalStateException(table);
      }
      String sql = found.getOrDefault(name.group(2), "");
      boolean renewed = name.group(2).equals("grid") || name.group(2).equals("results");
      if (renewed ? !sql.startsWith(name.group()) : !sql.equals(table)) {
        throw altered(
            file, "another " + name.group(1).toLowerCase(Locale.ROOT) + " " + name.group(2));
      }
    }
  }

  private static IOException altered(Path file, String what) {
    return new IOException(file + ": it was altered (" + what + "); move it away to begin anew");
  }

  /** Replaces the table of the grid by an empty one with a column for each axis. */
  static void renewGrid(Connection connection, List<Axis> axes) throws SQLException {
    String columns =
        axes.stream().map(axis -> ", " + quoted(axis.column())).collect(Collectors.joining());
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate("DROP VIEW results");
      statement.executeUpdate("DROP TABLE grid");
      statement.executeUpdate(
          "CREATE TABLE grid (point INTEGER PRIMARY KEY" + columns + ", identity TEXT NOT NULL)");
      statement.executeUpdate("CREATE VIEW results AS SELECT point FROM grid");
    }
  }

  /**
   * Replaces the view of everything, one row for each point of the grid.
   *
   * @param numbers their names, each a column
   */
  static void renewView(Connection connection, List<Axis> axes, Collection<String> numbers)
      throws SQLException {
    StringBuilder view = new StringBuilder("CREATE VIEW results AS SELECT g.point");
    axes.forEach(axis -> view.append(", g.").append(quoted(axis.column())));
    view.append(", COALESCE(p.status, 'PENDING') AS status, p.verdict, p.ending, p.trusted");
    for (Variation variation : Variation.values()) {
      view.append(
              ", (SELECT r.ending FROM rerun r WHERE r.identity = g.identity AND r.variation = ")
          .append(literal(variation.key()))
          .append(") AS ")
          .append(quoted("rerun_" + variation.key()));
    }
    for (String name : numbers) {
      view.append(", (SELECT n.value FROM number n WHERE n.identity = g.identity AND n.name = ")
          .append(literal(name))
          .append(") AS ")
          .append(quoted(PointsCsv.column(name)));
    }
    view.append(
        ", p.reason, p.failure, p.seconds, p.finished, g.identity"
            + " FROM grid g LEFT JOIN point p ON p.identity = g.identity ORDER BY g.point");
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate("DROP VIEW results");
      statement.executeUpdate(view.toString());
    }
  }

  /** The number that a pragma of one value has. */
  static int pragma(Connection connection, String name) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("PRAGMA " + name)) {
      return row.getInt(1);
    }
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  private static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
