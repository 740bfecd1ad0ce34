package org.flowproof.check.alignment;

import java.util.List;
import java.util.Locale;
import org.flowproof.check.alignment.AlignmentResult.NeuronReport;
import org.flowproof.check.alignment.Hypothesis.Status;

/**
 * What (ii) needs besides {@code lambda < lambda*} of (21): a phase long enough for the neurons to
 * arrive. (21) makes the output small up to the end of the phase, but asks nothing of its length,
 * and neurons cross cones with a short pull slowly.
 */
final class Arrival {
  private Arrival() {}

  /**
   * The hypothesis. It is met when tau is not before {@link Phase#travel}, by when all have
   * arrived, and also when they are seen to have arrived.
   */
  static Hypothesis hypothesis(Phase phase, List<NeuronReport> neurons) {
    String says = "tau is long enough for neurons to arrive; needed for (ii), not asked by (21)";
    double end = phase.end().value();
    String times = String.format(Locale.ROOT, "tau %.4g, latest arrival %.3g", end, phase.travel());
    if (phase.longEnough()) {
      return Hypothesis.of("time", says, true, times, end, phase.travel());
    }
    List<NeuronReport> late = neurons.stream().filter(NeuronReport::onItsWay).toList();
    return Hypothesis.of(
        "time",
        says,
        late.isEmpty() ? Status.MET : Status.NOT_MET,
        times
            + (late.isEmpty()
                ? "; all have arrived"
                : "; still on their way are "
                    + late.size()
                    + " neurons with Condition 1, neuron "
                    + late.get(0).neuron()
                    + " among them"));
  }
}
