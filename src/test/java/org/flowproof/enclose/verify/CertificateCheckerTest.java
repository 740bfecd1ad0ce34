package org.flowproof.enclose.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.zip.DataFormatException;
import org.flowproof.enclose.Enclosure;
import org.flowproof.enclose.Flows;
import org.flowproof.enclose.verify.CertificateChecker.Verdict;
import org.flowproof.problem.Loss;
import org.flowproof.problem.Network;
import org.flowproof.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Genuine certificates pass; damaged and hostile files do not. */
class CertificateCheckerTest {
  @TempDir static Path directory;

  private static Verdict check(String text) throws Exception {
    Path file = Files.createTempFile(directory, "certificate", ".txt");
    Files.writeString(file, text, StandardCharsets.ISO_8859_1);
    return CertificateChecker.check(file);
  }

  @Test
  void genuineOnesPassAndSayWhatTheTubeSays() throws Exception {
    Enclosure kinks = Certificates.KINKS.enclosure();
    Enclosure slides = Certificates.SLIDES.enclosure();
    assertTrue(kinks.kinks().concave() > 0, "no concave kink: " + kinks.kinks());
    assertTrue(slides.kinks().slides() > 0, "no slide: " + slides.kinks());
    assertTrue(slides.kinks().convex() > 0, "no convex kink: " + slides.kinks());
    Verdict.Verified one =
        assertInstanceOf(Verdict.Verified.class, check(Certificates.KINKS.text()));
    assertEquals(kinks.tube().end(), one.end());
    assertEquals(kinks.tube().radius(), one.radius());
    Verdict.Verified two =
        assertInstanceOf(Verdict.Verified.class, check(Certificates.SLIDES.text()));
    assertEquals(slides.tube().stepCount(), two.steps());
  }

  @ParameterizedTest
  @CsvSource({"0.25, BOTH", "0, FIRST"})
  void leakyOnesAndThoseOfTheFirstLayerPass(double slope, Network.Trained trained)
      throws Exception {
    Problem problem = Flows.gaussian(2, 3, 2, 0.01, slope, Loss.Kind.SQUARED, trained, 1, 20);
    String text = Certificates.genuine(problem, 3).text();
    assertInstanceOf(Verdict.Verified.class, check(text));
  }

  @Test
  void noFlippedBitPasses() {
    Random random = new Random(1);
    byte[] bytes = Certificates.KINKS.text().getBytes(StandardCharsets.ISO_8859_1);
    for (int i = 0; i < 300; i++) {
      byte[] flipped = bytes.clone();
      flipped[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
      String text = new String(flipped, StandardCharsets.ISO_8859_1);
      assertThrows(DataFormatException.class, () -> check(text));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "' ' | does not end in a line with its SHA-256",
        "'x' | does not end in a line with its SHA-256",
        "flowproof-certificate 2 | a count from 3 to 3",
        "flowproof-certificate 3;problem 999999 1 1 | a count from 1 to 1000",
        "flowproof-certificate 3;problem 1 1 1 NaN | a hexadecimal double, found 'NaN'",
        "flowproof-certificate 3;problem 1 1 1 0x1.0p99999 | a hexadecimal double",
        "flowproof-certificate 3;problem 1 1 1 0x1.0p1024 | not a double",
        "flowproof-certificate 3;problem 1 1 1 0x0.0p0 logistic | expected squared",
        "flowproof-certificate 3;problem 1 1 1 0x0.0p0 squared 1 1 all | expected both or hidden",
        "flowproof-certificate 3;problem 1 1 1 0x0.0p0 squared 1 1 both 0x1.0p0;neuron | sample",
      })
  void hostileFilesGetOneMessage(String body, String message) {
    String text = body.replace(';', '\n') + (body.startsWith("flow") ? "\n" : "");
    DataFormatException e =
        assertThrows(
            DataFormatException.class,
            () -> check(body.startsWith("flow") ? Certificates.sealed(text) : text));
    assertTrue(e.getMessage().contains(message), e.getMessage());
    assertFalse(e.getMessage().contains("\n"));
  }

  @Test
  void everyTruncationIsRefused() {
    Random random = new Random(3);
    String text = Certificates.SLIDES.text();
    for (int i = 0; i < 100; i++) {
      String cut = text.substring(0, random.nextInt(text.length()));
      assertThrows(DataFormatException.class, () -> check(cut));
    }
    assertThrows(DataFormatException.class, () -> check(Certificates.SLIDES.text() + "\n"));
    assertThrows(DataFormatException.class, () -> CertificateChecker.check(directory));
  }
}
