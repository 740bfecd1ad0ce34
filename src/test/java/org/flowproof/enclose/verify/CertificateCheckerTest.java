package org.flowproof.enclose.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.flowproof.enclose.Enclosure;
import org.flowproof.enclose.FlowCertifier;
import org.flowproof.enclose.Flows;
import org.flowproof.enclose.certificate.CertificateWriter;
import org.flowproof.enclose.verify.CertificateChecker.Verdict;
import org.flowproof.problem.Loss;
import org.flowproof.problem.Network;
import org.flowproof.problem.Problem;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Genuine certificates pass; altered, false, damaged and hostile ones do not. */
class CertificateCheckerTest {
  private static final Pattern LAST_DIGIT = Pattern.compile("([0-9a-f])(p-?[0-9]+)");

  private static Enclosure kinks;
  private static Enclosure slides;
  private static String convexAndConcave;
  private static String sliding;
  @TempDir static Path directory;

  @BeforeAll
  static void make() throws IOException {
    ByteArrayOutputStream first = new ByteArrayOutputStream();
    kinks = enclose(problem(3, 3, 5, 0.0), 8, first);
    convexAndConcave = first.toString(StandardCharsets.US_ASCII);
    ByteArrayOutputStream second = new ByteArrayOutputStream();
    slides = enclose(problem(2, 4, 6, 0.0), 20, second);
    sliding = second.toString(StandardCharsets.US_ASCII);
  }

  private static Problem problem(long seed, int m, int n, double slope) {
    return Flows.gaussian(m, n, 2, 0.01, slope, Loss.Kind.SQUARED, Network.Trained.BOTH, seed, 20);
  }

  private static Enclosure enclose(Problem problem, double end, OutputStream out)
      throws IOException {
    CertificateWriter writer = new CertificateWriter(problem, out);
    FlowCertifier.Outcome outcome =
        FlowCertifier.enclose(problem, end, () -> false, Optional.of(writer));
    writer.finish();
    return ((FlowCertifier.Outcome.Tried) outcome).enclosure();
  }

  private static Verdict check(String text) throws Exception {
    Path file = Files.createTempFile(directory, "certificate", ".txt");
    Files.writeString(file, text, StandardCharsets.ISO_8859_1);
    return CertificateChecker.check(file);
  }

  /** The text with its hash made right again, as a forger would. */
  private static String sealed(String text) throws Exception {
    String body = text.substring(0, text.lastIndexOf("sha256 "));
    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.ISO_8859_1));
    return body + "sha256 " + HexFormat.of().formatHex(digest) + "\n";
  }

  private static void assertRefused(String forged) throws Exception {
    String text = sealed(forged);
    try {
      assertInstanceOf(Verdict.Refused.class, check(text));
    } catch (MalformedCertificateException e) {
      assertFalse(e.getMessage().isBlank());
    }
  }

  /** Changes the n-th line that begins with a word, at the given word of it. */
  private static String changed(String text, String line, int which, int word, String by) {
    String[] lines = text.split("\n", -1);
    int seen = 0;
    for (int i = 0; i < lines.length; i++) {
      if (lines[i].startsWith(line + " ") && seen++ == which) {
        String[] words = lines[i].split(" ", -1);
        words[word] = by;
        lines[i] = String.join(" ", words);
        return String.join("\n", lines);
      }
    }
    throw new IllegalArgumentException("no such line");
  }

  private static String word(String text, String line, int which, int word) {
    return text.lines().filter(l -> l.startsWith(line + " ")).toList().get(which).split(" ")[word];
  }

  private static String scaled(String hex, double factor) {
    return Double.toHexString(Double.parseDouble(hex) * factor);
  }

  @Test
  void genuineOnesPassAndSayWhatTheTubeSays() throws Exception {
    assertTrue(kinks.kinks().concave() > 0, "no concave kink: " + kinks.kinks());
    assertTrue(slides.kinks().slides() > 0, "no slide: " + slides.kinks());
    assertTrue(slides.kinks().convex() > 0, "no convex kink: " + slides.kinks());
    Verdict.Verified one = assertInstanceOf(Verdict.Verified.class, check(convexAndConcave));
    assertEquals(kinks.tube().end(), one.end());
    assertEquals(kinks.tube().radius(), one.radius());
    Verdict.Verified two = assertInstanceOf(Verdict.Verified.class, check(sliding));
    assertEquals(slides.tube().stepCount(), two.steps());
    ByteArrayOutputStream third = new ByteArrayOutputStream();
    enclose(problem(1, 2, 3, 0.25), 3, third);
    assertInstanceOf(Verdict.Verified.class, check(third.toString(StandardCharsets.US_ASCII)));
  }

  @Test
  void noFlippedBitPasses() {
    Random random = new Random(1);
    byte[] bytes = convexAndConcave.getBytes(StandardCharsets.ISO_8859_1);
    for (int i = 0; i < 300; i++) {
      byte[] flipped = bytes.clone();
      flipped[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
      String text = new String(flipped, StandardCharsets.ISO_8859_1);
      assertThrows(MalformedCertificateException.class, () -> check(text));
    }
  }

  /**
   * A forger who knows how to hash must not get a falsehood through. Sample 1 is not among them: it
   * is off for all neurons, so that the tube is one for every label it may have.
   */
  @ParameterizedTest
  @CsvSource({
    "sample, 0, 1, 1.0000001", // a label
    "sample, 2, 2, 1.0000001", // a sample
    "neuron, 0, 1, 1.0000001",
    "neuron, 1, 2, 1.0000001",
    "step, 0, 1, 1.0000001", // a length
    "path, 1, 1, 1.0000001", // coefficients
    "path, 4, 1, 1.0000001",
    "tube, 0, 1, 0.01", // E
    "after, 0, 3, 0.01",
    "after, 1, 2, 0.01",
    "after, 2, 2, 0.01",
    "before, 20, 2, 0.01",
    "kick, 0, 3, 0.01", // before
    "kick, 0, 4, 2", // speed
    "kick, 0, 5, 0.5", // push
    "kick, 0, 6, 0.5", // factor
    "claim, 0, 2, 1.0000001",
    "claim, 0, 3, 0.999999"
  })
  void falsehoodsWithARightHashAreRefused(String line, int which, int word, double factor)
      throws Exception {
    String by = scaled(word(convexAndConcave, line, which, word), factor);
    assertRefused(changed(convexAndConcave, line, which, word, by));
  }

  @Test
  void sidesKicksAndGatesCannotBeForged() throws Exception {
    String side = word(convexAndConcave, "sides", 3, 1);
    char other = side.charAt(0) == '+' ? '-' : '+';
    assertRefused(changed(convexAndConcave, "sides", 3, 1, other + side.substring(1)));
    assertRefused(changed(convexAndConcave, "sides", 3, 1, '0' + side.substring(1)));
    // a neuron that slides is said to be beside its kink, on either side
    List<String> slid = sliding.lines().filter(l -> l.startsWith("sides ")).toList();
    int step = 0;
    while (slid.get(step).indexOf('0') < 0) {
      step++;
    }
    for (char beside : new char[] {'+', '-'}) {
      assertRefused(sliding.replace(slid.get(step), slid.get(step).replace('0', beside)));
    }
    // the first concave kink is passed without paying
    int kick = convexAndConcave.indexOf("\nkick ");
    int end = convexAndConcave.indexOf('\n', kick + 1);
    int begin = convexAndConcave.lastIndexOf("\nstep ", kick);
    String head = convexAndConcave.substring(begin, kick).replaceFirst(" 1\n", " 0\n");
    assertRefused(convexAndConcave.substring(0, begin) + head + convexAndConcave.substring(end));
    assertRefused(convexAndConcave.replaceFirst("problem (.*) both", "problem $1 hidden"));
    assertRefused(convexAndConcave.replaceFirst("half_mean", "mean"));
    assertRefused(
        convexAndConcave.replaceFirst("problem 3 5 2 0x0.0p0", "problem 3 5 2 0x1.0p-40"));
  }

  /**
   * One digit of one number, with the hash made right. What is accepted all the same is a true
   * certificate of the same problem, with the same claim: a bound stated a little wider than need
   * be.
   */
  @Test
  void changedDigitsAreRefusedOrChangeNothingThatIsClaimed() throws Exception {
    Random random = new Random(7);
    int refused = 0;
    for (int i = 0; i < 4; i++) {
      Matcher matcher = LAST_DIGIT.matcher(convexAndConcave);
      assertTrue(matcher.find(random.nextInt(convexAndConcave.length() / 8)));
      int at = matcher.start(1);
      int digit = Character.digit(convexAndConcave.charAt(at), 16) ^ (1 << random.nextInt(3));
      String forged =
          convexAndConcave.substring(0, at)
              + Integer.toHexString(digit)
              + convexAndConcave.substring(at + 1);
      int start = forged.lastIndexOf('\n', at) + 1;
      String line = forged.substring(start, forged.indexOf(' ', start));
      try {
        Verdict verdict = check(sealed(forged));
        if (verdict instanceof Verdict.Verified verified) {
          assertTrue(
              List.of("path", "tube", "before", "after", "kick").contains(line), line + " " + i);
          assertEquals(kinks.tube().radius(), verified.radius());
        } else {
          refused++;
        }
      } catch (MalformedCertificateException e) {
        refused++;
      }
    }
    assertTrue(refused > 0, "nothing was refused");
  }

  @ParameterizedTest
  @CsvSource({
    "'', does not end in a line with its SHA-256",
    "'x', does not end in a line with its SHA-256",
    "'flowproof-certificate 2\n', from 1 to 1",
    "'flowproof-certificate 1\nproblem 999999 1 1 0x0.0p0 squared sum both\n', from 1 to 10000",
    "'flowproof-certificate 1\n"
        + "problem 9999 9999 1 0x0.0p0 squared sum both\n"
        + "', more than a million",
    "'flowproof-certificate 1\nproblem 1 1 1 NaN squared sum both\n', hexadecimal double",
    "'flowproof-certificate 1\nproblem 1 1 1 0x1.0p99999 squared sum both\n', hexadecimal double",
    "'flowproof-certificate 1\nproblem 1 1 1 0x1.0p1024 squared sum both\n', not a double",
    "'flowproof-certificate 1\n"
        + "problem 1 1 1 0x0.0p0 squared sum both\n"
        + "sample 0x1.0p0\n"
        + "', fewer words",
    "'flowproof-certificate 1\nproblem 1 1 1 0x0.0p0 squared sum both extra\n', more words",
  })
  void hostileFilesGetOneMessage(String body, String message) throws Exception {
    String text = body.startsWith("flow") ? sealed(body + "sha256 ") : body;
    MalformedCertificateException e =
        assertThrows(MalformedCertificateException.class, () -> check(text));
    assertTrue(e.getMessage().contains(message), e.getMessage());
    assertFalse(e.getMessage().contains("\n"));
  }

  @Test
  void everyTruncationIsRefused() {
    Random random = new Random(3);
    for (int i = 0; i < 100; i++) {
      String cut = sliding.substring(0, random.nextInt(sliding.length()));
      assertThrows(MalformedCertificateException.class, () -> check(cut));
    }
    assertThrows(MalformedCertificateException.class, () -> check(sliding + "\n"));
    assertThrows(MalformedCertificateException.class, () -> CertificateChecker.check(directory));
  }
}
