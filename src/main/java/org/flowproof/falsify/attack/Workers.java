package org.flowproof.falsify.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Threads that share out tasks; results come in the order of the tasks. */
final class Workers implements AutoCloseable {
  /** Recursion over formulas is bounded, but deeper than the default stack. */
  private static final long STACK = 64L << 20;

  private final ExecutorService threads;

  Workers(int number) {
    threads =
        Executors.newFixedThreadPool(
            number,
            task -> {
              Thread thread = new Thread(null, task, "flowproof-attack", STACK);
              thread.setDaemon(true);
              return thread;
            });
  }

  /** Does all tasks; what one throws is thrown here. */
  <T> List<T> all(List<Callable<T>> tasks) {
    try {
      List<T> results = new ArrayList<>();
      for (Future<T> future : threads.invokeAll(tasks)) {
        results.add(future.get());
      }
      return results;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(e.getCause());
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
