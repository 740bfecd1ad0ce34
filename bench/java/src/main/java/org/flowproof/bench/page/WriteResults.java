package org.flowproof.bench.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes what follows from the measurements: {@code RESULTS REASONS PAGE} makes {@code ratios.csv},
 * {@code ratios.tex} and {@code series.csv} in the directory of results, and the page.
 */
public final class WriteResults {
  private WriteResults() {}

  /** See the class. */
  public static void main(String[] words) throws IOException {
    Path directory = Path.of(words[0]);
    Results results = Results.read(directory);
    RatioTable table = new RatioTable(results);
    Files.writeString(directory.resolve("ratios.csv"), table.csv());
    Files.writeString(directory.resolve("ratios.tex"), table.latex());
    Files.writeString(directory.resolve("series.csv"), FigureSeries.csv(results));
    Files.writeString(Path.of(words[2]), page(directory, Path.of(words[1])));
  }

  /**
   * The page of a directory of results.
   *
   * @param reasons what dominates where targets are missed; need not be there
   */
  public static String page(Path directory, Path reasons) throws IOException {
    Results results = Results.read(directory);
    List<Target> targets = Targets.of(results);
    List<String> keys = targets.stream().map(Target::key).toList();
    return PerformancePage.of(results, targets, Reasons.read(reasons, keys));
  }

  /** The table of ratios of a directory of results, as CSV. */
  public static String ratios(Path directory) throws IOException {
    return new RatioTable(Results.read(directory)).csv();
  }
}
