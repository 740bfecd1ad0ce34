package org.flowproof.enclose.verify;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.zip.DataFormatException;
import org.flowproof.enclose.Enclosure;
import org.flowproof.enclose.FlowCertifier;
import org.flowproof.enclose.Flows;
import org.flowproof.enclose.certificate.CertificateWriter;
import org.flowproof.enclose.verify.CertificateChecker.Verdict;
import org.flowproof.problem.Loss;
import org.flowproof.problem.Network;
import org.flowproof.problem.Problem;

/** Genuine certificates, and what a forger who knows how to hash can make of them. */
final class Certificates {
  /** Three neurons through convex and concave kinks, and four of which some slide. */
  static final Genuine KINKS = genuine(problem(3, 3, 5, 0.0), 8);

  static final Genuine SLIDES = genuine(problem(2, 4, 6, 0.0), 20);

  private Certificates() {}

  /** A tube and its certificate. */
  record Genuine(Enclosure enclosure, String text) {}

  static Problem problem(long seed, int m, int n, double slope) {
    return Flows.gaussian(m, n, 2, 0.01, slope, Loss.Kind.SQUARED, Network.Trained.BOTH, seed, 20);
  }

  static Genuine genuine(Problem problem, double end) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    CertificateWriter writer = new CertificateWriter(problem, out);
    FlowCertifier.Outcome outcome = FlowCertifier.enclose(problem, end, () -> false, writer);
    try {
      writer.finish();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Genuine(
        ((FlowCertifier.Outcome.Tried) outcome).enclosure(),
        out.toString(StandardCharsets.US_ASCII));
  }

  /** The text with its hash made right. */
  static String sealed(String text) throws Exception {
    int closing = text.lastIndexOf("sha256 ");
    String body = closing < 0 ? text : text.substring(0, closing);
    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.ISO_8859_1));
    return body + "sha256 " + HexFormat.of().formatHex(digest) + "\n";
  }

  /** What the checker says of a text, its hash made right. */
  static Verdict verdict(String text) throws Exception {
    Path file = Files.createTempFile("certificate", ".txt");
    try {
      Files.writeString(file, sealed(text), StandardCharsets.ISO_8859_1);
      return CertificateChecker.check(file);
    } finally {
      Files.delete(file);
    }
  }

  /** Why a text is refused, its hash made right; empty when it is verified. */
  static Optional<String> refusal(String text) throws Exception {
    try {
      return verdict(text) instanceof Verdict.Refused refused
          ? Optional.of(refused.reason())
          : Optional.empty();
    } catch (DataFormatException e) {
      return Optional.of("malformed: " + e.getMessage());
    }
  }

  /** A text, none of the certificates above, is refused for a reason that matches. */
  static void assertRefused(String text, String why) throws Exception {
    assertFalse(text.equals(KINKS.text()) || text.equals(SLIDES.text()), "nothing was changed");
    Optional<String> reason = refusal(text);
    assertTrue(reason.isPresent(), "verified");
    assertTrue(reason.get().matches("(?s).*(" + why + ").*"), reason.get());
  }

  /** The words of the which-th line that begins with a word. */
  static String[] words(String text, String line, int which) {
    return text.lines()
        .filter(l -> l.startsWith(line + " "))
        .skip(which)
        .findFirst()
        .orElseThrow()
        .split(" ");
  }

  static double number(String text, String line, int which, int word) {
    return Double.parseDouble(words(text, line, which)[word]);
  }

  /** Which path line of {@link #KINKS} is that of a neuron in a step. */
  static int path(int step, int neuron) {
    return 3 * step + neuron;
  }

  /** With another word in the which-th line that begins with a word. */
  static String with(String text, String line, int which, int word, String by) {
    String[] words = words(text, line, which);
    words[word] = by;
    return withLine(text, line, which, String.join(" ", words));
  }

  static String with(String text, String line, int which, int word, double by) {
    return with(text, line, which, word, Double.toHexString(by));
  }

  /** With another which-th line of those that begin with a word, or without it when empty. */
  static String withLine(String text, String line, int which, String by) {
    List<String> lines = new ArrayList<>(Arrays.asList(text.split("\n")));
    int seen = 0;
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith(line + " ") && seen++ == which) {
        lines.set(i, by);
        break;
      }
    }
    lines.removeIf(String::isEmpty);
    return String.join("\n", lines) + "\n";
  }

  /** Everything before the first step, the steps, and everything after them. */
  static List<String> parts(String text) {
    List<String> parts = new ArrayList<>(Arrays.asList(text.split("(?=\nstep |\nclaim )")));
    parts.replaceAll(part -> part.startsWith("\n") ? part.substring(1) + "\n" : part + "\n");
    int last = parts.size() - 1;
    parts.set(last, parts.get(last).substring(0, parts.get(last).length() - 1));
    return parts;
  }

  /** The step, from 0, in which the which-th concave kink begins to be passed. */
  static int stepOfKink(String text, int which) {
    int seen = 0;
    List<String> parts = parts(text);
    for (int i = 1; i < parts.size(); i++) {
      seen += (int) parts.get(i).lines().filter(l -> l.startsWith("kink ")).count();
      if (seen > which) {
        return i - 1;
      }
    }
    throw new IllegalArgumentException("no such kink");
  }

  /** The longest of the steps that begin at one, at most so many. */
  static int longestStep(String text, int from, int most) {
    int longest = from;
    for (int step = from; step < Math.min(from + most, steps(text)); step++) {
      boolean longer = number(text, "step", step, 1) > number(text, "step", longest, 1);
      longest = longer ? step : longest;
    }
    return longest;
  }

  static int steps(String text) {
    return (int) text.lines().filter(l -> l.startsWith("step ")).count();
  }
}
