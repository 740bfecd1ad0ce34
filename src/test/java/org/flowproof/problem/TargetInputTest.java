package org.flowproof.problem;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Labels of a single neuron; the network of the sample case has ReLU. */
class TargetInputTest {
  @TempDir Path directory;

  private CaseFile load(String data) throws IOException {
    // the section in flow style: what stands in the braces, a key a line
    String lines = data.substring(1, data.length() - 1).replaceAll(", (target|bias|y):", "\n  $1:");
    return CaseLoader.load(SampleCase.write(directory, lines));
  }

  @Test
  void labelsOfGivenSamples() throws IOException {
    DataSet data =
        load("{x: [[1], [-3], [0.5]], target: {output: 2, weight: [1, -0.25]}, bias: true}")
            .problem()
            .data();
    assertArrayEquals(new double[] {1.5, 0, 0.5}, data.y().toArray());
    assertEquals(2, data.d());
    assertEquals("inline, labels of a single neuron, bias coordinate appended", data.origin());
  }

  @Test
  void evenlySpacedSamples() throws IOException {
    CaseFile file =
        load("{law: {kind: even, samples: 6, from: -2, to: 2}, target: {output: -1, weight: [1]}}");
    DataSet data = file.problem().data();
    double[] expected = {-2, -1.2, -0.4, 0.4, 1.2, 2};
    for (int k = 0; k < 6; k++) {
      assertEquals(expected[k], data.x().get(k, 0), 1e-15);
      assertEquals(-Math.max(0, expected[k]), data.y().get(k), 1e-15);
    }
    assertTrue(!file.seeds().containsKey("data"), file.seeds().toString());
  }

  /** The samples are those of the other laws with the same seed. */
  @Test
  void normalSamplesAreDrawnFromTheirSeed() throws IOException {
    String data = "{law: {kind: normal, samples: 4, dimension: 2, seed: 7}, target: %s}";
    CaseFile file = load(data.formatted("{output: 1, weight: [1, 0]}"));
    SeededStream stream = new SeededStream(7, SeededStream.Purpose.SAMPLES);
    for (int k = 0; k < 4; k++) {
      double first = stream.nextGaussian();
      assertEquals(first, file.problem().data().x().get(k, 0));
      assertEquals(Math.max(0, first), file.problem().data().y().get(k));
      assertEquals(stream.nextGaussian(), file.problem().data().x().get(k, 1));
    }
    assertEquals(7L, file.seeds().get("data"));
  }

  @Test
  void uniformSamplesLieInTheirRange() throws IOException {
    String law = "{kind: uniform, samples: 200, dimension: 2, from: -2, to: 3, seed: 7}";
    CaseFile file = load("{law: " + law + ", target: {output: 1, weight: 0.5}}");
    DataSet data = file.problem().data();
    SeededStream stream = new SeededStream(7, SeededStream.Purpose.SAMPLES);
    double least = 0;
    double most = 0;
    for (int k = 0; k < 200; k++) {
      double first = 5 * stream.nextUniform() - 2;
      double second = 5 * stream.nextUniform() - 2;
      assertEquals(first, data.x().get(k, 0), 1e-15);
      // one number stands for the weight of every coordinate
      assertEquals(Math.max(0, 0.5 * (first + second)), data.y().get(k), 1e-15);
      least = Math.min(least, data.x().get(k, 0));
      most = Math.max(most, data.x().get(k, 0));
    }
    assertTrue(least > -2 && least < -1.9 && most > 2.9 && most < 3, least + " to " + most);
    assertEquals(7L, file.seeds().get("data"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{kind: gaussian, samples: 2, dimension: 1, seed: 1}; data.law.kind",
        "{kind: even, samples: 1, from: 0, to: 1}; data.law.samples",
        "{kind: even, samples: 3, from: 1, to: 1}; data.law.to",
        "{kind: even, samples: 3, from: 1, to: 2, seed: 1}; data.law.seed",
        "{kind: even, samples: 3, from: 1, to: 2, dimension: 1}; data.law.dimension",
        "{kind: even, samples: 3, from: 1, to: 2, noise: 1}; data.law.noise",
        "{kind: even, samples: 3, from: 1}; data.law.to",
        "{kind: normal, samples: 3, dimension: 1}; data.law.seed",
        "{kind: normal, samples: 3, dimension: 1, seed: 1, from: 0}; data.law.from",
        "{kind: normal, samples: 3, dimension: 2, seed: 1}; data.target.weight",
        "{kind: uniform, samples: 3, dimension: 1, from: 0, to: 1}; data.law.seed",
        "{kind: uniform, samples: 3, from: 0, to: 1, seed: 1}; data.law.dimension",
        "{kind: uniform, samples: 3, dimension: 1, from: 0, seed: 1}; data.law.to",
        "{kind: uniform, samples: 3, dimension: 1, from: 0, to: 0, seed: 1}; data.law.to",
        "{kind: uniform, samples: 3, dimension: 1, from: 0, to: 1, seed: 1, beta: unit};"
            + " data.law.beta",
        "{kind: unifrom, samples: 3, dimension: 1, from: 0, to: 1, seed: 1}; data.law.kind",
      })
  void unusableLawsAreRefused(String law, String key) {
    InputException e =
        assertThrows(
            InputException.class,
            () -> load("{law: " + law + ", target: {output: 1, weight: [1]}}"));
    assertEquals(key, e.key(), e.getMessage());
  }

  @Test
  void labelsStandOnce() {
    InputException e =
        assertThrows(
            InputException.class,
            () -> load("{x: [[1]], y: [1], target: {output: 1, weight: [1]}}"));
    assertEquals("data.target", e.key());
    assertEquals(
        "data.law.kind",
        assertThrows(
                InputException.class, () -> load("{law: {kind: even, samples: 3, from: 0, to: 1}}"))
            .key());
  }
}
