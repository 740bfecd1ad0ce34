package org.flowproof.formula;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Fuzzing for as long as asked: {@code mvn test -Dtest=FormulaFuzzTest -Dfuzz.minutes=60}, with
 * {@code -Dfuzz.seed=N} for other inputs. Prints how many inputs ended how, the slowest and the
 * largest.
 */
@EnabledIfSystemProperty(named = "fuzz.minutes", matches = "[0-9]{1,5}([.][0-9]{1,3})?")
class FormulaFuzzTest {
  private static final int BETWEEN_CHECKS = 2_000;
  private static final int BETWEEN_COMPARISONS = 500;
  private static final int MOST_FAULTS = 20;

  @Test
  @SuppressWarnings("SystemOut") // the counts are what one runs this for
  void everyInputEndsAsItShould() throws IOException {
    long seed = Long.getLong("fuzz.seed", 1);
    Random random = new Random(seed);
    double minutes = Double.parseDouble(System.getProperty("fuzz.minutes"));
    long end = System.nanoTime() + Duration.ofMillis((long) (minutes * 60_000)).toNanos();
    List<HostileFormula> hostile = HostileFormula.all();
    List<String> files = files();
    List<String> faults = new ArrayList<>();
    FuzzCount count = new FuzzCount();
    try (ExactReaders readers = new ExactReaders()) {
      while (System.nanoTime() < end && faults.size() < MOST_FAULTS) {
        String text =
            random.nextInt(8) == 0
                ? hostile.get(random.nextInt(hostile.size())).text()
                : FormulaGrammar.formula(random);
        text = random.nextInt(3) > 0 ? FormulaMutations.damaged(text, random) : text;
        int point = random.nextInt();
        try {
          count.add(FormulaTrial.of(text, point));
          if (count.inputs() % BETWEEN_COMPARISONS == 0) {
            text = FormulaGrammar.rational(random);
            count.compared(readers.agree(text, point));
          }
          if (count.inputs() % BETWEEN_CHECKS == 0) {
            readers.check();
            count.checked();
          }
        } catch (RuntimeException | AssertionError | StackOverflowError | OutOfMemoryError e) {
          faults.add(e + " for " + FuzzCount.shown(text, 2_000) + " at point " + point);
        }
      }
      readers.check();
      count.checked();
    }
    System.out.print("fuzzing with seed " + seed + " for " + minutes + " minutes: ");
    System.out.print(count.text());
    assertTrue(count.inputs() > 0);
    assertEquals(List.of(), faults);
    assertEquals(files, files(), "stray files");
  }

  /** What lies in the current directory. */
  private static List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(""))) {
      return files.map(Path::toString).sorted().toList();
    }
  }
}
