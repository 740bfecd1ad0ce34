package org.flowproof.check.recovery;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import org.flowproof.check.recovery.Recovery.Verdict;
import org.flowproof.flow.Failure;
import org.flowproof.flow.RunWatcher;
import org.flowproof.flow.Trajectory;
import org.flowproof.flow.choice.IntegratorChoice;
import org.flowproof.flow.origin.LimitFlow;
import org.flowproof.problem.Activation;
import org.flowproof.problem.CaseFile;
import org.flowproof.problem.Loss;
import org.flowproof.problem.Network;
import org.flowproof.problem.Problem;
import org.flowproof.problem.SingleNeuron;

/**
 * Runs a case with a single-neuron target and says whether the run recovers it, from the distance
 * to the networks that compute it and from how the run can go on.
 */
public final class RecoveryJudge {
  private final Problem problem;
  private final SingleNeuron target;
  private final RecoveryRequest request;
  private final TargetSet set;
  private final Symmetry symmetry;
  private final SortedMap<String, Double> numbers = new TreeMap<>();

  private RecoveryJudge(Problem problem, SingleNeuron target, RecoveryRequest request) {
    this.problem = problem;
    this.target = target;
    this.request = request;
    Activation sigma = problem.network().activation();
    set = new TargetSet(target, problem.network().width(), sigma);
    symmetry = new Symmetry(problem.initial(), TargetSet.isOdd(sigma));
  }

  /** Why a case cannot be judged; empty when it can. */
  public static Optional<String> obstacle(CaseFile file) {
    List<String> why = new ArrayList<>();
    Problem problem = file.problem();
    if (file.target().isEmpty()) {
      why.add("the labels are not those of a single neuron ('data.target')");
    }
    if (!(problem.network().activation() instanceof Activation.Smooth)) {
      why.add("the activation is not smooth");
    }
    if (problem.network().trained() != Network.Trained.BOTH) {
      why.add("the output weights are fixed");
    }
    if (problem.loss().kind() != Loss.Kind.SQUARED) {
      why.add("the loss is not squared");
    }
    if (problem.network().width() > TargetSet.MOST) {
      why.add("more than " + TargetSet.MOST + " neurons");
    }
    return why.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", why));
  }

  /**
   * Runs and judges.
   *
   * @throws CancellationException when the watcher ended the run
   * @throws IllegalArgumentException when there is an {@link #obstacle}
   */
  public static Recovery judge(CaseFile file, RecoveryRequest request, RunWatcher watcher) {
    obstacle(file)
        .ifPresent(
            why -> {
              throw new IllegalArgumentException(why);
            });
    Trajectory run = IntegratorChoice.of(file).integrate(file.problem(), watcher);
    if (run.stopReason() == Trajectory.StopReason.INTERRUPTED) {
      throw new CancellationException("the run was ended");
    }
    return judge(run, file.target().orElseThrow(), request);
  }

  /** Judges a run. */
  static Recovery judge(Trajectory run, SingleNeuron target, RecoveryRequest request) {
    return new RecoveryJudge(run.problem(), target, request).judge(run);
  }

  private Recovery judge(Trajectory run) {
    double[] end = weights(run, run.endTime());
    List<TargetSet.Place> places = set.places(end);
    numbers.putAll(new RecoveryNumbers(problem, target, request, set).of(run, end, places));
    Optional<Failure> broken = run.failures().stream().findFirst();
    if (broken.isPresent()) {
      return answer(Verdict.UNKNOWN, broken.get().cause());
    }
    if (request.rule() == RecoveryRequest.Rule.STOP) {
      return atStop(places);
    }
    double error = LimitFlow.error(problem, run.at(run.endTime()));
    Remaining remaining = new Remaining(problem, end, error);
    return alone(remaining, end)
        .or(() -> nearPiece(remaining, places))
        .or(() -> nearZeroLoss(remaining, places))
        .or(() -> slowly(run, places))
        .orElseGet(
            () ->
                answer(
                    Verdict.UNKNOWN,
                    String.format(
                        Locale.ROOT,
                        "at the end of the run the training loss is %.2g and the nearest branch %.2g"
                            + " away; no limit is in reach",
                        numbers.get("trainLoss"),
                        places.get(0).distance())));
  }

  private double[] weights(Trajectory run, double time) {
    return LimitFlow.weights(problem, run.at(time));
  }

  private Recovery atStop(List<TargetSet.Place> places) {
    double error = numbers.get("testError");
    boolean recovered = error < request.success();
    if (recovered) {
      numbers.put("branch", (double) places.get(0).distinct());
    }
    return answer(
        recovered ? Verdict.RECOVERED : Verdict.OTHER,
        String.format(
            Locale.ROOT,
            "judged where it stops: the test error %.3g is %s %.3g",
            error,
            recovered ? "below" : "not below",
            request.success()));
  }

  /** Neurons that are copies of one, in a space where the target is an isolated point. */
  private Optional<Recovery> alone(Remaining remaining, double[] end) {
    if (!symmetry.isSingle()) {
      return Optional.empty();
    }
    boolean odd = TargetSet.isOdd(problem.network().activation());
    for (boolean flipped : odd ? new boolean[] {false, true} : new boolean[] {false}) {
      double[] solution = symmetry.solution(target, flipped);
      Optional<Double> reach = remaining.toPiece(solution, symmetry.directions());
      if (reach.isPresent()) {
        return Optional.of(
            recovered(
                symmetry.distinct(),
                reach.get(),
                "the neurons that move stay copies of one, and within"));
      }
    }
    Optional<Double> reach = remaining.toZeroLoss(symmetry.directions());
    double nearest = distance(end, symmetry.solution(target, false));
    if (odd) {
      nearest = Math.min(nearest, distance(end, symmetry.solution(target, true)));
    }
    return reach.isPresent() && nearest > reach.get()
        ? Optional.of(other(nearest, reach.get()))
        : Optional.empty();
  }

  private static double distance(double[] one, double[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += (one[i] - other[i]) * (one[i] - other[i]);
    }
    return Math.sqrt(sum);
  }

  private Optional<Recovery> nearPiece(Remaining remaining, List<TargetSet.Place> places) {
    for (TargetSet.Place place : places) {
      double[] point = place.point().toArray();
      double[][] along = place.component().tangents(problem.data().d());
      Optional<Double> reach = remaining.toPiece(point, Remaining.complement(along, point.length));
      if (reach.isPresent()) {
        return Optional.of(
            recovered(
                place.distinct(), reach.get(), "only the branch has loss 0 nearby, and within"));
      }
    }
    return Optional.empty();
  }

  private Optional<Recovery> nearZeroLoss(Remaining remaining, List<TargetSet.Place> places) {
    Optional<Double> reach = remaining.toZeroLoss(symmetry.directions());
    if (reach.isEmpty()) {
      return Optional.empty();
    }
    double nearest = places.get(0).distance();
    return nearest > reach.get()
        ? Optional.of(other(nearest, reach.get()))
        : Optional.of(
            answer(
                Verdict.UNKNOWN,
                String.format(
                    Locale.ROOT,
                    "the loss tends to 0 within %.2g of the weights, and the nearest branch is %.2g"
                        + " away",
                    reach.get(),
                    nearest)));
  }

  private Optional<Recovery> slowly(Trajectory run, List<TargetSet.Place> places) {
    SlowReading reading = new SlowReading(run, set, places);
    TargetSet.Place nearest = places.get(0);
    int codimension =
        nearest.point().length() - nearest.component().tangents(problem.data().d()).length;
    if (problem.data().n() < codimension) {
      return Optional.empty();
    }
    SlowApproach approach = reading.approach();
    numbers.put("exponent", approach.exponent());
    numbers.put("exponent.error", approach.exponentError());
    if (approach.vanishes() && reading.leavesOthers()) {
      numbers.put("branch", (double) nearest.distinct());
      numbers.put("limitDistance", Math.max(0, approach.limit()));
      numbers.put("limitDistance.error", approach.limitError());
      return Optional.of(
          answer(
              Verdict.RECOVERED,
              "branch " + nearest.distinct() + ": the distance " + approach.text()));
    }
    return Optional.of(
        answer(
            Verdict.UNKNOWN,
            "the distance to branch "
                + nearest.distinct()
                + " "
                + approach.text()
                + (approach.vanishes() ? "; another branch may be as near in the end" : "")));
  }

  private Recovery recovered(int distinct, double reach, String why) {
    numbers.put("branch", (double) distinct);
    numbers.put("limitDistance", 0.0);
    numbers.put("limitDistance.error", 0.0);
    numbers.put("reach", reach);
    return answer(
        Verdict.RECOVERED,
        String.format(Locale.ROOT, "branch %d: %s %.2g the loss tends to 0", distinct, why, reach));
  }

  private Recovery other(double nearest, double reach) {
    numbers.put("reach", reach);
    numbers.put("limitDistance", nearest);
    numbers.put("limitDistance.error", reach);
    return answer(
        Verdict.OTHER,
        String.format(
            Locale.ROOT,
            "the loss tends to 0 within %.2g of weights that are %.2g from the target set",
            reach,
            nearest));
  }

  private Recovery answer(Verdict verdict, String reason) {
    return new Recovery(verdict, reason, numbers);
  }
}
