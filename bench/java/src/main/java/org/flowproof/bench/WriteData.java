package org.flowproof.bench;

import java.io.IOException;
import java.nio.file.Path;

/** Writes one data folder: {@code FOLDER n m d lambda seed}. */
public final class WriteData {
  private WriteData() {}

  /** See the class. */
  public static void main(String[] words) throws IOException {
    new DataFolder(Path.of(words[0]))
        .write(
            new Workload(
                Integer.parseInt(words[1]),
                Integer.parseInt(words[2]),
                Integer.parseInt(words[3]),
                Double.parseDouble(words[4]),
                Long.parseLong(words[5])));
  }
}
