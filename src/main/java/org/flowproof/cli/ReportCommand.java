package org.flowproof.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.flowproof.check.CaseCheck;
import org.flowproof.check.CaseResult;
import org.flowproof.proof.Claim;
import org.flowproof.proof.derive.FlowDerivation;
import org.flowproof.proof.kernel.ProofReport;
import org.flowproof.report.AppendixWriter;
import org.flowproof.report.Provenance;
import org.flowproof.report.ReportInput;
import org.flowproof.report.ReportResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code report}: checks, proves and typesets. */
@Command(
    name = "report",
    description = {
      "Check each case, replay the proofs of its claims, and write a LaTeX appendix,",
      "with a PDF when a TeX engine is installed. Exit codes are those of check.",
      "Of a sweep: typeset the results that the command sweep has computed, with thresholds and"
          + " phase diagrams; exit code 3 when points are missing or undecided."
    })
final class ReportCommand extends CommandBase {
  /** States at which the derived velocity is compared with the numeric one, and their seed. */
  private static final int COMPARED_STATES = 20;

  private static final long COMPARISON_SEED = 20_261_121;

  @Parameters(
      arity = "1..*",
      paramLabel = "CASE",
      description = "Case or sweep file, or id below cases/.")
  List<String> names;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      description = {
        "Where to write; reports/CASE below the current directory by default.",
        "With several cases, a directory DIR/CASE for each."
      })
  String output;

  @Option(names = "--quick", description = "Of a sweep: report its quick version.")
  boolean quick;

  @Option(
      names = "--results",
      paramLabel = "DIR",
      description = "Of a sweep: where its results are; where sweep puts them by default.")
  String results;

  ReportCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  public Integer call() throws IOException {
    Instant started = Instant.now();
    Workspace workspace = workspace();
    List<Path> sweeps =
        names.stream().map(workspace::sweepNamed).flatMap(Optional::stream).toList();
    if (!sweeps.isEmpty()) {
      return sweeps(sweeps, started);
    }
    if (quick || results != null) {
      throw new UsageException("--quick and --results go with a sweep");
    }
    CaseRunner runner = new CaseRunner(workspace, work(), console());
    Optional<List<CaseCheck>> prepared = runner.prepare(names, options.seed());
    if (prepared.isEmpty()) {
      return ExitCode.INPUT;
    }
    List<Path> directories =
        directories(prepared.get().stream().map(c -> c.caseFile().shortName()).toList());
    ReportTubes tubes = new ReportTubes(prepared.get(), workspace, options.seed());
    List<CaseOutcome> outcomes = runner.check(prepared.get());
    tubes.enclose(work(), console());
    Map<String, ProofReport> proofs = prove(workspace, prepared.get(), tubes);
    Work.Outcome<FlowDerivation> dynamics = derive();
    int code = ExitCode.worse(CaseOutcome.exitCode(outcomes), tubes.exitCode());
    List<Map<String, Object>> written = new ArrayList<>();
    for (int i = 0; i < outcomes.size(); i++) {
      CaseOutcome outcome = outcomes.get(i);
      Map<String, Object> entry = ResultJson.outcome(outcome);
      if (outcome.trajectory().isPresent()) {
        ReportInput input =
            input(
                outcome,
                tubes,
                proofs,
                dynamics.value(),
                provenance(outcome, tubes, proofs, started));
        console().message("writing " + directories.get(i) + " ...");
        ReportResult result = new AppendixWriter().write(input, directories.get(i));
        entry.put("report", describe(result));
        tubes.tube(outcome.file().id()).ifPresent(tube -> entry.put("enclosure", tube.tree()));
        if (!options.json) {
          new CaseTable(console()).print(outcome);
          tubes.tube(outcome.file().id()).ifPresent(tube -> tube.print(console()));
          announce(result);
        }
      } else {
        entry.put("report", null);
        console().error(outcome.file().id() + ": no report: " + outcome.failure());
      }
      written.add(entry);
    }
    if (options.json) {
      Map<String, Object> document = ResultJson.document("report", code);
      document.put("cases", written);
      console().json(document);
    }
    return code;
  }

  private int sweeps(List<Path> files, Instant started) throws IOException {
    if (files.size() < names.size()) {
      throw new UsageException("report cases and sweeps one after the other");
    }
    if (results != null && files.size() > 1) {
      throw new UsageException("--results goes with one sweep");
    }
    Optional<Path> store = Optional.ofNullable(results).map(workspace()::output);
    List<SweepReport> reports = new ArrayList<>();
    for (Path file : files) {
      reports.add(SweepReport.of(file, quick, store, options.seed(), workspace(), surroundings()));
    }
    List<Path> directories = directories(reports.stream().map(SweepReport::name).toList());
    int code = ExitCode.OK;
    List<Map<String, Object>> written = new ArrayList<>();
    for (int i = 0; i < reports.size(); i++) {
      console().message("writing " + directories.get(i) + " ...");
      ReportResult result = reports.get(i).write(directories.get(i), started);
      code = ExitCode.worse(code, reports.get(i).exitCode());
      Map<String, Object> entry = reports.get(i).json();
      entry.put("report", describe(result));
      written.add(entry);
      if (!options.json) {
        console().print(reports.get(i).summary());
        announce(result);
      }
    }
    if (options.json) {
      Map<String, Object> document = ResultJson.document("report", code);
      document.put("sweeps", written);
      console().json(document);
    }
    return code;
  }

  private List<Path> directories(List<String> reports) {
    List<Path> directories = new ArrayList<>();
    for (String name : reports) {
      String below = output == null ? "reports/" + name : output;
      Path directory = workspace().output(below);
      directories.add(output != null && reports.size() > 1 ? directory.resolve(name) : directory);
    }
    if (Set.copyOf(directories).size() < directories.size()) {
      throw new UsageException(
          "two reports would be written to one directory; write them one at a time with -o");
    }
    return directories;
  }

  private Map<String, ProofReport> prove(
      Workspace workspace, List<CaseCheck> cases, ReportTubes tubes) {
    Set<Claim> claims = new LinkedHashSet<>();
    cases.forEach(one -> claims.addAll(one.claims()));
    cases.forEach(one -> claims.addAll(tubes.claims(one.caseFile().id())));
    Proofs proofs = new Proofs(workspace.claims(), work(), console());
    Map<String, ProofReport> byClaim = new LinkedHashMap<>();
    proofs
        .replay(proofs.withLemmas(List.copyOf(claims)))
        .forEach(report -> byClaim.put(report.claim().id(), report));
    return byClaim;
  }

  private Work.Outcome<FlowDerivation> derive() {
    console().message("deriving the dynamics ...");
    Work.Outcome<FlowDerivation> outcome =
        work()
            .<FlowDerivation>all(
                List.of(() -> FlowDerivation.derive(COMPARISON_SEED, COMPARED_STATES)))
            .get(0);
    if (outcome.value().isEmpty()) {
      console().error("the report leaves out the derived dynamics: " + outcome.failure());
    }
    return outcome;
  }

  private ReportInput input(
      CaseOutcome outcome,
      ReportTubes tubes,
      Map<String, ProofReport> proofs,
      Optional<FlowDerivation> dynamics,
      Provenance provenance) {
    CaseResult result =
        new CaseResult(
            outcome.file(),
            outcome.trajectory().orElseThrow(),
            outcome.integrator(),
            outcome.claims(),
            outcome.values(),
            outcome.ending());
    return new ReportInput(
        result,
        reports(outcome, tubes, proofs),
        dynamics,
        provenance,
        outcome.alignment().flatMap(AlignmentOutcome::result),
        outcome.margins().flatMap(MarginsOutcome::result),
        outcome.smallStart().flatMap(SmallStartOutcome::result),
        outcome.branches().flatMap(BranchesOutcome::result),
        tubes.result(outcome.file().id()));
  }

  /** The proofs of the claims of one case, then those of the lemmas. */
  private List<ProofReport> reports(
      CaseOutcome outcome, ReportTubes tubes, Map<String, ProofReport> proofs) {
    Set<Claim> own = new LinkedHashSet<>();
    outcome.claims().forEach(c -> own.add(c.finding().claim()));
    own.addAll(tubes.claims(outcome.file().id()));
    return new Proofs(workspace().claims(), work(), console())
        .withLemmas(List.copyOf(own)).stream().map(claim -> proofs.get(claim.id())).toList();
  }

  private Provenance provenance(
      CaseOutcome outcome, ReportTubes tubes, Map<String, ProofReport> proofs, Instant started) {
    List<Path> inputs = new ArrayList<>();
    Path caseFile = outcome.file().path();
    inputs.add(caseFile);
    outcome.file().inputs().forEach(data -> inputs.add(caseFile.resolveSibling(data.path())));
    reports(outcome, tubes, proofs).forEach(r -> inputs.add(workspace().claimFile(r.claim())));
    Map<String, Long> seeds = new HashMap<>(outcome.file().seeds());
    seeds.put("comparison of derived and numeric velocity", COMPARISON_SEED);
    return new Provenance(surroundings().command(), seeds, inputs, started, surroundings().home());
  }

  private static Map<String, Object> describe(ReportResult result) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("directory", result.directory().toString());
    map.put("files", result.files().stream().map(Path::toString).toList());
    map.put("pdf", result.pdf().map(Path::toString).orElse(null));
    map.put("pdfNote", result.pdfNote().isEmpty() ? null : result.pdfNote());
    map.put("warnings", result.warnings());
    return map;
  }

  private void announce(ReportResult result) {
    console().print("report in " + result.directory());
    result.pdf().ifPresent(pdf -> console().print("  " + result.directory().resolve(pdf)));
    if (!result.pdfNote().isEmpty()) {
      console().error(result.pdfNote());
    }
    result.warnings().forEach(warning -> console().error("TeX: " + warning));
  }
}
