package org.flowproof.flow.structured;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;

/**
 * Runs numbered tasks on a fixed number of threads; which thread runs which does not matter. What
 * is computed can be given up in the middle of a task.
 */
final class Workers {
  private static final long IDLE_SECONDS = 10;

  private final int threads;
  private final ExecutorService pool;
  private volatile Thread asking;
  private volatile BooleanSupplier goesOn = () -> true;
  private volatile boolean givenUp;

  Workers(int threads) {
    this.threads = threads;
    pool = threads == 1 ? null : pool(threads - 1);
  }

  /** Thrown out of tasks that are given up. */
  static final class GivenUp extends RuntimeException {
    private static final long serialVersionUID = 1L;

    GivenUp() {
      super("given up on request");
    }
  }

  /**
   * Does some work that runs tasks here, unless it is given up.
   *
   * @param question whether to go on; asked by the calling thread alone, in tasks
   * @return false when the answer was no, somewhere in the middle
   */
  boolean did(Runnable work, BooleanSupplier question) {
    ask(question);
    try {
      work.run();
      return true;
    } catch (GivenUp e) {
      return false;
    } finally {
      ask(() -> true);
    }
  }

  private void ask(BooleanSupplier question) {
    asking = Thread.currentThread();
    givenUp = false;
    goesOn = question;
  }

  /**
   * Called by tasks from time to time.
   *
   * @throws GivenUp when what is computed is not wanted any longer
   */
  void look() {
    if (Thread.currentThread() == asking && !goesOn.getAsBoolean()) {
      givenUp = true;
    }
    if (givenUp) {
      throw new GivenUp();
    }
  }

  /** Threads that end by themselves when they are left without work. */
  private static ExecutorService pool(int count) {
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            count,
            count,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> {
              Thread thread = new Thread(task, "flowproof-neurons");
              thread.setDaemon(true);
              return thread;
            });
    pool.allowCoreThreadTimeOut(true);
    return pool;
  }

  /** Runs {@code task} for 0 to count - 1 and waits; the first failure is thrown. */
  void run(int count, IntConsumer task) {
    if (pool == null || count == 1) {
      for (int i = 0; i < count; i++) {
        task.accept(i);
      }
      return;
    }
    AtomicInteger next = new AtomicInteger();
    Runnable share =
        () -> {
          for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
            task.accept(i);
          }
        };
    List<Future<?>> others = new ArrayList<>();
    for (int i = 0; i < Math.min(threads, count) - 1; i++) {
      others.add(pool.submit(share));
    }
    RuntimeException failure = null;
    try {
      share.run();
    } catch (RuntimeException e) {
      failure = e;
    }
    for (Future<?> other : others) {
      try {
        other.get();
      } catch (ExecutionException e) {
        if (failure == null) {
          failure =
              e.getCause() instanceof RuntimeException cause
                  ? cause
                  : new IllegalStateException(e.getCause());
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        failure = new IllegalStateException("interrupted", e);
      }
    }
    if (failure != null) {
      throw failure;
    }
  }
}
