package org.flowproof.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.flowproof.check.TubeRun;
import org.flowproof.enclose.Enclosure;
import org.flowproof.enclose.FlowCertifier;
import org.flowproof.enclose.Tube;
import org.flowproof.enclose.limit.LimitObstacle;
import org.flowproof.enclose.limit.LimitTheorem;
import org.flowproof.enclose.limit.TerminalCertifier;
import org.flowproof.problem.Problem;

/** Makes the tubes of {@code enclose}. */
final class FlowTubes implements TubeRun.Maker {
  private static final int DIGITS = 17;
  private static final int SHORT = 3;

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
        Optional.of(limit(enclosure.limit())),
        seconds);
  }

  private static TubeRun.Limit limit(TerminalCertifier.Outcome outcome) {
    if (outcome instanceof TerminalCertifier.Outcome.Open open) {
      LimitObstacle obstacle = open.obstacle();
      return new TubeRun.Limit(
          false, List.of("obstruction (" + obstacle.kind().text() + "): " + obstacle.text()));
    }
    LimitTheorem theorem = ((TerminalCertifier.Outcome.Proven) outcome).theorem();
    List<String> lines = new ArrayList<>();
    lines.add(
        "from t = "
            + Display.precise(theorem.from())
            + " on no neuron changes its sides; the flow converges, on a path no longer than "
            + CaseEnclosure.upward(theorem.pathLength()));
    lines.add("the loss tends to a number in " + theorem.limitLoss().text(DIGITS));
    lines.add(
        switch (theorem.interpolation()) {
          case FAILS -> "interpolation fails: the limit of the loss is positive";
          case HOLDS -> "the limit fits every label";
          case OPEN -> "whether the limit fits every label is not proven";
        });
    theorem
        .halfSamples()
        .ifPresent(
            distance ->
                lines.add(
                    "the largest distance from least squares on half the samples is in "
                        + distance.text(SHORT)));
    return new TubeRun.Limit(true, lines);
  }
}
