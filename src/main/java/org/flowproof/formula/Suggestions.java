package org.flowproof.formula;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds the declared name that a misspelt one was probably meant to be. */
final class Suggestions {
  private Suggestions() {}

  /** The nearest candidate: same letters in another case, else few edits. Ties keep the order. */
  static Optional<String> nearest(String name, Collection<String> candidates) {
    String best = null;
    int bestDistance = name.length() <= 2 ? 2 : 3;
    for (String candidate : candidates) {
      int distance =
          candidate.toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT))
              ? 0
              : distance(name, candidate);
      if (distance < bestDistance && distance < candidate.length()) {
        best = candidate;
        bestDistance = distance;
      }
    }
    return Optional.ofNullable(best);
  }

  /** {@code "; did you mean x?"} or nothing. */
  static String hint(String name, Collection<String> candidates) {
    return nearest(name, candidates).map(found -> "; did you mean " + found + "?").orElse("");
  }

  private static int distance(String a, String b) {
    int[] previous = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] current = new int[b.length() + 1];
      current[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(replaced, 1 + Math.min(previous[j], current[j - 1]));
      }
      previous = current;
    }
    return previous[b.length()];
  }
}
