package org.flowproof.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.flowproof.problem.Problem;
import org.junit.jupiter.api.Test;

/** The right-hand side leaves nothing to the garbage collector: bytes are counted, not times. */
class AllocationTest {
  private static final int CALLS = 2000;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private static long allocatedBy(Runnable work) {
    // what the first calls load and cache is not theirs
    work.run();
    work.run();
    long before = THREADS.getCurrentThreadAllocatedBytes();
    work.run();
    return THREADS.getCurrentThreadAllocatedBytes() - before;
  }

  @Test
  void evaluationsAllocateNothing() {
    Problem problem = TestProblems.busy(60);
    KinkLines lines = KinkLines.of(problem);
    FlowField field = new FlowField(problem, lines);
    StepEngine engine =
        new StepEngine(field, problem.network().width(), true, 1e-9, Long.MAX_VALUE);
    KinkEvents kinks = new KinkEvents(problem, field, lines, 1e-9);
    double[] y = new double[field.dimension()];
    int m = problem.network().width();
    System.arraycopy(problem.initial().a().toArray(), 0, y, 0, m);
    System.arraycopy(problem.initial().w().toRowMajor(), 0, y, m, y.length - m);
    kinks.start(y);
    Pattern pattern = kinks.pattern();
    long bytes =
        allocatedBy(
            () -> {
              for (int i = 0; i < CALLS; i++) {
                engine.velocity(pattern, y);
              }
            });
    // the count itself may cost a few objects, never one for each call
    assertTrue(bytes < CALLS, bytes + " bytes in " + CALLS + " evaluations");
  }

  @Test
  void theCountSeesAllocations() {
    double[][] kept = new double[1][];
    long bytes =
        allocatedBy(
            () -> {
              for (int i = 0; i < CALLS; i++) {
                kept[0] = new double[10];
              }
            });
    assertTrue(bytes >= 80L * CALLS, "only " + bytes + " bytes");
    assertEquals(10, kept[0].length);
  }
}
