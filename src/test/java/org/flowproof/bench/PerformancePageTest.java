package org.flowproof.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bench compiles, and docs/performance.md is what it makes of the results that are kept. */
class PerformancePageTest {
  private static final String HEADER =
      "group,point,n,m,d,scale,end,tolerance,seed,method,setting,round,chosen,status,t,seconds,wall,"
          + "cpu,memory_mib,evaluations,steps,events,loss,loss_error,state_error,tight,detail\n";

  @TempDir static Path classes;
  private static BenchClasses bench;

  @TempDir Path results;

  @BeforeAll
  static void compile() throws IOException {
    bench = BenchClasses.compile(classes);
  }

  @AfterAll
  static void close() throws IOException {
    bench.close();
  }

  @Test
  void thePageIsMadeOfTheResults() throws IOException, ReflectiveOperationException {
    assertEquals(
        bench.page(Path.of("bench/results")), Files.readString(Path.of("docs/performance.md")));
  }

  @Test
  void withoutResultsThePageSaysSo() throws ReflectiveOperationException {
    String page = bench.page(results);
    assertTrue(page.endsWith("Nothing has been measured yet.\n"), page);
  }

  @Test
  void mediansAndRatiosAreThoseOfTheRuns() throws IOException, ReflectiveOperationException {
    write(
        run(1000, "rk45", "1e-06", 0, "", "done", 50, 2, 1e-3),
        run(1000, "rk45", "1e-09", 0, "yes", "done", 50, 90, 1e-7),
        run(1000, "rk45", "1e-09", 1, "yes", "done", 50, 60, Double.NaN),
        run(1000, "rk45", "1e-09", 2, "yes", "done", 50, 70, Double.NaN),
        run(1000, "structured", "", 0, "yes", "done", 50, 3, 1e-8),
        run(1000, "structured", "", 1, "yes", "done", 50, 2, Double.NaN),
        run(1000, "structured", "", 2, "yes", "done", 50, 1, Double.NaN));
    String[] line = bench.ratios(results).split("\n", -1)[1].split(",", -1);
    assertEquals(
        List.of("100", "1000", "50.0", "rk45", "done", "50.0", "70.0", "2.0", "35.0", "35.0"),
        List.of(line).subList(0, 10));
    String page = bench.page(results);
    assertTrue(page.contains("SciPy RK45 at n = 100, m = 1000 | ≥ 30 | 35 | met |"), page);
    assertTrue(page.contains("- SciPy RK45: 1.0e-06 (2; 0.001); 1.0e-09 (90; 1.0e-07)"), page);
  }

  @Test
  void aPeerThatRanOutOfTimeGivesABoundAndTheRatioOfItsHorizon()
      throws IOException, ReflectiveOperationException {
    write(
        run(10_000, "erk5", "1e-09", 0, "yes", "timeout", 5, 300, 1e-9),
        run(10_000, "structured", "", 0, "yes", "done", 50, 10, 1e-8));
    Files.writeString(
        results.resolve("progress.csv"),
        """
        group,point,method,setting,round,t,seconds
        main,p10000,structured,,0,4.0,2.0
        main,p10000,structured,,0,6.0,4.0
        main,p10000,structured,,0,50.0,10.0
        """);
    String[] line = bench.ratios(results).split("\n", -1)[1].split(",", -1);
    // 300 by 10, and 300 by the 3 seconds to t = 5
    assertEquals(List.of("30.0", "100.0"), List.of(line).subList(8, 10));
    String page = bench.page(results);
    assertTrue(page.contains("≥ 30 (100)"), page);
    assertTrue(
        page.contains("m = 10000 | ≥ 100 | 100 | met | peer stopped at t = 5; ours timed"), page);
    assertTrue(page.contains("m = 10000 | ≥ 200 | – | not measured |"), page);
  }

  @Test
  void targetsThatAreMissedAreSaidToBe() throws IOException, ReflectiveOperationException {
    write(
        run(1000, "rk45", "1e-09", 0, "yes", "done", 50, 20, 1e-7),
        run(1000, "structured", "", 0, "yes", "done", 50, 2, 1e-5));
    String page = bench.page(results);
    assertTrue(page.contains("| ≥ 30 | 10 | missed by a factor of 3 |"), page);
    assertTrue(page.contains("| ≤ 1.0e-06 | 1.0e-05 | missed by a factor of 10 |"), page);
    assertFalse(page.contains("| met |"), page);
  }

  @Test
  void aRunThatDidNotEndMissesItsTarget() throws IOException, ReflectiveOperationException {
    String run = run(1000, "structured", "", 0, "yes", "timeout", 900, 300, Double.NaN);
    write(run.replace("main,", "long,").replace(",50.0,1e-06,", ",20000.0,1e-06,"));
    String page = bench.page(results);
    assertTrue(
        page.contains("| ≤ 30 | – | missed: the run did not end | stopped at t = 900 after 300 s"),
        page);
  }

  private void write(String... runs) throws IOException {
    Files.writeString(results.resolve("runs.csv"), HEADER + String.join("", runs));
  }

  private static String run(
      int m,
      String method,
      String setting,
      int round,
      String chosen,
      String status,
      double t,
      double seconds,
      double lossError) {
    return "main,p%d,100,%d,5,0.001,50.0,1e-06,1,%s,%s,%d,%s,%s,%s,%s,%s,%s,100.0,10,5,7,0.1,%s,%s,x,\n"
        .formatted(
            m,
            m,
            method,
            setting,
            round,
            chosen,
            status,
            t,
            seconds,
            seconds + 1,
            seconds,
            Double.isNaN(lossError) ? "" : lossError,
            Double.isNaN(lossError) ? "" : lossError);
  }
}
