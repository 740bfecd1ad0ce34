package org.flowproof.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.flowproof.check.EnclosureResult;
import org.flowproof.problem.CaseFile;
import org.flowproof.report.EnclosuresInput;
import org.flowproof.report.Provenance;

/** What {@code enclose --report} puts into its appendix. */
final class EnclosuresReport {
  private EnclosuresReport() {}

  /**
   * The input of the appendix.
   *
   * @param results of cases whose short names differ, as these name sections
   */
  static EnclosuresInput input(
      List<EnclosureResult> results, Instant started, Surroundings surroundings) {
    Map<String, Long> seeds = new LinkedHashMap<>();
    List<Path> inputs = new ArrayList<>();
    for (EnclosureResult result : results) {
      CaseFile file = result.file();
      inputs.add(file.path());
      file.inputs().forEach(data -> inputs.add(file.path().resolveSibling(data.path())));
      file.seeds().forEach((use, seed) -> seeds.put(file.shortName() + ", " + use, seed));
    }
    return new EnclosuresInput(
        results,
        new Provenance(surroundings.command(), seeds, inputs, started, surroundings.home()));
  }
}
