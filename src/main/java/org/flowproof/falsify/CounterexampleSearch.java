package org.flowproof.falsify;

import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.RandomGenerator;
import org.flowproof.check.Finding;
import org.flowproof.problem.Problem;

/**
 * Looks for a problem that violates a claim, from a stated seed.
 *
 * @param seed of all draws; the same seed gives the same problems
 * @param tries most problems to draw
 */
public record CounterexampleSearch(long seed, int tries) {

  /**
   * A violation.
   *
   * @param problem the problem, as drawn
   * @param finding the verdict on it
   * @param tries how many problems were drawn, this one included
   */
  public record Counterexample(Problem problem, Finding finding, int tries) {}

  /** Draws until a violation is found or the tries are used up; runs inside a jqwik test. */
  public Optional<Counterexample> search(ClaimProperty property, Arbitrary<Problem> problems) {
    RandomGenerator<Problem> generator = problems.generator(tries, true);
    Random random = new Random(seed);
    for (int i = 1; i <= tries; i++) {
      Problem problem = generator.next(random).value();
      if (property.hold(problem) instanceof Outcome.Violated violated) {
        return Optional.of(new Counterexample(problem, violated.finding(), i));
      }
    }
    return Optional.empty();
  }
}
