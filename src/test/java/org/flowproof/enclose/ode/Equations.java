package org.flowproof.enclose.ode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files of equations written for a test. */
final class Equations {
  private Equations() {}

  /** Reads a text as if it were a file. */
  static OdeFile read(String... lines) {
    try {
      Path directory = Files.createTempDirectory("equations");
      Path file = directory.resolve("test.yaml");
      try {
        Files.writeString(file, String.join("\n", lines) + "\n");
        return OdeLoader.load(file);
      } finally {
        Files.delete(file);
        Files.delete(directory);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Equations with all keys that are needed. */
  static OdeFile of(String equations, String start, String time, String... more) {
    String[] lines = {
      "format: 1",
      "ode: odes/test",
      "title: Test",
      "equations: {" + equations + "}",
      "start: {" + start + "}",
      "time: " + time
    };
    return read(String.join("\n", lines), String.join("\n", more));
  }

  static OdeFile circle(String time) {
    return of("x: y, y: -x", "x: 1, y: 0", time);
  }

  static OdeFile logistic(String time) {
    return of("x: x*(1 - x)", "x: 0.1", time);
  }

  static OdeFile riccati(String time) {
    return of("x: x^2", "x: 1", time);
  }
}
