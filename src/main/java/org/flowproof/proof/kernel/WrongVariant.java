package org.flowproof.proof.kernel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.flowproof.formula.Proposition;
import org.flowproof.proof.Claim;

/**
 * The claim that a false twin stands for, with a derivation that fails where the mathematics does:
 * a dropped hypothesis is no longer listed by any step, and a wrong part of a conjunction is shown
 * by the step that showed the right one.
 */
final class WrongVariant {
  private final List<Claim.Step> steps;

  private WrongVariant(Claim claim) {
    this.steps = new ArrayList<>(claim.derivation());
  }

  /** The claim of a twin; the kernel may not prove it. */
  static Claim of(Claim claim, Claim.Twin twin) {
    WrongVariant variant = new WrongVariant(claim);
    Map<String, Proposition> hypotheses = new LinkedHashMap<>(claim.hypotheses());
    Proposition conclusion = claim.conclusion();
    if (twin.droppedHypothesis() != null) {
      hypotheses.remove(twin.droppedHypothesis());
      variant.forget(twin.droppedHypothesis());
    } else {
      conclusion = twin.conclusion();
      // a cited claim has no steps: nothing is replayed, so nothing is proved
      if (!variant.steps.isEmpty()) {
        variant.show(variant.steps.size() - 1, claim.conclusion(), conclusion);
      }
    }
    return new Claim(
        claim.id(),
        claim.title(),
        claim.source(),
        claim.subject(),
        claim.generic(),
        hypotheses,
        claim.range(),
        conclusion,
        claim.definitions(),
        variant.steps,
        claim.falsified(),
        claim.notes());
  }

  private void forget(String hypothesis) {
    steps.replaceAll(
        s ->
            new Claim.Step(
                s.id(),
                s.rule(),
                s.from().stream().filter(id -> !id.equals(hypothesis)).toList(),
                s.shows(),
                s.parameters()));
  }

  private void show(int at, Proposition right, Proposition wrong) {
    Claim.Step step = steps.get(at);
    steps.set(at, new Claim.Step(step.id(), step.rule(), step.from(), wrong, step.parameters()));
    if (!step.rule().equals("conjunction")) {
      return;
    }
    List<Proposition> old = parts(right);
    List<Proposition> parts = parts(wrong);
    for (int p = 0; p < parts.size(); p++) {
      Proposition part = parts.get(p);
      if (!old.contains(part)) {
        int position = p;
        replaced(part, old)
            .or(() -> position < old.size() ? Optional.of(old.get(position)) : Optional.empty())
            .ifPresent(before -> showIn(step.from(), before, part));
      }
    }
  }

  // the part with the same left side, or else the one in the same place
  private static Optional<Proposition> replaced(Proposition part, List<Proposition> old) {
    return part instanceof Proposition.Comparison wrong
        ? old.stream()
            .filter(
                o -> o instanceof Proposition.Comparison right && right.left().equals(wrong.left()))
            .findFirst()
        : Optional.empty();
  }

  private void showIn(List<String> ids, Proposition right, Proposition wrong) {
    for (int at = 0; at < steps.size(); at++) {
      Claim.Step step = steps.get(at);
      if (ids.contains(step.id()) && step.shows() != null && parts(step.shows()).contains(right)) {
        List<Proposition> shown = new ArrayList<>(parts(step.shows()));
        shown.set(shown.indexOf(right), wrong);
        show(at, step.shows(), shown.size() == 1 ? wrong : new Proposition.And(shown));
        return;
      }
    }
  }

  private static List<Proposition> parts(Proposition p) {
    return p instanceof Proposition.And a ? a.parts() : List.of(p);
  }
}
