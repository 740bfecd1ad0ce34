package org.flowproof.sweep.plan;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.flowproof.check.outcome.Variation;
import org.flowproof.check.recovery.RecoveryRequest;
import org.flowproof.flow.choice.IntegratorChoice;
import org.flowproof.problem.CaseFile;
import org.flowproof.problem.CaseLoader;
import org.flowproof.problem.InputException;
import org.flowproof.problem.yaml.StrictMap;
import org.flowproof.problem.yaml.StrictValue;
import org.flowproof.sweep.Axis;
import org.flowproof.sweep.AxisValue;
import org.flowproof.sweep.Point;
import org.flowproof.sweep.PointResult;
import org.flowproof.sweep.Refinement;
import org.flowproof.sweep.SweepTable;
import org.flowproof.sweep.ThresholdQuestion;
import org.flowproof.sweep.recovery.Published;

/** A sweep file that was read and found sound: every point of it is a case that loads. */
public final class SweepPlan {
  private final Heading heading;
  private final StrictMap sections;
  private final List<PlannedAxis> axes;
  private final Optional<RecoverySection> recovery;
  private final OptionalLong seed;
  private final String version;
  private final List<Point> points = new ArrayList<>();

  /**
   * What a sweep file says beside cases and axes.
   *
   * @param id the path below {@code cases/} without extension
   * @param path the file, as the user named it
   * @param title one line of plain text
   * @param notes plain text; may be empty
   * @param variations the second runs of each point
   * @param recovery how runs are judged when it is asked whether they recover a target; endings are
   *     judged otherwise
   * @param refinement where the grid is to be made finer
   * @param threshold what to estimate
   * @param published what results are held against
   * @param quick whether the axes of {@code quick} are in force
   */
  public record Heading(
      String id,
      Path path,
      String title,
      String notes,
      Set<Variation> variations,
      Optional<RecoveryRequest> recovery,
      Optional<Refinement> refinement,
      Optional<ThresholdQuestion> threshold,
      List<Published> published,
      boolean quick) {}

  /**
   * An axis with the places of its values.
   *
   * @param places one for each value of the axis
   */
  record PlannedAxis(Axis axis, List<StrictValue> places) {
    /** The value as it stands in the file, or would stand if the axis had it. */
    StrictValue place(AxisValue value) {
      int at = axis.values().indexOf(value);
      return at >= 0 ? places.get(at) : places.get(0).derived(value.text());
    }
  }

  /**
   * Loads every point once, and before them the case without axes.
   *
   * @param sections of a complete case, in which the axes replace values
   * @param seed in place of every seed that is not on an axis
   * @throws InputException for the first of these that is no sound case
   */
  SweepPlan(
      Heading heading,
      StrictMap sections,
      List<PlannedAxis> axes,
      Optional<RecoverySection> recovery,
      OptionalLong seed,
      String version) {
    this.heading = heading;
    this.sections = sections;
    this.axes = List.copyOf(axes);
    this.recovery = recovery;
    this.seed = seed;
    this.version = version;
    CaseLoader.sections(sections, heading.id(), heading.title(), seed);
    int count = axes.stream().mapToInt(a -> a.places().size()).reduce(1, Math::multiplyExact);
    for (int index = 0; index < count; index++) {
      points.add(point(index, values(index)));
    }
  }

  public Heading heading() {
    return heading;
  }

  /** The axes in the order of the file. */
  public List<Axis> axes() {
    return axes.stream().map(PlannedAxis::axis).toList();
  }

  /** All points of the grid; the last axis moves fastest. */
  public List<Point> points() {
    return List.copyOf(points);
  }

  /** The code that the identities of the points name. */
  public String version() {
    return version;
  }

  /**
   * A point as the case that one would write for it.
   *
   * @throws IllegalStateException when what it reads has changed since the plan was made
   * @throws InputException when it can no longer be read
   */
  public CaseFile caseOf(Point point) {
    CaseFile file = load(point.values());
    if (!identity(file).equals(point.identity())) {
      throw new IllegalStateException("a data file changed while the sweep was running");
    }
    return file;
  }

  private Point point(int index, Map<String, AxisValue> values) {
    return new Point(index, values, identity(load(values)));
  }

  /**
   * The points to judge next to make the grid finer; none when it is fine enough, is not to be
   * refined, or when results are missing. The same results give the same points.
   *
   * @param known all points so far, those of the grid first
   * @param results by the index of their point
   */
  public List<Point> finer(List<Point> known, Map<Integer, PointResult> results) {
    if (heading.refinement().isEmpty()
        || !known.stream().allMatch(p -> results.containsKey(p.index()))) {
      return List.of();
    }
    List<PointResult> all = known.stream().map(p -> results.get(p.index())).toList();
    List<Point> next = new ArrayList<>();
    for (Map<String, AxisValue> values : heading.refinement().get().halfway(all)) {
      if (known.size() + next.size() < SweepLoader.MOST_POINTS) {
        next.add(point(known.size() + next.size(), values));
      }
    }
    return next;
  }

  /**
   * The table of results that are there, which may be in any order.
   *
   * @param known all points, those of the grid first
   */
  public SweepTable table(List<Point> known, Map<Integer, PointResult> byIndex) {
    List<PointResult> results =
        known.stream()
            .filter(point -> byIndex.containsKey(point.index()))
            .map(point -> byIndex.get(point.index()))
            .toList();
    return new SweepTable(
        heading.id(),
        heading.title(),
        heading.notes(),
        axes(),
        heading.threshold(),
        results,
        known.size() - points.size());
  }

  private String identity(CaseFile file) {
    return PointIdentity.of(file, heading.variations(), heading.recovery(), version);
  }

  private CaseFile load(Map<String, AxisValue> values) {
    StrictMap point = sections;
    for (PlannedAxis axis : axes) {
      StrictValue value = axis.place(values.get(axis.axis().name()));
      for (String key : axis.axis().keys()) {
        point = point.with(key, value);
      }
    }
    CaseFile file = CaseLoader.sections(point, heading.id(), heading.title(), seed);
    IntegratorChoice.of(file);
    recovery.ifPresent(asked -> asked.refuseUnfit(file));
    return file;
  }

  private Map<String, AxisValue> values(int index) {
    Map<String, AxisValue> values = new LinkedHashMap<>();
    for (int i = 0; i < axes.size(); i++) {
      Axis axis = axes.get(i).axis();
      values.put(axis.name(), axis.values().get(position(index, i)));
    }
    return values;
  }

  /** Where a point lies on an axis. */
  private int position(int index, int axis) {
    int below = 1;
    for (int i = axis + 1; i < axes.size(); i++) {
      below *= axes.get(i).places().size();
    }
    return index / below % axes.get(axis).places().size();
  }
}
