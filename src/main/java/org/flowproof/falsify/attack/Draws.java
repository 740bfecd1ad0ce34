package org.flowproof.falsify.attack;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Shrinkable;
import org.flowproof.check.Applicability;
import org.flowproof.falsify.Layout;
import org.flowproof.falsify.ProblemArbitraries;
import org.flowproof.falsify.ProblemDomain;
import org.flowproof.falsify.ProblemDraft;
import org.flowproof.falsify.ProblemKind;
import org.flowproof.problem.Dynamics;
import org.flowproof.problem.Problem;
import org.flowproof.proof.Claim;
import org.flowproof.proof.RunReading;
import org.flowproof.proof.Setting;

/**
 * Random problems that meet the hypotheses of a claim. A pilot of draws finds out which strategies
 * meet them; all are drawn from, in proportion to how often they do, and what misses them is
 * repaired where that is possible.
 *
 * <p>The generators are those of jqwik, which need a session of it; for one thread only.
 */
final class Draws {
  private static final int PILOT = 12;

  /** Draws for one problem that meets the hypotheses, before it is given up. */
  private static final int REDRAWS = 12;

  /** Strategies that never met them are tried this often, against one that always does. */
  private static final double FLOOR = 0.02;

  /** What generators are told of their use, which decides how often edge cases come. */
  private static final int GENERATIONS = 1000;

  private final Claim claim;

  /** Whether hypotheses are about what only a run knows, so that its start leaves them open. */
  private final boolean later;

  private final Random random;
  private final List<Source> sources = new ArrayList<>();
  private double weights;

  /** A strategy at work. */
  private static final class Source {
    private final Strategy strategy;
    private final ProblemDomain domain;
    private final RandomGenerator<ProblemDraft> generator;
    private double weight;
    private int drawn;
    private int met;
    private int repaired;

    Source(Strategy strategy, ProblemKind kind, RandomGenerator<ProblemDraft> any) {
      this.strategy = strategy;
      domain = strategy.domain(kind);
      generator = any.map(draft -> draft.in(strategy.balance(), strategy.layout()));
    }
  }

  /**
   * A problem that meets the hypotheses, or does as far as its start tells.
   *
   * @param draft what was drawn
   * @param strategy the way it was
   * @param simpler what jqwik can make simpler; empty for repaired draws
   */
  record Drawn(ProblemDraft draft, Strategy strategy, Optional<Shrinkable<ProblemDraft>> simpler) {
    Problem problem(ProblemKind kind) {
      return draft.problem(strategy.domain(kind));
    }
  }

  /**
   * Draws for a claim.
   *
   * @param seed of all draws
   */
  Draws(Claim claim, long seed) {
    this.claim = claim;
    ProblemKind kind = ProblemKind.of(claim);
    later =
        kind.method() != Dynamics.Method.AUTO
            || claim
                .setting()
                .flatMap(Setting::runs)
                .filter(runs -> runs.origin() == RunReading.Origin.SETTLED)
                .isPresent();
    random = new Random(seed);
    // one generator for each range of scales: setting one up costs more than many draws
    Map<Strategy.Start, RandomGenerator<ProblemDraft>> generators =
        new EnumMap<>(Strategy.Start.class);
    for (Strategy strategy : Strategy.all(kind)) {
      RandomGenerator<ProblemDraft> generator =
          generators.computeIfAbsent(
              strategy.start(),
              start ->
                  ProblemArbitraries.drafts(strategy.domain(kind).laidOut(Layout.values()))
                      .generator(GENERATIONS, true));
      Source source = new Source(strategy, kind, generator);
      int met = 0;
      for (int i = 0; i < PILOT; i++) {
        met += meets(source.domain, source.generator.next(random).value()) ? 1 : 0;
      }
      source.weight = FLOOR + (double) met / PILOT;
      weights += source.weight;
      sources.add(source);
    }
  }

  /** The next problem; empty when a number of draws in a row missed the hypotheses. */
  Optional<Drawn> next() {
    for (int i = 0; i < REDRAWS; i++) {
      Source source = any();
      Shrinkable<ProblemDraft> drawn = source.generator.next(random);
      ProblemDraft draft = drawn.value();
      source.drawn++;
      if (meets(source.domain, draft)) {
        source.met++;
        return Optional.of(new Drawn(draft, source.strategy, Optional.of(drawn)));
      }
      Optional<ProblemDraft> repaired = Repair.of(draft, d -> meets(source.domain, d));
      if (repaired.isPresent()) {
        source.repaired++;
        return Optional.of(new Drawn(repaired.get(), source.strategy, Optional.empty()));
      }
    }
    return Optional.empty();
  }

  private Source any() {
    double at = random.nextDouble() * weights;
    for (Source source : sources) {
      at -= source.weight;
      if (at < 0) {
        return source;
      }
    }
    return sources.get(sources.size() - 1);
  }

  private boolean meets(ProblemDomain domain, ProblemDraft draft) {
    Problem problem = draft.problem(domain);
    Applicability start = Applicability.of(claim, problem, problem.dynamics().stop().time());
    return start.outcome() == Applicability.Outcome.MET
        || later && start.outcome() == Applicability.Outcome.OPEN;
  }

  /** What came of each strategy that was drawn from. */
  List<Acceptance> acceptances() {
    return sources.stream()
        .filter(s -> s.drawn > 0)
        .map(s -> new Acceptance(s.strategy, s.drawn, s.met, s.repaired))
        .toList();
  }
}
