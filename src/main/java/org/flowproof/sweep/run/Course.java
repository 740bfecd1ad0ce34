package org.flowproof.sweep.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.flowproof.sweep.Point;
import org.flowproof.sweep.PointResult;

/** The results of a sweep under way, counted as they come in. Used by one thread. */
final class Course {
  private final List<Point> points = new ArrayList<>();
  private final Map<Integer, PointResult> results;
  private final Map<String, List<Point>> byIdentity = new HashMap<>();
  private int before;
  private int judged;
  private int undecided;

  Course(List<Point> points, Map<Integer, PointResult> results) {
    this.results = new TreeMap<>();
    extend(points, results);
  }

  /** Takes more points, with the results that are there for them. */
  void extend(List<Point> more, Map<Integer, PointResult> theirs) {
    points.addAll(more);
    results.putAll(theirs);
    for (Point point : more) {
      byIdentity.computeIfAbsent(point.identity(), i -> new ArrayList<>()).add(point);
    }
    undecided += (int) theirs.values().stream().filter(r -> !r.isDecided()).count();
  }

  /** All points so far. */
  List<Point> points() {
    return List.copyOf(points);
  }

  /** The results by the index of their point. */
  Map<Integer, PointResult> results() {
    return results;
  }

  /** Notes what is going to be judged, and hands it back. */
  List<Point> begin(List<Point> left) {
    Set<String> open = new HashSet<>();
    left.forEach(point -> open.add(point.identity()));
    before = (int) points.stream().filter(p -> !open.contains(p.identity())).count() - judged;
    return left;
  }

  /** Takes a result for all points of its identity. */
  void add(PointResult result) {
    for (Point point : byIdentity.get(result.point().identity())) {
      PointResult earlier = results.put(point.index(), result.at(point));
      undecided -= earlier != null && !earlier.isDecided() ? 1 : 0;
      undecided += result.isDecided() ? 0 : 1;
      judged++;
    }
  }

  Tally tally() {
    return new Tally(points.size(), before, judged, undecided);
  }
}
