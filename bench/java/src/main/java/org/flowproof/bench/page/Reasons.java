package org.flowproof.bench.page;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.flowproof.problem.InputException;
import org.flowproof.problem.yaml.StrictMap;
import org.flowproof.problem.yaml.StrictYaml;

/** What dominates the cost where a target is missed, as written by a person, by key of target. */
final class Reasons {
  private final Map<String, String> byKey = new LinkedHashMap<>();

  /**
   * Reads a file of {@code format: 1} and reasons by key; none are given when there is no such
   * file.
   *
   * @param keys of all targets
   * @throws InputException when a key is none of those
   */
  static Reasons read(Path file, List<String> keys) {
    Reasons reasons = new Reasons();
    if (Files.exists(file)) {
      List<String> allowed = new ArrayList<>(keys);
      allowed.add("format");
      StrictMap all = StrictYaml.read(file).allow(allowed);
      all.get("format").integer(1, 1);
      keys.forEach(key -> all.find(key).ifPresent(one -> reasons.byKey.put(key, one.text())));
    }
    return reasons;
  }

  /** The reason for a target that is missed. */
  String of(Target target) {
    return byKey.getOrDefault(target.key(), "not known yet.");
  }
}
