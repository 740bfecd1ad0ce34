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
import java.util.function.Supplier;
import org.flowproof.formula.Rational;
import org.flowproof.proof.exact.Grounding;

/**
 * Symja in a child process with a heap and a wall clock of its own. Started at the first question,
 * killed and started anew after a time-out. Each batch is framed by two self-checks; a failed one
 * discards the batch.
 */
public final class SymjaProcess implements AlgebraOracle {
  private static final String VERSION = "3.0.0";
  private final Duration limit;
  private Process process;
  private BufferedWriter toChild;
  private BufferedReader fromChild;

  /** A worker with the default limit of 20 seconds for each batch of questions. */
  public SymjaProcess() {
    this(Duration.ofSeconds(20));
  }

  /**
   * @param limit wall clock for one batch of questions
   */
  public SymjaProcess(Duration limit) {
    this.limit = limit;
  }

  @Override
  public String tool() {
    return "Symja " + VERSION;
  }

  @Override
  public List<String> simplify(List<Grounding.Written> questions) {
    return within(() -> askLines(questions.stream().map(GroundText::write).toList()));
  }

  private List<String> within(Supplier<List<String>> question) {
    CompletableFuture<List<String>> work = CompletableFuture.supplyAsync(question);
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
      start();
      String before = line("check");
      if (!before.equals("fine")) {
        return List.of(before);
      }
      List<String> answers = new ArrayList<>();
      for (String question : questions) {
        String answer = line(question);
        answers.add(answer);
        if (!answer.equals("0")) {
          break;
        }
      }
      String after = line("check");
      return after.equals("fine") ? answers : List.of(after);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String line(String question) throws IOException {
    toChild.write(question);
    toChild.newLine();
    toChild.flush();
    String answer = fromChild.readLine();
    if (answer == null) {
      throw new IOException("end of its output");
    }
    return answer;
  }

  private void start() throws IOException {
    if (process != null && process.isAlive()) {
      return;
    }
    process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-Xss16m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                SymjaWorker.class.getName())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    toChild =
        new BufferedWriter(
            new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
    fromChild =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  private void kill() {
    if (process != null) {
      process.destroyForcibly();
      process = null;
    }
  }

  @Override
  public void close() {
    kill();
  }
}
