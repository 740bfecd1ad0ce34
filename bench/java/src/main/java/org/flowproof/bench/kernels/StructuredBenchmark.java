package org.flowproof.bench.kernels;

import java.util.concurrent.TimeUnit;
import org.flowproof.bench.Workload;
import org.flowproof.flow.structured.StructuredKernels;
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

/** The inner loops of the structured integrator; each does one loop for all neurons. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class StructuredBenchmark {
  /** Samples x neurons x dimension. */
  @Param({"100x1000x5", "1000x1000x5", "100x1000x50"})
  public String shape;

  private StructuredKernels kernels;

  /** Integrates to where the neurons turn. */
  @Setup
  public void prepare() {
    String[] parts = shape.split("x", -1);
    int n = Integer.parseInt(parts[0]);
    int m = Integer.parseInt(parts[1]);
    int d = Integer.parseInt(parts[2]);
    kernels = KernelProblem.structured(new Workload(n, m, d, 1e-3, 1));
  }

  /** The pull on each neuron by table. */
  @Benchmark
  public double patternSums() {
    return kernels.patternSums();
  }

  /** The Taylor series of each neuron. */
  @Benchmark
  public double series() {
    return kernels.series();
  }

  /** The lines that each neuron could reach. */
  @Benchmark
  public double nearLines() {
    return kernels.nearLines();
  }

  /** The search for the first crossing of each neuron. */
  @Benchmark
  public double firstHits() {
    return kernels.firstHits();
  }

  /** The outputs at the nodes. */
  @Benchmark
  public double outputSums() {
    return kernels.outputSums();
  }

  /** All of that, kink by kink, over one macro step. */
  @Benchmark
  public double sweep() {
    return kernels.sweep();
  }
}
