package org.flowproof.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.flowproof.falsify.attack.AttackResult;
import org.flowproof.falsify.attack.Budget;
import org.flowproof.problem.CaseText;
import org.flowproof.problem.Problem;
import org.flowproof.problem.WholeFile;

/**
 * A case that an attack came up with.
 *
 * @param name of the file, without ending
 * @param title one line
 * @param notes how it was found
 * @param problem what was found
 * @param claim id of the claim
 * @param verdict what {@code check} says of it
 */
record FoundCase(
    String name, String title, String notes, Problem problem, String claim, String verdict) {
  /** Where counterexamples are kept below {@code cases/}. */
  static final String AREA = "counterexamples";

  private static final int MOST_FILES = 1000;

  /** A confirmed violation. */
  static FoundCase violation(AttackResult result, AttackResult.Counterexample found) {
    return new FoundCase(
        name(result),
        "A counterexample to " + result.claim().id(),
        "Found by ./flowproof falsify "
            + command(result)
            + " at "
            + found.how()
            + ", then made smaller. Confirmed: "
            + String.join(", ", found.confirmation().runs())
            + ".",
        found.problem(),
        result.claim().id(),
        "VIOLATED");
  }

  /** The problem that comes nearest to its bound. */
  static Optional<FoundCase> tightest(AttackResult result) {
    return result
        .tightest()
        .map(
            t ->
                new FoundCase(
                    name(result) + "-tightest",
                    "A problem that reaches most of the bound of " + result.claim().id(),
                    "Found by ./flowproof falsify "
                        + command(result)
                        + " --tighten at "
                        + t.how()
                        + String.format(Locale.ROOT, ", where the tightness was %.6g.", t.value()),
                    t.problem(),
                    result.claim().id(),
                    "HOLDS"));
  }

  private static String name(AttackResult result) {
    return result.claim().id().substring(result.claim().id().lastIndexOf('/') + 1);
  }

  private static String command(AttackResult result) {
    Budget budget = result.budget();
    return result.claim().id()
        + " --tries "
        + budget.tries()
        + " --climb "
        + budget.climbing()
        + " --seed "
        + budget.seed();
  }

  /**
   * Writes it under the first name that is free, or under one that has the same text already.
   *
   * @return the file
   */
  Path write(Path directory) throws IOException {
    for (int i = 1; i <= MOST_FILES; i++) {
      String free = i == 1 ? name : name + "-" + i;
      Path file = directory.resolve(free + ".yaml");
      String text = CaseText.of(place(directory) + free, title, notes, problem, claim, verdict);
      if (!Files.exists(file)) {
        WholeFile.write(file, text);
        return file;
      }
      if (Files.size(file) == text.getBytes(StandardCharsets.UTF_8).length
          && Files.readString(file).equals(text)) {
        return file;
      }
    }
    throw new IOException(directory + " has " + MOST_FILES + " cases of that name");
  }

  /** The id of a case is its path below {@code cases/}. */
  private static String place(Path directory) {
    Path absolute = directory.toAbsolutePath().normalize();
    for (int i = absolute.getNameCount() - 1; i >= 0; i--) {
      if (absolute.getName(i).toString().equals("cases")) {
        StringBuilder id = new StringBuilder();
        for (int k = i + 1; k < absolute.getNameCount(); k++) {
          id.append(absolute.getName(k)).append('/');
        }
        return id.toString();
      }
    }
    return AREA + "/";
  }
}
