package org.flowproof.sweep;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * A sweep with the results that are there.
 *
 * @param id the path of the sweep file below {@code cases/} without extension
 * @param title one line of plain text
 * @param notes plain text; may be empty
 * @param axes in the order of the file; the last one moves fastest
 * @param threshold what the sweep file asks to estimate
 * @param results in the order of the points; points without a result are absent
 * @param further points between those of the axes, where the grid is refined
 */
public record SweepTable(
    String id,
    String title,
    String notes,
    List<Axis> axes,
    Optional<ThresholdQuestion> threshold,
    List<PointResult> results,
    int further) {
  /** A table of a grid that is not refined. */
  public SweepTable(
      String id,
      String title,
      String notes,
      List<Axis> axes,
      Optional<ThresholdQuestion> threshold,
      List<PointResult> results) {
    this(id, title, notes, axes, threshold, results, 0);
  }

  public SweepTable {
    axes = List.copyOf(axes);
    results = List.copyOf(results);
  }

  /**
   * An axis by its name.
   *
   * @throws NoSuchElementException when there is none
   */
  public Axis axis(String name) {
    return axes.stream()
        .filter(a -> a.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException("no axis " + name));
  }

  /** Whether the sweep has such an axis. */
  public boolean hasAxis(String name) {
    return axes.stream().anyMatch(a -> a.name().equals(name));
  }

  /** Number of points of the grid and of those further ones, with and without result. */
  public long size() {
    return axes.stream().mapToLong(a -> a.values().size()).reduce(1, Math::multiplyExact) + further;
  }

  /** Whether every point has a result. */
  public boolean isComplete() {
    return results.size() == size();
  }

  /** The last part of the id, a name for an output directory. */
  public String shortName() {
    return id.substring(id.lastIndexOf('/') + 1);
  }
}
