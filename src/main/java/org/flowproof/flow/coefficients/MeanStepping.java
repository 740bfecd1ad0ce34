package org.flowproof.flow.coefficients;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.flowproof.flow.Event;
import org.flowproof.flow.Failure;
import org.flowproof.flow.coefficients.KinkSearch.Meeting;

/**
 * Long descents whose neurons hop about kinks. A neuron for which both sides of a kink push towards
 * it crosses it for ever, in steps that fade; its distance from the kink stays below such a step.
 * From where steps are small it is taken to be on the kink, with the gate that keeps it there, and
 * the step is part of its numerical error. What crosses a kink for good does so where the flow
 * through the iterates has it cross, off by an iteration and by the error.
 */
final class MeanStepping {
  /** Change of a margin in one iteration below which neurons are followed in the mean. */
  private static final double SMALL = 1e-3;

  /** Iterations after which they are at the latest, and at the earliest. */
  private static final double LATEST = 5e4;

  private static final double EARLIEST = 1e4;

  /** Iterations times pairs of a neuron and a sample after which they are between these two. */
  private static final double WORK = 2e7;

  /** Share of the clock by which a change of sides may be off before the neuron is lost. */
  private static final double LONG = 0.1;

  private final CoefficientModel model;
  private final GateWatch watch;
  private final Switches switches;
  private final KinkSearch search;

  MeanStepping(CoefficientModel model, GateWatch watch, Switches switches) {
    this.model = model;
    this.watch = watch;
    this.switches = switches;
    search = new KinkSearch(model);
  }

  /** Whether what hops may be followed in the mean from a position on. */
  boolean due(Position from, double[] pulls) {
    double pairs = (double) model.m * model.n;
    return from.clock() >= Math.max(EARLIEST, Math.min(LATEST, WORK / pairs))
        && from.frozen().reach(pulls) < SMALL;
  }

  /** To the same place with all neurons held that kinks have captured; empty without any. */
  Optional<Part> captured(Position from) {
    Frozen frozen = from.frozen();
    double[] pulls = model.pulls(from.margins());
    if (Arrays.stream(pulls).min().orElse(0) == 0) {
      return Optional.empty();
    }
    Draft draft = new Draft(from);
    List<Event> events = new ArrayList<>();
    for (int j = 0; j < model.m; j++) {
      boolean[] on = near(from, j, pulls);
      double[] gates = balanced(frozen, frozen.gates, j, on, pulls);
      for (int k = 0; k < model.n; k++) {
        if (on[k] && KinkBalance.holds(model, gates[k])) {
          draft.hold(j, k);
          events.add(captured(from, j, k));
        }
      }
    }
    if (events.isEmpty() || !draft.independent()) {
      return Optional.empty();
    }
    Position to = draft.begin();
    return Optional.of(new Part(from, to, List.copyOf(events), List.of(), clock -> to));
  }

  private Event captured(Position at, int j, int k) {
    int way = at.frozen().sides[j * model.n + k] > 0 ? -1 : 1;
    return event(at, j, k, Event.Kind.SLIDE_START, way, 1);
  }

  /** The kinks that attract a neuron and are within one of its steps, those it is held on too. */
  private boolean[] near(Position at, int j, double[] pulls) {
    int n = model.n;
    Frozen frozen = at.frozen();
    boolean[] on = new boolean[n];
    for (int k = 0; k < n; k++) {
      if (frozen.sides[j * n + k] == Frozen.HELD) {
        on[k] = true;
      } else if (KinkBalance.attracts(model, j, k)) {
        double u = Math.abs(frozen.preactivation(j, k, at.alpha()));
        on[k] = u <= Math.abs(model.pace * model.a[j]) * step(frozen, j, k, pulls);
      }
    }
    return on;
  }

  /** How far one iteration may move a preactivation, per unit of {@code pace abs(a)}. */
  private double step(Frozen frozen, int j, int k, double[] pulls) {
    double step = 0;
    for (int l = 0; l < model.n; l++) {
      double gate = l == k ? 1 : frozen.gates[j * model.n + l];
      step += Math.abs(model.signed[k * model.n + l]) * gate * pulls[l];
    }
    return step;
  }

  /** The gates of a neuron with those balanced whose kinks it is on. */
  private double[] balanced(Frozen frozen, double[] from, int j, boolean[] on, double[] pulls) {
    double[] gates = Arrays.copyOfRange(from, j * model.n, (j + 1) * model.n);
    for (int k = 0; k < model.n; k++) {
      if (on[k] && frozen.sides[j * model.n + k] == Frozen.HELD) {
        gates[k] = frozen.holdings.gated(j, k, pulls) / pulls[k];
      }
    }
    KinkBalance.settle(model, gates, on, pulls);
    return gates;
  }

  /** What happens first on a leg. */
  List<Meeting> first(Position from, Leg leg) {
    return search.first(from, leg);
  }

  /** A leg to the iterate at which pairs meet kinks, and what they do there. */
  Part meeting(Position from, Leg leg, List<Meeting> meetings) {
    double place = meetings.stream().mapToDouble(Meeting::place).min().orElseThrow();
    double clock = Math.max(from.clock(), Math.floor(leg.clock(place)));
    // the cost of the leg counts when no time passes too, so that such a run ends at its limit
    Position reached = leg.at(model, clock);
    double[] pulls = model.pulls(reached.margins());
    Map<Integer, List<Meeting>> byNeuron = new LinkedHashMap<>();
    for (Meeting meeting : meetings) {
      byNeuron.computeIfAbsent(meeting.neuron(), j -> new ArrayList<>()).add(meeting);
    }
    Draft draft = new Draft(reached);
    List<Event> events = new ArrayList<>();
    List<Failure> failures = new ArrayList<>();
    for (Map.Entry<Integer, List<Meeting>> one : byNeuron.entrySet()) {
      turn(draft, one.getKey(), one.getValue(), pulls, events, failures);
    }
    if (!draft.independent()) {
      return Part.failed(
          model,
          from,
          meetings.get(0).neuron() + 1,
          "it is held on the kinks of dependent samples");
    }
    Position to = draft.begin();
    return new Part(
        from, to, List.copyOf(events), List.copyOf(failures), there -> leg.at(model, there));
  }

  private void turn(
      Draft draft,
      int j,
      List<Meeting> meetings,
      double[] pulls,
      List<Event> events,
      List<Failure> failures) {
    int n = model.n;
    Position reached = draft.reached;
    Frozen frozen = reached.frozen();
    boolean[] on = near(reached, j, pulls);
    for (Meeting meeting : meetings) {
      int k = meeting.sample();
      if (frozen.sides[j * n + k] == Frozen.HELD) {
        on[k] = false;
        draft.cross(j, k, meeting.direction(), frozen.holdings.hopsOfPulled(j, k, pulls));
        events.add(event(reached, j, k, Event.Kind.SLIDE_END, meeting.direction(), 1));
      } else {
        on[k] = KinkBalance.attracts(model, j, k);
        double off = watch.error(reached, j, k);
        double speed = Math.abs(watch.velocity(frozen, j, k, frozen.gates[j * n + k], pulls));
        double late = 1 + (off == 0 ? 0 : off / speed);
        double kick = late * (1 - model.slope) * pulls[k];
        if (on[k]) {
          // a kink that pulls from both sides takes back what is more than the error and a step
          double most = off / Math.abs(model.pace * model.a[j]) + step(frozen, j, k, pulls);
          kick = Math.min(kick, most / model.signed[k * n + k]);
        } else if (late > LONG * (1 + reached.clock())) {
          failures.add(doubt(reached, j, k));
          kick = Math.min(kick, LONG * reached.clock() * pulls[k]);
        }
        draft.cross(j, k, meeting.direction(), kick);
        events.add(event(reached, j, k, Event.Kind.SWITCH, meeting.direction(), late));
      }
    }
    double[] gates = balanced(frozen, draft.gates, j, on, pulls);
    for (int k = 0; k < n; k++) {
      boolean before = frozen.sides[j * n + k] == Frozen.HELD;
      if (on[k] && KinkBalance.holds(model, gates[k])) {
        draft.hold(j, k);
        if (!before) {
          events.add(captured(reached, j, k));
        }
      } else if (on[k] && before) {
        int way = gates[k] > 0.5 * (1 + model.slope) ? 1 : -1;
        draft.cross(j, k, way, frozen.holdings.hopsOfPulled(j, k, pulls));
        events.add(event(reached, j, k, Event.Kind.SLIDE_END, way, 1));
      }
    }
  }

  private Event event(Position at, int j, int k, Event.Kind kind, int way, double off) {
    return new Event(model.time(at.clock()), j + 1, k + 1, kind, way, model.time(off));
  }

  private Failure doubt(Position at, int j, int k) {
    return new Failure(
        Failure.Kind.LOST_ACCURACY,
        model.time(at.clock()),
        j + 1,
        "when it changes sides at sample " + (k + 1) + " is within the numerical error");
  }

  /** The sides of the next stretch. */
  private final class Draft {
    private final Position reached;
    private final double[] gates;
    private final byte[] sides;
    private final double[] kicks;

    Draft(Position reached) {
      this.reached = reached;
      gates = reached.frozen().gates.clone();
      sides = reached.frozen().sides.clone();
      kicks = new double[sides.length];
    }

    void hold(int j, int k) {
      gates[j * model.n + k] = 0;
      sides[j * model.n + k] = Frozen.HELD;
      kicks[j * model.n + k] = 0;
    }

    /** On a side from here on. */
    void cross(int j, int k, int side, double off) {
      gates[j * model.n + k] = side > 0 ? 1 : model.slope;
      sides[j * model.n + k] = (byte) side;
      kicks[j * model.n + k] = off;
    }

    boolean independent() {
      int n = model.n;
      for (int j = 0; j < model.m; j++) {
        int first = j * n;
        int[] samples =
            IntStream.range(0, n).filter(k -> sides[first + k] == Frozen.HELD).toArray();
        boolean known =
            reached
                .frozen()
                .holdings
                .of(j)
                .filter(h -> Arrays.equals(h.samples, samples))
                .isPresent();
        if (samples.length > 0 && !known && HeldKinks.of(model, samples).isEmpty()) {
          return false;
        }
      }
      return true;
    }

    Position begin() {
      return switches.begin(reached, gates, sides, kicks, true, true);
    }
  }
}
