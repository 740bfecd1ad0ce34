package org.flowproof.flow.structured;

import java.util.ArrayList;
import java.util.List;

/**
 * One sweep: every neuron alone through the macro step under given residuals, then the residuals
 * that they make. Neurons are cut into chunks whose number depends on the width alone, and sums are
 * taken in their order, so that the result does not depend on threads.
 */
final class Sweep {
  private static final int CHUNKS = 16;
  private static final int SMALLEST_CHUNK = 128;
  private static final int LOOK_EVERY = 128;
  private static final int TABLE_BYTES = 1 << 16;

  private final Setup setup;
  private final TimeBasis basis;
  private final Workers workers;
  private final LineForces forces;
  private final NeuronWalk[] chunks;
  private final double[] outputs;
  private final Groups groups;
  private final OutputSums groupSums;
  private final double tolerance;
  private GroupFlow[] flows = new GroupFlow[0];

  Sweep(Setup setup, TimeBasis basis, double tolerance, Workers workers, WalkMaker maker) {
    this.setup = setup;
    this.basis = basis;
    this.workers = workers;
    int size = 8 * setup.d * (basis.degree() + 1);
    forces = new LineForces(setup, basis, block(size, setup.m));
    int count = Math.max(1, Math.min(CHUNKS, setup.m / SMALLEST_CHUNK));
    chunks = new NeuronWalk[count];
    for (int i = 0; i < count; i++) {
      chunks[i] = maker.make(setup, basis, tolerance, block(size, setup.m / count / 8));
    }
    outputs = new double[setup.n * (basis.degree() + 1)];
    groups = new Groups(setup);
    groupSums = new OutputSums(setup, basis.degree(), 1);
    this.tolerance = tolerance;
  }

  /** Makes the walk of a chunk; a seam for tests. */
  @FunctionalInterface
  interface WalkMaker {
    NeuronWalk make(Setup setup, TimeBasis basis, double tolerance, int block);
  }

  /** The largest block of lines whose table is small and used more often than it has entries. */
  static int block(int bytes, int uses) {
    int block = 1;
    while (block < 8 && bytes << (block + 1) <= TABLE_BYTES && 2 << block <= uses) {
      block++;
    }
    return block;
  }

  LineForces forces() {
    return forces;
  }

  /** Outputs at the nodes, sample k at {@code k (q + 1)}; entries at node 0 mean nothing. */
  double[] outputs() {
    return outputs;
  }

  /** Finds the groups among the neurons at the start of a step. */
  void gather(Neurons from) {
    double[] nodes = new double[basis.degree()];
    for (int i = 0; i < nodes.length; i++) {
      nodes[i] = basis.node(i + 1);
    }
    gather(from, nodes);
  }

  /** The groups found last. */
  Groups groups() {
    return groups;
  }

  private void gather(Neurons from, double[] times) {
    groups.gather(from);
    flows =
        groups.all().stream()
            .map(group -> new GroupFlow(setup, group, from, times, tolerance, forces.terms()))
            .toArray(GroupFlow[]::new);
  }

  /** Whether a neuron moved with its group in the last sweep. */
  boolean moved(int j) {
    int group = groups.groupOf(j);
    return group >= 0 && groups.levelOf(j) < flows[group].levels();
  }

  /**
   * Walks all neurons but those that move with their group, which {@link #finish} moves once the
   * step is good.
   *
   * @param r residuals at the nodes
   * @param into residuals that result; node 0 is copied
   */
  void run(
      double[] r,
      double length,
      Neurons from,
      Neurons to,
      double heavy,
      boolean watch,
      double[] into) {
    forces.set(r, length);
    walk(from, to, 1, heavy, watch);
    int stride = basis.degree() + 1;
    java.util.Arrays.fill(outputs, 0);
    for (NeuronWalk chunk : chunks) {
      chunk.sums().addOutputs(outputs, stride, 1);
    }
    groupSums.clear();
    for (GroupFlow flow : flows) {
      flow.addOutputs(groupSums);
    }
    groupSums.addOutputs(outputs, stride, 1);
    for (int k = 0; k < setup.n; k++) {
      into[k * stride] = r[k * stride];
      for (int i = 1; i < stride; i++) {
        into[k * stride + i] = setup.residuals.residual(k, outputs[k * stride + i]);
      }
    }
  }

  /** Moves the neurons that go with their group. */
  void finish(Neurons from, Neurons to) {
    if (flows.length == 0) {
      return;
    }
    workers.run(
        chunks.length,
        i -> {
          int end = start(i + 1);
          for (int j = start(i); j < end; j++) {
            if (moved(j)) {
              flows[groups.groupOf(j)].move(j, from, to);
            }
          }
        });
  }

  /**
   * States at a scaled time inside a step that was accepted, as they were walked there.
   *
   * @param from states at the start of the step
   * @param until in (0, 1]
   */
  Neurons replay(Tape.Step step, Neurons from, double until) {
    Neurons to = new Neurons(setup);
    forces.setGross(step.gross());
    forces.set(step.residuals(), step.length());
    gather(from, new double[] {until});
    walk(from, to, until, SafeRoot.NONE, false);
    finish(from, to);
    return to;
  }

  /** Finds which neurons move with their group, and walks all others to a scaled time. */
  private void walk(Neurons from, Neurons to, double until, double heavy, boolean watch) {
    workers.run(flows.length, i -> flows[i].run(forces));
    workers.run(
        chunks.length,
        i -> {
          chunks[i].clear(forces.length(), heavy, watch);
          int end = start(i + 1);
          for (int j = start(i); j < end; j++) {
            look(j);
            if (!moved(j)) {
              chunks[i].walk(j, from, to, forces, until);
            }
          }
        });
  }

  private void look(int neuron) {
    if (neuron % LOOK_EVERY == 0) {
      workers.look();
    }
  }

  private int start(int chunk) {
    return (int) ((long) setup.m * chunk / chunks.length);
  }

  List<EventLog> logs() {
    List<EventLog> logs = new ArrayList<>();
    for (NeuronWalk chunk : chunks) {
      logs.add(chunk.log());
    }
    return logs;
  }

  int eventCount() {
    int count = 0;
    for (NeuronWalk chunk : chunks) {
      count += chunk.log().size();
    }
    return count;
  }

  KinkTurn.LostUniqueness loss() {
    KinkTurn.LostUniqueness loss = null;
    for (NeuronWalk chunk : chunks) {
      loss = KinkTurn.LostUniqueness.earlier(loss, chunk.turn().loss());
    }
    return loss;
  }

  /** Largest bound on the pull on a neuron, times the length of the step. */
  double largestPull() {
    double largest = 0;
    for (NeuronWalk chunk : chunks) {
      largest = Math.max(largest, chunk.largestPull());
    }
    for (GroupFlow flow : flows) {
      largest = Math.max(largest, flow.pull());
    }
    return largest;
  }

  /** Three standard deviations of the effect of the kinks inside the step. */
  double kinkEffect() {
    double sum = 0;
    for (NeuronWalk chunk : chunks) {
      sum += chunk.effects().squares();
    }
    return 3 * Math.sqrt(sum);
  }

  double heavyAt() {
    double first = SafeRoot.NONE;
    for (NeuronWalk chunk : chunks) {
      first = Math.min(first, chunk.effects().heavyAt());
    }
    return first;
  }
}
