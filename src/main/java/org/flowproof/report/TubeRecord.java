package org.flowproof.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.flowproof.check.EnclosureResult;
import org.flowproof.check.TubeClaim;
import org.flowproof.check.TubeRun;
import org.flowproof.enclose.Tube;

/** What came of a tube, for manifests: the only place of a report that has the time it took. */
final class TubeRecord {
  private TubeRecord() {}

  static Map<String, Object> of(EnclosureResult result) {
    TubeRun run = result.run();
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("case", result.file().id());
    map.put("until", result.until());
    map.put("time", run.tube().map(Tube::end).orElse(null));
    map.put("radius", run.tube().map(Tube::radius).orElse(null));
    map.put("counts", run.counts());
    map.put("refusal", run.refusal().map(r -> r.kind().word()).orElse(null));
    map.put("limitProven", run.limit().map(TubeRun.Limit::proven).orElse(null));
    List<Map<String, Object>> claims = new ArrayList<>();
    for (TubeClaim claim : result.claims()) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("claim", claim.finding().claim().id());
      one.put("verdict", claim.finding().verdict().name());
      one.put("expected", claim.expected().map(Enum::name).orElse(null));
      claims.add(one);
    }
    map.put("claims", claims);
    map.put("surprises", result.surprises());
    map.put("tubeSeconds", run.seconds());
    map.put("claimSeconds", result.claimSeconds());
    return map;
  }
}
