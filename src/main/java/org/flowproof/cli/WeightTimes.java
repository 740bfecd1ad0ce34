package org.flowproof.cli;

import java.util.List;
import java.util.TreeSet;

/**
 * The times at which a table of weights has a line: all steps of the run, or when that is too much,
 * the start, the end, and steps between them that are equally spaced in the logarithm of time.
 */
final class WeightTimes {
  /** Numbers in a table, at most, unless two lines already have more. */
  static final long MOST_NUMBERS = 2_000_000;

  private WeightTimes() {}

  /**
   * Chooses.
   *
   * @param steps times in increasing order, at least one
   * @param columns numbers in a line
   * @return in increasing order, the first and the last step among them
   */
  static List<Double> of(List<Double> steps, int columns) {
    int lines = (int) Math.max(2, Math.min(steps.size(), MOST_NUMBERS / columns));
    if (steps.size() <= lines) {
      return List.copyOf(steps);
    }
    TreeSet<Double> all = new TreeSet<>(steps);
    TreeSet<Double> chosen = new TreeSet<>(List.of(all.first(), all.last()));
    Double early = all.higher(Math.max(0, all.first()));
    for (int i = 0; i < lines - 2 && early != null; i++) {
      double target = early * Math.pow(all.last() / early, (double) i / (lines - 2));
      Double step = all.ceiling(target);
      chosen.add(step == null ? all.last() : step);
    }
    return List.copyOf(chosen);
  }
}
