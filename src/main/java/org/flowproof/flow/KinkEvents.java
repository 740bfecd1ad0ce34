package org.flowproof.flow;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.flowproof.flow.Trajectory.NonUniqueness;
import org.flowproof.flow.Trajectory.NonUniqueness.Cause;
import org.flowproof.problem.Activation;
import org.flowproof.problem.Problem;
import org.flowproof.problem.Vectors;

/** Applies what the audit found: new patterns, recorded events, loss of uniqueness. */
final class KinkEvents {
  /** By time, neuron, sample. */
  static final Comparator<Event> ORDER =
      Comparator.comparingDouble(Event::time)
          .thenComparingInt(Event::neuron)
          .thenComparingInt(Event::sample);

  private static final double ROUNDING = 16 * Math.ulp(1.0);

  /** Of what numerical error can feign: exits are found only once they exceed that error. */
  private static final double TANGENTIAL = 10;

  private final Problem problem;
  private final FlowField field;
  private final KinkLines lines;
  private final SegmentMemory memory;
  private final double noise;
  private final List<Event> events = new ArrayList<>();
  private Pattern pattern;
  private NonUniqueness nonUniqueness;

  KinkEvents(Problem problem, FlowField field, KinkLines lines, double noise) {
    this.noise = noise;
    this.problem = problem;
    this.field = field;
    this.lines = lines;
    memory = new SegmentMemory(problem.network().width(), lines.count());
  }

  int lineCount() {
    return lines.count();
  }

  Pattern pattern() {
    return pattern;
  }

  SegmentMemory memory() {
    return memory;
  }

  Optional<NonUniqueness> nonUniqueness() {
    return Optional.ofNullable(nonUniqueness);
  }

  int eventCount() {
    return events.size();
  }

  /** The events so far, by time; a view, not to be changed. */
  List<Event> found() {
    return Collections.unmodifiableList(events);
  }

  void save(DataOutput out) throws IOException {
    int m = pattern.neurons();
    byte[][] sides = new byte[m][];
    for (int j = 0; j < m; j++) {
      sides[j] = pattern.sides(j);
    }
    ExactNumbers.write(out, sides);
    memory.save(out);
    SavedEvents.write(out, events);
    SavedEvents.write(out, nonUniqueness());
  }

  void restore(DataInput in) throws IOException {
    int m = pattern.neurons();
    pattern = Pattern.of(lines, pattern.slope(), ExactNumbers.read(in, m, lines.count()));
    memory.restore(in);
    events.clear();
    events.addAll(SavedEvents.read(in));
    nonUniqueness = SavedEvents.readNonUniqueness(in).orElse(null);
  }

  /** All events so far, by time, neuron, sample. */
  List<Event> events() {
    return events.stream().sorted(ORDER).toList();
  }

  /** Finds the pattern at time 0; zeros are decided exactly on the given doubles. */
  void start(double[] y) {
    int m = problem.network().width();
    int d = lines.dimension();
    double slope =
        problem.network().activation() instanceof Activation.Leaky leaky ? leaky.slope() : 0;
    byte[][] sides = new byte[m][lines.count()];
    for (int j = 0; j < m; j++) {
      for (int l = 0; l < lines.count(); l++) {
        double u = 0;
        double size = 0;
        for (int i = 0; i < d; i++) {
          double part = y[m + j * d + i] * lines.direction(l)[i];
          u += part;
          size += Math.abs(part);
        }
        if (Math.abs(u) <= ROUNDING * size) {
          double[] sample = problem.data().x().row(lines.members(l)[0]);
          u = KinkLines.exactSign(y, m + j * d, sample);
        }
        sides[j][l] = (byte) Math.signum(u);
      }
    }
    pattern = Pattern.of(lines, slope, sides);
    for (int j = 0; j < m; j++) {
      int[] zero = pattern.held(j).clone();
      if (zero.length > 0) {
        decide(j, zero, 0, y, true);
      }
    }
  }

  /** Applies a happening at its time; {@code y} is put exactly on the lines of held neurons. */
  void apply(Happening happening, double time, double[] y) {
    int j = happening.neuron();
    int l = happening.line();
    switch (happening.kind()) {
      case HIT -> hit(j, l, time, y);
      case GRAZE -> graze(j, l, time, y);
      case EXIT_PLUS -> exit(j, l, 1, time, y);
      case EXIT_MINUS -> exit(j, l, -1, time, y);
      case ESCAPE -> decide(j, pattern.held(j).clone(), time, y, false);
      case OUTPUT_FLIP -> lose(time, j, l, Cause.STARTS_ON_REPELLING_KINK);
      case REST_ENDS -> lose(time, j, l, Cause.RESTING_NEURON_MAY_LEAVE);
    }
  }

  private void hit(int j, int line, double time, double[] y) {
    int m = pattern.neurons();
    int d = lines.dimension();
    byte[] row = pattern.row(j);
    row[line] = 0;
    Pattern touched = pattern.with(j, row);
    touched.project(j, y);
    double size = 0;
    for (int i = 0; i < d; i++) {
      size += y[m + j * d + i] * y[m + j * d + i];
    }
    List<Integer> zero = new ArrayList<>();
    for (int l = 0; l < lines.count(); l++) {
      double u = 0;
      for (int i = 0; i < d; i++) {
        u += y[m + j * d + i] * lines.direction(l)[i];
      }
      if (row[l] == 0 || Math.abs(u) <= ROUNDING * Math.sqrt(size)) {
        zero.add(l);
      }
    }
    decide(j, zero.stream().mapToInt(Integer::intValue).toArray(), time, y, false);
  }

  private void graze(int j, int line, double time, double[] y) {
    field.prepare(y, pattern);
    memory.depart(j, line, 2);
    if (KinkDecision.small(field, line, noise)) {
      // both speeds are within the error: nothing can be told from a touch
      return;
    }
    record(time, j, line, Event.Kind.GRAZE, pattern.side(j, line));
    if (y[j] * field.weight(line) > 0) {
      lose(time, j, line, Cause.GRAZES_CONCAVE_KINK);
    }
  }

  private void exit(int j, int line, int side, double time, double[] y) {
    byte[] row = pattern.row(j);
    row[line] = (byte) side;
    pattern = pattern.with(j, row);
    record(time, j, line, Event.Kind.SLIDE_END, side);
    field.prepare(y, pattern);
    memory.depart(j, line, order(j, line, pattern));
  }

  /**
   * The order of the zero with which a held neuron leaves a line, after {@link FlowField#prepare}:
   * a hold that runs out ends tangentially, one that breaks because of another line does not.
   */
  private int order(int j, int line, Pattern left) {
    double[] pull = new double[lines.dimension()];
    field.pull(j, left, pull);
    double speed = Math.abs(Vectors.dot(pull, lines.direction(line)));
    return speed <= TANGENTIAL * noise * field.gross() ? 2 : 1;
  }

  private void decide(int j, int[] zero, double time, double[] y, boolean starting) {
    field.prepare(y, pattern);
    int m = pattern.neurons();
    int d = lines.dimension();
    boolean atOrigin = true;
    for (int i = 0; i < d; i++) {
      atOrigin &= y[m + j * d + i] == 0;
    }
    KinkDecision decision =
        KinkDecision.decide(field, pattern, j, y[j], zero, noise, atOrigin, starting);
    byte[] before = pattern.row(j);
    byte[] after = decision.row();
    boolean resting = pattern.silent(after);
    Pattern decided = pattern.with(j, after);
    for (int l : zero) {
      note(time, j, l, before[l], after[l], resting, starting);
      if (after[l] != 0) {
        memory.depart(j, l, before[l] == 0 && !starting && !atOrigin ? order(j, l, decided) : 1);
      } else if (before[l] != 0 || starting) {
        memory.hold(j, l, field.weight(l));
      }
    }
    pattern = decided;
    pattern.project(j, y);
    int witness = zero[0];
    for (int l : zero) {
      if (y[j] * field.weight(l) > 0) {
        witness = l;
        break;
      }
    }
    int line = witness;
    decision.ambiguity().ifPresent(cause -> lose(time, j, line, cause));
  }

  private void note(
      double time, int j, int l, int before, int after, boolean resting, boolean starting) {
    if (before == 0) {
      if (after != 0) {
        record(time, j, l, starting ? Event.Kind.LEAVE : Event.Kind.SLIDE_END, after);
      } else if (starting && !isZeroNeuron(j)) {
        // no side of arrival exists at the start; -1 by convention
        record(time, j, l, resting ? Event.Kind.STOP : Event.Kind.SLIDE_START, -1);
      }
    } else if (after == 0) {
      record(time, j, l, resting ? Event.Kind.STOP : Event.Kind.SLIDE_START, -before);
    } else if (after == before) {
      record(time, j, l, Event.Kind.GRAZE, after);
    } else {
      record(time, j, l, Event.Kind.CROSS, after);
    }
  }

  /** A neuron with all weights zero never moves: nothing happens to it. */
  private boolean isZeroNeuron(int j) {
    for (double w : problem.initial().w().row(j)) {
      if (w != 0) {
        return false;
      }
    }
    return problem.initial().a().get(j) == 0;
  }

  private void record(double time, int j, int line, Event.Kind kind, int side) {
    for (int k : lines.members(line)) {
      int direction = lines.coefficient(k) > 0 ? side : -side;
      events.add(new Event(time, j + 1, k + 1, kind, direction, 0));
    }
  }

  private void lose(double time, int j, int line, Cause cause) {
    if (nonUniqueness == null) {
      nonUniqueness = new NonUniqueness(time, j + 1, lines.members(line)[0] + 1, cause);
      memory.stopWatchingUniqueness();
    }
  }
}
