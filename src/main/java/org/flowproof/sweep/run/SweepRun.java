package org.flowproof.sweep.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.flowproof.sweep.Point;
import org.flowproof.sweep.PointResult;

/**
 * Judges points on several threads. What becomes of a point does not depend on their number nor on
 * the other points; only the order in which results come in does.
 */
final class SweepRun {
  private static final long LOOK_MILLIS = 50;

  private final PointTask task;
  private final int threads;
  private final BooleanSupplier stop;
  private final BlockingQueue<PointResult> finished = new LinkedBlockingQueue<>();
  private final AtomicInteger next = new AtomicInteger();
  private final AtomicInteger working = new AtomicInteger();
  private final AtomicReference<Throwable> fault = new AtomicReference<>();
  private volatile boolean abandoned;

  /** Takes results as they come in. */
  @FunctionalInterface
  interface Sink {
    /**
     * Keeps results.
     *
     * @param results that came in since the last call, which was a moment ago; often none
     * @throws IOException when they cannot be kept; the run then ends
     */
    void take(List<PointResult> results) throws IOException;
  }

  SweepRun(PointTask task, int threads, BooleanSupplier stop) {
    this.task = task;
    this.threads = threads;
    this.stop = stop;
  }

  /**
   * Judges all points, or as many as come to an end before the sweep is to stop.
   *
   * @param sink called by the calling thread
   * @throws IOException when the sink throws it
   */
  void all(List<Point> points, Sink sink) throws IOException {
    int workers = Math.min(threads, points.size());
    working.set(workers);
    for (int i = 0; i < workers; i++) {
      Thread worker = new Thread(() -> work(points), "flowproof-sweep-" + i);
      worker.setDaemon(true);
      worker.setUncaughtExceptionHandler((thread, e) -> fault.compareAndSet(null, e));
      worker.start();
    }
    try {
      boolean more = true;
      while (more) {
        // looked at before the queue: what a worker leaves there when it ends is seen
        more = working.get() > 0;
        hand(sink);
      }
      if (fault.get() != null) {
        throw new IllegalStateException("a worker of the sweep ended early", fault.get());
      }
    } finally {
      abandoned = true;
    }
  }

  private void hand(Sink sink) throws IOException {
    List<PointResult> some = new ArrayList<>();
    try {
      PointResult first = finished.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
      if (first != null) {
        some.add(first);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
    finished.drainTo(some);
    sink.take(some);
  }

  private void work(List<Point> points) {
    try {
      int index = next.getAndIncrement();
      while (index < points.size() && !abandoned && !stop.getAsBoolean()) {
        task.judge(points.get(index)).ifPresent(finished::add);
        index = next.getAndIncrement();
      }
    } finally {
      working.decrementAndGet();
    }
  }
}
