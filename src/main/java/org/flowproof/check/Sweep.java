package org.flowproof.check;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.flowproof.flow.Failure;
import org.flowproof.flow.Trajectory;
import org.flowproof.formula.IndexKind;
import org.flowproof.formula.NoValueException;
import org.flowproof.formula.Truth;

/** Reads a conclusion at all times of a grid for all values of the indices, then more closely. */
final class Sweep {
  /** Each halves the distance to the neighbouring times on both sides. */
  private static final int REFINING_ROUNDS = 5;

  private static final int POINTS_AT_EDGE = 3;

  /** Ends of ranges are read this close: a bound may have a pole just there. */
  private static final double NEAR_EDGE = 1e-6;

  private static final int NOT_ON_GRID = -1;

  private final List<ObligationReader> readers;
  private final List<Map<String, Integer>> instances;
  private final RangeTest range;
  private final double[] times;
  private final ToIntFunction<IndexKind> sizes;
  private final double cut;
  private final Trajectory trajectory;
  private final Map<String, IndexKind> generic;
  private final LostNeurons lost;
  private final Sampling sampling;
  private final Tally tally;
  private final Set<Double> timesRead = new HashSet<>();
  private final Place[] smallest;
  private final int[] smallestReader;
  private boolean cutShort;
  private boolean afterLoss;
  private boolean goesOn;

  Sweep(
      List<ObligationReader> readers,
      Map<String, IndexKind> generic,
      List<Map<String, Integer>> instances,
      RangeTest range,
      TimeGrid grid,
      Trajectory trajectory,
      Sampling sampling) {
    this.readers = readers;
    this.generic = generic;
    this.instances = instances;
    this.range = range;
    this.times = grid.times().toArray();
    this.trajectory = trajectory;
    this.sampling = sampling;
    this.tally = new Tally();
    this.sizes = IndexValues.sizes(trajectory.problem());
    this.lost = new LostNeurons(trajectory);
    this.cut =
        trajectory.failures().stream()
            .filter(Failure::spoilsTheRest)
            .mapToDouble(Failure::time)
            .min()
            .orElse(Double.POSITIVE_INFINITY);
    this.smallest = new Place[times.length];
    this.smallestReader = new int[times.length];
  }

  void run() {
    Truth[] before = new Truth[instances.size()];
    boolean[] lost = new boolean[instances.size()];
    Arrays.fill(before, Truth.FALSE);
    // times outside, so that values shared by the instances are computed once
    for (int i = 0; i < times.length; i++) {
      for (int instance = 0; instance < before.length; instance++) {
        if (!lost[instance]) {
          try {
            before[instance] = step(instances.get(instance), i, before[instance]);
          } catch (NoValueException e) {
            lost[instance] = true;
            addOpen("the range has no value: " + e.getMessage(), times[i], instances.get(instance));
          }
        }
      }
    }
    for (int instance = 0; instance < before.length; instance++) {
      goesOn |= !lost[instance] && range.goesOn(instances.get(instance), trajectory);
    }
    refine(sampling.refinements());
    tally.close();
  }

  /** Reads one instance at one time of the grid, given whether the time before was in its range. */
  private Truth step(Map<String, Integer> instance, int i, Truth before) {
    Truth now = range.contains(instance, times[i]);
    if (times[i] >= cut) {
      cutShort |= now != Truth.FALSE;
      return before;
    }
    if (i > 0 && before == Truth.TRUE && now != Truth.TRUE) {
      readToEdge(instance, times[i - 1], times[i]);
    } else if (i > 0 && before == Truth.FALSE && now == Truth.TRUE && times[i - 1] > 0) {
      readToEdge(instance, times[i], times[i - 1]);
    }
    if (now == Truth.TRUE) {
      read(instance, times[i], i);
    } else if (now == Truth.UNDECIDED && before == Truth.UNDECIDED) {
      // one time may fall on the end of the range; two in a row mean that the end is not known
      addOpen("the range is within the numerical error", times[i], instance);
    }
    return now;
  }

  private void addOpen(String reason, double time, Map<String, Integer> instance) {
    tally.addOpen(new Place(Reading.truth(Reading.Outcome.OPEN, reason), time, instance));
  }

  private void readToEdge(Map<String, Integer> instance, double inside, double other) {
    double edge = range.edge(instance, inside, other);
    for (int i = 0; i < POINTS_AT_EDGE; i++) {
      double time = inside + (edge - inside) * TimeGrid.fraction(i, POINTS_AT_EDGE);
      read(instance, time, NOT_ON_GRID);
    }
    double nearly = edge + (other < inside ? 1 : -1) * NEAR_EDGE * edge;
    if (nearly > inside == edge > inside) {
      read(instance, nearly, NOT_ON_GRID);
    }
  }

  private void read(Map<String, Integer> instance, double time, int gridIndex) {
    timesRead.add(time);
    afterLoss |= trajectory.nonUniqueness().map(n -> time > n.time()).orElse(false);
    for (int reader = 0; reader < readers.size(); reader++) {
      Obligation obligation = readers.get(reader).obligation();
      for (Map<String, Integer> indices : IndexValues.all(instance, obligation.bound(), sizes)) {
        Place place = place(readers.get(reader), indices, time);
        tally.add(reader, place);
        if (gridIndex != NOT_ON_GRID && canRefine(place)) {
          Place least = smallest[gridIndex];
          if (least == null || place.reading().margin() < least.reading().margin()) {
            smallest[gridIndex] = place;
            smallestReader[gridIndex] = reader;
          }
        }
      }
    }
  }

  private Place place(ObligationReader reader, Map<String, Integer> indices, double time) {
    Reading reading = reader.read(indices, time);
    return new Place(
        lost.judged(reading, time, indices, generic, reader.obligation().bound()), time, indices);
  }

  private static boolean canRefine(Place place) {
    return place.reading().measured() && place.reading().outcome() == Reading.Outcome.HOLDS;
  }

  /** Looks more closely around the smallest local minima of the margin. */
  private void refine(int howMany) {
    IntStream.range(0, smallest.length)
        .filter(this::isLocalMinimum)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> smallest[i].reading().margin()))
        .limit(howMany)
        .forEach(this::refineAround);
  }

  private boolean isLocalMinimum(int i) {
    return smallest[i] != null && marginAt(i) <= marginAt(i - 1) && marginAt(i) <= marginAt(i + 1);
  }

  private double marginAt(int i) {
    return i < 0 || i >= smallest.length || smallest[i] == null
        ? Double.POSITIVE_INFINITY
        : smallest[i].reading().margin();
  }

  private void refineAround(int i) {
    ObligationReader reader = readers.get(smallestReader[i]);
    Map<String, Integer> indices = smallest[i].indices();
    // not before the first time after 0: the margin of a bound that is tight at 0 vanishes there
    double left = i > 1 && smallest[i - 1] != null ? times[i - 1] : times[i];
    double right = i + 1 < times.length && smallest[i + 1] != null ? times[i + 1] : times[i];
    double centre = times[i];
    double least = smallest[i].reading().margin();
    for (int round = 0; round < REFINING_ROUNDS; round++) {
      double[] halves = {left + (centre - left) / 2, centre + (right - centre) / 2};
      double found = centre;
      for (double time : halves) {
        timesRead.add(time);
        Place place = place(reader, indices, time);
        tally.add(smallestReader[i], place);
        if (canRefine(place) && place.reading().margin() < least) {
          least = place.reading().margin();
          found = time;
        }
      }
      left = found == halves[1] ? centre : found == halves[0] ? left : halves[0];
      right = found == halves[0] ? centre : found == halves[1] ? right : halves[1];
      centre = found;
    }
  }

  Tally tally() {
    return tally;
  }

  /** How many different times were read. */
  int timesRead() {
    return timesRead.size();
  }

  /** Whether the range reaches times that a failure has spoilt. */
  boolean cutShort() {
    return cutShort;
  }

  /** Whether anything was read after a loss of uniqueness. */
  boolean afterLoss() {
    return afterLoss;
  }

  /** Whether the range goes on after the end of the run. */
  boolean goesOn() {
    return goesOn;
  }
}
