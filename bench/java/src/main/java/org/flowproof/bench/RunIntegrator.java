package org.flowproof.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.flowproof.flow.Integrator;
import org.flowproof.flow.RunWatcher;
import org.flowproof.flow.State;
import org.flowproof.flow.Trajectory;
import org.flowproof.problem.Problem;

/**
 * One measurement of one of our integrators in its own Java machine: {@code METHOD THREADS FOLDER
 * TOLERANCE TIME_OUT T=STATE_FILE...} with ascending times, of which the last is the end; the
 * time-out is in CPU seconds of all threads. Prints "progress t seconds cpu" lines and one "result
 * {...}" line, as the other peers do. The seconds include compiling the hot loops and the error
 * estimate.
 */
public final class RunIntegrator {
  private static final long TELL_NANOS = 50_000_000L;

  private RunIntegrator() {}

  /** Where the state at a time goes. */
  private record Wanted(double time, Path file) {
    static Wanted of(String word) {
      int at = word.indexOf('=');
      return new Wanted(Double.parseDouble(word.substring(0, at)), Path.of(word.substring(at + 1)));
    }
  }

  /** See the class. */
  public static void main(String[] words) throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Integrator integrator = Solvers.of(words[0], Integer.parseInt(words[1]));
    List<Wanted> wanted = new ArrayList<>();
    for (int i = 5; i < words.length; i++) {
      wanted.add(Wanted.of(words[i]));
    }
    Wanted last = wanted.get(wanted.size() - 1);
    Problem problem =
        new DataFolder(Path.of(words[2])).problem(Double.parseDouble(words[3]), last.time());
    Ticker ticker = new Ticker(out, Double.parseDouble(words[4]));
    Trajectory trajectory = integrator.integrate(problem, ticker);
    double seconds = ticker.seconds();
    double cpu = ticker.cpu();
    double t = trajectory.endTime();
    for (Wanted one : wanted) {
      if (one == last || one.time() <= t) {
        DataFolder.writeState(one.file(), state(trajectory, Math.min(t, one.time())));
      }
    }
    String status =
        switch (trajectory.stopReason()) {
          case END_TIME -> "done";
          case INTERRUPTED -> "timeout";
          default -> "failed";
        };
    out.printf(
        Locale.ROOT,
        "result {\"status\": \"%s\", \"t\": %s, \"seconds\": %.6f, \"cpu\": %.6f,"
            + " \"evaluations\": %d, \"steps\": %d, \"events\": %d, \"detail\": \"%s\"}%n",
        status,
        t,
        seconds,
        cpu,
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
    private final OperatingSystemMXBean system =
        ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private final PrintStream out;
    private final double timeOut;
    private final long start = System.nanoTime();
    private final long cpuStart = system.getProcessCpuTime();
    private long told = start;

    Ticker(PrintStream out, double timeOut) {
      this.out = out;
      this.timeOut = timeOut;
    }

    double seconds() {
      return (System.nanoTime() - start) * 1e-9;
    }

    /** Of all threads. */
    double cpu() {
      return (system.getProcessCpuTime() - cpuStart) * 1e-9;
    }

    @Override
    public boolean proceed(Progress progress) {
      long now = System.nanoTime();
      if (now - told > TELL_NANOS) {
        told = now;
        out.printf(Locale.ROOT, "progress %s %.6f %.6f%n", progress.time(), seconds(), cpu());
      }
      return cpu() < timeOut;
    }
  }
}
