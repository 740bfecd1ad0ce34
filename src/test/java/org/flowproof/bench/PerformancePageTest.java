package org.flowproof.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.flowproof.problem.InputException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bench compiles, and docs/performance.md is what it makes of the results that are kept. */
class PerformancePageTest {
  private static final String HEADER =
      "group,point,n,m,d,scale,end,tolerance,seed,method,setting,horizon,round,chosen,status,t,"
          + "seconds,solver_cpu,wall,cpu,others,memory_mib,evaluations,steps,events,loss,loss_error,"
          + "state_error,tight,limit,version,commit,detail\n";

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
        bench.page(Path.of("bench/results"), Path.of("bench/reasons.yaml")),
        Files.readString(Path.of("docs/performance.md")));
  }

  @Test
  void withoutResultsThePageSaysSo() throws ReflectiveOperationException {
    assertTrue(page().endsWith("Nothing has been measured yet.\n"), page());
  }

  @Test
  void mediansAndRatiosAreThoseOfTheRuns() throws IOException, ReflectiveOperationException {
    write(
        run(1000, "rk45", "1e-08", 0, "", "done", 50, 2, 1e-3),
        run(1000, "rk45", "1e-09", 0, "yes", "done", 50, 90, 1e-7),
        run(1000, "rk45", "1e-09", 1, "yes", "done", 50, 60, Double.NaN),
        run(1000, "rk45", "1e-09", 2, "yes", "done", 50, 70, Double.NaN),
        run(1000, "structured", "", 0, "yes", "done", 50, 3, 1e-8),
        run(1000, "structured", "", 1, "yes", "done", 50, 2, Double.NaN),
        run(1000, "structured", "", 2, "yes", "done", 50, 1, Double.NaN));
    // 70 CPU seconds of the integration of the peer by 2 of our whole process
    assertEquals(List.of("100", "1000", "50.0", "rk45", "tolerance", "done"), line(1, 0, 6));
    assertEquals(List.of("50.0", "70.0", "2.0", "2.0", "35.0", "35.0"), line(1, 6, 12));
    assertContains("SciPy RK45 at n = 100, m = 1000, same tolerance | ≥ 30 | met: ratio 35 |");
    assertContains("| both to T = 50: 70 s by 2 s |");
    assertContains("- SciPy RK45: 1.0e-08 (2; 0.001); 1.0e-09 (90; 1.0e-07)");
  }

  @Test
  void ourTimeIsThatOfTheProcessAndAPeersThatOfItsIntegration()
      throws IOException, ReflectiveOperationException {
    write(
        run(1000, "rk45", "1e-09", 0, "yes", "done", 50, 60, 1e-7)
            .replace(",60.0,60.0,61.0,61.0,", ",64.0,60.0,80.0,70.0,"),
        run(1000, "structured", "", 0, "yes", "done", 50, 2, 1e-8)
            .replace(",3.0,3.0,2.0,2.0,", ",3.0,1.0,4.0,2.0,"));
    // CPU 60 by 2; by the clock 64 by 4
    assertEquals(List.of("60.0", "2.0", "2.0", "30.0", "30.0", "16.0"), line(1, 7, 13));
  }

  @Test
  void aPeerThatRanOutOfTimeIsComparedOnItsHorizonAndBoundsTheWhole()
      throws IOException, ReflectiveOperationException {
    write(
        run(10_000, "erk5", "1e-09", 0, "yes", "timeout", 5, 300, 1e-9),
        run(10_000, "structured", "", 0, "yes", "done", 50, 10, 1e-8),
        run(10_000, "structured", "", 0, "yes", "done", 5, 3, 1e-8)
            .replace("structured,,", "structured,,5.0"));
    assertEquals(List.of("5.0", "300.0", "10.0", "3.0", "30.0", "100.0"), line(1, 6, 12));
    assertContains("| 100 (t = 5) |");
    assertContains(
        "m = 10000, same tolerance | ≥ 100 | met: ratio 100 | both to t = 5: 300 s by 3 s; ours to"
            + " T = 50 takes 10 s, so at least 30 there |");
    assertContains("m = 10000, same tolerance | ≥ 200 | not measured |");
    assertContains("| structured, to t = 5 only |");
  }

  @Test
  void withoutOurRunToTheHorizonOfThePeerOnlyTheBoundIsGiven()
      throws IOException, ReflectiveOperationException {
    write(
        run(10_000, "erk5", "1e-09", 0, "yes", "timeout", 5, 300, 1e-9),
        run(10_000, "structured", "", 0, "yes", "done", 50, 10, 1e-8),
        run(10_000, "structured", "", 0, "yes", "done", 6, 3, 1e-8)
            .replace("structured,,", "structured,,6.0"));
    assertContains("| ≥ 30 |");
    assertContains("≥ 100 | missed by a factor of 3.33: ratio 30 | peer stopped at t = 5");
  }

  @Test
  void aLooserToleranceOfAPeerIsToldBesideTheTarget()
      throws IOException, ReflectiveOperationException {
    write(
        run(1000, "erk5", "1e-07", 0, "loss", "done", 50, 1, 1e-7),
        run(1000, "erk5", "1e-09", 0, "yes", "done", 50, 80, 1e-7),
        run(1000, "structured", "", 0, "yes", "done", 50, 2, 1e-8));
    assertContains("| SUNDIALS ERK5 | 40 |");
    assertContains("| SUNDIALS ERK5, loss alone | 0.5 |");
    assertContains(
        "met: ratio 40 | both to T = 50: 80 s by 2 s; with absolute tolerance 1.0e-07 its loss"
            + " agrees too, its weights to 1.0e-07: ratio 0.5 |");
  }

  @Test
  void targetsThatAreMissedAreSaidToBeWithTheReason()
      throws IOException, ReflectiveOperationException {
    write(
        run(1000, "rk45", "1e-09", 0, "yes", "done", 50, 20, 1e-7),
        run(1000, "erk5", "1e-09", 0, "yes", "done", 50, 60, 1e-7),
        run(1000, "structured", "", 0, "yes", "done", 50, 2, 1e-5));
    Files.writeString(
        results.resolve("reasons.yaml"),
        "format: 1\nrk45-1000: too many kinks.\nerk5-1000: not printed.\n");
    assertContains("| ≥ 30 | missed by a factor of 3: ratio 10 |");
    assertContains("| ≤ 1.0e-06 | missed by a factor of 10: 1.0e-05 |");
    assertContains(
        "- times faster than SciPy RK45 at n = 100, m = 1000, same tolerance: too many kinks.\n");
    assertContains("- largest relative error of the final loss: not known yet.\n");
    assertFalse(page().contains("not printed"), page());
  }

  @Test
  void aReasonForNoTargetIsRefused() throws IOException {
    write(run(1000, "structured", "", 0, "yes", "done", 50, 2, 1e-5));
    Files.writeString(results.resolve("reasons.yaml"), "format: 1\nrk45-100: why.\n");
    InvocationTargetException refused = assertThrows(InvocationTargetException.class, this::page);
    assertTrue(refused.getCause() instanceof InputException, refused.getCause().toString());
    assertTrue(refused.getCause().getMessage().contains("rk45-1000"), "a suggestion");
  }

  @Test
  void aRunThatDidNotEndMissesItsTarget() throws IOException, ReflectiveOperationException {
    String run = run(1000, "structured", "", 0, "yes", "timeout", 900, 300, Double.NaN);
    write(run.replace("main,", "long,").replace(",50.0,1e-06,", ",20000.0,1e-06,"));
    assertContains(
        "| ≤ 30 | missed: the run did not end | stopped at t = 900 after 300 s of CPU time |");
  }

  private String page() throws ReflectiveOperationException {
    return bench.page(results, results.resolve("reasons.yaml"));
  }

  private void assertContains(String text) throws ReflectiveOperationException {
    String page = page();
    assertTrue(page.contains(text), text + "\n" + page);
  }

  /** Fields of a line of the table of ratios. */
  private List<String> line(int number, int from, int to) throws ReflectiveOperationException {
    String[] fields = bench.ratios(results).split("\n", -1)[number].split(",", -1);
    return List.of(fields).subList(from, to);
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
      double cpu,
      double error) {
    boolean ours = method.startsWith("structured");
    String shown = Double.isNaN(error) ? "" : Double.toString(error);
    // seconds, solver_cpu, wall, cpu: what does not count is larger
    String time =
        ours
            ? (cpu + 1) + "," + (cpu + 1) + "," + cpu + "," + cpu
            : cpu + "," + cpu + "," + (cpu + 1) + "," + (cpu + 1);
    return String.join(
            ",",
            "main,p" + m + ",100," + m + ",5,0.001,50.0,1e-06,1",
            method,
            setting,
            "," + round,
            chosen,
            status,
            Double.toString(t),
            time,
            "0.5,100.0,10,5,7,0.1",
            shown,
            shown,
            "x,300.0,v1,c1,")
        + "\n";
  }
}
