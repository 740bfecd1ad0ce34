package org.flowproof.flow.structured;

import java.util.AbstractList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.flowproof.flow.Event;
import org.flowproof.flow.Failure;
import org.flowproof.flow.HeldLines;
import org.flowproof.flow.KinkLines;
import org.flowproof.flow.PackedState;
import org.flowproof.flow.Pattern;
import org.flowproof.flow.RemembersValues;
import org.flowproof.flow.State;
import org.flowproof.flow.Trajectory;
import org.flowproof.flow.TrajectoryValuation;
import org.flowproof.problem.Problem;

/**
 * A trajectory of the structured integrator. States between the snapshots of its tape are walked
 * again when they are asked for; the last few are remembered.
 */
final class StructuredTrajectory implements RemembersValues {
  private static final long CACHE_BYTES = 64L << 20;

  private final Setup setup;
  private final Tape tape;
  private final Neurons last;
  private final double endTime;
  private final Summary summary;
  private final RunErrors errors;
  private final Sweep sweep;
  private final TimeBasis basis;
  private final Map<Integer, Neurons> cache;
  private TrajectoryValuation values;

  /** What a run says of itself. */
  record Summary(
      StopReason stopReason,
      Optional<NonUniqueness> nonUniqueness,
      Cost cost,
      List<Event> events,
      String errorMethod) {}

  StructuredTrajectory(
      Setup setup,
      TimeBasis basis,
      Sweep sweep,
      Tape tape,
      Neurons last,
      double endTime,
      Summary summary,
      RunErrors errors) {
    this.setup = setup;
    this.basis = basis;
    this.sweep = sweep;
    this.tape = tape;
    this.last = last;
    this.endTime = endTime;
    this.summary = summary;
    this.errors = errors;
    int most = (int) Math.max(4, Math.min(4096, CACHE_BYTES / last.bytes()));
    cache =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<Integer, Neurons> eldest) {
            return size() > most;
          }
        };
  }

  @Override
  public synchronized TrajectoryValuation values(Function<Trajectory, TrajectoryValuation> create) {
    if (values == null) {
      values = create.apply(this);
    }
    return values;
  }

  @Override
  public Problem problem() {
    return setup.problem;
  }

  @Override
  public double endTime() {
    return endTime;
  }

  @Override
  public State at(double time) {
    if (!(time >= 0 && time <= endTime)) {
      throw new IllegalArgumentException("time " + time + " is outside [0, " + endTime + "]");
    }
    if (time == endTime || tape.size() == 0) {
      Tape.Step step = tape.size() == 0 ? null : tape.step(tape.size() - 1);
      return new WalkedState(time, last, step, 1);
    }
    int index = stepAt(time);
    Tape.Step step = tape.step(index);
    double tau = Math.min(1, (time - step.start()) / step.length());
    Neurons there;
    synchronized (cache) {
      Neurons start = startOf(index);
      if (tau > 0) {
        there = new Neurons(setup);
        sweep.replay(step.residuals(), step.length(), start, there, tau);
      } else {
        there = start;
      }
    }
    return new WalkedState(time, there, step, tau);
  }

  private int stepAt(double time) {
    int lo = 0;
    int hi = tape.size() - 1;
    while (lo < hi) {
      int mid = (lo + hi + 1) >>> 1;
      if (tape.step(mid).start() <= time) {
        lo = mid;
      } else {
        hi = mid - 1;
      }
    }
    return lo;
  }

  private Neurons startOf(int index) {
    Neurons known = cache.get(index);
    if (known != null) {
      return known;
    }
    int from = tape.snapshotBefore(index);
    Neurons states = tape.snapshot(from);
    for (int i = index; i > from; i--) {
      Neurons cached = cache.get(i);
      if (cached != null) {
        from = i;
        states = cached;
        break;
      }
    }
    if (from == index) {
      return states;
    }
    for (int i = from; i < index; i++) {
      Neurons next = new Neurons(setup);
      sweep.replay(tape.step(i).residuals(), tape.step(i).length(), states, next, 1);
      states = next;
    }
    cache.put(index, states);
    return states;
  }

  @Override
  public List<Double> stepTimes() {
    return new AbstractList<>() {
      @Override
      public Double get(int index) {
        if (index == tape.size()) {
          return endTime;
        }
        return tape.step(index).start();
      }

      @Override
      public int size() {
        return tape.size() + 1;
      }
    };
  }

  @Override
  public List<Event> events() {
    return summary.events();
  }

  @Override
  public StopReason stopReason() {
    return summary.stopReason();
  }

  @Override
  public Optional<NonUniqueness> nonUniqueness() {
    return summary.nonUniqueness();
  }

  @Override
  public List<Failure> failures() {
    return Stream.concat(RemembersValues.super.failures().stream(), errors.failures().stream())
        .sorted(Comparator.comparingDouble(Failure::time))
        .toList();
  }

  @Override
  public Cost cost() {
    return summary.cost();
  }

  @Override
  public String errorMethod() {
    return summary.errorMethod();
  }

  private final class WalkedState extends PackedState {
    private final Neurons there;
    private final Tape.Step step;
    private final double tau;
    private final double[] errorOfA;
    private final double[] errorOfW;
    private LineForces forces;

    WalkedState(double time, Neurons there, Tape.Step step, double tau) {
      super(setup.problem, time, there.packed());
      this.there = there;
      this.step = step;
      this.tau = tau;
      errorOfA = errors.ofA(time);
      errorOfW = errors.ofW(time);
    }

    @Override
    public double gate(int neuron, int sample) {
      KinkLines lines = setup.lines;
      int line = lines.lineOf(sample);
      if (line < 0) {
        return setup.slope;
      }
      boolean along = lines.coefficient(sample) > 0;
      int side = there.side(neuron, line);
      if (side != 0) {
        return side > 0 == along ? 1 : setup.slope;
      }
      double theta = heldGate(neuron, line);
      return along ? theta : 1 + setup.slope - theta;
    }

    private synchronized double heldGate(int neuron, int line) {
      if (step == null) {
        throw new IllegalStateException("a run without steps has no gates on kinks");
      }
      if (forces == null) {
        forces = new LineForces(setup, basis, 1);
        forces.set(step.residuals(), step.length());
      }
      byte[] row = there.row(neuron, setup.lineCount);
      Pattern pattern = Pattern.of(setup.lines, setup.slope, new byte[][] {row});
      double[] gates = HeldLines.gates(forces.at(tau), pattern, 0);
      return gates[there.held[neuron].indexOf(line)];
    }

    @Override
    public double errorOfA(int neuron) {
      return errorOfA[neuron];
    }

    @Override
    public double errorOfW(int neuron) {
      return errorOfW[neuron];
    }
  }
}
