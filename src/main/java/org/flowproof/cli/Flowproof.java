package org.flowproof.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.flowproof.problem.InputException;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Entry point of the command line. */
public final class Flowproof {
  private Flowproof() {}

  /**
   * Runs one command and exits with its code. The system property {@code flowproof.home} names the
   * project; without it the current directory is taken. {@code flowproof.terminal} is true when
   * both output streams end on a terminal: the launcher can tell, Java 17 and 22 would answer
   * differently.
   *
   * @param args the command line
   */
  public static void main(String[] args) {
    Locale.setDefault(Locale.ROOT);
    // libraries that log do so on standard error, and only what a user should see
    System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "error");
    // prints a stack trace before it throws what we then tell in one line
    System.setProperty("org.slf4j.simpleLogger.log.org.sqlite", "off");
    WatchedStream results = new WatchedStream(new FileOutputStream(FileDescriptor.out));
    PrintWriter out = writer(results);
    PrintWriter err = writer(new FileOutputStream(FileDescriptor.err));
    Path directory = Path.of("").toAbsolutePath();
    List<String> command = new ArrayList<>(List.of("flowproof"));
    command.addAll(List.of(args));
    Interruption interruption = new Interruption();
    interruption.onExit(Runtime.getRuntime());
    Surroundings surroundings =
        new Surroundings(
            out,
            err,
            Path.of(System.getProperty("flowproof.home", directory.toString())),
            directory,
            System.getenv(),
            Boolean.getBoolean("flowproof.terminal"),
            command,
            interruption);
    int code = runOrTell(surroundings, args);
    out.flush();
    code = results.exitCode(code, err);
    err.flush();
    // after a signal the process ends here, with the code of the signal
    interruption.finished();
    // ends threads that overran their time
    System.exit(code);
  }

  private static PrintWriter writer(OutputStream stream) {
    return new PrintWriter(stream, false, StandardCharsets.UTF_8);
  }

  /** As {@link #run}, also when the Java machine itself gives up. */
  private static int runOrTell(Surroundings surroundings, String... args) {
    try {
      return run(surroundings, args);
    } catch (OutOfMemoryError e) {
      surroundings
          .err()
          .println(
              "out of memory: more than the "
                  + (Runtime.getRuntime().maxMemory() >> 20)
                  + " MB of this process are needed; FLOWPROOF_JAVA_OPTS=-Xmx4g gives it more");
      return ExitCode.UNKNOWN;
    } catch (Error e) {
      return internal(e, surroundings);
    }
  }

  /**
   * Runs one command.
   *
   * @return the exit code
   */
  static int run(Surroundings surroundings, String... args) {
    CommandLine commandLine = new CommandLine(new RootCommand());
    commandLine
        .addSubcommand(new CheckCommand(surroundings))
        .addSubcommand(new ProveCommand(surroundings))
        .addSubcommand(new RunCommand(surroundings))
        .addSubcommand(new ReportCommand(surroundings))
        .addSubcommand(new ExtremalCommand(surroundings))
        .addSubcommand(new LimitCommand(surroundings))
        .addSubcommand(new EncloseCommand(surroundings))
        .addSubcommand(new AssumptionsCommand(surroundings))
        .addSubcommand(new SweepCommand(surroundings))
        .addSubcommand(new AlignmentCommand(surroundings))
        .addSubcommand(new MarginsCommand(surroundings))
        .addSubcommand(new SmallStartCommand(surroundings))
        .addSubcommand(new BranchesCommand(surroundings))
        .addSubcommand(new FalsifyCommand(surroundings))
        .addSubcommand(new ListCommand(surroundings))
        .addSubcommand(new ExplainCommand(surroundings))
        .addSubcommand(new WarmUpCommand(surroundings));
    return commandLine
        .setOut(surroundings.out())
        .setErr(surroundings.err())
        .setColorScheme(
            Help.defaultColorScheme(surroundings.colour() ? Help.Ansi.ON : Help.Ansi.OFF))
        // an argument such as @file is a name like any other
        .setExpandAtFiles(false)
        .setUsageHelpWidth(100)
        .setParameterExceptionHandler((e, words) -> usage(e, surroundings))
        .setExecutionExceptionHandler((e, line, parsed) -> failure(e, surroundings))
        .execute(args);
  }

  private static int usage(ParameterException e, Surroundings surroundings) {
    String message = e.getMessage();
    if (e instanceof UnmatchedArgumentException unmatched) {
      List<String> near = unmatched.getSuggestions();
      if (!near.isEmpty()) {
        message += "; did you mean '" + near.get(0) + "'?";
      }
    }
    String name = e.getCommandLine().getCommandSpec().qualifiedName();
    surroundings
        .err()
        .println(SafeText.line("flowproof: " + message) + " (see '" + name + " --help')");
    return ExitCode.INPUT;
  }

  private static int failure(Exception e, Surroundings surroundings) {
    if (e instanceof IOException) {
      // files that cannot be written, a directory that holds something else: the user's to mend
      surroundings.err().println(SafeText.line("cannot write: " + e.getMessage()));
      return ExitCode.INPUT;
    }
    if (e instanceof InputException || e instanceof UsageException) {
      surroundings.err().println(SafeText.line(e.getMessage()));
      return ExitCode.INPUT;
    }
    return internal(e, surroundings);
  }

  private static int internal(Throwable e, Surroundings surroundings) {
    surroundings
        .err()
        .println(
            SafeText.line(
                "internal error: "
                    + e.getClass().getSimpleName()
                    + ": "
                    + e.getMessage()
                    + " (please report; FLOWPROOF_DEBUG=1 shows where)"));
    if (surroundings.debug()) {
      e.printStackTrace(surroundings.err());
    }
    return ExitCode.INTERNAL;
  }
}
