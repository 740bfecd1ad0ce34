package org.flowproof.formula;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What a run of fuzzing has seen. Used by one thread. */
final class FuzzCount {
  private static final int SHOWN = 100;

  private final Map<String, Long> ends = new TreeMap<>();
  private long inputs;
  private long checks;
  private long comparisons;
  private FormulaTrial slowest;
  private FormulaTrial largest;

  void add(FormulaTrial trial) {
    inputs++;
    ends.merge(trial.end(), 1L, Long::sum);
    slowest = slowest == null || trial.millis() > slowest.millis() ? trial : slowest;
    largest = largest == null || trial.bytes() > largest.bytes() ? trial : largest;
  }

  void checked() {
    checks++;
  }

  void compared(boolean hadValue) {
    comparisons += hadValue ? 1 : 0;
  }

  long inputs() {
    return inputs;
  }

  /** Several lines of plain text. */
  String text() {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "inputs %d, comparisons of exact readers %d, self-checks of the engine %d%n",
            inputs,
            comparisons,
            checks));
    ends.forEach(
        (end, count) -> text.append(String.format(Locale.ROOT, "  %-20s %d%n", end, count)));
    text.append(
        String.format(
            Locale.ROOT, "slowest %d ms: %s%n", slowest.millis(), shown(slowest.text(), SHOWN)));
    text.append(
        String.format(
            Locale.ROOT, "largest %d bytes: %s%n", largest.bytes(), shown(largest.text(), SHOWN)));
    return text.toString();
  }

  /** The beginning of a text in ASCII. */
  static String shown(String text, int most) {
    StringBuilder shown = new StringBuilder();
    text.chars()
        .limit(most)
        .forEach(
            c ->
                shown.append(
                    c >= ' ' && c < 127
                        ? Character.toString(c)
                        : String.format(Locale.ROOT, "\\u%04X", c)));
    return shown + (text.length() > most ? "... (" + text.length() + " characters)" : "");
  }
}
