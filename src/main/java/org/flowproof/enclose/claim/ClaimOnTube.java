package org.flowproof.enclose.claim;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.flowproof.enclose.Tube;
import org.flowproof.enclose.interval.Interval;
import org.flowproof.flow.ObservableCatalogue;
import org.flowproof.formula.Compiler;
import org.flowproof.formula.NoValueException;
import org.flowproof.formula.Proposition;
import org.flowproof.formula.Signature;
import org.flowproof.formula.Substitution;
import org.flowproof.formula.Terms;
import org.flowproof.formula.Truth;
import org.flowproof.proof.Claim;

/**
 * Reads the conclusion of a claim over a whole tube: from the pieces of the tube down to ever
 * shorter spans of time, until each lies outside the range of the claim, or the conclusion holds at
 * all its times, or fails at all of them. A time is left out only where it is proven to be outside
 * the range. The only maker of {@link Enclosed}.
 */
public final class ClaimOnTube {
  private final Claim claim;
  private final List<Map<String, Integer>> instances;
  private final SpanBudget budget;
  private final TubeContext tube;
  private final StatementOnTube range;
  private final StatementOnTube conclusion;
  private final RangeFacts facts;
  private TubeOutcome.Fails failure;
  private TubeOutcome.Open open;
  private boolean surelyInRange;
  private boolean maybeInRange;
  private boolean said;
  private double shown;

  private ClaimOnTube(
      Claim claim, List<Map<String, Integer>> instances, Tube tube, SpanBudget budget) {
    this.claim = claim;
    this.instances = List.copyOf(instances);
    this.budget = budget;
    this.tube = new TubeContext(tube);
    Proposition when = expanded(claim.range());
    range = new StatementOnTube(when, RangeFacts.NONE, this.tube);
    facts = RangeFacts.of(when);
    conclusion = new StatementOnTube(expanded(claim.conclusion()), facts, this.tube);
  }

  /**
   * Reads a claim.
   *
   * @param claim about the network of the tube's problem, whose hypotheses hold for the instances
   * @param instances values of its generic indices, at least one
   * @param spans how many spans may be read before what is left counts as open
   * @throws CancellationException when the thread is interrupted
   */
  public static TubeOutcome read(
      Claim claim, List<Map<String, Integer>> instances, Tube tube, long spans) {
    return new ClaimOnTube(claim, instances, tube, new SpanBudget(spans)).outcome();
  }

  private Optional<EnclosedSides> sides() {
    return EnclosedSides.of(
        claim.conclusion(), claim.definitions(), instances.get(0), shown, tube.values());
  }

  private Proposition expanded(Proposition p) {
    return Substitution.expand(p, claim.definitions());
  }

  private TubeOutcome outcome() {
    for (Map<String, Integer> instance : instances) {
      examine(instance, Span.START, 0);
    }
    List<Double> cuts = tube.values().spans().cuts();
    for (int i = 1; i < cuts.size() && failure == null; i++) {
      Span piece = Span.of(cuts.get(i - 1), cuts.get(i));
      for (Map<String, Integer> instance : instances) {
        examine(instance, piece, 0);
      }
    }
    if (failure != null) {
      return failure;
    }
    if (open != null) {
      return open;
    }
    double end = tube.values().spans().end();
    if (!surelyInRange) {
      String reason = "no time of the tube, which ends at t = " + end + ", ";
      return maybeInRange || goesOn()
          ? new TubeOutcome.Open(
              Double.NaN, Double.NaN, Map.of(), reason + "is known to lie in the range")
          : new TubeOutcome.Silent(reason + "lies in the range");
    }
    return said
        ? new TubeOutcome.Holds(
            new Enclosed(claim, end, instances.size(), budget.used(), goesOn(), sides()))
        : new TubeOutcome.Silent(
            "the premise in the conclusion is met at no time up to t = " + end);
  }

  private void examine(Map<String, Integer> instance, Span span, int depth) {
    if (failure != null) {
      return;
    }
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("interrupted at t = " + span.after());
    }
    budget.use();
    SpanTruth inside = range.read(instance, span);
    if (inside == SpanTruth.FALSE) {
      return;
    }
    maybeInRange = true;
    surelyInRange |= inside.holds();
    SpanTruth holds = conclusion.read(instance, span);
    if (!holds.holds() && inside == SpanTruth.UNDECIDED) {
      SpanTruth before = beforeEvents(instance, span);
      holds = before.holds() ? before : holds;
    }
    if (holds.holds()) {
      if (holds == SpanTruth.TRUE && inside.holds()) {
        said = true;
        shown = instance.equals(instances.get(0)) ? span.until() : shown;
      }
      return;
    }
    if (holds == SpanTruth.FALSE && inside.holds()) {
      failure =
          new TubeOutcome.Fails(
              span.after(),
              span.until(),
              instance,
              conclusion.place(Truth.FALSE).map(StatementOnTube.Place::text).orElse(""));
      return;
    }
    double middle = span.time().midpoint();
    if (!span.isStart()
        && middle > span.after()
        && middle < span.until()
        && budget.mayHalve(depth, openEquation(holds))) {
      examine(instance, Span.of(span.after(), middle), depth + 1);
      examine(instance, Span.of(middle, span.until()), depth + 1);
    } else {
      leaveOpen(instance, span, holds == SpanTruth.UNDECIDED);
    }
  }

  /** The conclusion at those times of a span that are in the range, where that says more. */
  private SpanTruth beforeEvents(Map<String, Integer> instance, Span span) {
    Set<Integer> unmoved = facts.unmoved(instance);
    boolean same =
        unmoved.stream().allMatch(j -> tube.values().gatesAreThoseOfTheStart(j, span.time()));
    return same
        ? SpanTruth.UNDECIDED
        : new StatementOnTube(expanded(claim.conclusion()), facts, tube.before(unmoved))
            .read(instance, span);
  }

  private boolean openEquation(SpanTruth holds) {
    return holds == SpanTruth.UNDECIDED
        && conclusion.place(Truth.UNDECIDED).map(p -> p.comparison().isEquation()).orElse(false);
  }

  private void leaveOpen(Map<String, Integer> instance, Span span, boolean statement) {
    budget.somethingIsOpen();
    if (open != null) {
      return;
    }
    String reason =
        statement
            ? (openEquation(SpanTruth.UNDECIDED)
                    ? "an equation, which intervals only refute: "
                    : "")
                + conclusion.place(Truth.UNDECIDED).map(StatementOnTube.Place::text).orElse("")
            : "the conclusion fails, and whether the time is in the range is not known: "
                + range.place(Truth.UNDECIDED).map(StatementOnTube.Place::text).orElse("");
    open = new TubeOutcome.Open(span.after(), span.until(), instance, reason);
  }

  /** Whether the range may go on after the end of the tube, for any of the instances. */
  private boolean goesOn() {
    Proposition full = expanded(claim.range());
    boolean readsStates =
        Terms.observables(full).stream()
            .anyMatch(
                name ->
                    ObservableCatalogue.standard().find(name).map(Signature::timed).orElse(true));
    double end = tube.values().spans().end();
    Interval when = Interval.of(readsStates ? end : 2 * end + 1);
    for (Map<String, Integer> instance : instances) {
      try {
        Truth later =
            new Compiler<>(new IntervalArithmetic())
                .compile(full)
                .evaluate(tube.values(), instance, when);
        if (later != Truth.FALSE) {
          return true;
        }
      } catch (NoValueException unknown) {
        return true;
      }
    }
    return false;
  }
}
