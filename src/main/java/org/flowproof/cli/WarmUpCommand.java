package org.flowproof.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import picocli.CommandLine.Command;

/**
 * {@code warm-up}: touches the classes of common commands, so that the launcher can put them in an
 * archive that later starts map into memory. Prints nothing.
 */
@Command(
    name = "warm-up",
    hidden = true,
    description = "Load the classes of common commands (used by the launcher).")
final class WarmUpCommand extends CommandBase {
  WarmUpCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  public Integer call() {
    PrintWriter nowhere = new PrintWriter(new StringWriter());
    Surroundings muted =
        new Surroundings(
            nowhere,
            nowhere,
            surroundings().home(),
            surroundings().directory(),
            surroundings().variables(),
            false,
            surroundings().command());
    // faults of cases or claims do not matter here: the classes are loaded all the same
    for (String words :
        List.of("--help", "--version", "check --help", "list", "list --json", "explain x")) {
      Flowproof.run(muted, words.split(" ", -1));
    }
    return ExitCode.OK;
  }
}
