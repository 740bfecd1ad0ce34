package org.flowproof.enclose.verify;

import static org.flowproof.enclose.verify.Certificates.assertRefused;
import static org.flowproof.enclose.verify.Certificates.number;
import static org.flowproof.enclose.verify.Certificates.parts;
import static org.flowproof.enclose.verify.Certificates.path;
import static org.flowproof.enclose.verify.Certificates.refusal;
import static org.flowproof.enclose.verify.Certificates.stepOfKink;
import static org.flowproof.enclose.verify.Certificates.with;
import static org.flowproof.enclose.verify.Certificates.withLine;
import static org.flowproof.enclose.verify.Certificates.words;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What a certificate says of kinks, sides and the order of its steps, with one thing wrong and the
 * hash made right. Numbers are in CertificateMutantsTest.
 */
class CertificateKinkMutantsTest {
  private static final String KINKS = Certificates.KINKS.text();
  private static final String SLIDES = Certificates.SLIDES.text();

  /** What is stated at a concave kink, a little better than it is. */
  @ParameterizedTest
  @CsvSource({
    "2, 0.3, more is added",
    "2, -1, more is added",
    "3, 0.95, error at the kink",
    "3, 0, error at the kink",
    "3, -1, a factor below 0",
  })
  void boundsOfConcaveKinksAreTight(int word, double factor, String why) throws Exception {
    for (int which = 0; which < 3; which++) {
      double stated = number(KINKS, "kink", which, word);
      assertRefused(with(KINKS, "kink", which, word, factor * stated), why);
    }
  }

  @Test
  void concaveKinksArePaidForWhereTheyAre() throws Exception {
    String kink = String.join(" ", words(KINKS, "kink", 0)) + "\n";
    List<String> parts = parts(KINKS);
    int at = 1 + stepOfKink(KINKS, 0);
    List<String> lines = parts.get(at).lines().toList();
    long before =
        lines.subList(0, lines.indexOf(kink.strip())).stream()
            .filter(line -> line.startsWith("path "))
            .count();
    String unpaid = "neither proven to be convex nor paid for";
    // as if the concave kink were convex
    String bare = replaced(KINKS, at, parts.get(at).replace(kink, ""));
    assertRefused(bare, unpaid);
    // paid for one step too early, when neither flow nor path can be near
    String early = withKink(parts.get(at - 1), (int) before, kink);
    assertRefused(replaced(bare, at - 1, early), unpaid + "|may leave the tube");
    // paid for at another sample, by another neuron, or twice
    int sample = Integer.parseInt(kink.split(" ")[1]);
    assertRefused(with(KINKS, "kink", 0, 1, Integer.toString((sample + 1) % 5)), unpaid);
    String other = withKink(parts(bare).get(at), ((int) before + 1) % 3, kink);
    assertRefused(replaced(bare, at, other), unpaid + "|may leave the tube");
    assertRefused(KINKS.replace(kink, kink + kink), "malformed: line \\d+: expected path");
    String again = withKink(parts.get(at + 1), (int) before, kink);
    assertRefused(replaced(KINKS, at + 1, again), "while another is open");
  }

  /** A step with the line of a kink before the path of a neuron. */
  private static String withKink(String step, int neuron, String kink) {
    String path = words(step, "path", neuron)[2]; // no other has this radius
    int line = step.lastIndexOf("path", step.indexOf(path));
    return step.substring(0, line) + kink + step.substring(line);
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
      assertRefused(String.join("", dropped), "may leave the tube|more is added");
      List<String> swapped = parts(KINKS);
      Collections.swap(swapped, step, step + 1);
      assertRefused(String.join("", swapped), "may leave the tube|side it claims|more is added");
      List<String> twice = parts(KINKS);
      twice.add(step, twice.get(step));
      assertRefused(String.join("", twice), "may leave the tube|more is added");
    }
    List<String> last = parts(KINKS);
    last.remove(last.size() - 2);
    assertRefused(String.join("", last), "do not reach");
  }

  /** Time moved from one step to the next: what happens between them happens too early. */
  @Test
  void shiftedEventsAreRefused() throws Exception {
    int kink = stepOfKink(KINKS, 1);
    String earlier = with(KINKS, "claim", 0, 1, number(KINKS, "claim", 0, 1) * (1 - 1e-9));
    assertEquals(Optional.empty(), refusal(earlier));
    int before = Certificates.longestStep(KINKS, kink - 3, 3);
    int after = Certificates.longestStep(KINKS, kink, 5);
    for (double part : new double[] {1e-6, -1e-6}) {
      double first = number(KINKS, "step", before, 1);
      double second = number(KINKS, "step", after, 1);
      double moved = part * Math.min(first, second);
      String shifted = with(earlier, "step", before, 1, first + moved);
      assertRefused(with(shifted, "step", after, 1, second - moved), "may leave the tube");
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
      if (words[0].equals("path")) {
        char[] sides = words[1].toCharArray();
        char side = sides[0];
        sides[0] = sides[2];
        sides[2] = side;
        words[1] = new String(sides);
      } else if (words[0].equals("kink") && Arrays.asList("0", "2").contains(words[1])) {
        words[1] = words[1].equals("0") ? "2" : "0";
      }
      renamed.append(String.join(" ", words)).append('\n');
    }
    assertEquals(Optional.empty(), refusal(renamed.toString()));
  }

  @Test
  void sidesCannotBeForged() throws Exception {
    int longest = Certificates.longestStep(KINKS, 0, 10);
    int first = path(longest, 0);
    String side = words(KINKS, "path", first)[1];
    char other = side.charAt(0) == '+' ? '-' : '+';
    String forged = with(KINKS, "path", first, 1, other + side.substring(1));
    assertRefused(forged, "side it claims|tube");
    forged = with(KINKS, "path", first, 1, '0' + side.substring(1));
    assertRefused(forged, "tube|neither proven");
    // a neuron that slides is said to be beside its kink, on either side
    List<String> paths = SLIDES.lines().filter(l -> l.startsWith("path ")).toList();
    int slides = 0;
    while (paths.get(slides).split(" ")[1].indexOf('0') < 0) {
      slides++;
    }
    String sides = words(SLIDES, "path", slides)[1];
    for (char beside : new char[] {'+', '-'}) {
      forged = with(SLIDES, "path", slides, 1, sides.replace('0', beside));
      assertRefused(forged, "side it claims|tube");
    }
  }
}
