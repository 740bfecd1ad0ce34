package org.flowproof.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.flowproof.problem.InputException;

/**
 * Runs tasks on several threads, each against its own clock. The order of results is the order of
 * the tasks. Threads are daemons: a task that ignores its interruption dies with the process.
 */
final class Work {
  private final int threads;
  private final Optional<Duration> limit;
  private final Consumer<Throwable> trace;

  /**
   * @param limit wall-clock time for each task
   * @param trace is given what a task threw, for debugging
   */
  Work(int threads, Optional<Duration> limit, Consumer<Throwable> trace) {
    this.threads = threads;
    this.limit = limit;
    this.trace = trace;
  }

  /**
   * What became of a task.
   *
   * @param value the result, when there is one
   * @param failure why there is none, one line; empty otherwise
   */
  record Outcome<T>(Optional<T> value, String failure) {}

  /**
   * Runs all tasks.
   *
   * @throws InputException when a task found its input unusable
   * @throws UsageException when a task found its command line unusable
   */
  <T> List<Outcome<T>> all(List<Callable<T>> tasks) {
    return all(tasks, (index, outcome) -> {});
  }

  /**
   * Runs all tasks and hands on each outcome, in order, as soon as it and those before it are
   * there; later tasks go on meanwhile.
   *
   * @param finished is given the 0-based index and the outcome, on the thread of the caller
   * @throws InputException as above
   * @throws UsageException as above
   */
  <T> List<Outcome<T>> all(List<Callable<T>> tasks, BiConsumer<Integer, Outcome<T>> finished) {
    return all(tasks, tasks.stream().map(t -> List.<Integer>of()).toList(), finished);
  }

  /**
   * As above, for tasks that build on others: a task begins, and its clock starts, when those
   * before it have ended, whatever became of them. No thread is held up by a task that waits.
   *
   * @param before for each task the indices of the earlier tasks that have to end first
   * @throws IllegalArgumentException when a task is to wait for itself or a later one
   */
  <T> List<Outcome<T>> all(
      List<Callable<T>> tasks,
      List<List<Integer>> before,
      BiConsumer<Integer, Outcome<T>> finished) {
    ExecutorService pool = Executors.newFixedThreadPool(threads, task -> daemon(task, "waiting"));
    try {
      List<CompletableFuture<Outcome<T>>> futures = new ArrayList<>();
      for (int i = 0; i < tasks.size(); i++) {
        Callable<T> task = tasks.get(i);
        List<CompletableFuture<Outcome<T>>> earlier = new ArrayList<>();
        for (int index : before.get(i)) {
          if (index >= i) {
            throw new IllegalArgumentException("task " + i + " cannot wait for task " + index);
          }
          earlier.add(futures.get(index));
        }
        futures.add(
            CompletableFuture.allOf(earlier.toArray(CompletableFuture[]::new))
                .handle((nothing, failure) -> task)
                .thenApplyAsync(this::one, pool));
      }
      List<Outcome<T>> outcomes = new ArrayList<>();
      for (CompletableFuture<Outcome<T>> future : futures) {
        outcomes.add(get(future));
        finished.accept(outcomes.size() - 1, outcomes.get(outcomes.size() - 1));
      }
      return outcomes;
    } finally {
      pool.shutdownNow();
    }
  }

  private <T> Outcome<T> one(Callable<T> task) {
    FutureTask<T> future = new FutureTask<>(task);
    daemon(future, "working").start();
    try {
      T value =
          limit.isPresent()
              ? future.get(limit.get().toNanos(), TimeUnit.NANOSECONDS)
              : future.get();
      return new Outcome<>(Optional.of(value), "");
    } catch (TimeoutException e) {
      future.cancel(true);
      return new Outcome<>(Optional.empty(), "not decided within " + seconds(limit.orElseThrow()));
    } catch (ExecutionException e) {
      return failed(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Outcome<>(Optional.empty(), "interrupted");
    }
  }

  private <T> Outcome<T> failed(Throwable cause) {
    if (cause instanceof InputException input) {
      throw input;
    }
    if (cause instanceof UsageException usage) {
      throw usage;
    }
    trace.accept(cause);
    String why =
        cause instanceof OutOfMemoryError
            ? "out of memory"
            : cause instanceof StackOverflowError
                ? "nested too deeply"
                : cause.getClass().getSimpleName() + ": " + cause.getMessage();
    return new Outcome<>(Optional.empty(), why);
  }

  private static <T> T get(CompletableFuture<T> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException inner) {
        throw inner;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static Thread daemon(Runnable task, String name) {
    // recursion over formulas and their derivations is bounded, but deeper than the default stack
    Thread thread = new Thread(null, task, "flowproof-" + name, 64L << 20);
    thread.setDaemon(true);
    return thread;
  }

  private static String seconds(Duration duration) {
    double value = duration.toNanos() / 1e9;
    return value == Math.rint(value)
        ? String.format(Locale.ROOT, "%.0f s", value)
        : String.format(Locale.ROOT, "%.3g s", value);
  }
}
