package org.flowproof.bench.kernels;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.flowproof.bench.Workload;
import org.flowproof.flow.ObservableCatalogue;
import org.flowproof.flow.ReferenceIntegrator;
import org.flowproof.flow.TrajectoryValuation;
import org.flowproof.formula.Ball;
import org.flowproof.formula.BallArithmetic;
import org.flowproof.formula.CompiledTerm;
import org.flowproof.formula.Compiler;
import org.flowproof.formula.FormulaParser;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A formula with a double sum, evaluated with error bounds on a trajectory. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class FormulaBenchmark {
  private static final String FORMULA = "Sum[r[l]*Sum[a[p]*Max[u[p,l], 0], {p, m}], {l, n}]/n";

  private CompiledTerm<Ball> term;
  private TrajectoryValuation values;
  private double time;

  /** Integrates a small problem (n = 10, m = 20) to t = 1. */
  @Setup
  public void integrate() {
    values =
        TrajectoryValuation.of(
            new ReferenceIntegrator().integrate(new Workload(10, 20, 5, 1e-1, 1).problem(1e-6, 1)));
    term =
        new Compiler<>(new BallArithmetic())
            .compile(FormulaParser.term(FORMULA, ObservableCatalogue.standard()));
  }

  /** A new time at each call, so that nothing is remembered from the last. */
  @Benchmark
  public Ball doubleSum() {
    time = (time + 0.6180339887498949) % 1;
    return term.evaluate(values, Map.of(), Ball.exact(time));
  }
}
