package org.flowproof.cli;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.flowproof.check.ClaimResult;
import org.flowproof.check.ConditionResult;
import org.flowproof.check.EndingResult;
import org.flowproof.check.ValueResult;
import org.flowproof.check.Verdict;
import org.flowproof.check.outcome.Ending;
import org.flowproof.flow.Trajectory;
import org.flowproof.flow.choice.IntegratorChoice;
import org.flowproof.problem.CaseFile;

/**
 * What came of one case; unlike {@link org.flowproof.check.CaseResult} it may lack a run.
 *
 * @param file the case
 * @param trajectory the run; empty when there is none
 * @param failure why there is no run, one line; empty otherwise
 * @param claims one for each claim of the case, in its order
 * @param values one for each number of the case, in its order
 * @param ending where the run ends, when the case says what it expects
 * @param alignment the early-alignment theorem, when the case asks for it
 * @param margins the limits of margins and stable ranks, when the case asks for them
 * @param smallStart the limit of small starts, when the case asks for it
 * @param branches the branches of the target set, when the case asks for them
 * @param extremal the extremal vectors of the data, when the case lists them
 */
record CaseOutcome(
    CaseFile file,
    Optional<Trajectory> trajectory,
    String failure,
    List<ClaimResult> claims,
    List<ValueResult> values,
    Optional<EndingResult> ending,
    Optional<AlignmentOutcome> alignment,
    Optional<MarginsOutcome> margins,
    Optional<SmallStartOutcome> smallStart,
    Optional<BranchesOutcome> branches,
    Optional<ExtremalOutcome> extremal) {
  CaseOutcome {
    claims = List.copyOf(claims);
    values = List.copyOf(values);
  }

  /** Who made the run, or would have. */
  IntegratorChoice integrator() {
    return IntegratorChoice.of(file);
  }

  /** The exit code that this case alone gives. */
  int exitCode() {
    Stream<Verdict> surprises =
        Stream.of(
                claims.stream().filter(c -> !c.asExpected()).map(c -> c.finding().verdict()),
                values.stream().filter(v -> !v.asExpected()).map(ValueResult::verdict),
                parts().filter(p -> !p.asExpected()).map(PartOutcome::verdict))
            .flatMap(s -> s);
    Stream<Boolean> undecided =
        Stream.concat(
            surprises.map(v -> v == Verdict.UNKNOWN),
            conditions().stream()
                .filter(c -> !c.surprise().isEmpty())
                .map(c -> c.outcome() == ConditionResult.Outcome.UNKNOWN));
    Stream<Boolean> ends =
        ending.stream().filter(e -> !e.asExpected()).map(e -> e.verdict() == Ending.UNKNOWN);
    return Stream.concat(undecided, ends)
        .map(unknown -> unknown ? ExitCode.UNKNOWN : ExitCode.DIFFERENT)
        .reduce(trajectory.isPresent() ? ExitCode.OK : ExitCode.UNKNOWN, ExitCode::worse);
  }

  /** The parts of all theorems that the case asks for. */
  private Stream<PartOutcome> parts() {
    return Stream.of(
            alignment.stream().flatMap(a -> a.parts().stream()),
            margins.stream().flatMap(m -> m.parts().stream()),
            smallStart.stream().flatMap(s -> s.parts().stream()),
            branches.stream().flatMap(b -> b.parts().stream()),
            extremal.stream().flatMap(e -> e.parts().stream()))
        .flatMap(s -> s);
  }

  /** All conditions of the claims, in order. */
  List<ConditionResult> conditions() {
    return claims.stream().flatMap(c -> c.conditions().stream()).toList();
  }

  /** The exit code of several cases together. */
  static int exitCode(List<CaseOutcome> outcomes) {
    return outcomes.stream().map(CaseOutcome::exitCode).reduce(ExitCode.OK, ExitCode::worse);
  }

  /** {@code ok}, {@code different} or {@code unknown}, for JSON. */
  String word() {
    return switch (exitCode()) {
      case ExitCode.OK -> "ok";
      case ExitCode.DIFFERENT -> "different";
      default -> "unknown";
    };
  }
}
