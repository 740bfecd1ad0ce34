package org.flowproof.enclose.verify;

import java.util.ArrayList;
import java.util.List;

/** A step as a certificate states it; nothing in it is believed. */
final class Step {
  private static final int MOST_DEGREE = 24;

  final double length;
  final String[] sides;
  final List<Norm> before = new ArrayList<>();
  final List<Kick> kicks = new ArrayList<>();
  final Polynomial[] outer;
  final Polynomial[][] hidden;
  final double[] tube;
  final List<Norm> after = new ArrayList<>();

  /** Bounds at a concave kink that begins to be passed. */
  record Kick(
      int neuron,
      int sample,
      double before,
      double speed,
      double push,
      double factor,
      double drift) {}

  /** Reads what follows the word "step". */
  Step(CertificateText text, Given given) throws MalformedCertificateException {
    length = text.number();
    int degree = text.count(1, MOST_DEGREE);
    int norms = text.count(1, 32);
    int count = text.count(0, given.m * given.n);
    text.line("sides");
    sides = new String[given.m];
    for (int j = 0; j < given.m; j++) {
      sides[j] = text.letters(given.n, "+-0");
    }
    norms(text, given, "before", before, norms);
    for (int i = 0; i < count; i++) {
      text.line("kick");
      kicks.add(
          new Kick(
              text.count(0, given.m - 1),
              text.count(0, given.n - 1),
              text.number(),
              text.number(),
              text.number(),
              text.number(),
              text.number()));
    }
    outer = new Polynomial[given.m];
    hidden = new Polynomial[given.m][given.d];
    for (int j = 0; j < given.m; j++) {
      text.line("path");
      outer[j] = Polynomial.of(text.numbers(degree + 1));
      for (int i = 0; i < given.d; i++) {
        hidden[j][i] = Polynomial.of(text.numbers(degree + 1));
      }
    }
    text.line("tube");
    tube = text.numbers(given.m);
    norms(text, given, "after", after, norms);
  }

  private static void norms(
      CertificateText text, Given given, String word, List<Norm> norms, int count)
      throws MalformedCertificateException {
    for (int i = 0; i < count; i++) {
      text.line(word);
      String block = text.letters(given.m, "01");
      double together = text.number();
      double[] numbers = text.numbers(given.m);
      for (int j = 0; j < given.m; j++) {
        if (!(block.charAt(j) == '1' ? numbers[j] > 0 : numbers[j] >= 0)) {
          throw text.bad("a negative bound, or a weight that is not positive");
        }
      }
      if (!(together >= 0)) {
        throw text.bad("a negative bound");
      }
      norms.add(new Norm(block, numbers, together));
    }
  }
}
