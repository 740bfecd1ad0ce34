package org.flowproof.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.flowproof.check.TubeRun;
import org.flowproof.enclose.Enclosure;
import org.flowproof.enclose.FlowCertifier;
import org.flowproof.enclose.Tube;
import org.flowproof.problem.Problem;

/** Makes the tubes of {@code enclose}. */
final class FlowTubes implements TubeRun.Maker {
  @Override
  public TubeRun run(Problem problem, double until) {
    long start = System.nanoTime();
    FlowCertifier.Outcome outcome =
        FlowCertifier.enclose(problem, until, Thread.currentThread()::isInterrupted);
    double seconds = (System.nanoTime() - start) / 1e9;
    if (outcome instanceof FlowCertifier.Outcome.Unsuitable unsuitable) {
      return new TubeRun(
          Optional.empty(), Optional.of(unsuitable.reason()), Map.of(), Optional.empty(), seconds);
    }
    Enclosure enclosure = ((FlowCertifier.Outcome.Tried) outcome).enclosure();
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("steps", (long) enclosure.tube().stepCount());
    counts.put("convex kinks", (long) enclosure.kinks().convex());
    counts.put("concave kinks", (long) enclosure.kinks().concave());
    counts.put("slides", (long) enclosure.kinks().slides());
    Optional<Tube> tube =
        enclosure.tube().end() > 0 ? Optional.of(enclosure.tube()) : Optional.empty();
    return new TubeRun(
        tube,
        enclosure
            .obstacle()
            .map(o -> "at t = " + Display.precise(o.time()) + " " + o.refusal().text()),
        counts,
        Optional.empty(),
        seconds);
  }
}
