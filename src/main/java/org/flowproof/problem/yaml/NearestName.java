package org.flowproof.problem.yaml;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Guesses which of some names a misspelt one was meant to be. */
public final class NearestName {
  private NearestName() {}

  /**
   * The closest name, when it is close enough to be worth mentioning: at most two letters, or a
   * third of its letters differ (insertions, deletions, changes), or one is the beginning of the
   * other.
   *
   * @param wrong the misspelt name
   * @param names the names there are
   */
  public static Optional<String> of(String wrong, Collection<String> names) {
    String given = wrong.toLowerCase(Locale.ROOT);
    return names.stream()
        .filter(name -> isNear(given, name.toLowerCase(Locale.ROOT)))
        .min(
            Comparator.comparingInt((String name) -> distance(given, name.toLowerCase(Locale.ROOT)))
                .thenComparing(Comparator.naturalOrder()));
  }

  private static boolean isNear(String given, String name) {
    boolean prefix = given.length() >= 3 && (name.startsWith(given) || given.startsWith(name));
    return prefix
        || distance(given, name) <= Math.max(name.length() < 4 ? 1 : 2, name.length() / 3);
  }

  private static int distance(String s, String t) {
    if (Math.abs(s.length() - t.length()) > t.length()) {
      return s.length();
    }
    int[] row = new int[t.length() + 1];
    for (int j = 0; j <= t.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= s.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= t.length(); j++) {
        int change = diagonal + (s.charAt(i - 1) == t.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[t.length()];
  }
}
