package org.flowproof.falsify.attack;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.flowproof.falsify.ProblemDraft;

/**
 * Turns draws that miss the hypotheses of a claim into draws that meet them: shorter runs, smaller
 * starts, smaller steps, simpler layouts, fewer samples and neurons, tried in this order.
 */
final class Repair {
  private Repair() {}

  /** The first change that helps; empty when none does. */
  static Optional<ProblemDraft> of(ProblemDraft draft, Predicate<ProblemDraft> meets) {
    return Stream.of(
            Stream.of(0.1, 0.01).map(f -> sized(draft, 1, f, 1)),
            Stream.of(1e-2, 1e-5).map(f -> sized(draft, f, 1, 1)),
            Stream.of(1e-3).map(f -> sized(draft, f, 0.1, 1)),
            Stream.of(0.1, 0.01).map(f -> sized(draft, 1, 1, f)),
            Stream.of(0.3, 0.05, 0.0).map(f -> dialled(draft, f)),
            draft.samples().size() > 1
                ? Stream.of(draft.samples().subList(0, 1)).map(s -> sampled(draft, s))
                : Stream.<ProblemDraft>empty(),
            draft.neurons().size() > 1
                ? Stream.of(draft.neurons().subList(0, 1)).map(s -> thinned(draft, s))
                : Stream.<ProblemDraft>empty())
        .flatMap(s -> s)
        .filter(meets)
        .findFirst();
  }

  private static ProblemDraft sized(ProblemDraft draft, double scale, double run, double step) {
    ProblemDraft.Sizes old = draft.sizes();
    return with(
        draft,
        draft.form(),
        new ProblemDraft.Sizes(
            old.scale() * scale, old.run() * run, old.labels(), old.step() * step));
  }

  private static ProblemDraft dialled(ProblemDraft draft, double factor) {
    ProblemDraft.Form old = draft.form();
    return with(
        draft,
        new ProblemDraft.Form(old.balance(), old.layout(), old.dial() * factor),
        draft.sizes());
  }

  private static ProblemDraft with(
      ProblemDraft draft, ProblemDraft.Form form, ProblemDraft.Sizes sizes) {
    return new ProblemDraft(
        draft.samples(), draft.neurons(), draft.dimension(), draft.slope(), form, sizes);
  }

  private static ProblemDraft sampled(ProblemDraft draft, List<ProblemDraft.Sample> samples) {
    return new ProblemDraft(
        samples, draft.neurons(), draft.dimension(), draft.slope(), draft.form(), draft.sizes());
  }

  private static ProblemDraft thinned(ProblemDraft draft, List<ProblemDraft.Neuron> neurons) {
    return new ProblemDraft(
        draft.samples(), neurons, draft.dimension(), draft.slope(), draft.form(), draft.sizes());
  }
}
