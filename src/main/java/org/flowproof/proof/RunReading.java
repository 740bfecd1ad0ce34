package org.flowproof.proof;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.flowproof.formula.Proposition;
import org.flowproof.formula.Term;
import org.flowproof.problem.Loss;
import org.flowproof.problem.Network;

/**
 * How a run of the two-layer network is an instance of a {@link Setting}: which runs are, and what
 * each symbol is there. Nothing of it enters a proof.
 *
 * @param loss of the problems, by kind
 * @param factor of the loss
 * @param trained which layers move
 * @param activation admitted activations
 * @param origin which time of the run plays the part of 0
 * @param when what a problem must meet besides, by name; about data and initial weights
 * @param as terms in the observables of the network, by symbol; abbreviations that are not among
 *     them are read by their own definitions
 */
public record RunReading(
    Loss.Kind loss,
    Loss.Factor factor,
    Network.Trained trained,
    Claim.Model.ActivationKind activation,
    Origin origin,
    Map<String, Proposition> when,
    Map<String, Term> as) {
  public RunReading {
    when = Collections.unmodifiableMap(new LinkedHashMap<>(when));
    as = Collections.unmodifiableMap(new LinkedHashMap<>(as));
  }

  /** Which time of a run plays the part of 0. */
  public enum Origin {
    START,
    /** The last event: from then on no activation pattern changes. */
    SETTLED
  }
}
