package org.flowproof.sweep.recovery;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.flowproof.sweep.AxisValue;
import org.flowproof.sweep.PointResult;
import org.flowproof.sweep.Refinement;

/**
 * Two points along an axis between which the class changes; those in between, if any, are not
 * known.
 *
 * @param rule by which results are classed
 * @param with the other coordinates
 * @param before class on the lower side
 * @param after class on the upper side
 * @param from last value of the class before
 * @param to first value of the class after
 */
public record Border(
    Rule rule, Map<String, AxisValue> with, String before, String after, double from, double to) {
  /** The axis that maps of recovery are along. */
  public static final String AXIS = "ratio";

  public Border {
    with = Map.copyOf(with);
  }

  /** All of them along an axis, line by line. */
  public static List<Border> of(List<PointResult> results, String axis, Rule rule) {
    List<Border> borders = new ArrayList<>();
    for (List<PointResult> line : Refinement.lines(results, axis).values()) {
      Optional<String> before = Optional.empty();
      double from = 0;
      for (PointResult result : line) {
        Optional<String> here = rule.classOf(result);
        double at = result.point().number(axis);
        if (here.isPresent()) {
          if (before.isPresent() && !before.equals(here)) {
            Map<String, AxisValue> with = new LinkedHashMap<>(result.point().values());
            with.remove(axis);
            borders.add(new Border(rule, with, before.get(), here.get(), from, at));
          }
          before = here;
          from = at;
        }
      }
    }
    return borders;
  }
}
