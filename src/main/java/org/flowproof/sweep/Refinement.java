package org.flowproof.sweep;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * Where a grid is to be made finer: between neighbours along an axis, all else equal, of which the
 * judge says different things.
 *
 * @param axis a numeric one
 * @param width neighbours closer than this, or just so close, are left as they are; above 0
 */
public record Refinement(String axis, double width) {

  /**
   * What is held against each other: the verdict, the branch, and what rules at fixed times say.
   */
  public static String kind(PointResult result) {
    Map<String, Double> told = new TreeMap<>(result.numbers());
    told.keySet().removeIf(name -> !isClass(name));
    return result.verdict() + told;
  }

  /** Whether a number only tells kinds of results apart. */
  public static boolean isClass(String name) {
    return name.equals("branch")
        || name.startsWith("horizon.")
            && (name.endsWith(".nearest") || name.endsWith(".parameters"));
  }

  /**
   * Results by their other coordinates, each list in the order of the axis; the lists in the order
   * in which their first points come.
   */
  public static Map<List<AxisValue>, List<PointResult>> lines(
      List<PointResult> results, String axis) {
    Map<List<AxisValue>, List<PointResult>> lines = new LinkedHashMap<>();
    for (PointResult result : results) {
      Map<String, AxisValue> others = new LinkedHashMap<>(result.point().values());
      others.remove(axis);
      lines.computeIfAbsent(List.copyOf(others.values()), k -> new ArrayList<>()).add(result);
    }
    lines.values().forEach(l -> l.sort(Comparator.comparingDouble(r -> r.point().number(axis))));
    return lines;
  }

  /**
   * The values of the points halfway between neighbours that differ and are not close. Points that
   * were not judged differ from nobody.
   *
   * @param results of all points so far
   */
  public List<Map<String, AxisValue>> halfway(List<PointResult> results) {
    List<Map<String, AxisValue>> found = new ArrayList<>();
    for (List<PointResult> line : lines(results, axis).values()) {
      for (int i = 1; i < line.size(); i++) {
        PointResult left = line.get(i - 1);
        PointResult right = line.get(i);
        boolean judged =
            left.status() == PointResult.Status.DONE && right.status() == PointResult.Status.DONE;
        BigDecimal from = new BigDecimal(left.point().value(axis).text());
        BigDecimal to = new BigDecimal(right.point().value(axis).text());
        if (judged
            && to.subtract(from).compareTo(new BigDecimal(width)) > 0
            && !kind(left).equals(kind(right))) {
          Map<String, AxisValue> values = new LinkedHashMap<>(left.point().values());
          BigDecimal half = from.add(to).multiply(new BigDecimal("0.5")).stripTrailingZeros();
          values.put(
              axis, new AxisValue(half.toPlainString(), OptionalDouble.of(half.doubleValue())));
          found.add(values);
        }
      }
    }
    return found;
  }
}
