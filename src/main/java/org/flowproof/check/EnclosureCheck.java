package org.flowproof.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.flowproof.problem.CaseFile;
import org.flowproof.problem.Expectation;
import org.flowproof.problem.ExpectedEnclosure;
import org.flowproof.problem.InputException;
import org.flowproof.proof.Claim;
import org.flowproof.proof.ClaimCatalogue;

/**
 * A case whose flow is to be enclosed, with the claims to hold against the tube: those of its
 * section {@code enclose}, or all that it checks on a run when it has no such section.
 */
public final class EnclosureCheck {
  private final CaseFile file;
  private final List<Claim> claims;
  private final List<Optional<Verdict>> verdicts;
  private final List<String> reasons;

  private EnclosureCheck(
      CaseFile file, List<Claim> claims, List<Optional<Verdict>> verdicts, List<String> reasons) {
    this.file = file;
    this.claims = List.copyOf(claims);
    this.verdicts = List.copyOf(verdicts);
    this.reasons = List.copyOf(reasons);
  }

  /**
   * Resolves the claims of a case; nothing is computed.
   *
   * @throws InputException when the case names an unknown claim
   */
  public static EnclosureCheck prepare(CaseFile file, ClaimCatalogue catalogue) {
    Optional<ExpectedEnclosure> expected = file.enclosure();
    List<Expectation> asked = expected.map(ExpectedEnclosure::claims).orElse(file.check());
    List<Claim> claims = new ArrayList<>();
    List<Optional<Verdict>> verdicts = new ArrayList<>();
    List<String> reasons = new ArrayList<>();
    for (Expectation one : asked) {
      claims.add(CaseCheck.claim(one, catalogue));
      verdicts.add(expected.map(e -> Verdict.valueOf(one.verdict())));
      reasons.add(expected.isPresent() ? one.reason() : "");
    }
    return new EnclosureCheck(file, claims, verdicts, reasons);
  }

  /** The case. */
  public CaseFile file() {
    return file;
  }

  /** The time up to which the case is to be enclosed: its own, or the longest of its run. */
  public double until() {
    return file.enclosure()
        .map(ExpectedEnclosure::until)
        .orElse(file.problem().dynamics().stop().time());
  }

  /** How many claims there are. */
  public int count() {
    return claims.size();
  }

  /**
   * Holds one claim against a tube.
   *
   * @param index 0-based, in the order of the case
   */
  public TubeClaim claim(int index, TubeRun run) {
    if (run.tube().isEmpty()) {
      return undecided(index, "no tube: " + run.refusal().map(TubeRefusal::text).orElse(""));
    }
    return of(
        index,
        new TubeChecker()
            .check(claims.get(index), run.tube().get(), run.refusal().map(TubeRefusal::text)));
  }

  /** The result for a claim that could not be decided: UNKNOWN. */
  public TubeClaim undecided(int index, String reason) {
    return of(index, Finding.nothingRead(claims.get(index), Verdict.UNKNOWN, reason));
  }

  private TubeClaim of(int index, Finding finding) {
    return new TubeClaim(finding, verdicts.get(index), reasons.get(index));
  }
}
