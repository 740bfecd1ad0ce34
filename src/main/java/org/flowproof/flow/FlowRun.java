package org.flowproof.flow;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.flowproof.flow.Trajectory.NonUniqueness;
import org.flowproof.flow.Trajectory.StopReason;
import org.flowproof.problem.Dynamics;
import org.flowproof.problem.Network;
import org.flowproof.problem.Problem;
import org.hipparchus.exception.MathRuntimeException;

/**
 * One run at one tolerance: segments of constant pattern, each ended by an event. Used once, by one
 * thread.
 */
final class FlowRun implements StepEngine.Watcher {
  /** Time spans below this many units in the last place of the end time are not integrated. */
  private static final double SHORTEST_SPAN = 2000;

  private static final double CLEAR_OF_KINK = 1e-11;

  /** Accepted steps after which a leg ends, so that a run is never long out of reach. */
  private static final int LEG = 10;

  /** Halvings that place an early end inside a step. */
  private static final int BISECTIONS = 40;

  private final Dynamics.StopRule stop;
  private final FlowField field;
  private final StepEngine engine;
  private final EarlyEnd early;
  private final StepAudit audit;
  private final KinkEvents kinks;
  private final Pieces pieces = new Pieces();
  private final int patience;
  private double time;
  private double[] y;
  private double step = -1;
  private int standing;
  private int legSteps;
  private long accepted;
  private StopReason reason;
  private Failure broken;
  private DensePiece pendingPiece;
  private Happening pending;

  /**
   * Prepares a run.
   *
   * @param tolerance relative, per neuron
   * @param stop when to end
   */
  FlowRun(Problem problem, KinkLines lines, double tolerance, Dynamics.StopRule stop) {
    this.stop = stop;
    field = new FlowField(problem, lines);
    boolean both = problem.network().trained() == Network.Trained.BOTH;
    engine = new StepEngine(field, problem.network().width(), both, tolerance, stop.evaluations());
    early =
        new EarlyEnd(stop.gradientNorm(), new LossRule(problem, stop.loss())::metAt, BISECTIONS);
    double noise = Math.max(1e-12, 64 * tolerance);
    int m = problem.network().width();
    audit = new StepAudit(field, m, lines, Math.max(1e-11, 30 * tolerance), noise);
    kinks = new KinkEvents(problem, field, lines, noise);
    patience = 100 + 4 * m * kinks.lineCount();
    y = new double[field.dimension()];
    System.arraycopy(problem.initial().a().toArray(), 0, y, 0, m);
    System.arraycopy(problem.initial().w().toRowMajor(), 0, y, m, y.length - m);
    kinks.start(y);
    endAtFirstEvent();
    if (!ended() && early.atStart(y)) {
      reason = StopReason.LOSS;
    }
  }

  /** Runs to the end. */
  FlowResult run() {
    while (!ended()) {
      advance();
    }
    return result();
  }

  /** Whether the run is over. */
  boolean ended() {
    return reason != null;
  }

  /** The time reached. */
  double time() {
    return time;
  }

  /** Ends the run where it is. */
  void interrupt() {
    if (!ended()) {
      reason = StopReason.INTERRUPTED;
    }
  }

  /** Where the run went so far, without the last point. */
  Pieces pieces() {
    return pieces;
  }

  /** The number of accepted steps so far. */
  long steps() {
    return accepted;
  }

  long evaluations() {
    return engine.evaluations();
  }

  /** The events so far in order of time, those at one time as they were found; a view. */
  List<Event> events() {
    return kinks.found();
  }

  Optional<NonUniqueness> nonUniqueness() {
    return kinks.nonUniqueness();
  }

  /** Why the run ended; null while it goes on. */
  StopReason stopReason() {
    return reason;
  }

  /** Why the run broke off before its stop rule was met, when it did. */
  Optional<Failure> failure() {
    return broken != null
        ? Optional.of(broken)
        : Optional.ofNullable(reason).flatMap(r -> Failure.of(r, time));
  }

  /** Writes all that the rest of the run depends on; dense output is not part of it. */
  void save(DataOutput out) throws IOException {
    out.writeDouble(time);
    ExactNumbers.write(out, y);
    out.writeDouble(step);
    out.writeInt(standing);
    out.writeBoolean(early.slow().armed());
    out.writeLong(accepted);
    out.writeLong(engine.evaluations());
    kinks.save(out);
  }

  void restore(DataInput in) throws IOException {
    time = in.readDouble();
    y = ExactNumbers.read(in, y.length);
    step = in.readDouble();
    standing = in.readInt();
    early.slow().arm(in.readBoolean());
    accepted = in.readLong();
    engine.resume(in.readLong());
    kinks.restore(in);
    pieces.forgetUntil(Double.POSITIVE_INFINITY);
  }

  /** The weights at {@link #time}; not to be changed. */
  double[] state() {
    return y;
  }

  FlowResult result() {
    List<DensePiece> all = pieces.all();
    all.add(end());
    return new FlowResult(
        List.copyOf(all),
        kinks.events(),
        reason,
        kinks.nonUniqueness(),
        engine.evaluations(),
        failure());
  }

  /** A piece of length zero: where the run is. */
  DensePiece end() {
    return DensePiece.point(time, kinks.pattern(), y);
  }

  /**
   * Goes on until the next event, the end, or some accepted steps. Where this stops depends on the
   * run alone, so that a run that is saved and resumed between two calls is the same run.
   */
  void advance() {
    legSteps = 0;
    try {
      leg();
    } catch (StepEngine.LimitReached e) {
      reason = StopReason.EVALUATION_LIMIT;
    } catch (MathRuntimeException e) {
      // thrown by the library when the step size collapses or a value is not a number
      reason = StopReason.NUMERICAL_FAILURE;
      double reached = pieces.isEmpty() ? time : Math.max(time, pieces.last().end());
      broken = StepEngine.failure(e, reached);
    }
    if (!pieces.isEmpty() && pieces.last().end() > time) {
      time = pieces.last().end();
      y = pieces.last().at(time);
    }
  }

  private void leg() {
    if (stop.time() - time <= SHORTEST_SPAN * Math.ulp(stop.time())) {
      time = finish(time, y);
      reason = StopReason.END_TIME;
      return;
    }
    pending = null;
    kinks.memory().refresh(kinks.pattern());
    engine.run(kinks.pattern(), time, y, stop.time(), step, this);
    step = engine.lastStep();
    if (pending == null) {
      return;
    }
    double before = time;
    byte[] signs = kinks.memory().signs(pending.neuron());
    Switching zero = new Switching(pending, pendingPiece, field, engine, signs);
    Crossing at = Crossing.of(pending, pendingPiece, engine, zero);
    if (at.time() > pendingPiece.start()) {
      DensePiece travelled = pendingPiece.until(at.time());
      Pattern pattern = kinks.pattern();
      if (endsIn(travelled, at.state(), () -> engine.velocity(pattern, at.state()))) {
        return;
      }
      accept(travelled);
      kinks.memory().settle(travelled, CLEAR_OF_KINK);
    }
    time = at.time();
    y = at.state();
    standing = time > before ? 0 : standing + 1;
    if (standing > patience) {
      reason = StopReason.NUMERICAL_FAILURE;
      String cause = "more than " + patience + " events at one time";
      broken = new Failure(Failure.Kind.STEP_COLLAPSE, time, pending.neuron() + 1, cause);
      return;
    }
    // an event ends a step too: what has left its kink must be watched again
    kinks.memory().settle(kinks.pattern(), y, CLEAR_OF_KINK);
    kinks.apply(pending, time, y);
    endAtFirstEvent();
  }

  private void endAtFirstEvent() {
    if (stop.atFirstEvent() && kinks.eventCount() > 0) {
      reason = StopReason.EVENT;
    }
  }

  private boolean endsIn(DensePiece piece, double[] state, Supplier<double[]> velocity) {
    Optional<EarlyEnd.Place> place =
        early.in(piece, state, velocity, y -> engine.velocity(piece.pattern(), y));
    place.ifPresent(
        end -> {
          accept(piece.until(end.time()));
          reason = end.reason();
        });
    return place.isPresent();
  }

  private void accept(DensePiece piece) {
    pieces.add(piece);
    accepted++;
  }

  private double finish(double time, double[] y) {
    double h = stop.time() - time;
    if (h > 0) {
      double[] from = y.clone();
      double[] velocity = engine.velocity(kinks.pattern(), y);
      for (int i = 0; i < y.length; i++) {
        y[i] += h * velocity[i];
      }
      accept(DensePiece.straight(time, stop.time(), kinks.pattern(), from, y.clone()));
    }
    return stop.time();
  }

  @Override
  public boolean stopsAt(DensePiece piece, double[][] states, double[] endVelocity) {
    Happening first = kinks.lineCount() == 0 ? null : audit.first(piece, states, kinks.memory());
    if (first != null) {
      pending = first;
      pendingPiece = piece;
      return true;
    }
    kinks.memory().settle(piece, CLEAR_OF_KINK);
    kinks.memory().settle(piece.pattern(), states[states.length - 1], CLEAR_OF_KINK);
    if (endsIn(piece, states[states.length - 1], () -> endVelocity)) {
      return true;
    }
    accept(piece);
    return ++legSteps >= LEG;
  }
}
