package org.flowproof.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.flowproof.problem.CaseFile;
import org.flowproof.problem.ExpectedEnclosure;

/**
 * What came of enclosing a case.
 *
 * @param file the case
 * @param until the time that was asked for
 * @param run the tube
 * @param claims the claims of the case on it, in its order
 * @param claimSeconds that the claims took
 */
public record EnclosureResult(
    CaseFile file, double until, TubeRun run, List<TubeClaim> claims, double claimSeconds) {
  public EnclosureResult {
    claims = List.copyOf(claims);
  }

  /** Whether the tube ends where it was to end: at the time asked for, or as the case expects. */
  public boolean endsAsExpected() {
    Optional<ExpectedEnclosure.Refused> wanted = refused();
    return wanted.isPresent()
        ? run.refusal().map(r -> r.meets(wanted.get())).orElse(false)
        : run.refusal().isEmpty();
  }

  /** Whether the case expects that its tube ends before the time asked for. */
  public boolean expectsRefusal() {
    return refused().isPresent();
  }

  private Optional<ExpectedEnclosure.Refused> refused() {
    return file.enclosure().flatMap(ExpectedEnclosure::refused);
  }

  private Optional<String> unrefused(ExpectedEnclosure.Refused wanted) {
    if (endsAsExpected()) {
      return Optional.empty();
    }
    return Optional.of(
        run.refusal()
                .map(r -> "the tube ends at t = " + r.time() + " (" + r.kind().word() + ")")
                .orElse("the tube reaches t = " + until)
            + ", expected to end between "
            + wanted.after()
            + " and "
            + wanted.before()
            + " ("
            + wanted.kind().word()
            + ")");
  }

  /** What the case expects of the tube itself and is not so, one sentence each. */
  public List<String> surprises() {
    List<String> all = new ArrayList<>();
    Optional<ExpectedEnclosure> expected = file.enclosure();
    if (expected.isEmpty()) {
      return all;
    }
    if (run.tube().isPresent() && expected.get().radius().isPresent()) {
      double most = expected.get().radius().getAsDouble();
      double radius = run.tube().get().radius();
      if (!(radius <= most)) {
        all.add("the radius of the tube is " + radius + ", expected at most " + most);
      }
    }
    expected.get().refused().flatMap(this::unrefused).ifPresent(all::add);
    if (expected.get().limit().isPresent()) {
      boolean wanted = expected.get().limit().get() == ExpectedEnclosure.Limit.PROVEN;
      boolean found = run.limit().map(TubeRun.Limit::proven).orElse(false);
      if (wanted != found) {
        all.add(
            wanted
                ? "nothing is proven of the limit, expected a theorem"
                : "a theorem is proven of the limit, expected an obstruction");
      }
    }
    return all;
  }
}
