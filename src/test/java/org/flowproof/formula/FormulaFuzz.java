package org.flowproof.formula;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Fuzzing in a process of its own: prints how many inputs ended how, the slowest, the largest. */
final class FormulaFuzz {
  private static final int BETWEEN_CHECKS = 2_000;
  private static final int BETWEEN_COMPARISONS = 500;
  private static final int MOST_FAULTS = 20;

  private FormulaFuzz() {}

  /**
   * Ends with code 1, and a line for each fault, when an input ends otherwise than it should.
   *
   * @param args the minutes, and the seed
   */
  @SuppressWarnings("SystemOut") // the counts are what one runs this for
  public static void main(String[] args) throws IOException {
    double minutes = Double.parseDouble(args[0]);
    long seed = Long.parseLong(args[1]);
    FuzzCount count = new FuzzCount();
    List<String> faults = faults(minutes, new Random(seed), count);
    System.out.print("fuzzing with seed " + seed + " for " + minutes + " minutes: ");
    System.out.print(count.text());
    faults.forEach(System.out::println);
    System.exit(faults.isEmpty() && count.inputs() > 0 ? 0 : 1);
  }

  private static List<String> faults(double minutes, Random random, FuzzCount count)
      throws IOException {
    long end = System.nanoTime() + Duration.ofMillis((long) (minutes * 60_000)).toNanos();
    List<HostileFormula> hostile = HostileFormula.all();
    List<String> faults = new ArrayList<>();
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
    return faults;
  }
}
