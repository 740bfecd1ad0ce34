package org.flowproof.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import org.flowproof.flow.Integrator;
import org.flowproof.flow.RunWatcher;
import org.flowproof.flow.State;
import org.flowproof.flow.Trajectory;
import org.flowproof.problem.Problem;

/**
 * One measurement of one of our integrators in its own Java machine: {@code METHOD THREADS FOLDER T
 * TOLERANCE TIME_OUT STATE_FILE}. Prints "progress t seconds" lines and one "result {...}" line, as
 * the other peers do. The seconds include compiling the hot loops and the error estimate.
 */
public final class RunIntegrator {
  private static final long TELL_NANOS = 50_000_000L;

  private RunIntegrator() {}

  /** See the class. */
  public static void main(String[] words) throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Integrator integrator = Solvers.of(words[0], Integer.parseInt(words[1]));
    double end = Double.parseDouble(words[3]);
    Problem problem = new DataFolder(Path.of(words[2])).problem(Double.parseDouble(words[4]), end);
    double timeOut = Double.parseDouble(words[5]);
    Ticker ticker = new Ticker(out, timeOut);
    Trajectory trajectory = integrator.integrate(problem, ticker);
    double seconds = ticker.seconds();
    double t = trajectory.endTime();
    DataFolder.writeState(Path.of(words[6]), state(trajectory, t));
    String status =
        switch (trajectory.stopReason()) {
          case END_TIME -> "done";
          case INTERRUPTED -> "timeout";
          default -> "failed";
        };
    out.printf(
        Locale.ROOT,
        "result {\"status\": \"%s\", \"t\": %s, \"seconds\": %.6f, \"evaluations\": %d, \"steps\":"
            + " %d, \"events\": %d, \"detail\": \"%s\"}%n",
        status,
        t,
        seconds,
        trajectory.cost().evaluations(),
        trajectory.cost().steps(),
        trajectory.cost().events(),
        trajectory.stopReason());
  }

  /** The output weights, then the hidden weights. */
  static double[] state(Trajectory trajectory, double time) {
    State state = trajectory.at(time);
    int m = trajectory.problem().network().width();
    int d = trajectory.problem().data().d();
    double[] result = new double[m * (d + 1)];
    for (int j = 0; j < m; j++) {
      result[j] = state.a(j);
      for (int i = 0; i < d; i++) {
        result[m + j * d + i] = state.w(j, i);
      }
    }
    return result;
  }

  /** Tells where the run is twenty times a second, and ends it at the time-out. */
  private static final class Ticker implements RunWatcher {
    private final PrintStream out;
    private final double timeOut;
    private final long start = System.nanoTime();
    private long told = start;

    Ticker(PrintStream out, double timeOut) {
      this.out = out;
      this.timeOut = timeOut;
    }

    double seconds() {
      return (System.nanoTime() - start) * 1e-9;
    }

    @Override
    public boolean proceed(Progress progress) {
      long now = System.nanoTime();
      if (now - told > TELL_NANOS) {
        told = now;
        out.printf(Locale.ROOT, "progress %s %.6f%n", progress.time(), seconds());
      }
      return seconds() < timeOut;
    }
  }
}
