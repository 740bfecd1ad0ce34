package org.flowproof.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;

/** What all commands share: the options, the streams, and where files are. */
abstract class CommandBase implements Callable<Integer> {
  private final Surroundings surroundings;
  private final Workspace workspace;

  @Mixin CommonOptions options;

  CommandBase(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.workspace = new Workspace(surroundings.home(), surroundings.directory());
  }

  /**
   * Does the work.
   *
   * @return the exit code
   */
  @Override
  public abstract Integer call() throws Exception;

  final Surroundings surroundings() {
    return surroundings;
  }

  final Console console() {
    return new Console(surroundings, options.quiet);
  }

  final Workspace workspace() {
    return workspace;
  }

  final Work work() {
    return new Work(
        options.threads(),
        options.timeout(),
        failure -> {
          if (surroundings.debug()) {
            failure.printStackTrace(surroundings.err());
          }
        });
  }
}
