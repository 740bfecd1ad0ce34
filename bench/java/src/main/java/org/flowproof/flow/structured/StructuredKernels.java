package org.flowproof.flow.structured;

import java.util.Arrays;
import org.flowproof.problem.Problem;

/**
 * The inner loops of the structured integrator, opened up for measuring: each call does one of them
 * for all neurons, over one macro step from the initial weights of a problem. It lives in this
 * package because the classes it drives are not public.
 *
 * <p>An addition or a multiplication counts as one operation, comparisons and square roots as none.
 */
public final class StructuredKernels {
  private static final double TOLERANCE = 1e-6;

  /** Longer than any series that is expanded here moves a neuron. */
  private static final double NEVER_HEAVY = Double.MAX_VALUE;

  private final Setup setup;
  private final TimeBasis basis;
  private final double length;
  private final LineForces forces;
  private final Sweep sweep;
  private final Neurons start;
  private final Neurons end;
  private final double[] residuals;
  private final double[] found;
  private final OneNeuron[] neurons;
  private final double[][] pulls;
  private final double[][] expanded;
  private final int[] counts;
  private final double[] moves;
  private final int[][] near;
  private final Series series;
  private final NearLines nearby;
  private final FirstHappening first;
  private final OutputSums sums;
  private final int pullBlock;
  private final int sumBlock;
  private final double[] values;

  /**
   * Everything that one loop needs of the others.
   *
   * @param length of the macro step, units of time
   */
  public StructuredKernels(Problem problem, double length) {
    this.length = length;
    setup = new Setup(problem, TOLERANCE);
    basis = TimeBasis.forTolerance(TOLERANCE);
    sweep = new Sweep(setup, basis, TOLERANCE, new Workers(1), NeuronWalk::new);
    int terms = basis.degree() + 1;
    int bytes = 8 * setup.d * terms;
    pullBlock = Sweep.block(bytes, setup.m);
    sumBlock = Sweep.block(bytes, setup.m / 8);
    forces = new LineForces(setup, basis, pullBlock);
    Start begun = new Start(setup, sweep.forces(), basis, NeuronWalk::new, TOLERANCE);
    start = begun.neurons();
    end = new Neurons(setup);
    residuals = begun.residualsAtNodes();
    found = new double[residuals.length];
    forces.set(residuals, length);
    series = new Series(setup, NeuronWalk.truncation(TOLERANCE), terms);
    nearby = new NearLines(setup);
    double touch = NeuronWalk.touch(TOLERANCE);
    first = new FirstHappening(setup, Series.MOST_TERMS, terms, touch);
    sums = new OutputSums(setup, basis.degree(), sumBlock);
    values = new double[basis.degree() * setup.d];
    Arrays.fill(values, 1e-3);
    neurons = new OneNeuron[setup.m];
    pulls = new double[setup.m][terms * setup.d];
    expanded = new double[setup.m][];
    counts = new int[setup.m];
    moves = new double[setup.m];
    near = new int[setup.m][];
    for (int j = 0; j < setup.m; j++) {
      neurons[j] = new OneNeuron(setup);
      neurons[j].load(j, start);
      forces.pull(neurons[j].plus, 0, pulls[j]);
      series.expand(neurons[j].z, pulls[j], terms, 0, 1);
      expanded[j] = series.terms().clone();
      counts[j] = series.count();
      moves[j] = series.movement(1);
      near[j] = nearby.of(neurons[j], 2 * moves[j], first.grazeTolerance());
    }
  }

  /** The pull on each neuron, summed over its pattern by table. */
  public double patternSums() {
    double sink = 0;
    for (int j = 0; j < setup.m; j++) {
      forces.pull(neurons[j].plus, 0, pulls[j]);
      sink += pulls[j][0];
    }
    return sink;
  }

  /** An addition for each coefficient and block of lines in which a line is open. */
  public double patternSumsOperations() {
    return (double) openBlocks(pullBlock) * forces.terms() * setup.d;
  }

  /** The Taylor series of each neuron over the step. */
  public double series() {
    double sink = 0;
    for (int j = 0; j < setup.m; j++) {
      series.expand(neurons[j].z, pulls[j], forces.terms(), 0, 1);
      sink += series.count();
    }
    return sink;
  }

  /**
   * For each term of the series and of the pull {@code 4d}, {@code d + 1} to divide a term, and
   * {@code d + 1} for each term of the pull to scale it.
   */
  public double seriesOperations() {
    double sum = 0;
    for (int count : counts) {
      for (int i = 0; i < count - 1; i++) {
        sum += 4.0 * setup.d * Math.min(i + 1, forces.terms()) + setup.d + 1;
      }
      sum += forces.terms() * (setup.d + 1.0);
    }
    return sum;
  }

  /** The lines that each neuron could reach. */
  public double nearLines() {
    double sink = 0;
    for (int j = 0; j < setup.m; j++) {
      sink += nearby.of(neurons[j], 2 * moves[j], first.grazeTolerance()).length;
    }
    return sink;
  }

  /** A preactivation for each line. */
  public double nearLinesOperations() {
    return 2.0 * setup.d * setup.lineCount * setup.m;
  }

  /** The first crossing of each neuron in the step, from the lines within reach; how many. */
  public double firstHits() {
    int hits = 0;
    for (int j = 0; j < setup.m; j++) {
      first.clear();
      first.scan().look(neurons[j], near[j]);
      first.hits(neurons[j], expanded[j], counts[j], moves[j]);
      hits += first.at <= 1 ? 1 : 0;
    }
    return hits;
  }

  /** Outputs of all neurons at the nodes of the step. */
  public double outputSums() {
    sums.clear();
    for (int j = 0; j < setup.m; j++) {
      sums.add(neurons[j].plus, 0, values, 0, basis.degree());
    }
    Arrays.fill(found, 0);
    sums.addOutputs(found, basis.degree() + 1, 1);
    return found[1];
  }

  /**
   * An addition for each number of a neuron, once and for each block in which a line is open; two
   * for each entry of the buckets, but one where no bit is left; for each line and node two
   * products of {@code 2d} and a few more for each sample.
   */
  public double outputSumsOperations() {
    double size = basis.degree() * setup.d;
    double dropped = (openBlocks(sumBlock) + (double) setup.m) * size;
    int blocks = (setup.lineCount + sumBlock - 1) / sumBlock;
    double reduced = blocks * (2.0 * ((1 << sumBlock) - 1) - sumBlock) * size;
    double products = (double) setup.lineCount * basis.degree() * (4 * setup.d + 5);
    return dropped + reduced + products + 2.0 * setup.n * basis.degree();
  }

  /**
   * A whole sweep without groups: every neuron through the step, kink by kink, and the residuals
   * that result.
   */
  public double sweep() {
    sweep.run(residuals, length, start, end, NEVER_HEAVY, false, found);
    return found[1];
  }

  /** Kinks met in the last sweep. */
  public int eventsOfSweep() {
    return sweep.eventCount();
  }

  private long openBlocks(int block) {
    int mask = (1 << block) - 1;
    long open = 0;
    for (OneNeuron neuron : neurons) {
      for (int at = 0; at < setup.lineCount; at += block) {
        open += LineForces.bits(neuron.plus, 0, setup.words, at, mask) != 0 ? 1 : 0;
      }
    }
    return open;
  }
}
