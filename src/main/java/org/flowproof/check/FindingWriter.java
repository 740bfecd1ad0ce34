package org.flowproof.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.flowproof.flow.Failure;
import org.flowproof.flow.Trajectory;
import org.flowproof.proof.Claim;

/** Words the verdict on what was read. */
final class FindingWriter {
  private final Claim claim;
  private final Trajectory trajectory;
  private final Sweep sweep;
  private final TimeGrid grid;
  private final Finding.Instances instances;
  private final Optional<HypothesisTest.Result> openHypothesis;

  FindingWriter(
      Claim claim,
      Trajectory trajectory,
      Sweep sweep,
      TimeGrid grid,
      Finding.Instances instances,
      Optional<HypothesisTest.Result> openHypothesis) {
    this.claim = claim;
    this.trajectory = trajectory;
    this.sweep = sweep;
    this.grid = grid;
    this.instances = instances;
    this.openHypothesis = openHypothesis;
  }

  Finding write() {
    Tally tally = sweep.tally();
    if (tally.violation().isPresent()) {
      return finding(Verdict.VIOLATED, violated(tally.violation().get()), tally.violation());
    }
    Optional<String> unknown =
        tally
            .open()
            .map(FindingWriter::leftOpen)
            .or(() -> openHypothesis.map(HypothesisTest.Result::reason))
            .or(this::lost)
            .or(this::failed);
    if (unknown.isPresent()) {
      return finding(
          Verdict.UNKNOWN,
          unknown.get(),
          tally.open().isPresent() ? tally.open() : tally.tightest());
    }
    if (sweep.timesRead() == 0) {
      return finding(
          sweep.goesOn() ? Verdict.UNKNOWN : Verdict.NOT_APPLICABLE,
          "no time of the run, which ends at t = "
              + Numbers.text(trajectory.endTime())
              + ", lies in the range",
          Optional.empty());
    }
    if (!tally.saidSomething()) {
      return finding(
          Verdict.NOT_APPLICABLE,
          "the premise in the conclusion is met at none of " + sweep.timesRead() + " times",
          Optional.empty());
    }
    return finding(Verdict.HOLDS, "", tally.tightest());
  }

  private Finding finding(Verdict verdict, String reason, Optional<Place> place) {
    Tally tally = sweep.tally();
    Optional<Double> margin =
        verdict == Verdict.HOLDS
            ? tally.margin()
            : place.map(p -> p.reading().margin()).filter(m -> !m.isNaN());
    return new Finding(
        claim,
        verdict,
        reason,
        margin,
        tally.tightness(),
        place.map(Place::witness),
        tally.error(),
        instances,
        sweep.timesRead(),
        caveats());
  }

  private static String violated(Place place) {
    Reading reading = place.reading();
    if (Double.isNaN(reading.gap())) {
      return "at " + place.text() + " the statement is false";
    }
    return String.format(
        Locale.ROOT,
        "at %s: %s against %s, beyond by %s where the numerical error is %s",
        place.text(),
        Numbers.text(reading.left()),
        Numbers.text(reading.right()),
        Numbers.rough(Math.abs(reading.gap())),
        Numbers.rough(reading.error()));
  }

  private static String leftOpen(Place place) {
    Reading reading = place.reading();
    String numbers =
        reading.measured()
            ? ": margin "
                + Numbers.rough(reading.margin())
                + ", numerical error "
                + Numbers.rough(reading.relativeError())
                + " in units of the larger side"
            : "";
    return "at " + place.text() + " " + reading.reason() + numbers;
  }

  private Optional<String> lost() {
    return sweep.cutShort()
        ? trajectory.failures().stream()
            .filter(Failure::spoilsTheRest)
            .min(Comparator.comparingDouble(Failure::time))
            .map(f -> "nothing is said after " + FailureText.of(f))
        : Optional.empty();
  }

  private Optional<String> failed() {
    return sweep.goesOn()
        ? trajectory.failures().stream()
            .filter(Failure::endsTheRun)
            .findFirst()
            .map(f -> "the range goes on after the run broke off at " + FailureText.of(f))
        : Optional.empty();
  }

  private List<String> caveats() {
    List<String> caveats = new ArrayList<>();
    if (sweep.afterLoss()) {
      trajectory
          .nonUniqueness()
          .ifPresent(n -> caveats.add("for the minimal-norm solution: not unique from " + loss(n)));
    }
    if (sweep.goesOn()) {
      caveats.add(
          "read up to the end of the run at t = "
              + Numbers.text(trajectory.endTime())
              + "; the range goes on");
    }
    if (grid.steps() < grid.allSteps()) {
      caveats.add("read at " + grid.steps() + " of " + grid.allSteps() + " steps and events");
    }
    return caveats;
  }

  private static String loss(Trajectory.NonUniqueness n) {
    return "t = "
        + Numbers.text(n.time())
        + " (neuron "
        + n.neuron()
        + ", sample "
        + n.sample()
        + ": "
        + n.cause().name().toLowerCase(Locale.ROOT).replace('_', ' ')
        + ")";
  }
}
