package org.flowproof.bench.kernels;

import java.util.concurrent.TimeUnit;
import org.flowproof.bench.Workload;
import org.flowproof.flow.FieldKernel;
import org.flowproof.problem.Problem;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The right-hand side and the residuals: reference integrator, and the plain loop. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class RightHandSideBenchmark {
  /** Samples x neurons. */
  @Param({"20x200", "100x1000", "1000x1000"})
  public String size;

  private FieldKernel reference;
  private PlainField plain;

  /** Draws the problem. */
  @Setup
  public void draw() {
    String[] parts = size.split("x", -1);
    Problem problem =
        new Workload(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), 5, 1e-3, 1)
            .problem(1e-6, 1);
    reference = new FieldKernel(problem);
    plain = new PlainField(problem);
  }

  /** Velocity of the whole state. */
  @Benchmark
  public double[] referenceVelocity() {
    return reference.velocity();
  }

  /** Outputs and what is summed with them. */
  @Benchmark
  public double[] referenceResiduals() {
    return reference.residuals();
  }

  /** Velocity of the whole state by the plain loop. */
  @Benchmark
  public double[] plainVelocity() {
    return plain.velocity();
  }

  /** Residuals by the plain loop. */
  @Benchmark
  public double[] plainResiduals() {
    return plain.residuals();
  }
}
