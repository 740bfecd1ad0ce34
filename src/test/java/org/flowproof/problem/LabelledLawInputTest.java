package org.flowproof.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Laws of labelled samples in a case: what is said of good ones, and how bad ones are refused. */
class LabelledLawInputTest {
  private static final String NEAR =
      "kind: nearly-orthogonal, samples: 4, dimension: 6, norm: 3, overlap: 0.5, seed: 2,"
          + " classes: balanced";

  @TempDir Path directory;

  @Test
  void drawsAndTellsHow() throws IOException {
    CaseFile file = CaseLoader.load(write(NEAR));
    assertEquals(
        "law nearly-orthogonal, n = 4 (2 with label 1), d = 6, norm 3.0, inner products at most"
            + " 0.5, seed 2",
        file.problem().data().origin());
    assertEquals(Map.of("data", 2L, "initial weights", 1L), file.seeds());
    assertEquals(9L, CaseLoader.load(write(NEAR), OptionalLong.of(9)).seeds().get("data"));
    DataSet gaussian =
        CaseLoader.load(
                write(
                    "kind: labelled-gaussian, samples: 5, dimension: 3, seed: 2, classes: [4, 1]"))
            .problem()
            .data();
    assertEquals("law labelled-gaussian, n = 5 (4 with label 1), d = 3, seed 2", gaussian.origin());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "samples: 4 | samples: 1 | samples | from 2",
        "samples: 4 | samples: 7 | dimension | at least as many dimensions as samples",
        "'samples: 4, dimension: 6' | 'samples: 1001, dimension: 2000' | samples | at most 1000",
        "norm: 3 | norm: 0 | norm | above 0",
        "norm: 3 | norm: 1e-101 | norm | from 1.0E-100",
        "norm: 3 | norm: 1e101 | norm | to 1.0E100",
        "', norm: 3' | '' | norm | missing key",
        "overlap: 0.5 | overlap: -1 | overlap | at least 0",
        "overlap: 0.5 | overlap: 3 | overlap | to below 3.0, which is norm^2/(samples - 1)",
        "overlap: 0.5 | overlap: 1e-12 | overlap | 0, or a number from",
        "', overlap: 0.5' | '' | overlap | missing key",
        "classes: balanced | classes: equal | classes | balanced",
        "classes: balanced | 'classes: [2, 1]' | classes | 1 and -1, 4 in all",
        "classes: balanced | 'classes: [4, 0]' | classes[2] | from 1",
        "classes: balanced | 'classes: [4]' | classes | a list of 1",
        "classes: balanced | 'classes: balanced, noise: 0' | noise | does not go with"
            + " 'nearly-orthogonal'",
        "kind: nearly-orthogonal | kind: labelled-gaussian | norm | does not go with",
        "kind: nearly-orthogonal | kind: nearly-ortogonal | kind | did you mean"
            + " 'nearly-orthogonal'?",
      })
  void refuses(String from, String to, String key, String expected) throws IOException {
    assertTrue(NEAR.contains(from), from);
    Path file = write(NEAR.replace(from, to));
    InputException e = assertThrows(InputException.class, () -> CaseLoader.load(file));
    assertEquals("data.law." + key, e.key(), e.getMessage());
    assertTrue(e.getMessage().contains(expected), e.getMessage());
    assertFalse(e.getMessage().contains("\n"));
  }

  @Test
  void keysOfLabelledLawsDoNotGoWithOthers() throws IOException {
    Path file =
        write("kind: gaussian, samples: 2, dimension: 1, beta: unit, noise: 0, seed: 1, norm: 2");
    InputException e = assertThrows(InputException.class, () -> CaseLoader.load(file));
    assertEquals("data.law.norm", e.key());
  }

  private Path write(String law) throws IOException {
    return SampleCase.write(directory, "law: {" + law + "}", "{kind: logistic, factor: 1/n}");
  }
}
