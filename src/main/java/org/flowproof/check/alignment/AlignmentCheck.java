package org.flowproof.check.alignment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.flowproof.check.FailureText;
import org.flowproof.check.Verdict;
import org.flowproof.check.alignment.AlignmentResult.NeuronReport;
import org.flowproof.check.alignment.AlignmentResult.Part;
import org.flowproof.check.alignment.Hypothesis.Status;
import org.flowproof.flow.State;
import org.flowproof.flow.Trajectory;
import org.flowproof.flow.choice.IntegratorChoice;
import org.flowproof.formula.NoValueException;
import org.flowproof.problem.AlignmentRequest;
import org.flowproof.problem.Dynamics;
import org.flowproof.problem.Problem;

/**
 * Holds the early-alignment theorem (Boursier and Flammarion, Early alignment, Theorem 1) against a
 * problem and its run, neuron by neuron. Stateless.
 *
 * <p>Part (i) is about all times up to {@code tau}: it is read at many of them, and the gaps are
 * closed by a bound on the speed of {@code ln |a_j|}. Of part (ii) the decidable part gets a
 * verdict: whether the pull of the neuron's cone is 0 or extremal, of which kind, and {@code <D,
 * w/a> <= |D|}. The constant in the lower bound is not stated by the paper, so that the distance is
 * a number without a verdict.
 */
public final class AlignmentCheck {
  private static final int MOST_EVALUATIONS = 50_000_000;

  private AlignmentCheck() {}

  /** Checks a problem on a run of its own, to the end of the phase. */
  public static AlignmentResult of(Problem problem, AlignmentRequest request) {
    return of(problem, request, Optional.empty());
  }

  /**
   * Checks a problem.
   *
   * @param run of the problem, used when it reaches the end of the phase; another one is made
   *     otherwise
   */
  public static AlignmentResult of(
      Problem problem, AlignmentRequest request, Optional<Trajectory> run) {
    Hypotheses hypotheses = new Hypotheses(problem);
    Hypothesis model = hypotheses.model();
    Phase phase;
    try {
      phase = Phase.of(problem, request);
    } catch (NoValueException e) {
      Verdict verdict = model.status() == Status.NOT_MET ? Verdict.NOT_APPLICABLE : Verdict.UNKNOWN;
      String reason = verdict == Verdict.UNKNOWN ? "no constants: " + e.getMessage() : model.text();
      return without(problem, request, List.of(model), Optional.empty(), verdict, reason);
    }
    List<Hypothesis> all = hypotheses.all(phase);
    boolean flows = problem.dynamics() instanceof Dynamics.Flow;
    if (!flows || !(phase.end().lower() > 0)) {
      Part part = judged(all, Verdict.UNKNOWN, flows ? "lambda is not below 1" : model.text());
      return without(problem, request, all, Optional.of(phase), part.verdict(), part.reason());
    }
    double end = phase.end().value();
    Trajectory read =
        run.filter(r -> r.endTime() >= end && r.problem().equals(problem))
            .orElseGet(() -> integrate(problem, end));
    return onRun(phase, all, read);
  }

  /** Checks a problem on a given run, which need not solve anything. */
  static AlignmentResult onRun(Problem problem, AlignmentRequest request, Trajectory run) {
    Phase phase = Phase.of(problem, request);
    return onRun(phase, new Hypotheses(problem).all(phase), run);
  }

  private static Trajectory integrate(Problem problem, double end) {
    Dynamics.StopRule stop = new Dynamics.StopRule(end, 0, MOST_EVALUATIONS, false);
    Problem early = problem.with(problem.dynamics().until(stop));
    return IntegratorChoice.of(early).integrate(early);
  }

  private static AlignmentResult without(
      Problem problem,
      AlignmentRequest request,
      List<Hypothesis> hypotheses,
      Optional<Phase> phase,
      Verdict verdict,
      String reason) {
    Part part = new Part(verdict, reason, Verdict.UNKNOWN);
    return new AlignmentResult(
        problem, request, hypotheses, phase, Optional.empty(), 0, List.of(), part, part);
  }

  private static AlignmentResult onRun(Phase phase, List<Hypothesis> hypotheses, Trajectory run) {
    double end = phase.end().value();
    Optional<String> broken = broken(run, end);
    if (run.endTime() < end) {
      Part part = judged(hypotheses, Verdict.UNKNOWN, broken.orElse("the run is too short"));
      return new AlignmentResult(
          phase.problem(),
          phase.request(),
          hypotheses,
          Optional.of(phase),
          Optional.of(run),
          0,
          List.of(),
          part,
          part);
    }
    WeightReading weights = WeightReading.of(phase, run, end);
    State state = run.at(end);
    double drift = 2 * phase.constants().longest() * (phase.end().radius() + Math.ulp(end));
    EndReader ends = new EndReader(phase, state, new NeuronSigns(run, state, drift));
    List<NeuronReport> neurons = new ArrayList<>();
    for (int j = 0; j < phase.problem().network().width(); j++) {
      neurons.add(
          new NeuronReport(
              j + 1,
              phase.problem().initial().a().get(j) > 0,
              StartCondition.of(phase, j, weights.offZero().get(j)),
              weights.bounds().get(j),
              ends.read(j)));
    }
    Part first = broken.map(AlignmentCheck::spoilt).orElse(boundsSeen(neurons));
    Part reached = endsSeen(neurons);
    Part second = broken.map(AlignmentCheck::spoilt).orElse(reached);
    List<Hypothesis> withTime = new ArrayList<>(hypotheses);
    withTime.add(Arrival.hypothesis(phase, neurons));
    return new AlignmentResult(
        phase.problem(),
        phase.request(),
        withTime,
        Optional.of(phase),
        Optional.of(run),
        weights.times(),
        neurons,
        judged(hypotheses, first.seen(), first.reason()),
        judged(withTime, second.seen(), second.reason()));
  }

  /** What makes the run unfit before the end of the phase. */
  private static Optional<String> broken(Trajectory run, double end) {
    return run.failures().stream()
        .filter(f -> f.time() <= end && (f.spoilsTheRest() || f.endsTheRun()))
        .map(FailureText::of)
        .findFirst();
  }

  private static Part spoilt(String why) {
    return new Part(Verdict.UNKNOWN, "not to be trusted from " + why, Verdict.UNKNOWN);
  }

  /** A hypothesis that fails makes the theorem silent, one that is unknown leaves all open. */
  private static Part judged(List<Hypothesis> hypotheses, Verdict seen, String reason) {
    List<String> failing = texts(hypotheses, Status.NOT_MET);
    if (!failing.isEmpty()) {
      return new Part(Verdict.NOT_APPLICABLE, String.join("; ", failing), seen);
    }
    List<String> open = texts(hypotheses, Status.UNKNOWN);
    if (!open.isEmpty() && seen != Verdict.UNKNOWN) {
      return new Part(Verdict.UNKNOWN, String.join("; ", open), seen);
    }
    return new Part(seen, reason, seen);
  }

  private static List<String> texts(List<Hypothesis> hypotheses, Status status) {
    return hypotheses.stream()
        .filter(h -> h.status() == status)
        .map(Hypothesis::text)
        .collect(Collectors.toList());
  }

  private static Part boundsSeen(List<NeuronReport> neurons) {
    for (Verdict verdict : List.of(Verdict.VIOLATED, Verdict.UNKNOWN)) {
      for (NeuronReport neuron : neurons) {
        if (neuron.bound().verdict() == verdict) {
          String reason = "neuron " + neuron.neuron() + ": " + neuron.bound().reason();
          return new Part(verdict, reason, verdict);
        }
      }
    }
    return new Part(Verdict.HOLDS, "", Verdict.HOLDS);
  }

  /** Over the neurons that meet Condition 1. */
  private static Part endsSeen(List<NeuronReport> neurons) {
    Part open = null;
    for (NeuronReport neuron : neurons) {
      String reason = "neuron " + neuron.neuron() + ": " + neuron.end().reason();
      if (neuron.meetsCondition() && neuron.end().verdict() == Verdict.VIOLATED) {
        return new Part(Verdict.VIOLATED, reason, Verdict.VIOLATED);
      }
      if (open == null
          && neuron.condition().status() != Status.NOT_MET
          && neuron.end().verdict() != Verdict.HOLDS) {
        String why = neuron.meetsCondition() ? "" : "; " + neuron.condition().reason();
        open = new Part(Verdict.UNKNOWN, reason + why, Verdict.UNKNOWN);
      }
    }
    if (open != null) {
      return open;
    }
    return neurons.stream().anyMatch(NeuronReport::meetsCondition)
        ? new Part(Verdict.HOLDS, "", Verdict.HOLDS)
        : new Part(Verdict.NOT_APPLICABLE, "no neuron meets Condition 1", Verdict.NOT_APPLICABLE);
  }
}
