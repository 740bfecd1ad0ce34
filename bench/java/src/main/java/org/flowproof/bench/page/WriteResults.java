package org.flowproof.bench.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes what follows from the measurements: {@code RESULTS PAGE} makes {@code ratios.csv}, {@code
 * ratios.tex} and {@code series.csv} in the directory of results, and the page.
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
    Files.writeString(Path.of(words[1]), page(directory));
  }

  /** The page of a directory of results. */
  public static String page(Path directory) throws IOException {
    return PerformancePage.of(Results.read(directory));
  }

  /** The table of ratios of a directory of results, as CSV. */
  public static String ratios(Path directory) throws IOException {
    return new RatioTable(Results.read(directory)).csv();
  }
}
