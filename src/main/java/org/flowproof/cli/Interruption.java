package org.flowproof.cli;

import java.util.concurrent.CountDownLatch;

/**
 * Whether the user wants the command to end (Ctrl-C, SIGTERM), and whether it has. A command that
 * can end early with a valid result announces so; otherwise the process dies at once, as usual.
 */
class Interruption {
  private final CountDownLatch finished = new CountDownLatch(1);
  private volatile boolean wanted;
  private volatile boolean heeded;

  /** The command asks {@link #wanted} from time to time and will end by itself. */
  void heed() {
    heeded = true;
  }

  /** The command has done all it had to; nobody waits for it any longer. */
  void finished() {
    finished.countDown();
  }

  /** Asks the command to end. */
  void want() {
    wanted = true;
  }

  boolean wanted() {
    return wanted;
  }

  /** Lets the end of this process ask the command to end, wait for it, and end all children. */
  void onExit(Runtime runtime) {
    runtime.addShutdownHook(new Thread(this::endOfProcess, "flowproof-interruption"));
  }

  private void endOfProcess() {
    want();
    if (heeded) {
      try {
        finished.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    // a TeX engine or an algebra system would go on with what nobody waits for any longer
    ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
  }
}
