package org.flowproof.sweep.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import org.sqlite.SQLiteOpenMode;

/** How a store is opened, and what its refusals mean. */
final class StoreConnection {
  /** How long one attempt to write waits for readers, in milliseconds. */
  private static final int WRITER_PATIENCE = 1000;

  /**
   * How long a reader waits for a writer, in milliseconds. A write lasts as long as the disk takes
   * to confirm it, which on a busy one can be seconds.
   */
  private static final int READER_PATIENCE = 30_000;

  /** Bytes of a row; the notes of a sweep, the longest text there is, have no more than 8 MB. */
  private static final String LONGEST_ROW = String.valueOf(16 << 20);

  private StoreConnection() {}

  /** Refuses what is not a file: to open a pipe would wait for ever. */
  static void refuseIrregular(Path file) throws IOException {
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !Files.isRegularFile(file)) {
      throw new IOException(file + ": not a regular file; choose another -o DIR");
    }
  }

  /** A connection that changes nothing. */
  static Connection reading(Path file) throws SQLException {
    SQLiteConfig config = config(READER_PATIENCE);
    config.setReadOnly(true);
    return config.createConnection(url(file));
  }

  /** A connection that takes back what a killed process left half written, and can write. */
  static Connection writing(Path file) throws SQLException {
    SQLiteConfig config = config(WRITER_PATIENCE);
    // one file at any time, unlike the write-ahead log, so that it can be copied and sent
    config.setJournalMode(SQLiteConfig.JournalMode.DELETE);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    config.enforceForeignKeys(true);
    Connection connection = config.createConnection(url(file));
    connection.setAutoCommit(false);
    return connection;
  }

  private static SQLiteConfig config(int patience) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setOpenMode(SQLiteOpenMode.OPEN_URI);
    config.setBusyTimeout(patience);
    config.setPragma(SQLiteConfig.Pragma.LIMIT_LENGTH, LONGEST_ROW);
    return config;
  }

  /** As a URI: the driver would cut a plain path at a question mark. */
  private static String url(Path file) {
    return "jdbc:sqlite:" + file.toAbsolutePath().toUri().toASCIIString();
  }

  /** Whether another connection holds the file. */
  static boolean isBusy(SQLException e) {
    return e instanceof SQLiteException s
        && (s.getResultCode() == SQLiteErrorCode.SQLITE_BUSY
            || s.getResultCode() == SQLiteErrorCode.SQLITE_BUSY_SNAPSHOT);
  }

  /** Whether a killed process left half a write, which a reader may not take back. */
  static boolean isHalfWritten(SQLException e) {
    return e instanceof SQLiteException s
        && s.getResultCode() == SQLiteErrorCode.SQLITE_READONLY_ROLLBACK;
  }

  /** The message for a user. */
  static IOException refusal(Path file, SQLException e) {
    if (e instanceof SQLiteException s) {
      String why =
          switch (s.getResultCode()) {
            case SQLITE_BUSY, SQLITE_LOCKED -> "another program holds it; close that and run again";
            case SQLITE_NOTADB -> "it is not the store of a sweep; choose another -o DIR";
            case SQLITE_CORRUPT -> "it is damaged; move it away to begin anew";
            default -> s.getResultCode().message;
          };
      return new IOException(file + ": " + why, e);
    }
    // the one thing that fails before there is a file: unpacking what SQLite is written in
    String unpacking =
        e.getCause() == null
            ? ""
            : "; SQLite is unpacked to " + System.getProperty("java.io.tmpdir") + ", is that full?";
    return new IOException(file + ": " + e.getMessage() + unpacking, e);
  }
}
