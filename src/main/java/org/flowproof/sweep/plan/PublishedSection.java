package org.flowproof.sweep.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.flowproof.check.recovery.RecoveryRequest;
import org.flowproof.problem.yaml.NearestName;
import org.flowproof.problem.yaml.StrictMap;
import org.flowproof.problem.yaml.StrictValue;
import org.flowproof.sweep.Axis;
import org.flowproof.sweep.recovery.Published;
import org.flowproof.sweep.recovery.Rule;

/** Reads the section {@code published} of a sweep file. */
final class PublishedSection {
  private final List<Axis> axes;
  private final Optional<RecoveryRequest> recovery;

  /**
   * @param axes of the sweep
   * @param recovery how runs are judged, when it is asked whether they recover a target
   */
  PublishedSection(List<Axis> axes, Optional<RecoveryRequest> recovery) {
    this.axes = axes;
    this.recovery = recovery;
  }

  List<Published> read(List<StrictValue> entries) {
    return entries.stream().map(entry -> entry(entry.map())).toList();
  }

  private Published entry(StrictMap map) {
    map.allow(SweepKeys.PUBLISHED);
    Map<String, Published.Reads> words = new LinkedHashMap<>();
    for (Published.Reads reads : Published.Reads.values()) {
      words.put(reads.name().toLowerCase(Locale.ROOT), reads);
    }
    Published.Reads reads = map.choice("reads", words);
    boolean number = reads == Published.Reads.MEAN || reads == Published.Reads.MEDIAN;
    boolean border = reads == Published.Reads.BORDER;
    need(map, "number", number);
    need(map, "verdict", reads == Published.Reads.SHARE);
    need(map, "axis", border);
    need(map, "between", border);
    if (!border && map.has("rule")) {
      throw map.get("rule").refuse("does not go with '" + map.text("reads") + "'", "no 'rule'");
    }
    if (map.has("factor") == map.has("within")) {
      throw map.refuse("what counts as agreement is not told once", "either 'factor' or 'within'");
    }
    boolean relative = map.has("factor");
    double tolerance = relative ? map.get("factor").positive() : map.get("within").nonNegative();
    if (relative && tolerance <= 1) {
      throw map.get("factor").refuse("not above 1", "a factor above 1");
    }
    return new Published(
        map.text("source"),
        reads,
        map.number("value"),
        tolerance,
        relative,
        at(map),
        number ? map.text("number") : "",
        reads == Published.Reads.SHARE ? verdict(map.get("verdict")) : "",
        border ? Optional.of(border(map)) : Optional.empty());
  }

  private static void need(StrictMap map, String key, boolean needed) {
    if (needed) {
      map.get(key);
    } else if (map.has(key)) {
      throw map.get(key).refuse("does not go with '" + map.text("reads") + "'", "no '" + key + "'");
    }
  }

  private String verdict(StrictValue value) {
    List<String> words =
        recovery.isPresent() ? List.of("RECOVERED", "OTHER") : SweepLoader.decided();
    Map<String, String> choices = new LinkedHashMap<>();
    words.forEach(word -> choices.put(word, word));
    return value.choice(choices);
  }

  private Published.WantedBorder border(StrictMap map) {
    if (recovery.isEmpty()) {
      throw map.get("reads").refuse("borders need 'judge.recovery'", "mean, median or share");
    }
    Axis axis = axis(map.get("axis"));
    if (!axis.isNumeric()) {
      throw map.get("axis").refuse("not an axis of numbers", "a numeric axis");
    }
    List<StrictValue> between = map.get("between").list();
    if (between.size() != 2) {
      throw map.get("between").refuse(between.size() + " classes", "two, the lower side first");
    }
    Map<String, Rule.Kind> kinds = new LinkedHashMap<>();
    for (Rule.Kind kind : Rule.Kind.values()) {
      kinds.put(kind.key(), kind);
    }
    Rule.Kind kind = map.find("rule").map(v -> v.choice(kinds)).orElse(Rule.Kind.VERDICT);
    need(map, "horizon", kind != Rule.Kind.VERDICT);
    Rule rule = Rule.VERDICT;
    if (kind != Rule.Kind.VERDICT) {
      double time = map.get("horizon").positive();
      rule =
          Rule.of(recovery.get()).stream()
              .filter(r -> r.kind() == kind && r.horizon().getAsDouble() == time)
              .findFirst()
              .orElseThrow(
                  () ->
                      map.get("horizon")
                          .refuse(
                              "not a horizon of the judge", "one of 'judge.recovery.horizons'"));
    }
    return new Published.WantedBorder(
        axis.name(), rule, side(between.get(0)), side(between.get(1)));
  }

  /** {@code 1} for a branch, {@code other}. */
  private static String side(StrictValue value) {
    if (value.text().equals("other")) {
      return "other";
    }
    return "branch " + value.integer(1, 1000);
  }

  private Map<String, Published.Where> at(StrictMap map) {
    Map<String, Published.Where> at = new LinkedHashMap<>();
    map.find("at")
        .ifPresent(
            given ->
                given
                    .map()
                    .allow(axes.stream().map(Axis::name).toList())
                    .entries()
                    .forEach((name, value) -> at.put(name, where(named(name), value))));
    return at;
  }

  private static Published.Where where(Axis axis, StrictValue value) {
    if (value.isMap()) {
      StrictMap bounds = value.map().allow(SweepKeys.BOUNDS);
      if (!axis.isNumeric()) {
        throw value.refuse("bounds on an axis of words", "a word");
      }
      return new Published.Where(List.of(), bound(bounds, "above"), bound(bounds, "below"));
    }
    List<StrictValue> values = value.isList() ? value.list() : List.of(value);
    List<String> texts = new ArrayList<>();
    for (StrictValue one : values) {
      texts.add(axis.isNumeric() ? one.decimal().text() : one.text());
    }
    if (texts.isEmpty()) {
      throw value.refuse("no values", "at least one");
    }
    return new Published.Where(texts, OptionalDouble.empty(), OptionalDouble.empty());
  }

  private static OptionalDouble bound(StrictMap bounds, String key) {
    return bounds.has(key) ? OptionalDouble.of(bounds.number(key)) : OptionalDouble.empty();
  }

  private Axis axis(StrictValue value) {
    List<String> names = axes.stream().map(Axis::name).toList();
    if (!names.contains(value.text())) {
      throw value.refuse(
          "not an axis of this sweep: '" + value.text() + "'",
          "one of " + String.join(", ", names),
          NearestName.of(value.text(), names));
    }
    return named(value.text());
  }

  private Axis named(String name) {
    return axes.stream().filter(a -> a.name().equals(name)).findFirst().orElseThrow();
  }
}
