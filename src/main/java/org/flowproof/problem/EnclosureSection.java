package org.flowproof.problem;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.flowproof.problem.yaml.StrictMap;
import org.flowproof.problem.yaml.StrictValue;

/** Reads the section {@code enclose} of a case file. */
final class EnclosureSection {
  private static final List<String> VERDICTS =
      List.of("ENCLOSED", "VIOLATED", "NOT_APPLICABLE", "UNKNOWN");
  private static final Map<String, ExpectedEnclosure.Limit> LIMITS =
      Map.of(
          "proven", ExpectedEnclosure.Limit.PROVEN,
          "obstruction", ExpectedEnclosure.Limit.OBSTRUCTION);

  private EnclosureSection() {}

  static ExpectedEnclosure read(StrictMap section) {
    section.allow(CaseKeys.ENCLOSE);
    Optional<StrictValue> radius = section.find("radius");
    return new ExpectedEnclosure(
        section.get("until").positive(),
        radius.isPresent() ? OptionalDouble.of(radius.get().positive()) : OptionalDouble.empty(),
        section.find("limit").map(v -> v.choice(LIMITS)),
        section.find("refused").map(v -> refused(v.map())),
        claims(section.list("claims")));
  }

  private static ExpectedEnclosure.Refused refused(StrictMap section) {
    section.allow(CaseKeys.ENCLOSE_REFUSED);
    Map<String, ExpectedEnclosure.Refused.Kind> kinds = new LinkedHashMap<>();
    for (ExpectedEnclosure.Refused.Kind kind : ExpectedEnclosure.Refused.Kind.values()) {
      kinds.put(kind.word(), kind);
    }
    return new ExpectedEnclosure.Refused(
        section.choice("kind", kinds),
        section.get("after").nonNegative(),
        section.get("before").nonNegative());
  }

  private static List<Expectation> claims(List<StrictValue> items) {
    List<Expectation> all = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    Map<String, String> verdicts = new LinkedHashMap<>();
    VERDICTS.forEach(word -> verdicts.put(word, word));
    for (StrictValue item : items) {
      StrictMap map = item.map().allow(CaseKeys.ENCLOSE_CLAIMS);
      Located claim = CheckSection.claim(map, seen);
      all.add(new Expectation(claim, map.choice("expect", verdicts), map.text("because", "")));
    }
    return all;
  }
}
