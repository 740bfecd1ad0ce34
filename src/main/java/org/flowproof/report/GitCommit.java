package org.flowproof.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The commit of a working tree.
 *
 * @param id the full commit id
 * @param dirty whether tracked files differ from it
 */
record GitCommit(String id, boolean dirty) {

  /** Asks git; empty when there is no git or no repository. */
  static Optional<GitCommit> of(Path directory) {
    Optional<String> id = git(directory, "rev-parse", "--verify", "HEAD");
    Optional<String> status = git(directory, "status", "--porcelain", "--untracked-files=no");
    if (id.isEmpty() || status.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new GitCommit(id.get(), !status.get().isEmpty()));
  }

  private static Optional<String> git(Path directory, String... arguments) {
    // asking neither writes to the repository nor starts the monitor that its settings may name
    List<String> command =
        new java.util.ArrayList<>(
            List.of("git", "--no-optional-locks", "-c", "core.fsmonitor=false"));
    command.addAll(List.of(arguments));
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(directory.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      process.getOutputStream().close();
      String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return Optional.empty();
      }
      return process.exitValue() == 0 ? Optional.of(out.strip()) : Optional.empty();
    } catch (IOException e) {
      // git is not installed, or the directory is gone: the manifest then says that no commit is
      // known
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
