package org.flowproof.sweep.plan;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.flowproof.check.outcome.Ending;
import org.flowproof.check.outcome.Variation;
import org.flowproof.problem.CaseLoader;
import org.flowproof.problem.InputException;
import org.flowproof.problem.yaml.NearestName;
import org.flowproof.problem.yaml.StrictMap;
import org.flowproof.problem.yaml.StrictValue;
import org.flowproof.problem.yaml.StrictYaml;
import org.flowproof.sweep.Axis;
import org.flowproof.sweep.Refinement;
import org.flowproof.sweep.ThresholdQuestion;

/** Reads {@code cases/sweeps/<sweep>.yaml}; every key is described in docs/file-formats.md. */
public final class SweepLoader {
  /** Most points of a sweep. */
  static final long MOST_POINTS = 100_000;

  private SweepLoader() {}

  /**
   * Reads a sweep and checks each of its points.
   *
   * @param file the sweep file
   * @param quick whether the axes under {@code quick} replace those of the same name
   * @param seed used in place of every seed; the file's own when empty
   * @return the plan
   * @throws InputException when anything in it is not usable; nothing else is thrown for bad input
   */
  public static SweepPlan load(Path file, boolean quick, OptionalLong seed) {
    return load(file, quick, seed, CodeVersion.current());
  }

  /** The title alone, of a file whose points need not be looked at. */
  public static String title(Path file) {
    StrictMap top = StrictYaml.read(file).allow(SweepKeys.TOP);
    CaseLoader.id(top.get("sweep"));
    return top.text("title");
  }

  static SweepPlan load(Path file, boolean quick, OptionalLong seed, String version) {
    StrictMap top = StrictYaml.read(file).allow(SweepKeys.TOP);
    top.get("format").integer(1, 1);
    String id = CaseLoader.id(top.get("sweep"));
    String title = top.text("title");
    StrictMap sections = top.map("case");
    Map<AxisKind, StrictValue> places = axes(top, quick);
    List<SweepPlan.PlannedAxis> axes = new ArrayList<>();
    for (Map.Entry<AxisKind, StrictValue> entry : places.entrySet()) {
      axes.add(planned(entry.getKey(), entry.getValue(), sections));
    }
    refuseSharedKeys(axes, places);
    refuseTooMany(axes, top.get("axes"));
    Optional<RecoverySection> recovery =
        top.find("judge")
            .filter(judge -> judge.map().has("recovery"))
            .map(judge -> RecoverySection.read(judge.map(), sections));
    SweepPlan.Heading heading =
        new SweepPlan.Heading(
            id,
            file,
            title,
            top.text("notes", ""),
            recovery.isPresent()
                ? Set.of()
                : top.find("judge").map(SweepLoader::judge).orElse(EnumSet.allOf(Variation.class)),
            recovery.map(RecoverySection::request),
            refinement(places),
            top.find("threshold").map(value -> threshold(value.map(), axes)),
            new PublishedSection(
                    axes.stream().map(SweepPlan.PlannedAxis::axis).toList(),
                    recovery.map(RecoverySection::request))
                .read(top.list("published")),
            quick);
    return new SweepPlan(heading, sections, axes, recovery, seed, version);
  }

  private static Optional<Refinement> refinement(Map<AxisKind, StrictValue> places) {
    List<Refinement> found = new ArrayList<>();
    places.forEach(
        (kind, place) ->
            AxisValues.refinement(place)
                .ifPresent(width -> found.add(new Refinement(kind.axis(), width))));
    return found.stream().findFirst();
  }

  /** The axes in force, in the order of {@code axes}. */
  private static Map<AxisKind, StrictValue> axes(StrictMap top, boolean quick) {
    Map<AxisKind, StrictValue> axes = new LinkedHashMap<>(named(top.map("axes")));
    if (axes.isEmpty()) {
      throw top.get("axes").refuse("no axes", "at least one of " + names());
    }
    Map<AxisKind, StrictValue> replaced = new LinkedHashMap<>();
    top.find("quick").ifPresent(value -> replaced.putAll(named(value.map())));
    replaced.forEach(
        (kind, value) -> {
          if (!axes.containsKey(kind)) {
            throw value.refuse(
                "no such axis to replace",
                "one of " + String.join(", ", axes.keySet().stream().map(AxisKind::axis).toList()));
          }
          // read at any rate: a fault in it should not wait for --quick
          AxisValues.read(value, kind);
        });
    if (quick) {
      if (replaced.isEmpty()) {
        throw top.refuse("no quick version", "'quick:' with the axes to replace");
      }
      axes.putAll(replaced);
    }
    return axes;
  }

  private static Map<AxisKind, StrictValue> named(StrictMap map) {
    Map<AxisKind, StrictValue> axes = new LinkedHashMap<>();
    map.allow(AxisKind.names())
        .entries()
        .forEach((name, value) -> axes.put(AxisKind.named(name).orElseThrow(), value));
    return axes;
  }

  private static String names() {
    return String.join(", ", AxisKind.names());
  }

  private static SweepPlan.PlannedAxis planned(
      AxisKind kind, StrictValue place, StrictMap sections) {
    List<StrictValue> values = AxisValues.read(place, kind);
    List<String> keys = kind.keys().stream().filter(key -> hasHome(sections, key)).toList();
    if (keys.isEmpty()) {
      throw place.refuse(
          "sets " + String.join(" and ", kind.keys()) + ", for which the case has no section",
          "an axis that fits the case");
    }
    return new SweepPlan.PlannedAxis(
        new Axis(kind.axis(), keys, values.stream().map(v -> AxisValues.value(v, kind)).toList()),
        values);
  }

  /** Whether the maps that a key lies in are there; the key itself need not be. */
  private static boolean hasHome(StrictMap sections, String key) {
    StrictMap at = sections;
    String[] parts = key.split("\\.", -1);
    for (int i = 0; i < parts.length - 1; i++) {
      Optional<StrictValue> next = at.find(parts[i]).filter(StrictValue::isMap);
      if (next.isEmpty()) {
        return false;
      }
      at = next.get().map();
    }
    return !at.has("given");
  }

  private static void refuseSharedKeys(
      List<SweepPlan.PlannedAxis> axes, Map<AxisKind, StrictValue> places) {
    Map<String, String> setBy = new LinkedHashMap<>();
    for (SweepPlan.PlannedAxis planned : axes) {
      Axis axis = planned.axis();
      for (String key : axis.keys()) {
        String earlier = setBy.putIfAbsent(key, axis.name());
        if (earlier != null) {
          throw places
              .get(AxisKind.named(axis.name()).orElseThrow())
              .refuse("sets " + key + " like the axis '" + earlier + "'", "one axis for each key");
        }
      }
    }
  }

  private static void refuseTooMany(List<SweepPlan.PlannedAxis> axes, StrictValue place) {
    long count = 1;
    for (SweepPlan.PlannedAxis axis : axes) {
      count *= axis.places().size();
      if (count > MOST_POINTS) {
        throw place.refuse("more than " + MOST_POINTS + " points", "a coarser grid");
      }
    }
  }

  /** All of them, except those that are switched off. */
  private static Set<Variation> judge(StrictValue value) {
    StrictMap judge = value.map().allow(SweepKeys.JUDGE);
    Set<Variation> wanted = EnumSet.allOf(Variation.class);
    wanted.removeIf(variation -> !judge.bool(variation.key(), true));
    return wanted;
  }

  private static ThresholdQuestion threshold(StrictMap map, List<SweepPlan.PlannedAxis> axes) {
    map.allow(SweepKeys.THRESHOLD);
    List<String> numeric =
        axes.stream()
            .map(SweepPlan.PlannedAxis::axis)
            .filter(Axis::isNumeric)
            .map(Axis::name)
            .toList();
    StrictValue axis = map.get("axis");
    if (!numeric.contains(axis.text())) {
      throw axis.refuse(
          "not a numeric axis of this sweep: '" + axis.text() + "'",
          "one of " + String.join(", ", numeric),
          NearestName.of(axis.text(), numeric));
    }
    StrictValue share = map.get("share");
    if (share.positive() >= 1) {
      throw share.refuse("out of range: " + share.decimal().text(), "a share between 0 and 1");
    }
    return new ThresholdQuestion(axis.text(), map.choice("ending", endings()), share.number());
  }

  /** The words of endings that are known. */
  static List<String> decided() {
    return List.copyOf(endings().keySet());
  }

  private static Map<String, String> endings() {
    Map<String, String> words = new LinkedHashMap<>();
    for (Ending ending : Ending.values()) {
      words.put(ending.name(), ending.name());
    }
    words.remove(Ending.UNKNOWN.name());
    return words;
  }
}
