package org.flowproof.report;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * How a report came about.
 *
 * @param command the command line, as typed
 * @param seeds every seed used, by name
 * @param inputs the files that were read: case, claims, data
 * @param started when the work began
 * @param root directory that input paths are shown relative to; looked at for a git commit
 */
public record Provenance(
    List<String> command, Map<String, Long> seeds, List<Path> inputs, Instant started, Path root) {
  public Provenance {
    command = List.copyOf(command);
    seeds = Map.copyOf(seeds);
    inputs = List.copyOf(inputs);
  }
}
