package org.flowproof.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.flowproof.formula.IndexKind;
import org.flowproof.formula.Proposition;
import org.flowproof.formula.Substitution;
import org.flowproof.formula.Terms;
import org.flowproof.formula.Truth;
import org.flowproof.proof.Claim;
import org.flowproof.proof.Condition;

/**
 * A condition read at one start, for all values of the claim's indices that it mentions.
 *
 * @param instances how many
 * @param worst the reading furthest from holding; empty when every premise is false
 * @param where the indices of it
 */
record StartReading(
    ConditionResult.Instances instances, Optional<Reading> worst, Map<String, Integer> where) {

  /** Reads a condition of a claim. */
  static StartReading of(Claim claim, Condition condition, StartValues start) {
    Proposition full = Substitution.expand(condition.holds(), claim.definitions());
    List<ObligationReader> readers =
        Obligation.of(full).stream()
            .map(o -> new ObligationReader(o, start, start.exact()))
            .toList();
    int[] count = new int[Reading.Outcome.values().length];
    Reading worst = null;
    Map<String, Integer> where = Map.of();
    Map<String, IndexKind> mentioned = new LinkedHashMap<>(claim.generic());
    mentioned.keySet().retainAll(Terms.names(full));
    for (Map<String, Integer> indices : start.indices(mentioned)) {
      Reading here = null;
      Map<String, Integer> place = indices;
      for (ObligationReader reader : readers) {
        Map<String, IndexKind> bound = reader.obligation().bound();
        for (Map<String, Integer> all :
            IndexValues.all(indices, bound, IndexValues.sizes(start.problem()))) {
          Reading reading = strict(reader.read(all, 0));
          if (here == null || worse(reading, here)) {
            here = reading;
            place = all;
          }
        }
      }
      if (here == null) {
        continue;
      }
      count[here.outcome().ordinal()]++;
      if (here.outcome() != Reading.Outcome.VACUOUS && (worst == null || worse(here, worst))) {
        worst = here;
        where = place;
      }
    }
    return new StartReading(
        new ConditionResult.Instances(
            count[Reading.Outcome.HOLDS.ordinal()],
            count[Reading.Outcome.VIOLATED.ordinal()],
            count[Reading.Outcome.OPEN.ordinal()],
            count[Reading.Outcome.VACUOUS.ordinal()]),
        Optional.ofNullable(worst),
        where);
  }

  /** Whether it holds for all; a false premise everywhere leaves nothing to hold. */
  Truth truth() {
    if (instances.failing() > 0) {
      return Truth.FALSE;
    }
    return instances.open() > 0 || instances.holding() == 0 ? Truth.UNDECIDED : Truth.TRUE;
  }

  /** Equal within rounding is not equal. */
  private static Reading strict(Reading reading) {
    boolean nearly =
        reading.kind() == Reading.Kind.EQUALITY
            && reading.outcome() == Reading.Outcome.HOLDS
            && reading.error() > 0;
    return nearly ? reading.open("equal within rounding, not decided exactly") : reading;
  }

  private static boolean worse(Reading one, Reading other) {
    int order = Integer.compare(badness(one), badness(other));
    return order > 0 || (order == 0 && one.margin() < other.margin());
  }

  private static int badness(Reading reading) {
    return switch (reading.outcome()) {
      case VIOLATED -> 3;
      case OPEN -> 2;
      case HOLDS -> 1;
      case VACUOUS -> 0;
    };
  }
}
