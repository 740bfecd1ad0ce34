package org.flowproof.sweep.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import org.flowproof.sweep.Axis;
import org.flowproof.sweep.Point;
import org.flowproof.sweep.PointResult;

/**
 * The results of a sweep in one file. Whatever is added is on the disk when the call returns, and
 * killing the process leaves all that was added and nothing half. Used by one thread.
 *
 * <p>Results are kept by identity: those of an earlier grid or of other code stay in the file, but
 * are no part of the table.
 */
public final class SweepStore implements AutoCloseable {
  /** Name of the file inside its directory. */
  public static final String FILE = "results.sqlite";

  /** Attempts after which a store that another program holds is given up when told to hurry. */
  private static final int LAST_ATTEMPTS = 10;

  private final Path file;
  private final StoreLock lock;
  private final Connection connection;
  private final StoredRows rows;
  private final SortedSet<String> numbers = new TreeSet<>();
  private List<Axis> axes = List.of();

  private SweepStore(Path file, StoreLock lock, Connection connection) {
    this.file = file;
    this.lock = lock;
    this.connection = connection;
    rows = new StoredRows(connection);
  }

  /**
   * The sweep that a store is opened for.
   *
   * @param id of the sweep; a store belongs to one
   * @param title one line
   * @param notes plain text
   * @param quick whether its axes are those of the quick version
   * @param code version of the code that the identities name
   * @param axes in order
   * @param points of the whole grid, in order
   */
  public record Contents(
      String id,
      String title,
      String notes,
      boolean quick,
      String code,
      List<Axis> axes,
      List<Point> points) {
    public Contents {
      axes = List.copyOf(axes);
      points = List.copyOf(points);
    }
  }

  /**
   * Opens the store in a directory, making both when they are not there, and lays out the grid.
   *
   * @throws IOException when another sweep is writing there, when the directory holds something
   *     else, or when the file system refuses
   */
  public static SweepStore open(Path directory, Contents contents) throws IOException {
    Files.createDirectories(directory);
    StoreLock lock = StoreLock.take(directory);
    Path file = directory.resolve(FILE);
    Connection connection = null;
    try {
      StoreConnection.refuseIrregular(file);
      connection = StoreConnection.writing(file);
      SweepStore store = new SweepStore(file, lock, connection);
      store.prepare(contents);
      return store;
    } catch (SQLException e) {
      closeAll(connection, lock);
      throw StoreConnection.refusal(file, e);
    } catch (IOException | RuntimeException e) {
      closeAll(connection, lock);
      throw e;
    }
  }

  /**
   * The results that a directory has for some points, by their index, none when there is no store.
   * Another process may be writing there, and a write that a killed one left half done is taken
   * back.
   *
   * @throws IOException when there is a file that cannot be read
   */
  public static Map<Integer, PointResult> read(Path directory, Collection<Point> points)
      throws IOException {
    Path file = directory.resolve(FILE);
    StoreConnection.refuseIrregular(file);
    if (!Files.exists(file)) {
      return Map.of();
    }
    try {
      return read(StoreConnection.reading(file), file, points);
    } catch (SQLException e) {
      if (!StoreConnection.isHalfWritten(e)) {
        throw StoreConnection.refusal(file, e);
      }
    }
    try {
      return read(StoreConnection.writing(file), file, points);
    } catch (SQLException e) {
      throw StoreConnection.refusal(file, e);
    }
  }

  private static Map<Integer, PointResult> read(
      Connection connection, Path file, Collection<Point> points) throws SQLException, IOException {
    try (connection) {
      StoreSchema.check(connection, file);
      return new StoredRows(connection).results(points);
    }
  }

  private void prepare(Contents contents) throws SQLException, IOException {
    if (StoreSchema.pragma(connection, "application_id") == 0 && isEmpty()) {
      StoreSchema.create(connection);
    } else {
      StoreSchema.check(connection, file);
    }
    for (String other : rows.texts("SELECT id FROM sweep")) {
      if (!other.equals(contents.id())) {
        throw new IOException(
            file + " belongs to the sweep '" + other + "'; choose another -o DIR");
      }
    }
    axes = contents.axes();
    rows.sweep(contents, Instant.now());
    StoreSchema.renewGrid(connection, axes);
    rows.grid(axes, contents.points());
    numbers.addAll(rows.texts("SELECT DISTINCT name FROM number"));
    StoreSchema.renewView(connection, axes, numbers);
    connection.commit();
  }

  /**
   * Adds points between those of the grid.
   *
   * @throws IOException when the file cannot be written
   */
  public void extend(List<Point> points) throws IOException {
    try {
      rows.grid(axes, points);
      connection.commit();
    } catch (SQLException e) {
      rollBack(e);
      throw StoreConnection.refusal(file, e);
    }
  }

  private boolean isEmpty() throws SQLException {
    return rows.texts("SELECT name FROM sqlite_master").isEmpty();
  }

  /**
   * The results that are there, by the index of their point; points of one identity share theirs.
   *
   * @throws IOException when the file cannot be read
   */
  public Map<Integer, PointResult> results(Collection<Point> points) throws IOException {
    try {
      Map<Integer, PointResult> results = rows.results(points);
      connection.commit();
      return results;
    } catch (SQLException e) {
      throw StoreConnection.refusal(file, e);
    }
  }

  /** How many results of other code are in the file. */
  public int ofOtherCode(String code) throws IOException {
    try (PreparedStatement query =
        connection.prepareStatement("SELECT COUNT(*) FROM point WHERE code <> ?")) {
      query.setString(1, code);
      int count;
      try (ResultSet row = query.executeQuery()) {
        count = row.getInt(1);
      }
      connection.commit();
      return count;
    } catch (SQLException e) {
      throw StoreConnection.refusal(file, e);
    }
  }

  /**
   * Adds results, all or none; a result that is there already for the identity is replaced.
   *
   * @param code that they were computed with
   * @param hurry whether to give up after some seconds while another program holds the file
   * @throws IOException when they could not be written
   */
  public void add(Collection<PointResult> results, String code, BooleanSupplier hurry)
      throws IOException {
    int attempts = 0;
    while (true) {
      try {
        write(results, code);
        return;
      } catch (SQLException e) {
        rollBack(e);
        attempts = hurry.getAsBoolean() ? attempts + 1 : 0;
        if (!StoreConnection.isBusy(e) || attempts >= LAST_ATTEMPTS) {
          throw StoreConnection.refusal(file, e);
        }
      }
    }
  }

  private void write(Collection<PointResult> results, String code) throws SQLException {
    SortedSet<String> names = new TreeSet<>(numbers);
    Instant now = Instant.now();
    for (PointResult result : results) {
      rows.add(result, code, now);
      names.addAll(result.numbers().keySet());
    }
    if (!names.equals(numbers)) {
      StoreSchema.renewView(connection, axes, names);
    }
    connection.commit();
    numbers.addAll(names);
  }

  private void rollBack(SQLException cause) throws IOException {
    try {
      connection.rollback();
    } catch (SQLException e) {
      cause.addSuppressed(e);
      throw StoreConnection.refusal(file, cause);
    }
  }

  @Override
  public void close() throws IOException {
    try (Statement statement = connection.createStatement()) {
      statement.getConnection().rollback();
    } catch (SQLException e) {
      throw StoreConnection.refusal(file, e);
    } finally {
      closeAll(connection, lock);
    }
  }

  private static void closeAll(Connection connection, StoreLock lock) throws IOException {
    try (lock) {
      if (connection != null) {
        connection.close();
      }
    } catch (SQLException e) {
      throw new IOException(e);
    }
  }
}
