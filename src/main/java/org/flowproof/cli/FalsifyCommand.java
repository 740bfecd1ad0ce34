package org.flowproof.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.flowproof.falsify.ProblemKind;
import org.flowproof.falsify.Twins;
import org.flowproof.falsify.attack.Attack;
import org.flowproof.falsify.attack.AttackResult;
import org.flowproof.falsify.attack.Budget;
import org.flowproof.proof.Claim;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code falsify}: looks for problems that violate claims. */
@Command(
    name = "falsify",
    description = {
      "Attack claims with random problems that meet their hypotheses, then climb towards the"
          + " smallest margin. A violation is made small, confirmed at a tighter tolerance and by"
          + " another integrator, and written as a case file.",
      "Exit code 1 when a counterexample is found; 3 when one is suspected but not confirmed, or"
          + " when no problem met the hypotheses."
    })
final class FalsifyCommand extends CommandBase {
  private static final int MOST = 10_000_000;

  @Parameters(
      arity = "0..*",
      paramLabel = "CLAIM",
      description = "Id of a claim, or the end of it when only one fits.")
  List<String> names = List.of();

  @Option(names = "--all", description = "Attack every claim that cases can describe.")
  boolean all;

  @Option(
      names = "--twin",
      paramLabel = "ID",
      description = "Attack this false variant of the claim instead.")
  String twin;

  @Option(
      names = "--tries",
      paramLabel = "N",
      description = "Random problems (default: ${DEFAULT-VALUE}).",
      defaultValue = "1000")
  int tries;

  @Option(
      names = "--climb",
      paramLabel = "N",
      description = "Problems looked at in climbs from the nearest ones (default: as --tries).")
  Integer climb;

  @Option(
      names = "--tighten",
      description =
          "Use all of the budget for the greatest tightness, the part of the bound that is reached.")
  boolean tighten;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      description =
          "Where cases are written; cases/counterexamples below the current directory by default.")
  String output;

  FalsifyCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  public Integer call() throws IOException {
    List<Claim> claims = claims();
    Budget budget =
        new Budget(
            options.seed().orElse(1),
            within("--tries", tries, 1),
            climb == null ? tries : within("--climb", climb, 0),
            Math.min(1000, within("--tries", tries, 1) + 200),
            options.timeout(),
            options.threads());
    Path directory = workspace().output(output == null ? "cases/" + FoundCase.AREA : output);
    FalsifyText text = new FalsifyText(console());
    Interruption interruption = surroundings().interruption();
    interruption.heed();
    List<AttackResult> results = new java.util.ArrayList<>();
    List<Optional<Path>> files = new java.util.ArrayList<>();
    for (Claim claim : claims) {
      if (interruption.wanted()) {
        break;
      }
      AttackResult result;
      try (AttackProgress progress = new AttackProgress(console(), System::nanoTime, claim.id())) {
        result = Attack.on(claim, budget, tighten, () -> !interruption.wanted(), progress::show);
      }
      Optional<Path> file = twin == null ? written(result, directory) : Optional.empty();
      results.add(result);
      files.add(file);
      if (!options.json) {
        text.print(result, file);
        console().flush();
      }
    }
    int code = results.stream().mapToInt(FalsifyCommand::code).reduce(ExitCode.OK, ExitCode::worse);
    if (interruption.wanted()) {
      code = ExitCode.worse(code, ExitCode.INTERRUPTED);
    }
    if (options.json) {
      console().json(FalsifyTree.document(results, files, code));
    } else if (results.size() > 1) {
      text.summary(results);
    }
    return code;
  }

  private Optional<Path> written(AttackResult result, Path directory) throws IOException {
    Optional<FoundCase> found =
        result
            .counterexample()
            .map(c -> FoundCase.violation(result, c))
            .or(() -> tighten ? FoundCase.tightest(result) : Optional.empty());
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Files.createDirectories(directory);
    return Optional.of(found.get().write(directory));
  }

  private List<Claim> claims() {
    if (all == !names.isEmpty()) {
      throw new UsageException("give claims, or --all");
    }
    if (twin != null && names.size() != 1) {
      throw new UsageException("--twin goes with one claim");
    }
    if (all) {
      return workspace().claims().claims().stream()
          .filter(claim -> ProblemKind.obstacle(claim).isEmpty())
          .filter(claim -> claim.source().kind() != Claim.Source.Kind.CONJECTURE)
          .toList();
    }
    List<Claim> claims = names.stream().map(workspace()::claim).toList();
    for (Claim claim : claims) {
      ProblemKind.obstacle(claim)
          .ifPresent(
              why -> {
                throw new UsageException(claim.id() + " cannot be attacked: " + why);
              });
    }
    return twin == null ? claims : List.of(twinOf(claims.get(0)));
  }

  private Claim twinOf(Claim claim) {
    return claim.falsified().stream()
        .filter(t -> t.id().equals(twin))
        .findFirst()
        .map(t -> Twins.asClaim(claim, t))
        .orElseThrow(
            () ->
                new UsageException(
                    claim.id()
                        + " has no false variant '"
                        + twin
                        + "'; it has "
                        + String.join(
                            ", ", claim.falsified().stream().map(Claim.Twin::id).toList())));
  }

  private static int within(String option, int value, int least) {
    if (value < least || value > MOST) {
      throw new UsageException(option + ": expected a whole number from " + least + " to " + MOST);
    }
    return value;
  }

  private static int code(AttackResult result) {
    if (result.counterexample().isPresent()) {
      return ExitCode.DIFFERENT;
    }
    boolean nothing = result.tries() == result.missed() || !result.outcomes().containsKey("HELD");
    return nothing || !result.unconfirmed().isEmpty() ? ExitCode.UNKNOWN : ExitCode.OK;
  }
}
