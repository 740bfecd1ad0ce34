package org.flowproof.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;

/**
 * Standard output, whose failures are kept: a print writer swallows them, and results that nobody
 * got would count as delivered.
 */
final class WatchedStream extends FilterOutputStream {
  /** What a process that a closed pipe ends would have: 128 and the number of SIGPIPE. */
  static final int CLOSED_PIPE = 141;

  private String failure = "";

  WatchedStream(OutputStream out) {
    super(out);
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    try {
      out.write(bytes, from, length);
    } catch (IOException e) {
      failure = String.valueOf(e.getMessage());
      throw e;
    }
  }

  /**
   * The exit code, once all is written.
   *
   * @param code of the command itself
   * @param err told when results are lost; not when a reader such as {@code head} has had enough
   */
  int exitCode(int code, PrintWriter err) {
    if (failure.isEmpty()) {
      return code;
    }
    if (failure.contains("Broken pipe")) {
      return code == ExitCode.OK ? CLOSED_PIPE : code;
    }
    err.println(SafeText.line("cannot write the results to standard output: " + failure));
    return ExitCode.worse(code, ExitCode.INPUT);
  }
}
