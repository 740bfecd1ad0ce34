package org.flowproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The queries of docs/sweeps.md work on the sweep of docs/sweeps.md. */
class SweepPageTest {
  @TempDir Path directory;

  @Test
  void readersOfTheStoreFindWhatThePagePromises() throws Exception {
    CommandLineRun run =
        CommandLineRun.in(
            CommandLineRun.PROJECT,
            directory,
            "sweep",
            "three-points-width",
            "--quick",
            "-o",
            "reports/three-points-width-sweep");
    assertEquals(ExitCode.OK, run.code(), run.out() + run.err());
    Path store = directory.resolve("reports/three-points-width-sweep/results.sqlite");
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + store);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sample("sql"))) {
      assertTrue(rows.next());
      assertEquals(12, rows.getInt("width"));
      assertEquals(2, rows.getInt("points"));
    }
    if (hasPython()) {
      String printed = python();
      assertEquals(4, printed.lines().count(), printed);
      assertTrue(printed.startsWith("12 1 LEAST_SQUARES 0.175"), printed);
    }
  }

  private String python() throws IOException, InterruptedException {
    Path script = Files.writeString(directory.resolve("sample.py"), sample("python"));
    Process process =
        new ProcessBuilder("python3", script.toString())
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .start();
    String out =
        new String(
            process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), out);
    return out;
  }

  private static boolean hasPython() throws InterruptedException {
    try {
      return new ProcessBuilder("python3", "-c", "import sqlite3").start().waitFor() == 0;
    } catch (IOException e) {
      // not installed: the sample in SQL stands for it
      return false;
    }
  }

  private static String sample(String language) throws IOException {
    Matcher matcher =
        Pattern.compile("(?s)```" + language + "\n(.*?)```")
            .matcher(Files.readString(CommandLineRun.PROJECT.resolve("docs/sweeps.md")));
    assertTrue(matcher.find(), language);
    return matcher.group(1);
  }
}
