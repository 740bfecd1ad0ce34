package org.flowproof.proof.symja;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.flowproof.formula.Rational;
import org.flowproof.proof.exact.Grounding;

/**
 * Symja in a child process with a heap and a wall clock of its own. Started at the first question,
 * killed and started anew after a time-out. Each batch is framed by two self-checks; a failed one
 * discards the batch and the worker. Questions and answers are numbered, so that whatever else
 * appears on the worker's output is skipped and no answer is taken for that of another question.
 */
public final class SymjaProcess implements AlgebraOracle {
  private static final String VERSION = "3.0.0";
  private static final int LARGEST_NOISE = 1000;
  private static final Duration START = Duration.ofMinutes(2);
  private final Duration limit;
  private final List<String> command;
  private Channel channel;

  /** One worker with its streams; a question that outlives its worker cannot reach the next one. */
  private record Channel(
      Process process, BufferedWriter out, BufferedReader in, AtomicInteger asked) {
    String ask(String question) throws IOException {
      String number = asked.incrementAndGet() + " ";
      out.write(number + question);
      out.newLine();
      out.flush();
      for (int line = 0; line < LARGEST_NOISE; line++) {
        String answer = in.readLine();
        if (answer == null) {
          throw new IOException("end of its output");
        }
        if (answer.startsWith(number)) {
          return answer.substring(number.length());
        }
      }
      throw new IOException("its output is not the protocol");
    }
  }

  /** A worker with the default limit of 20 seconds for each batch of questions. */
  public SymjaProcess() {
    this(Duration.ofSeconds(20));
  }

  /**
   * @param limit wall clock for one batch of questions
   */
  public SymjaProcess(Duration limit) {
    this(limit, List.of(SymjaWorker.class.getName()));
  }

  /**
   * @param main class of the worker with its arguments
   */
  SymjaProcess(Duration limit, List<String> main) {
    this.limit = limit;
    this.command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx512m", "-Xss16m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(main);
  }

  @Override
  public String tool() {
    return "Symja " + VERSION;
  }

  @Override
  public List<String> simplify(List<Grounding.Written> questions) {
    return within(() -> askLines(questions.stream().map(GroundText::write).toList()));
  }

  // the clock of a question does not run while a new worker loads: on a busy machine that takes
  // longer than the question
  private List<String> within(Supplier<List<String>> question) {
    if (!running()) {
      List<String> ready = within(() -> askLines(List.of()), START);
      if (!ready.isEmpty()) {
        return ready;
      }
    }
    return within(question, limit);
  }

  // not the common pool: it has few threads, and each of these waits for another process
  private static void start(Runnable work) {
    Thread thread = new Thread(work, "flowproof-algebra");
    thread.setDaemon(true);
    thread.start();
  }

  private synchronized boolean running() {
    return channel != null && channel.process().isAlive();
  }

  private List<String> within(Supplier<List<String>> question, Duration limit) {
    CompletableFuture<List<String>> work =
        CompletableFuture.supplyAsync(question, SymjaProcess::start);
    try {
      return work.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      kill();
      return List.of("no answer: no result within " + limit.toSeconds() + " s");
    } catch (ExecutionException e) {
      kill();
      return List.of("no answer: the worker stopped (" + e.getCause().getMessage() + ")");
    } catch (InterruptedException e) {
      kill();
      Thread.currentThread().interrupt();
      return List.of("no answer: interrupted");
    }
  }

  /**
   * The total derivative of {@code derived} plus {@code rest}, with numbers put in afterwards.
   *
   * @param values of every scalar that remains
   * @throws IllegalStateException when there is no answer
   */
  public Rational valueAt(Grounding.Written question, Map<String, Rational> values) {
    String line = GroundText.write(question, values);
    String answer = within(() -> askLines(List.of(line))).get(0);
    if (!answer.matches("-?[0-9]+(/[0-9]+)?")) {
      throw new IllegalStateException("the algebra system gave no number: " + answer);
    }
    String[] fraction = answer.split("/", 2);
    return new Rational(
        new BigInteger(fraction[0]),
        fraction.length == 1 ? BigInteger.ONE : new BigInteger(fraction[1]));
  }

  private List<String> askLines(List<String> questions) {
    try {
      Channel worker = start();
      String before = worker.ask("check");
      if (!before.equals("fine")) {
        return discard(before);
      }
      List<String> answers = new ArrayList<>();
      for (String question : questions) {
        String answer = worker.ask(question);
        answers.add(answer);
        if (!answer.equals("0")) {
          break;
        }
      }
      String after = worker.ask("check");
      return after.equals("fine") ? answers : discard(after);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> discard(String fault) {
    kill();
    return List.of("no answer: " + fault);
  }

  private synchronized Channel start() throws IOException {
    if (channel == null || !channel.process().isAlive()) {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      channel =
          new Channel(
              process,
              new BufferedWriter(
                  new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8)),
              new BufferedReader(
                  new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)),
              new AtomicInteger());
    }
    return channel;
  }

  private synchronized void kill() {
    if (channel != null) {
      channel.process().destroyForcibly();
      channel = null;
    }
  }

  @Override
  public void close() {
    kill();
  }
}
