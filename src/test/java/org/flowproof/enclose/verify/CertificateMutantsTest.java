package org.flowproof.enclose.verify;

import static org.flowproof.enclose.verify.Certificates.assertRefused;
import static org.flowproof.enclose.verify.Certificates.number;
import static org.flowproof.enclose.verify.Certificates.path;
import static org.flowproof.enclose.verify.Certificates.refusal;
import static org.flowproof.enclose.verify.Certificates.stepOfKink;
import static org.flowproof.enclose.verify.Certificates.with;
import static org.flowproof.enclose.verify.Certificates.withLine;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each rule of the checker refuses: genuine certificates with one number wrong and the hash made
 * right, so that it is the rule that refuses and not the hash. Kinks, sides and the order of steps
 * are in CertificateKinkMutantsTest.
 */
class CertificateMutantsTest {
  private static final String KINKS = Certificates.KINKS.text();
  private static final Pattern MANTISSA = Pattern.compile("[.]([0-9a-f]+)p");

  /** With one bit of the mantissa flipped, counted from the last. */
  private static String flipped(String text, String line, int which, int word, int bit) {
    long bits = Double.doubleToRawLongBits(number(text, line, which, word));
    return with(text, line, which, word, Double.longBitsToDouble(bits ^ 1L << bit));
  }

  /** Steps of all kinds: the first, a long one, at two concave kinks. */
  static int[] steps() {
    return new int[] {
      0,
      Certificates.longestStep(KINKS, 0, 10),
      stepOfKink(KINKS, 0),
      stepOfKink(KINKS, 0) + 1,
      stepOfKink(KINKS, 1)
    };
  }

  /**
   * Flipped bits of data. Sample 1 is not among them: it is off for all neurons, so that the tube
   * is one for every label it may have.
   */
  @ParameterizedTest
  @CsvSource({"0, 1, 20", "0, 3, 20", "2, 2, 20", "2, 3, 51"})
  void dataWithFlippedBitsAreRefused(int which, int word, int bit) throws Exception {
    assertRefused(flipped(KINKS, "sample", which, word, bit), "may leave the tube|side it claims");
  }

  @Test
  void startsThatAreElsewhereAreRefused() throws Exception {
    for (int neuron = 0; neuron < 3; neuron++) {
      double radius = number(KINKS, "path", path(0, neuron), 2);
      for (int word = 1; word <= 3; word++) {
        double moved = number(KINKS, "neuron", neuron, word) + 2 * radius;
        assertRefused(with(KINKS, "neuron", neuron, word, moved), "may leave the tube");
      }
    }
  }

  /** Less than the radius is a true statement about another path within the tube. */
  @ParameterizedTest
  @MethodSource("steps")
  void pathsThatAreElsewhereAreRefused(int step) throws Exception {
    String why = "may leave the tube|side it claims|more is added|may grow";
    for (int neuron = 0; neuron < 3; neuron++) {
      int line = path(step, neuron);
      double radius = number(KINKS, "path", line, 2);
      for (int word = 3; word < 9; word++) { // the values at the start, and the velocities
        double moved = number(KINKS, "path", line, word) + 2 * radius;
        assertRefused(with(KINKS, "path", line, word, moved), why);
      }
    }
  }

  @Test
  void lengthsThatAreOthersAreRefused() throws Exception {
    int longest = Certificates.longestStep(KINKS, 0, 10);
    for (int step : new int[] {0, longest}) {
      double length = number(KINKS, "step", step, 1);
      assertRefused(with(KINKS, "step", step, 1, length * (1 + 1e-6)), "may leave the tube");
      assertRefused(with(KINKS, "step", step, 1, length * (1 - 1e-6)), "may leave the tube");
    }
  }

  /** The last bit of what is compared exactly. */
  @Test
  void claimsAreExact() throws Exception {
    double end = number(KINKS, "claim", 0, 1);
    double radius = number(KINKS, "claim", 0, 2);
    assertRefused(with(KINKS, "claim", 0, 1, Math.nextUp(end)), "do not reach");
    assertRefused(with(KINKS, "claim", 0, 2, Math.nextDown(radius)), "a radius is claimed");
    assertRefused(with(KINKS, "claim", 0, 1, 0.0), "do not reach");
    assertRefused(with(KINKS, "claim", 0, 1, -1.0), "do not reach");
    assertEquals(Optional.empty(), refusal(with(KINKS, "claim", 0, 1, Math.nextDown(end))));
    assertEquals(Optional.empty(), refusal(with(KINKS, "claim", 0, 2, Math.nextUp(radius))));
  }

  /**
   * The checker cuts nothing off, so that its own bounds are below the radii of the prover. A tenth
   * is refused everywhere; ForgedCertificatesTest has radii that are tight.
   */
  @ParameterizedTest
  @MethodSource("steps")
  void radiiThatAreTooSmallAreRefused(int step) throws Exception {
    for (int neuron = 0; neuron < 3; neuron++) {
      double radius = number(KINKS, "path", path(step, neuron), 2);
      String small = with(KINKS, "path", path(step, neuron), 2, 0.1 * radius);
      assertRefused(small, "may leave the tube");
    }
  }

  @Test
  void labelsOfTheWrongSignAreRefused() throws Exception {
    for (int sample : new int[] {0, 2}) {
      double label = number(KINKS, "sample", sample, 3);
      assertRefused(with(KINKS, "sample", sample, 3, -label), "may leave the tube");
    }
  }

  /** The statement is about the problem in the file: another slope, factor or layer is another. */
  @Test
  void theProblemCannotBeChanged() throws Exception {
    assertRefused(with(KINKS, "problem", 0, 4, 0x1p-40), "may leave the tube");
    assertRefused(with(KINKS, "problem", 0, 4, 1.0), "slope");
    assertRefused(with(KINKS, "problem", 0, 4, -0.5), "slope");
    assertRefused(with(KINKS, "problem", 0, 6, "2"), "coupling|tube");
    assertRefused(with(KINKS, "problem", 0, 7, "4"), "coupling|tube");
    assertRefused(with(KINKS, "problem", 0, 7, "6"), "may leave the tube");
    assertRefused(with(KINKS, "problem", 0, 8, "hidden"), "output weight moves");
    double coupling = number(KINKS, "problem", 0, 9);
    assertRefused(with(KINKS, "problem", 0, 9, 0.999 * coupling), "coupling");
    assertRefused(with(KINKS, "problem", 0, 9, -coupling), "coupling");
  }

  /** A norm that gives a neuron a weight counts with it; one that leaves it out bounds it not. */
  @Test
  void normsAreDerivedAndNotBelieved() throws Exception {
    List<String> norms = KINKS.lines().filter(l -> l.startsWith("norm ")).toList();
    int joint = 0;
    while (norms.get(joint).contains(" 0x0.0p0")) {
      joint++;
    }
    for (String weight : List.of(" 0x0.0p0", " 0x1.0p1000", " -0x1.0p0")) {
      String text = withLine(KINKS, "norm", joint, "norm" + weight.repeat(3));
      double radius = number(KINKS, "path", 0, 2);
      assertRefused(with(text, "path", 0, 2, 0.1 * radius), "may leave the tube");
    }
    // a neuron that no norm bounds
    String alone = KINKS.replaceAll("norm \\S+", "norm 0x0.0p0");
    assertRefused(alone, "may leave the tube");
  }

  /**
   * One digit of one number, after the problem. What is accepted all the same is a true certificate
   * with the same claim: a path inside the tube, or a bound a little wider than need be.
   */
  @Test
  void changedDigitsAreRefusedOrChangeNothingThatIsClaimed() throws Exception {
    Random random = new Random(7);
    int steps = KINKS.indexOf("\nstep ");
    int refused = 0;
    for (int i = 0; i < 12; i++) {
      Matcher matcher = MANTISSA.matcher(KINKS);
      assertTrue(matcher.find(steps + random.nextInt(KINKS.length() / 8)));
      int at = matcher.start(1) + random.nextInt(matcher.end(1) - matcher.start(1));
      int digit = Character.digit(KINKS.charAt(at), 16) ^ (1 << random.nextInt(3));
      String forged = KINKS.substring(0, at) + Integer.toHexString(digit) + KINKS.substring(at + 1);
      if (refusal(forged).isPresent()) {
        refused++;
        continue;
      }
      int start = forged.lastIndexOf('\n', at) + 1;
      String line = forged.substring(start, forged.indexOf(' ', start));
      // a length of which the last bits differ is that of a path as good, unless it ends too soon
      assertTrue(List.of("path", "norm", "kink", "step").contains(line), line + " " + i);
      boolean radius = forged.substring(start, at).split(" ").length == 3;
      if (line.equals("path") && !radius) {
        double changed = Double.parseDouble(word(forged, at)) - Double.parseDouble(word(KINKS, at));
        assertTrue(Math.abs(changed) < 2 * Certificates.KINKS.enclosure().tube().radius());
      }
    }
    assertTrue(refused > 0, "nothing was refused");
  }

  private static String word(String text, int at) {
    int start = Math.max(text.lastIndexOf(' ', at), text.lastIndexOf('\n', at)) + 1;
    return text.substring(start).split("[ \n]", 2)[0];
  }
}
