package org.flowproof.check.outcome;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.flowproof.check.stationary.StationaryKind;

/**
 * Where a case ends, and what that rests on.
 *
 * @param ending of the run itself
 * @param reason why it is unknown or none of the known ones; empty otherwise
 * @param how what the error bars rest on, in words; empty when nothing is known
 * @param numbers by name; docs/outcomes.md says what each is
 * @param reruns what became of the variations that were asked for; those without anything to vary
 *     are left out
 * @param point what kind of stationary point the run tends to; empty when that was not asked
 */
public record RunOutcome(
    Ending ending,
    String reason,
    String how,
    SortedMap<String, Double> numbers,
    List<Rerun> reruns,
    Optional<StationaryKind> point) {

  public RunOutcome {
    numbers = Collections.unmodifiableSortedMap(new TreeMap<>(numbers));
    reruns = List.copyOf(reruns);
  }

  /** An outcome of which the kind of point is not told. */
  public RunOutcome(
      Ending ending,
      String reason,
      String how,
      SortedMap<String, Double> numbers,
      List<Rerun> reruns) {
    this(ending, reason, how, numbers, reruns, Optional.empty());
  }

  /**
   * A second run.
   *
   * @param variation what was done otherwise
   * @param ending where it ends
   * @param reason why it is unknown or none of the known ones; empty otherwise
   */
  public record Rerun(Variation variation, Ending ending, String reason) {}

  /** The ending, when every second run that was asked for ends alike; UNKNOWN otherwise. */
  public Ending verdict() {
    return reruns.stream().allMatch(r -> r.ending() == ending) ? ending : Ending.UNKNOWN;
  }

  /** Whether all variations were tried and all end alike, at something known. */
  public boolean trusted() {
    return ending != Ending.UNKNOWN
        && verdict() == ending
        && reruns.stream().map(Rerun::variation).distinct().count() == Variation.values().length;
  }

  /** Why the verdict is what it is, in one sentence; empty when there is nothing to add. */
  public String explanation() {
    if (ending == Ending.UNKNOWN) {
      return reason;
    }
    return reruns.stream()
        .filter(r -> r.ending() != ending)
        .findFirst()
        .map(r -> "the run ends at " + ending.words() + ", but " + sentence(r))
        .orElse(reason);
  }

  private static String sentence(Rerun rerun) {
    String end =
        rerun.ending() == Ending.UNKNOWN
            ? " it is not known where: " + rerun.reason()
            : " at " + rerun.ending().words();
    return rerun.variation().words() + end;
  }
}
