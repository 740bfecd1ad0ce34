package org.flowproof.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.flowproof.problem.Activation;
import org.flowproof.problem.Problem;

/** A trajectory of a flow, stored as polynomials of degree 7. */
final class FlowTrajectory implements RemembersValues {
  private final Problem problem;
  private final FlowRun.Result run;
  private final List<Event> events;
  private TrajectoryValuation values;
  private final double[] starts;
  private final double[][] errorsOfA;
  private final double[][] errorsOfW;
  private final Cost cost;
  private final String errorMethod;

  FlowTrajectory(
      Problem problem,
      FlowRun.Result run,
      List<Event> events,
      double[][] errorsOfA,
      double[][] errorsOfW,
      long evaluations,
      String errorMethod) {
    this.problem = problem;
    this.run = run;
    this.events = List.copyOf(events);
    this.errorsOfA = errorsOfA;
    this.errorsOfW = errorsOfW;
    this.errorMethod = errorMethod;
    starts = run.pieces().stream().mapToDouble(DensePiece::start).toArray();
    cost = new Cost(evaluations, run.pieces().size() - 1L, events.size());
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
    return problem;
  }

  @Override
  public double endTime() {
    return run.endTime();
  }

  @Override
  public State at(double time) {
    int index = index(time);
    DensePiece piece = run.pieces().get(index);
    double[] y = piece.at(time);
    for (int j = 0; j < piece.pattern().neurons(); j++) {
      if (piece.pattern().held(j).length > 0) {
        piece.pattern().project(j, y);
      }
    }
    return new PieceState(time, y, piece.pattern(), errorsOfA[index], errorsOfW[index]);
  }

  private int index(double time) {
    if (!(time >= 0 && time <= endTime())) {
      throw new IllegalArgumentException("time " + time + " is outside [0, " + endTime() + "]");
    }
    int lo = 0;
    int hi = starts.length - 1;
    while (lo < hi) {
      int mid = (lo + hi + 1) >>> 1;
      if (starts[mid] <= time) {
        lo = mid;
      } else {
        hi = mid - 1;
      }
    }
    return lo;
  }

  @Override
  public List<Double> stepTimes() {
    List<Double> times = new ArrayList<>();
    double previous = -1;
    for (double start : starts) {
      if (start > previous) {
        times.add(start);
        previous = start;
      }
    }
    return List.copyOf(times);
  }

  @Override
  public List<Event> events() {
    return events;
  }

  @Override
  public StopReason stopReason() {
    return run.stopReason();
  }

  @Override
  public Optional<NonUniqueness> nonUniqueness() {
    return run.nonUniqueness();
  }

  @Override
  public Cost cost() {
    return cost;
  }

  @Override
  public String errorMethod() {
    return errorMethod;
  }

  private final class PieceState extends PackedState {
    private final double[] y;
    private final Pattern pattern;
    private final double[] errorOfA;
    private final double[] errorOfW;
    private double[][] heldGates;

    PieceState(double time, double[] y, Pattern pattern, double[] errorOfA, double[] errorOfW) {
      super(problem, time, y);
      this.y = y;
      this.pattern = pattern;
      this.errorOfA = errorOfA;
      this.errorOfW = errorOfW;
    }

    @Override
    public double gate(int neuron, int sample) {
      if (problem.network().activation() instanceof Activation.Tanh) {
        return declaredGate(neuron, sample);
      }
      KinkLines lines = pattern.lines();
      int line = lines.lineOf(sample);
      if (line < 0) {
        return pattern.slope();
      }
      boolean along = lines.coefficient(sample) > 0;
      int side = pattern.side(neuron, line);
      if (side != 0) {
        return side > 0 == along ? 1 : pattern.slope();
      }
      double theta = heldGate(neuron, line);
      return along ? theta : 1 + pattern.slope() - theta;
    }

    private double heldGate(int neuron, int line) {
      double[] gates = heldGates(neuron);
      int[] held = pattern.held(neuron);
      for (int i = 0; i < held.length; i++) {
        if (held[i] == line) {
          return gates[i];
        }
      }
      throw new IllegalStateException("line " + line + " is not held");
    }

    /** The gates on held lines; one pass over the samples serves all neurons. */
    private synchronized double[] heldGates(int neuron) {
      if (heldGates == null) {
        FlowField field = new FlowField(problem, pattern.lines());
        field.prepare(y, pattern);
        heldGates = new double[pattern.neurons()][];
        for (int j = 0; j < heldGates.length; j++) {
          heldGates[j] = HeldLines.gates(field, pattern, j);
        }
      }
      return heldGates[neuron];
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
