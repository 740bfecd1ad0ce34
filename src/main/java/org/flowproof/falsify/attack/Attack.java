package org.flowproof.falsify.attack;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import net.jqwik.api.sessions.JqwikSession;
import org.flowproof.falsify.ProblemDraft;
import org.flowproof.falsify.ProblemKind;
import org.flowproof.problem.Problem;
import org.flowproof.proof.Claim;

/**
 * Attacks a claim: random problems, then climbs from those with the smallest margins. The first
 * violation, in the order of the draws, is made small and confirmed; what cannot be confirmed is
 * told as doubtful, never as a counterexample.
 */
public final class Attack {
  private static final int BATCH = 32;

  /** Climbs share the evaluations; each wants enough to learn the shape of the margin. */
  private static final int CLIMBS = 4;

  /** Climbs from the place that the best of them came to. */
  private static final int AGAIN = 2;

  /** First steps of climbs, as parts of the box. */
  private static final double FAR = 0.1;

  private static final double NEAR = 0.03;

  private static final int MOST_UNCONFIRMED = 8;

  private final Claim claim;
  private final ProblemKind kind;
  private final Budget budget;
  private final boolean tighten;
  private final BooleanSupplier goesOn;
  private final Consumer<Progress> progress;
  private final long begin = System.nanoTime();

  private final Map<String, Integer> outcomes = new TreeMap<>();
  private final List<String> unconfirmed = new ArrayList<>();
  private final List<Candidate> nearest = new ArrayList<>();
  private Optional<AttackResult.Counterexample> counterexample = Optional.empty();
  private Optional<AttackResult.Tightest> tightest = Optional.empty();
  private int tries;
  private int missed;
  private int climbs;
  private int climbed;

  /**
   * How far an attack is.
   *
   * @param phase {@code tries} or {@code problems in climbs}
   * @param done of the phase
   * @param all of the phase
   */
  public record Progress(String phase, int done, int all) {}

  private record Candidate(Draws.Drawn drawn, Trial trial, int index) {}

  private Attack(
      Claim claim,
      Budget budget,
      boolean tighten,
      BooleanSupplier wanted,
      Consumer<Progress> progress) {
    this.claim = claim;
    kind = ProblemKind.of(claim);
    this.budget = budget;
    this.tighten = tighten;
    this.progress = progress;
    long most = budget.time().map(d -> d.toNanos()).orElse(Long.MAX_VALUE);
    goesOn = () -> System.nanoTime() - begin < most && wanted.getAsBoolean();
  }

  /**
   * Attacks a claim.
   *
   * @param tighten whether to use all of the budget for the greatest tightness, which estimates the
   *     best constant, instead of ending at a counterexample
   * @param wanted asked now and then whether to go on
   * @param progress told now and then how far it is
   * @throws IllegalArgumentException when no run is an instance of the claim
   */
  public static AttackResult on(
      Claim claim,
      Budget budget,
      boolean tighten,
      BooleanSupplier wanted,
      Consumer<Progress> progress) {
    Attack attack = new Attack(claim, budget, tighten, wanted, progress);
    List<AttackResult> result = new ArrayList<>();
    if (JqwikSession.isActive()) {
      result.add(attack.run());
    } else {
      JqwikSession.run(() -> result.add(attack.run()));
    }
    return result.get(0);
  }

  private AttackResult run() {
    Draws draws = new Draws(claim, budget.seed());
    try (Workers workers = new Workers(budget.threads())) {
      draw(draws, workers);
      if (!decided()) {
        climb(workers);
      }
    }
    double seconds = (System.nanoTime() - begin) / 1e9;
    return new AttackResult(
        claim,
        budget,
        tighten,
        tries,
        missed,
        draws.acceptances(),
        outcomes,
        climbs,
        climbed,
        counterexample,
        unconfirmed,
        tightest,
        seconds,
        !goesOn.getAsBoolean());
  }

  private boolean decided() {
    return counterexample.isPresent() && !tighten
        || unconfirmed.size() >= MOST_UNCONFIRMED
        || !goesOn.getAsBoolean();
  }

  private void draw(Draws draws, Workers workers) {
    Hold hold = new Hold(claim, goesOn);
    while (tries < budget.tries() && !decided()) {
      progress.accept(new Progress("tries", tries, budget.tries()));
      List<Optional<Draws.Drawn>> batch = new ArrayList<>();
      List<Callable<Trial>> tasks = new ArrayList<>();
      for (int i = 0; i < Math.min(BATCH, budget.tries() - tries); i++) {
        Optional<Draws.Drawn> drawn = draws.next();
        batch.add(drawn);
        drawn.ifPresent(d -> tasks.add(() -> hold.on(d.problem(kind))));
      }
      List<Trial> trials = workers.all(tasks);
      int next = 0;
      for (Optional<Draws.Drawn> drawn : batch) {
        if (decided()) {
          return;
        }
        tries++;
        if (drawn.isEmpty()) {
          missed++;
        } else {
          take(new Candidate(drawn.get(), trials.get(next++), tries));
        }
      }
    }
  }

  /** Candidates come in the order of the draws. */
  private void take(Candidate candidate) {
    Trial trial = candidate.trial();
    outcomes.merge(trial.outcome().word(), 1, Integer::sum);
    if (trial.violates()) {
      found(trial, simpler(candidate), "try " + candidate.index());
    }
    near(trial, "try " + candidate.index());
    if (Double.isFinite(score(trial)) && !trial.violates()) {
      nearest.add(candidate);
      nearest.sort(Comparator.comparingDouble(c -> score(c.trial())));
      if (nearest.size() > CLIMBS) {
        nearest.remove(CLIMBS);
      }
    }
  }

  /** Smaller is nearer to a violation. */
  private double score(Trial trial) {
    return tighten ? -trial.tightness() : trial.margin();
  }

  private void near(Trial trial, String how) {
    double value = tighten ? trial.tightness() : trial.margin();
    boolean nearer =
        Double.isFinite(value)
            && !trial.violates()
            && tightest.map(t -> tighten ? value > t.value() : value < t.value()).orElse(true);
    if (nearer) {
      tightest = Optional.of(new AttackResult.Tightest(trial.problem(), how, value));
    }
  }

  private Trial simpler(Candidate candidate) {
    Hold hold = new Hold(claim, goesOn);
    return candidate
        .drawn()
        .simpler()
        .map(
            s ->
                JqwikShrinking.of(
                    candidate.trial(),
                    s,
                    candidate.drawn().strategy().domain(kind),
                    hold,
                    Reduction.plain(candidate.trial()),
                    budget.shrinking() / 4))
        .orElse(candidate.trial());
  }

  /**
   * @param trial a violation
   * @param simpler the same, or one that was made from it
   */
  private void found(Trial trial, Trial simpler, String how) {
    if (counterexample.isPresent() || unconfirmed.size() >= MOST_UNCONFIRMED) {
      return;
    }
    Trial small = Reduction.of(simpler, new Hold(claim, goesOn), budget.shrinking());
    List<String> doubts = new ArrayList<>();
    for (Problem which : new LinkedHashSet<>(List.of(small.problem(), trial.problem()))) {
      Confirmation confirmation = Confirmation.of(claim, which);
      if (confirmation.confirmed()) {
        counterexample =
            Optional.of(
                new AttackResult.Counterexample(
                    trial.problem(), how, Confirmation.tight(which), confirmation));
        return;
      }
      doubts.addAll(confirmation.runs());
    }
    unconfirmed.add(how + ": " + String.join(", ", doubts));
  }

  /** Half of the evaluations from the nearest draws, the other half from where the best came to. */
  private void climb(Workers workers) {
    if (budget.climbing() < 2 || nearest.isEmpty()) {
      return;
    }
    List<Slope> slopes = nearest.stream().map(c -> new Slope(c, c.drawn().draft(), FAR)).toList();
    List<Climb> first = climb(workers, slopes);
    if (decided()) {
      return;
    }
    int best = 0;
    for (int i = 1; i < first.size(); i++) {
      best = first.get(i).least() < first.get(best).least() ? i : best;
    }
    Slope again = new Slope(nearest.get(best), first.get(best).highest(), NEAR);
    climb(workers, Collections.nCopies(AGAIN, again));
  }

  /**
   * Where a climb begins.
   *
   * @param candidate the draw that it comes from
   * @param step the first, as a part of the box
   */
  private record Slope(Candidate candidate, ProblemDraft from, double step) {}

  private List<Climb> climb(Workers workers, List<Slope> slopes) {
    int each = Math.max(1, budget.climbing() / 2 / slopes.size());
    List<Callable<Climb>> tasks = new ArrayList<>();
    for (Slope slope : slopes) {
      Climb climb =
          new Climb(claim, slope.candidate().drawn().strategy(), new Hold(claim, goesOn), tighten);
      long seed = budget.seed() + 1000L * slope.candidate().index() + climbs + tasks.size();
      tasks.add(() -> climb.from(slope.from(), slope.step(), each, seed));
    }
    progress.accept(new Progress("problems in climbs", climbed, budget.climbing()));
    List<Climb> done = workers.all(tasks);
    climbs += done.size();
    for (int i = 0; i < done.size(); i++) {
      climbed += done.get(i).evaluations();
      String how = "climb from try " + slopes.get(i).candidate().index();
      done.get(i)
          .best()
          .ifPresent(
              trial -> {
                if (trial.violates()) {
                  found(trial, trial, how);
                }
                near(trial, how);
              });
    }
    return done;
  }
}
