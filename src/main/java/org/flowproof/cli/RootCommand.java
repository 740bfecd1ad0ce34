package org.flowproof.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command without a command: shows help. */
@Command(
    name = "flowproof",
    description = "Proves, checks and typesets statements about gradient flow on ReLU networks.",
    versionProvider = VersionText.class,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:Everything came out as expected.",
      "1:A claim is violated or refuted, or a verdict or number differs from the expected one.",
      "2:Bad input or a bad command line.",
      "3:Unknown: too close to call, out of time, or an open proof step.",
      "130:Interrupted by Ctrl-C (143: by SIGTERM); 'run' has written what it had, 'sweep' goes on"
          + " when called again.",
      "70:A fault of Flowproof itself; FLOWPROOF_DEBUG=1 shows where."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  flowproof report cases/early-alignment/three-points.yaml",
      "  flowproof check oracle/kink --json",
      "  flowproof prove envelopes/norm-growth --explain",
      "Each command has its own --help."
    })
final class RootCommand implements Runnable {
  @Spec CommandSpec spec;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help and exit.")
  boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Show the version and exit.")
  boolean version;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "no command given");
  }
}
