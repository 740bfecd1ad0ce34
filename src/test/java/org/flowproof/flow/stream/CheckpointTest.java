package org.flowproof.flow.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.flowproof.flow.LiveIntegrator;
import org.flowproof.flow.LiveRun;
import org.flowproof.flow.ReferenceIntegrator;
import org.flowproof.flow.structured.StructuredIntegrator;
import org.flowproof.problem.CaseLoader;
import org.flowproof.problem.InputException;
import org.flowproof.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Checkpoint files: what was written is read, and nothing else is. */
class CheckpointTest {
  private static final String OUTPUT = "0".repeat(64);

  @TempDir Path directory;
  private Path file;
  private LiveRun run;

  static Stream<LiveIntegrator> integrators() {
    return Stream.of(new ReferenceIntegrator(), new StructuredIntegrator());
  }

  private void write(LiveIntegrator integrator) throws IOException {
    file = directory.resolve("a.checkpoint");
    run = integrator.start(problem("three-points"));
    for (int p = 0; p < 5; p++) {
      run.advance();
    }
    run.takeEvents();
    Checkpoint.write(file, run, integrator.name(), "1", OUTPUT, out -> out.writeInt(42));
  }

  @ParameterizedTest
  @MethodSource("integrators")
  void whatWasWrittenIsRead(LiveIntegrator integrator) throws IOException {
    write(integrator);
    Checkpoint checkpoint = Checkpoint.read(file);
    assertEquals(run.time(), checkpoint.time());
    int[] beside = new int[1];
    LiveRun again =
        checkpoint.resume(
            problem("three-points"), integrator, "1", OUTPUT, in -> beside[0] = in.readInt());
    assertEquals(42, beside[0]);
    assertEquals(run.time(), again.time());
    run.advance();
    again.advance();
    assertEquals(run.time(), again.time());
    assertEquals(run.loss(), again.loss());
  }

  @ParameterizedTest
  @MethodSource("integrators")
  void everyTruncationIsRefused(LiveIntegrator integrator) throws IOException {
    write(integrator);
    byte[] all = Files.readAllBytes(file);
    for (int length : new int[] {0, 1, 40, 200, 500, all.length / 2, all.length - 1}) {
      Files.write(file, Arrays.copyOf(all, length));
      refused("");
    }
    Files.write(file, Arrays.copyOf(all, all.length + 1));
    refused("goes on beyond its end");
  }

  @ParameterizedTest
  @MethodSource("integrators")
  void everyAlterationIsRefused(LiveIntegrator integrator) throws IOException {
    write(integrator);
    byte[] all = Files.readAllBytes(file);
    for (int at = 0; at < all.length; at += 97) {
      byte[] altered = all.clone();
      altered[at] ^= 1;
      Files.write(file, altered);
      refused("");
    }
  }

  @ParameterizedTest
  @MethodSource("integrators")
  void otherFormsAreRefused(LiveIntegrator integrator) throws IOException {
    write(integrator);
    byte[] all = Files.readAllBytes(file);
    String text = new String(all, StandardCharsets.ISO_8859_1);
    Files.write(
        file,
        text.replaceFirst("checkpoint/2", "checkpoint/9").getBytes(StandardCharsets.ISO_8859_1));
    refused("another form; expected flowproof/checkpoint/");
    Files.writeString(file, "format: 1\n");
    refused("is not a checkpoint");
  }

  @ParameterizedTest
  @MethodSource("integrators")
  void foreignOnesAreRefused(LiveIntegrator integrator) throws IOException {
    write(integrator);
    Checkpoint checkpoint = Checkpoint.read(file);
    foreign(checkpoint, integrator, "three-points-dominated", "1", OUTPUT, "is of another problem");
    foreign(
        checkpoint,
        integrator,
        "three-points",
        "2",
        OUTPUT,
        "was written by version 1; expected 2");
    foreign(
        checkpoint, integrator, "three-points", "1", "1".repeat(64), "other times or observables");
  }

  @Test
  void thoseOfTheOtherIntegratorAreRefused() throws IOException {
    List<LiveIntegrator> both = integrators().toList();
    for (int i = 0; i < 2; i++) {
      write(both.get(i));
      String words = "is of a run by integrator " + both.get(i).name();
      foreign(Checkpoint.read(file), both.get(1 - i), "three-points", "1", OUTPUT, words);
    }
  }

  @Test
  void equalProblemsHaveEqualHashesAndOthersNot() {
    assertEquals(ProblemHash.of(problem("three-points")), ProblemHash.of(problem("three-points")));
    Problem one = problem("three-points");
    Problem seeded = CaseLoader.load(caseFile("three-points"), OptionalLong.of(9)).problem();
    assertTrue(!ProblemHash.of(one).equals(ProblemHash.of(seeded)));
  }

  private void refused(String words) {
    InputException refusal = assertThrows(InputException.class, () -> Checkpoint.read(file));
    assertEquals(file, refusal.file());
    assertTrue(refusal.getMessage().contains(words), refusal.getMessage());
    assertEquals(1, refusal.getMessage().lines().count());
  }

  private static void foreign(
      Checkpoint checkpoint,
      LiveIntegrator integrator,
      String name,
      String version,
      String output,
      String words) {
    InputException refusal =
        assertThrows(
            InputException.class,
            () ->
                checkpoint.resume(
                    problem(name), integrator, version, output, java.io.DataInputStream::readInt));
    assertTrue(refusal.getMessage().contains(words), refusal.getMessage());
    assertEquals(Optional.empty(), refusal.suggestion());
  }

  private static Problem problem(String name) {
    return CaseLoader.load(caseFile(name), OptionalLong.empty()).problem();
  }

  private static Path caseFile(String name) {
    return Path.of("cases/early-alignment").resolve(name + ".yaml");
  }
}
