package org.flowproof.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.flowproof.check.EnclosureResult;
import org.flowproof.check.TubeRun;
import org.flowproof.enclose.ode.OdeFile;
import org.flowproof.enclose.ode.OdeLoader;
import org.flowproof.enclose.plan.Precision;
import org.flowproof.problem.WholeFile;
import org.flowproof.problem.yaml.StrictMap;
import org.flowproof.problem.yaml.StrictYaml;
import org.flowproof.report.EnclosuresWriter;
import org.flowproof.report.ReportResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code enclose}: where solutions are proven to be. */
@Command(
    name = "enclose",
    description = {
      "Enclose the gradient flow of a case in a proven tube and hold its claims against it, or"
          + " enclose the solution of polynomial differential equations from given initial values:"
          + " bounds on the exact solution, found with outward rounding.",
      "Exit code 1 when an expected verdict, number or width is missed or a bound of 'always' is"
          + " broken, 3 when the end is not reached or a bound is not decided."
    })
final class EncloseCommand extends CommandBase {
  /** An ellipsoid takes as many columns as a network has weights. */
  private static final int MOST_WEIGHTS = 1000;

  @Parameters(
      arity = "0..*",
      paramLabel = "FILE",
      description = "Case or file of equations, or its id below cases/.")
  List<String> names = List.of();

  @Option(
      names = "--verify",
      paramLabel = "FILE",
      description =
          "Check a certificate of a tube (docs/certificate.md) instead: exit code 1 when something"
              + " does not follow, 2 when the file is damaged or no certificate.")
  String verify;

  @Option(
      names = "--csv",
      paramLabel = "FILE",
      description = "Write the width of each unknown against time; with one file only.")
  String csv;

  @Option(
      names = "--until",
      paramLabel = "T",
      description = "Enclose a case up to this time (default: that of the case).")
  Double until;

  @Option(
      names = "--report",
      paramLabel = "DIR",
      description = "Write an appendix on the tubes of all cases to a directory.")
  String report;

  @Option(
      names = "--certificate",
      paramLabel = "FILE",
      description = "Write a certificate of the tube of a case, for --verify; with one case only.")
  String certificate;

  @Option(
      names = "--doubles",
      description = "Lay paths in doubles: wider tubes, sooner for wide networks.")
  boolean doubles;

  @Option(
      names = "--ellipsoid",
      description = "Keep the errors of all neurons in one ellipsoid too: narrower tubes, later.")
  boolean ellipsoid;

  private final Optional<TubeRun.Maker> maker;

  EncloseCommand(Surroundings surroundings) {
    super(surroundings);
    maker = Optional.empty();
  }

  EncloseCommand(Surroundings surroundings, TubeRun.Maker maker) {
    super(surroundings);
    this.maker = Optional.of(maker);
  }

  @Override
  public Integer call() throws Exception {
    if (verify != null) {
      if (!names.isEmpty()
          || csv != null
          || until != null
          || certificate != null
          || report != null
          || doubles
          || ellipsoid) {
        throw new UsageException("--verify: expected nothing else, as the certificate says it all");
      }
      return new CertificateVerification(console(), work(), options.json)
          .of(verify, workspace().inputPath(verify));
    }
    if (names.isEmpty()) {
      throw new UsageException("expected a case, a file of equations, or --verify FILE");
    }
    if (csv != null && names.size() > 1) {
      throw new UsageException("--csv: expected one file to enclose, found " + names.size());
    }
    if (certificate != null && names.size() > 1) {
      throw new UsageException("--certificate: expected one case, found " + names.size());
    }
    if (until != null && !(until > 0 && Double.isFinite(until))) {
      throw new UsageException("--until: expected a positive number");
    }
    List<Path> files = names.stream().map(workspace()::encloseFile).toList();
    refuseTargets(files);
    Instant started = Instant.now();
    List<Callable<EncloseOutcome>> tasks = new ArrayList<>();
    Set<String> sections = new HashSet<>();
    for (Path file : files) {
      tasks.add(task(file, sections));
    }
    List<Map<String, Object>> trees = new ArrayList<>();
    List<EncloseOutcome> found = new ArrayList<>();
    List<Work.Outcome<EncloseOutcome>> outcomes =
        work().all(tasks, (index, outcome) -> show(names.get(index), outcome, trees, found));
    int code = ExitCode.OK;
    for (Work.Outcome<EncloseOutcome> outcome : outcomes) {
      code =
          ExitCode.worse(
              code, outcome.value().map(EncloseOutcome::exitCode).orElse(ExitCode.UNKNOWN));
    }
    if (options.json) {
      Map<String, Object> document = new LinkedHashMap<>(ResultJson.document("enclose", code));
      document.put("files", trees);
      console().json(document);
    }
    if (report != null) {
      report(started, found);
    }
    if (csv != null && !found.isEmpty()) {
      WholeFile.write(workspace().output(csv), found.get(0).csv());
    }
    return code;
  }

  /** Files that could not be written after hours of work, or would take the place of the input. */
  private void refuseTargets(List<Path> files) throws IOException {
    List<Path> others = new ArrayList<>(files);
    for (String target : Stream.of(csv, certificate).filter(Objects::nonNull).toList()) {
      Path path = workspace().output(target).toAbsolutePath().normalize();
      WholeFile.check(path);
      for (Path other : others) {
        boolean both = Files.exists(path) && Files.exists(other);
        if (path.equals(other) || (both && Files.isSameFile(path, other))) {
          throw new UsageException(target + ": is read or written already; choose another file");
        }
      }
      others.add(path);
    }
  }

  private void show(
      String name,
      Work.Outcome<EncloseOutcome> outcome,
      List<Map<String, Object>> trees,
      List<EncloseOutcome> found) {
    if (outcome.value().isEmpty()) {
      console().error(name + ": not enclosed: " + outcome.failure());
      trees.add(Map.of("file", name, "failure", outcome.failure()));
      return;
    }
    EncloseOutcome result = outcome.value().get();
    found.add(result);
    trees.add(result.tree());
    if (!options.json) {
      result.print(console());
      console().flush();
    }
  }

  /**
   * What to do with a file, by what it describes.
   *
   * @param sections names of the sections of the report so far
   */
  private Callable<EncloseOutcome> task(Path path, Set<String> sections) {
    StrictMap top = StrictYaml.read(path);
    if (top.has("ode")) {
      onlyForCases("--until", until != null, "another end than theirs");
      onlyForCases("--certificate", certificate != null, "one");
      onlyForCases("--doubles", doubles, "a path");
      onlyForCases("--ellipsoid", ellipsoid, "one");
      onlyForCases("--report", report != null, "one");
      OdeFile file = OdeLoader.load(path);
      return () -> OdeOutcome.of(file);
    }
    if (top.has("case") && !top.has("sweep")) {
      CaseEncloser.Task task = cases().task(path);
      if (report != null && !sections.add(task.name())) {
        throw new UsageException(
            "--report: two cases are called " + task.name() + "; report them one at a time");
      }
      return task::call;
    }
    throw top.refuse(
        "not something to enclose", "a case, or a file of equations with the key 'ode'");
  }

  private static void onlyForCases(String option, boolean given, String what) {
    if (given) {
      throw new UsageException(option + ": only tubes of cases have " + what);
    }
  }

  private void report(Instant started, List<EncloseOutcome> found) throws IOException {
    List<EnclosureResult> results =
        found.stream().map(outcome -> ((CaseEnclosure) outcome).result()).toList();
    if (results.size() < names.size()) {
      console().error("no report, as not every case was decided");
      return;
    }
    ReportResult written =
        new EnclosuresWriter()
            .write(
                EnclosuresReport.input(results, started, surroundings()),
                workspace().output(report));
    console().message("report in " + written.directory());
    if (!written.pdfNote().isEmpty()) {
      console().error(written.pdfNote());
    }
    written.warnings().forEach(warning -> console().error("TeX: " + warning));
  }

  private CaseEncloser cases() {
    OptionalDouble end = until == null ? OptionalDouble.empty() : OptionalDouble.of(until);
    Precision laid = doubles ? Precision.DOUBLES : Precision.PAIRS;
    Precision precision = ellipsoid ? laid.withEllipsoid(MOST_WEIGHTS) : laid;
    Optional<Path> target = Optional.ofNullable(certificate).map(workspace()::output);
    return new CaseEncloser(
        maker.orElseGet(() -> new FlowTubes(target, precision)),
        workspace().claims(),
        options.seed(),
        end);
  }
}
