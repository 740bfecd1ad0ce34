package org.flowproof.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.flowproof.check.TubeRun;
import org.flowproof.enclose.plan.Precision;
import org.flowproof.proof.ClaimCatalogue;

/** Cases with tubes as the command encloses and prints them, without the command. */
final class TubeRuns {
  private static final ClaimCatalogue CLAIMS =
      ClaimCatalogue.load(CommandLineRun.PROJECT.resolve("proofs"));

  private TubeRuns() {}

  /** Encloses cases with the claims of the project. */
  static CaseEncloser encloser() {
    return encloser(new FlowTubes(Optional.empty(), Precision.PAIRS));
  }

  /** The same with tubes of a maker. */
  static CaseEncloser encloser(TubeRun.Maker maker) {
    return new CaseEncloser(maker, CLAIMS, OptionalLong.empty(), OptionalDouble.empty());
  }

  /** Surroundings whose messages go nowhere, in the directory of the project. */
  static Surroundings surroundings(StringWriter out) {
    return surroundings(out, CommandLineRun.PROJECT);
  }

  static Surroundings surroundings(StringWriter out, Path directory) {
    return new Surroundings(
        new PrintWriter(out),
        new PrintWriter(new StringWriter()),
        CommandLineRun.PROJECT,
        directory,
        Map.of(),
        false,
        List.of());
  }

  /** What is printed of an outcome. */
  static String printed(EncloseOutcome outcome) {
    StringWriter out = new StringWriter();
    Console console = new Console(surroundings(out), false);
    outcome.print(console);
    console.flush();
    return out.toString();
  }
}
