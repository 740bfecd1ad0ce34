package org.flowproof.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.flowproof.check.CaseCheck;
import org.flowproof.check.EnclosureResult;
import org.flowproof.enclose.plan.Precision;
import org.flowproof.proof.Claim;

/** The tubes of those cases of a report that have the section {@code enclose}. */
final class ReportTubes {
  private final Map<String, Callable<CaseEnclosure>> tasks = new LinkedHashMap<>();
  private final Map<String, Work.Outcome<CaseEnclosure>> outcomes = new LinkedHashMap<>();

  /** Reads what is to be enclosed; nothing is computed yet. */
  ReportTubes(List<CaseCheck> cases, Workspace workspace, OptionalLong seed) {
    CaseEncloser encloser =
        new CaseEncloser(
            new FlowTubes(Optional.empty(), Precision.PAIRS),
            workspace.claims(),
            seed,
            OptionalDouble.empty());
    for (CaseCheck one : cases) {
      if (one.caseFile().enclosure().isPresent()) {
        tasks.put(one.caseFile().id(), encloser.task(one.caseFile().path()));
      }
    }
  }

  /** Encloses them all; those that could not be enclosed are told. */
  void enclose(Work work, Console console) {
    List<String> ids = List.copyOf(tasks.keySet());
    List<Callable<CaseEnclosure>> all = new ArrayList<>();
    for (String id : ids) {
      all.add(
          () -> {
            console.message("enclosing " + id + " ...");
            return tasks.get(id).call();
          });
    }
    List<Work.Outcome<CaseEnclosure>> found = work.all(all);
    for (int i = 0; i < ids.size(); i++) {
      outcomes.put(ids.get(i), found.get(i));
      if (found.get(i).value().isEmpty()) {
        console.error(ids.get(i) + ": not enclosed: " + found.get(i).failure());
      }
    }
  }

  Optional<EnclosureResult> result(String id) {
    return tube(id).map(CaseEnclosure::result);
  }

  Optional<CaseEnclosure> tube(String id) {
    return Optional.ofNullable(outcomes.get(id)).flatMap(Work.Outcome::value);
  }

  /** The claims that are held against the tube of a case. */
  List<Claim> claims(String id) {
    return result(id).stream()
        .flatMap(r -> r.claims().stream())
        .map(c -> c.finding().claim())
        .toList();
  }

  /** The exit code that the tubes alone give. */
  int exitCode() {
    return outcomes.values().stream()
        .map(o -> o.value().map(CaseEnclosure::exitCode).orElse(ExitCode.UNKNOWN))
        .reduce(ExitCode.OK, ExitCode::worse);
  }
}
