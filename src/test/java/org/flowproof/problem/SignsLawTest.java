package org.flowproof.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Initial weights for fixed output weights of two classes. */
class SignsLawTest {
  private static final String CASE =
      """
      format: 1
      case: sample
      title: A sample
      data: {x: [[1, 0], [0.6, 0.8]], y: [1, -1]}
      network: {width: 6, activation: relu, trained: first}
      loss: {kind: exponential, factor: 1/n}
      initialization: {law: signs, scale: 1e-2, seed: 4}
      dynamics: {kind: descent, step: 0.5, stop: {time: 6}}
      """;

  @TempDir Path directory;

  @Test
  void halfOfTheNeuronsHaveEachSignWhateverTheScale() throws IOException {
    CaseFile file = CaseLoader.load(write(CASE));
    Weights initial = file.problem().initial();
    Weights larger = file.draws().weights().orElseThrow().draw(1e-1);
    Weights twice = file.draws().times(initial, 2);
    double squares = 0;
    for (int j = 0; j < 6; j++) {
      double expected = j < 3 ? 1.0 / 3 : -1.0 / 3;
      assertEquals(expected, initial.a().get(j));
      assertEquals(expected, larger.a().get(j));
      assertEquals(expected, twice.a().get(j));
      for (int i = 0; i < 2; i++) {
        double w = initial.w().get(j, i);
        squares += w * w;
        assertEquals(10 * w, larger.w().get(j, i), 1e-15);
        assertEquals(2 * w, twice.w().get(j, i));
      }
    }
    // twelve standard normal numbers times 1e-2; below and above with probability 1e-4
    assertTrue(squares > 12e-4 * 0.1 && squares < 12e-4 * 3.2, "sum of squares " + squares);
  }

  @Test
  void varianceIsThatOfTheScale() {
    double[] w = InitialLaw.SIGNS.draw(20_000, 5, 0.3, 9).w().toRowMajor();
    double squares = 0;
    for (double value : w) {
      squares += value * value / w.length;
    }
    // standard error sqrt(2 / 1e5) relative
    assertEquals(0.09, squares, 0.09 * 5 * Math.sqrt(2e-5));
  }

  @Test
  void anOddWidthIsRefused() throws IOException {
    Path file = write(CASE.replace("width: 6", "width: 5"));
    InputException e = assertThrows(InputException.class, () -> CaseLoader.load(file));
    assertEquals("network.width", e.key());
    assertEquals(5, e.line());
    assertTrue(e.getMessage().contains("an even number"), e.getMessage());
  }

  private Path write(String text) throws IOException {
    return Files.writeString(directory.resolve("sample.yaml"), text);
  }
}
