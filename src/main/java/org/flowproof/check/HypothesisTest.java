package org.flowproof.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.flowproof.formula.Ball;
import org.flowproof.formula.Proposition;
import org.flowproof.formula.Substitution;
import org.flowproof.formula.Terms;
import org.flowproof.formula.TextPrinter;
import org.flowproof.formula.Valuation;
import org.flowproof.problem.Problem;
import org.flowproof.proof.Claim;

/** The hypotheses of a claim on one problem, for each value of the generic indices. */
final class HypothesisTest {

  /**
   * Whether all hypotheses are met.
   *
   * @param outcome HOLDS, VIOLATED or OPEN
   * @param reason which hypothesis fails and by how much, or is open and why
   * @param shortfall by how much it fails, in units of the larger side; NaN when not measured
   */
  record Result(Reading.Outcome outcome, String reason, double shortfall) {}

  private record Part(
      String name, Proposition stated, Set<String> generic, List<ObligationReader> readers) {}

  private static final Result MET = new Result(Reading.Outcome.HOLDS, "", Double.NaN);

  private final Problem problem;
  private final List<Part> parts = new ArrayList<>();
  private final Map<String, Result> known = new HashMap<>();

  HypothesisTest(Claim claim, Problem problem, Valuation<Ball> balls, ExactValuation exact) {
    this.problem = problem;
    claim
        .hypotheses()
        .forEach(
            (name, stated) -> {
              Proposition full = Substitution.expand(stated, claim.definitions());
              List<ObligationReader> readers =
                  Obligation.of(full).stream()
                      .map(o -> new ObligationReader(o, balls, exact))
                      .toList();
              Set<String> generic = new java.util.TreeSet<>(claim.generic().keySet());
              generic.retainAll(Terms.names(full));
              parts.add(new Part(name, stated, generic, readers));
            });
  }

  /** A hypothesis that fails counts before one that is open. */
  Result test(Map<String, Integer> indices) {
    Result open = MET;
    for (Part part : parts) {
      Map<String, Integer> relevant = new LinkedHashMap<>(indices);
      relevant.keySet().retainAll(part.generic());
      String key = part.name() + relevant;
      Result result = known.get(key);
      if (result == null) {
        result = test(part, relevant);
        known.put(key, result);
      }
      if (result.outcome() == Reading.Outcome.VIOLATED) {
        return result;
      }
      if (result.outcome() == Reading.Outcome.OPEN) {
        open = result;
      }
    }
    return open;
  }

  private Result test(Part part, Map<String, Integer> indices) {
    Result worst = MET;
    for (ObligationReader reader : part.readers()) {
      for (Map<String, Integer> bound :
          IndexValues.all(indices, reader.obligation().bound(), IndexValues.sizes(problem))) {
        Reading reading = reader.readAtStart(bound);
        boolean worse =
            reading.outcome() == Reading.Outcome.VIOLATED
                ? worst.outcome() != Reading.Outcome.VIOLATED
                    || -reading.margin() > worst.shortfall()
                : reading.outcome() == Reading.Outcome.OPEN
                    && worst.outcome() == Reading.Outcome.HOLDS;
        if (worse) {
          worst = new Result(reading.outcome(), describe(part, bound, reading), -reading.margin());
        }
      }
    }
    return worst;
  }

  private static String describe(Part part, Map<String, Integer> indices, Reading reading) {
    String where = IndexValues.text(indices);
    String stated = "hypothesis '" + part.name() + "' (" + TextPrinter.print(part.stated()) + ")";
    String at = where.isEmpty() ? "" : " at" + where.substring(1);
    if (reading.outcome() == Reading.Outcome.OPEN) {
      return stated + " cannot be decided" + at + ": " + reading.reason();
    }
    if (Double.isNaN(reading.gap())) {
      return stated + " fails" + at;
    }
    return stated
        + " fails"
        + at
        + ": "
        + Numbers.text(reading.left())
        + " against "
        + Numbers.text(reading.right())
        + ", off by "
        + Numbers.rough(Math.abs(reading.gap()));
  }
}
