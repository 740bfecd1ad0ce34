package org.flowproof.cli;

import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/**
 * Tells on standard error how far several tasks are: a bar with the number done, the elapsed time
 * and what is being worked on where that is a terminal, otherwise a line for each task that begins.
 * May be used by several threads.
 */
final class Progress implements AutoCloseable {
  private static final int WIDTH = 100;
  private static final int UPDATE_MILLIS = 200;

  private final Console console;
  private final String doing;
  private final ProgressBar bar;
  private final Set<String> current = new ConcurrentSkipListSet<>();
  private final Set<String> done = new ConcurrentSkipListSet<>();

  private Progress(Console console, String doing, ProgressBar bar) {
    this.console = console;
    this.doing = doing;
    this.bar = bar;
  }

  /**
   * @param doing what is done, such as {@code proving}
   * @param tasks how many there are
   */
  static Progress of(Console console, String doing, int tasks) {
    if (!console.showsProgress() || tasks < 2) {
      return new Progress(console, doing, null);
    }
    DelegatingProgressBarConsumer lines =
        new DelegatingProgressBarConsumer(line -> console.overwrite(line), WIDTH);
    return new Progress(
        console,
        doing,
        new ProgressBarBuilder()
            .setTaskName(doing)
            .setInitialMax(tasks)
            .setStyle(ProgressBarStyle.ASCII)
            .setUpdateIntervalMillis(UPDATE_MILLIS)
            .hideEta()
            .setConsumer(lines)
            .build());
  }

  void begins(String task) {
    if (bar == null) {
      console.message(doing + " " + task + " ...");
      return;
    }
    current.add(task);
    bar.setExtraMessage(SafeText.line(String.join(" ", current)));
  }

  /** Counts a task as done; once, however often it is called. */
  void ends(String task) {
    if (bar != null && done.add(task)) {
      current.remove(task);
      bar.setExtraMessage(SafeText.line(String.join(" ", current)));
      bar.step();
    }
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
      console.overwrite(" ".repeat(WIDTH));
      console.overwrite("");
    }
  }
}
