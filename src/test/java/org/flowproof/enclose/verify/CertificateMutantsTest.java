package org.flowproof.enclose.verify;

import static org.flowproof.enclose.verify.Certificates.number;
import static org.flowproof.enclose.verify.Certificates.parts;
import static org.flowproof.enclose.verify.Certificates.refusal;
import static org.flowproof.enclose.verify.Certificates.stepOfKink;
import static org.flowproof.enclose.verify.Certificates.with;
import static org.flowproof.enclose.verify.Certificates.withLine;
import static org.flowproof.enclose.verify.Certificates.words;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Each rule of the checker refuses: genuine certificates with one thing wrong and the hash made
 * right, so that it is the rule that refuses and not the hash.
 */
class CertificateMutantsTest {
  private static final String KINKS = Certificates.KINKS.text();
  private static final String SLIDES = Certificates.SLIDES.text();
  private static final Pattern MANTISSA = Pattern.compile("[.]([0-9a-f]+)p");

  private static void assertRefused(String text, String why) throws Exception {
    assertTrue(!text.equals(KINKS) && !text.equals(SLIDES), "nothing was changed");
    Optional<String> reason = refusal(text);
    assertTrue(reason.isPresent(), "verified");
    assertTrue(reason.get().matches("(?s).*(" + why + ").*"), reason.get());
  }

  /** With one bit of the mantissa flipped, counted from the last. */
  private static String flipped(String text, String line, int which, int word, int bit) {
    long bits = Double.doubleToRawLongBits(number(text, line, which, word));
    return with(text, line, which, word, Double.longBitsToDouble(bits ^ 1L << bit));
  }

  /**
   * Flipped bits of data, lengths, coefficients and radii. A flip in the last bits is a true
   * statement about another path, within the tube; the bits here are the last of which it is not,
   * or a few above. Sample 1 is not among the data: it is off for all neurons, so that the tube is
   * one for every label it may have.
   */
  @ParameterizedTest
  @CsvSource({
    "sample, 0, 1, 20",
    "sample, 0, 3, 20",
    "sample, 2, 2, 20",
    "sample, 2, 3, 51",
    "neuron, 0, 1, 8", // 1e-14 of a weight
    "neuron, 1, 2, 8",
    "neuron, 2, 3, 8",
    "step, 0, 1, 30",
    "step, 3, 1, 30",
    "path, 1, 1, 8",
    "path, 0, 1, 8",
    "path, 0, 2, 20",
    "path, 0, 4, 45",
    "path, 22, 1, 8",
    "path, 24, 2, 20",
  })
  void falsehoodsWithARightHashAreRefused(String line, int which, int word, int bit)
      throws Exception {
    assertRefused(flipped(KINKS, line, which, word, bit), "may leave the tube|side it claims");
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
   * The checker cuts nothing off, so that its own bounds are 2.4 to 6 times below the radii of the
   * prover here. A tenth is refused everywhere; ForgedCertificatesTest has radii that are tight.
   */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3, 5, 8})
  void radiiThatAreTooSmallAreRefused(int step) throws Exception {
    for (int neuron = 0; neuron < 3; neuron++) {
      double radius = number(KINKS, "tube", step, 1 + neuron);
      assertRefused(with(KINKS, "tube", step, 1 + neuron, 0.1 * radius), "may leave the tube");
    }
  }

  /** What is stated at a concave kink, a little better than it is. */
  @ParameterizedTest
  @CsvSource({
    "3, 0.3, a larger error before",
    "4, 1.01, speed towards",
    "4, 0.999, error at the kink",
    "5, 0.999, error at the kink",
    "4, 0, the kink has no speed",
    "4, -1, the kink has no speed",
    "5, -1, the kink has no speed",
  })
  void boundsOfConcaveKinksAreTight(int word, double factor, String why) throws Exception {
    double stated = number(KINKS, "kink", 0, word);
    assertRefused(with(KINKS, "kink", 0, word, factor * stated), why);
  }

  @Test
  void concaveKinksArePaidForWhereTheyAre() throws Exception {
    String[] kink = words(KINKS, "kink", 0);
    List<String> steps = parts(KINKS);
    int at = stepOfKink(KINKS, 0);
    String header = steps.get(at).lines().findFirst().orElseThrow();
    int count = Integer.parseInt(header.split(" ")[4]);
    String with = String.join(" ", kink) + "\n";
    String bare =
        steps
            .get(at)
            .replace(with, "")
            .replace(header, header.replaceFirst(" \\d+$", " " + (count - 1)));
    // not paid for: as if the concave kink were convex
    assertRefused(replaced(KINKS, at, bare), "not paid for");
    // paid for one step too early, when neither flow nor path can be near
    String early = steps.get(at - 1);
    String first = early.lines().findFirst().orElseThrow();
    int before = Integer.parseInt(first.split(" ")[4]);
    String moved =
        early
            .replace(first, first.replaceFirst(" \\d+$", " " + (before + 1)))
            .replaceFirst("\npath", "\n" + with + "path");
    assertRefused(
        replaced(replaced(KINKS, at, bare), at - 1, moved), "not paid for|may leave the tube");
    // paid for at another sample, by another neuron, or twice
    String other = Integer.toString((Integer.parseInt(kink[2]) + 1) % 5);
    assertRefused(with(KINKS, "kink", 0, 2, other), "not paid for");
    String neuron = Integer.toString((Integer.parseInt(kink[1]) + 1) % 3);
    assertRefused(with(KINKS, "kink", 0, 1, neuron), "not paid for|kink");
    String twice =
        steps
            .get(at)
            .replace(header, header.replaceFirst(" \\d+$", " " + (count + 1)))
            .replace(with, with + with);
    assertRefused(replaced(KINKS, at, twice), "while another is open");
  }

  private static String replaced(String text, int part, String by) {
    List<String> all = parts(text);
    all.set(part, by);
    return String.join("", all);
  }

  @Test
  void stepsAreAllThereInTheirOrder() throws Exception {
    List<String> all = parts(KINKS);
    assertEquals(KINKS, String.join("", all));
    for (int step : new int[] {1, 4, all.size() - 3}) {
      List<String> dropped = parts(KINKS);
      dropped.remove(step);
      assertRefused(String.join("", dropped), "may leave the tube|a larger error");
      List<String> swapped = parts(KINKS);
      Collections.swap(swapped, step, step + 1);
      assertRefused(String.join("", swapped), "may leave the tube|side it claims|a larger error");
      List<String> twice = parts(KINKS);
      twice.add(step, twice.get(step));
      assertRefused(String.join("", twice), "may leave the tube|a larger error");
    }
    List<String> last = parts(KINKS);
    last.remove(last.size() - 2);
    assertRefused(String.join("", last), "do not reach");
  }

  /** Time moved from one step to the next: what happens between them happens too early. */
  @Test
  void shiftedEventsAreRefused() throws Exception {
    int kink = stepOfKink(KINKS, 1) - 1;
    String earlier = with(KINKS, "claim", 0, 1, number(KINKS, "claim", 0, 1) * (1 - 1e-9));
    assertEquals(Optional.empty(), refusal(earlier));
    int longest = kink;
    for (int later = kink; later < kink + 5; later++) {
      boolean longer = number(KINKS, "step", later, 1) > number(KINKS, "step", longest, 1);
      longest = longer ? later : longest;
    }
    for (double part : new double[] {1e-6, -1e-6}) {
      double first = number(KINKS, "step", kink - 1, 1);
      double second = number(KINKS, "step", longest, 1);
      double moved = part * Math.min(first, second);
      String shifted = with(earlier, "step", kink - 1, 1, first + moved);
      assertRefused(with(shifted, "step", longest, 1, second - moved), "may leave the tube");
    }
    assertRefused(with(KINKS, "step", 2, 1, 0.0), "no length|tube");
    assertRefused(with(KINKS, "step", 2, 1, -number(KINKS, "step", 2, 1)), "no length");
  }

  @Test
  void samplesCannotBeSwappedUnlessTheirSidesAreToo() throws Exception {
    String first = String.join(" ", words(KINKS, "sample", 0));
    String third = String.join(" ", words(KINKS, "sample", 2));
    String swapped = withLine(withLine(KINKS, "sample", 0, third), "sample", 2, first);
    assertRefused(swapped, "side it claims|tube");
    StringBuilder renamed = new StringBuilder();
    for (String line : swapped.split("\n")) {
      String[] words = line.split(" ");
      if (words[0].equals("sides")) {
        for (int j = 1; j < words.length; j++) {
          char[] sides = words[j].toCharArray();
          char side = sides[0];
          sides[0] = sides[2];
          sides[2] = side;
          words[j] = new String(sides);
        }
      } else if (words[0].equals("kink") && Arrays.asList("0", "2").contains(words[2])) {
        words[2] = words[2].equals("0") ? "2" : "0";
      }
      renamed.append(String.join(" ", words)).append('\n');
    }
    assertEquals(Optional.empty(), refusal(renamed.toString()));
  }

  @Test
  void labelsOfTheWrongSignAreRefused() throws Exception {
    for (int sample : new int[] {0, 2}) {
      double label = number(KINKS, "sample", sample, 3);
      assertRefused(with(KINKS, "sample", sample, 3, -label), "may leave the tube");
    }
  }

  @Test
  void sidesCannotBeForged() throws Exception {
    String side = words(KINKS, "sides", 3)[1];
    char other = side.charAt(0) == '+' ? '-' : '+';
    assertRefused(with(KINKS, "sides", 3, 1, other + side.substring(1)), "side it claims|tube");
    assertRefused(with(KINKS, "sides", 3, 1, '0' + side.substring(1)), "tube|not proven|concave");
    // a neuron that slides is said to be beside its kink, on either side
    List<String> slid = SLIDES.lines().filter(l -> l.startsWith("sides ")).toList();
    int step = 0;
    while (slid.get(step).indexOf('0') < 0) {
      step++;
    }
    for (char beside : new char[] {'+', '-'}) {
      String forged = withLine(SLIDES, "sides", step, slid.get(step).replace('0', beside));
      assertRefused(forged, "side it claims|tube");
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
    assertRefused(with(KINKS, "problem", 0, 8, "hidden"), "malformed");
    double coupling = number(KINKS, "problem", 0, 9);
    assertRefused(with(KINKS, "problem", 0, 9, 0.999 * coupling), "coupling");
    assertRefused(with(KINKS, "problem", 0, 9, -coupling), "coupling");
  }

  /** A norm that gives a neuron a weight counts with it; one that leaves it out bounds it not. */
  @Test
  void normsAreDerivedAndNotBelieved() throws Exception {
    String[] norm = words(KINKS, "norm", 0);
    String alone = "norm" + " 0x0.0p0".repeat(norm.length - 1);
    String huge = "norm" + " 0x1.0p1000".repeat(norm.length - 1);
    String negative = "norm" + " -0x1.0p0".repeat(norm.length - 1);
    for (String forged : List.of(alone, huge, negative)) {
      String text = withLine(KINKS, "norm", 0, forged);
      String tighter = with(text, "tube", 0, 1, 0.1 * number(KINKS, "tube", 0, 1));
      assertRefused(tighter, "may leave the tube");
    }
  }

  /**
   * One digit of one number, after the problem. What is accepted all the same is a true certificate
   * with the same claim: a path inside the tube, or a bound a little wider than need be.
   */
  @Test
  void changedDigitsAreRefusedOrChangeNothingThatIsClaimed() throws Exception {
    Random random = new Random(7);
    int refused = 0;
    int problem = KINKS.indexOf("\nstep ");
    for (int i = 0; i < 12; i++) {
      Matcher matcher = MANTISSA.matcher(KINKS);
      assertTrue(matcher.find(problem + random.nextInt(KINKS.length() / 8)));
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
      assertTrue(List.of("path", "tube", "norm", "kink", "step").contains(line), line + " " + i);
      if (line.equals("path")) {
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
