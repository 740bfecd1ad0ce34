package org.flowproof.bench.kernels;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.DoubleSupplier;
import org.flowproof.bench.DataFolder;
import org.flowproof.bench.Workload;
import org.flowproof.flow.FieldKernel;
import org.flowproof.flow.structured.StructuredKernels;
import org.flowproof.problem.Problem;

/**
 * Rates of inner loops in Java, in 1e9 operations a CPU second: {@code FOLDER}. Prints "peak NAME
 * RATE" lines. An addition or a multiplication counts as one operation, comparisons as none.
 */
public final class InnerLoops {
  /** CPU time of the thread, so that a busy machine does not count. */
  private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();

  private static final int ROUNDS = 8;
  private static final long ROUND_NANOS = 500_000_000L;
  private static final int DEGREE = 16;
  private static final int ENTRIES = 512;

  /** For the structured integrator; the others read a folder. */
  private static final Workload WORKLOAD = new Workload(1000, 1000, 5, 1e-3, 1);

  private final PrintStream out;
  private double sink;

  private InnerLoops(PrintStream out) {
    this.out = out;
  }

  /** See the class. */
  public static void main(String[] words) throws IOException {
    // neither the tolerance nor the end time matters here
    Problem problem = new DataFolder(Path.of(words[0])).problem(1e-6, 1);
    InnerLoops loops = new InnerLoops(new PrintStream(System.out, true, StandardCharsets.UTF_8));
    double[] points = new double[ENTRIES];
    double[] values = new double[ENTRIES];
    for (int i = 0; i < ENTRIES; i++) {
      points[i] = (double) i / ENTRIES;
    }
    loops.tell("fma-java", 2.0 * DEGREE * ENTRIES, () -> polynomial(points, values));
    PlainField plain = new PlainField(problem);
    loops.tell("rhs-java", plain.operations(), () -> plain.velocity()[0]);
    FieldKernel field = new FieldKernel(problem);
    double pairs = (double) problem.data().n() * problem.network().width();
    // 2d for the preactivation, 2 for the output; 2d for the pull, 2 for its factor
    loops.tell("field-java", pairs * (4.0 * problem.data().d() + 4), () -> field.velocity()[0]);
    StructuredKernels structured = KernelProblem.structured(WORKLOAD);
    loops.tell("pattern-sums", structured.patternSumsOperations(), structured::patternSums);
    loops.tell("series", structured.seriesOperations(), structured::series);
    loops.tell("near-lines", structured.nearLinesOperations(), structured::nearLines);
    loops.tell("output-sums", structured.outputSumsOperations(), structured::outputSums);
    if (Double.isNaN(loops.sink)) {
      throw new IllegalStateException("a kernel gave NaN");
    }
  }

  /** Horner's rule on every entry: sixteen multiply-adds for one load and one store. */
  private static double polynomial(double[] points, double[] values) {
    for (int i = 0; i < points.length; i++) {
      double x = points[i];
      double p = Math.fma(x, 0.1, 0.2);
      p = Math.fma(p, x, 0.3);
      p = Math.fma(p, x, 0.4);
      p = Math.fma(p, x, 0.5);
      p = Math.fma(p, x, 0.6);
      p = Math.fma(p, x, 0.7);
      p = Math.fma(p, x, 0.8);
      p = Math.fma(p, x, 0.9);
      p = Math.fma(p, x, 1.0);
      p = Math.fma(p, x, 1.1);
      p = Math.fma(p, x, 1.2);
      p = Math.fma(p, x, 1.3);
      p = Math.fma(p, x, 1.4);
      p = Math.fma(p, x, 1.5);
      p = Math.fma(p, x, 1.6);
      values[i] = p;
    }
    return values[0];
  }

  /** The best of some rounds; the first ones compile. */
  private void tell(String name, double operations, DoubleSupplier kernel) {
    double best = 0;
    for (int round = 0; round < ROUNDS; round++) {
      long calls = 0;
      long start = THREAD.getCurrentThreadCpuTime();
      long passed;
      do {
        sink += kernel.getAsDouble();
        calls++;
        passed = THREAD.getCurrentThreadCpuTime() - start;
      } while (passed < ROUND_NANOS);
      best = Math.max(best, calls * operations / passed);
    }
    out.printf(Locale.ROOT, "peak %s %.4f%n", name, best);
  }
}
