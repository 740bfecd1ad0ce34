package org.flowproof.report;

import java.util.List;
import org.flowproof.check.EnclosureResult;

/**
 * What goes into an appendix on several tubes.
 *
 * @param results one for each case, in the order of the report
 * @param provenance how to reproduce
 */
public record EnclosuresInput(List<EnclosureResult> results, Provenance provenance) {
  public EnclosuresInput {
    results = List.copyOf(results);
    if (results.isEmpty()) {
      throw new IllegalArgumentException("nothing to report");
    }
  }
}
