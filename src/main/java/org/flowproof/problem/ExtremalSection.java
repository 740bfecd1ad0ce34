package org.flowproof.problem;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.flowproof.problem.yaml.StrictMap;
import org.flowproof.problem.yaml.StrictValue;

/** Reads the section {@code extremal} of a case file. */
final class ExtremalSection {
  private ExtremalSection() {}

  static ExpectedExtremal read(StrictMap section, int samples) {
    section.allow(CaseKeys.EXTREMAL);
    Map<String, ExpectedExtremal.Kind> kinds = new LinkedHashMap<>();
    for (ExpectedExtremal.Kind kind : ExpectedExtremal.Kind.values()) {
      kinds.put(kind.word(), kind);
    }
    List<ExpectedExtremal.Vector> vectors = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (StrictValue item : section.list("vectors")) {
      StrictMap map = item.map().allow(CaseKeys.EXTREMAL_VECTORS);
      StrictValue signs = map.get("signs");
      if (!signs.text().matches("[-+0]{" + samples + "}")) {
        throw signs.refuse(
            "signs '" + signs.text() + "'", samples + " characters, each +, - or 0, in quotes");
      }
      if (!seen.add(signs.text())) {
        throw signs.refuse("the signs " + signs.text() + " twice", "each cone once");
      }
      vectors.add(new ExpectedExtremal.Vector(map.choice("kind", kinds), signs.text()));
    }
    return new ExpectedExtremal((int) section.get("cones").integer(1, Integer.MAX_VALUE), vectors);
  }
}
