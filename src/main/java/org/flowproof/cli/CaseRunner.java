package org.flowproof.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.flowproof.check.CaseCheck;
import org.flowproof.check.ClaimResult;
import org.flowproof.check.ConditionResult;
import org.flowproof.check.EndingResult;
import org.flowproof.check.ValueResult;
import org.flowproof.check.alignment.AlignmentCheck;
import org.flowproof.check.alignment.AlignmentResult;
import org.flowproof.check.alignment.ExtremalCheck;
import org.flowproof.check.alignment.ExtremalResult;
import org.flowproof.check.branches.BranchesCheck;
import org.flowproof.check.branches.BranchesResult;
import org.flowproof.check.margins.MarginsCheck;
import org.flowproof.check.margins.MarginsResult;
import org.flowproof.check.smallstart.SmallStartCheck;
import org.flowproof.check.smallstart.SmallStartResult;
import org.flowproof.flow.RunWatcher;
import org.flowproof.flow.Trajectory;
import org.flowproof.problem.CaseFile;
import org.flowproof.problem.CaseLoader;
import org.flowproof.problem.ExpectedAlignment;
import org.flowproof.problem.ExpectedBranches;
import org.flowproof.problem.ExpectedExtremal;
import org.flowproof.problem.ExpectedMargins;
import org.flowproof.problem.ExpectedSmallStart;
import org.flowproof.problem.InputException;

/** Reads cases, integrates them and holds their claims against the runs. */
final class CaseRunner {
  private final Workspace workspace;
  private final Work work;
  private final Console console;

  CaseRunner(Workspace workspace, Work work, Console console) {
    this.workspace = workspace;
    this.work = work;
    this.console = console;
  }

  /**
   * Reads all cases before any is run. Every faulty one is named on the console.
   *
   * @return the cases, a file named twice only once; or nothing when one of them is faulty
   */
  Optional<List<CaseCheck>> prepare(List<String> names, OptionalLong seed) {
    Set<Path> files = new LinkedHashSet<>();
    List<CaseCheck> cases = new ArrayList<>();
    boolean sound = true;
    for (String name : names) {
      try {
        Path file = workspace.caseFile(name);
        if (files.add(file)) {
          cases.add(CaseCheck.prepare(CaseLoader.load(file, seed), workspace.claims()));
        }
      } catch (InputException | UsageException e) {
        console.error(e.getMessage());
        sound = false;
      }
    }
    return sound ? Optional.of(cases) : Optional.empty();
  }

  /** Integrates each case. */
  List<Work.Outcome<Trajectory>> integrate(List<CaseCheck> cases) {
    return integrate(cases, RunWatcher.NONE);
  }

  /** Integrates each case, watched. */
  List<Work.Outcome<Trajectory>> integrate(List<CaseCheck> cases, RunWatcher watcher) {
    return integrate(cases, watcher, (index, run) -> {});
  }

  private List<Work.Outcome<Trajectory>> integrate(
      List<CaseCheck> cases,
      RunWatcher watcher,
      BiConsumer<Integer, Work.Outcome<Trajectory>> finished) {
    List<Callable<Trajectory>> tasks = new ArrayList<>();
    for (CaseCheck one : cases) {
      tasks.add(
          () -> {
            console.message("running " + one.caseFile().id() + " ...");
            return one.integrator().integrate(one.caseFile().problem(), watcher);
          });
    }
    return work.all(tasks, finished);
  }

  /** Integrates each case, then checks each claim; every part has its own clock. */
  List<CaseOutcome> check(List<CaseCheck> cases) {
    return check(cases, outcome -> {});
  }

  /**
   * As above.
   *
   * @param finished is given each outcome, in the order of the cases, as soon as it is there; runs
   *     of later cases go on meanwhile
   */
  List<CaseOutcome> check(List<CaseCheck> cases, Consumer<CaseOutcome> finished) {
    List<CaseOutcome> outcomes = new ArrayList<>();
    integrate(
        cases,
        RunWatcher.NONE,
        (index, run) -> {
          CaseOutcome outcome = hold(cases.get(index), run);
          outcomes.add(outcome);
          finished.accept(outcome);
        });
    return outcomes;
  }

  private CaseOutcome hold(CaseCheck one, Work.Outcome<Trajectory> run) {
    List<ClaimResult> claims =
        each(
            one.caseFile().check().size(),
            run,
            index -> trajectory -> one.claim(index, trajectory),
            one::undecidedClaim);
    List<ValueResult> values =
        each(
            one.caseFile().values().size(),
            run,
            index -> trajectory -> one.value(index, trajectory),
            one::undecidedValue);
    List<List<ConditionResult>> conditions =
        each(
            one.caseFile().check().size(),
            run,
            index -> trajectory -> one.conditions(index, trajectory),
            one::undecidedConditions);
    List<ClaimResult> complete =
        IntStream.range(0, claims.size())
            .mapToObj(i -> claims.get(i).with(conditions.get(i)))
            .toList();
    Optional<EndingResult> ending =
        one.caseFile().ending().isEmpty()
            ? Optional.empty()
            : each(
                    1,
                    run,
                    index -> trajectory -> one.ending(trajectory, RunWatcher.NONE),
                    (index, why) -> one.undecidedEnding(why))
                .get(0);
    return new CaseOutcome(
        one.caseFile(),
        run.value(),
        run.failure(),
        complete,
        values,
        ending,
        alignment(one, run),
        margins(one, run),
        smallStart(one),
        branches(one),
        extremal(one));
  }

  /** The early-alignment theorem, when the case asks for it. */
  private Optional<AlignmentOutcome> alignment(CaseCheck one, Work.Outcome<Trajectory> run) {
    if (one.caseFile().alignment().isEmpty()) {
      return Optional.empty();
    }
    ExpectedAlignment expected = one.caseFile().alignment().get();
    List<Callable<AlignmentResult>> task =
        List.of(() -> AlignmentCheck.of(one.caseFile().problem(), expected.request(), run.value()));
    Work.Outcome<AlignmentResult> outcome = work.all(task).get(0);
    return Optional.of(new AlignmentOutcome(expected, outcome.value(), outcome.failure()));
  }

  /** The limits of margins and stable ranks, when the case asks for them. */
  private Optional<MarginsOutcome> margins(CaseCheck one, Work.Outcome<Trajectory> run) {
    if (one.caseFile().margins().isEmpty()) {
      return Optional.empty();
    }
    ExpectedMargins expected = one.caseFile().margins().get();
    if (run.value().isEmpty()) {
      return Optional.of(
          new MarginsOutcome(expected, Optional.empty(), "no run: " + run.failure()));
    }
    List<Callable<MarginsResult>> task =
        List.of(
            () -> MarginsCheck.of(one.caseFile().problem(), expected.delta(), run.value().get()));
    Work.Outcome<MarginsResult> outcome = work.all(task).get(0);
    return Optional.of(new MarginsOutcome(expected, outcome.value(), outcome.failure()));
  }

  /** The limit of small starts, when the case asks for it; it makes its own runs. */
  private Optional<SmallStartOutcome> smallStart(CaseCheck one) {
    if (one.caseFile().smallStart().isEmpty()) {
      return Optional.empty();
    }
    ExpectedSmallStart expected = one.caseFile().smallStart().get();
    List<Callable<SmallStartResult>> task =
        List.of(() -> SmallStartCheck.of(one.caseFile().problem(), expected.request()));
    Work.Outcome<SmallStartResult> outcome = work.all(task).get(0);
    return Optional.of(new SmallStartOutcome(expected, outcome.value(), outcome.failure()));
  }

  /** The branches of the target set, when the case asks for them; no run is needed. */
  private Optional<BranchesOutcome> branches(CaseCheck one) {
    CaseFile file = one.caseFile();
    if (file.branches().isEmpty()) {
      return Optional.empty();
    }
    ExpectedBranches expected = file.branches().get();
    List<Callable<BranchesResult>> task =
        List.of(
            () ->
                BranchesCheck.of(
                    file.problem(), file.target(), workspace.claims(), expected.request()));
    Work.Outcome<BranchesResult> outcome = work.all(task).get(0);
    return Optional.of(new BranchesOutcome(expected, outcome.value(), outcome.failure()));
  }

  /** The extremal vectors of the data, when the case lists them; no run is needed. */
  private Optional<ExtremalOutcome> extremal(CaseCheck one) {
    if (one.caseFile().extremal().isEmpty()) {
      return Optional.empty();
    }
    ExpectedExtremal expected = one.caseFile().extremal().get();
    List<Callable<ExtremalResult>> task =
        List.of(() -> ExtremalCheck.of(one.caseFile().problem(), expected));
    Work.Outcome<ExtremalResult> outcome = work.all(task).get(0);
    return Optional.of(new ExtremalOutcome(expected, outcome.value(), outcome.failure()));
  }

  private <R> List<R> each(
      int count,
      Work.Outcome<Trajectory> run,
      IntFunction<java.util.function.Function<Trajectory, R>> decide,
      BiFunction<Integer, String, R> undecided) {
    if (run.value().isEmpty()) {
      return IntStream.range(0, count)
          .mapToObj(i -> undecided.apply(i, "no run: " + run.failure()))
          .toList();
    }
    Trajectory trajectory = run.value().get();
    List<Callable<R>> tasks = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      java.util.function.Function<Trajectory, R> task = decide.apply(i);
      tasks.add(() -> task.apply(trajectory));
    }
    List<Work.Outcome<R>> outcomes = work.all(tasks);
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                outcomes
                    .get(i)
                    .value()
                    .orElseGet(() -> undecided.apply(i, outcomes.get(i).failure())))
        .toList();
  }
}
