package org.flowproof.problem;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A case about data of choice, all else being in order. */
final class SampleCase {
  private SampleCase() {}

  /**
   * Writes it to {@code sample.yaml}.
   *
   * @param data what the section {@code data} holds, from line 5 on; lines after the first one
   *     indented by two
   */
  static Path write(Path directory, String data) throws IOException {
    return write(directory, data, "{kind: squared, factor: 1/(2n)}");
  }

  /** The same with a loss of choice. */
  static Path write(Path directory, String data, String loss) throws IOException {
    return Files.writeString(
        directory.resolve("sample.yaml"),
        """
        format: 1
        case: sample
        title: A sample
        data:
          %s
        network: {width: 2, activation: relu, trained: both}
        loss: %s
        initialization: {law: balanced, scale: 1e-3, seed: 1}
        dynamics:
          kind: flow
          stop: {time: 6}
        """
            .formatted(data, loss));
  }
}
