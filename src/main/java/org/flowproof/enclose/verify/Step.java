package org.flowproof.enclose.verify;

import java.util.ArrayList;
import java.util.List;

/** A step as a certificate states it; nothing in it is believed. */
final class Step {
  final double length;
  final String[] sides;
  final List<Norm> norms = new ArrayList<>();
  final List<Kink> kinks = new ArrayList<>();
  final Polynomial[][] path; // of each neuron w_1 .. w_d a
  final double[] tube;

  /** Reads what follows the word "step". */
  Step(CertificateText text, Given given) throws MalformedCertificateException {
    length = text.number();
    int degree = text.count(1, 24);
    int normCount = text.count(0, 32);
    int kinkCount = text.count(0, given.m);
    text.next("sides");
    sides = new String[given.m];
    for (int j = 0; j < given.m; j++) {
      sides[j] = text.next("[-+0]{" + given.n + "}", given.n + " of + - 0");
    }
    for (int i = 0; i < normCount; i++) {
      text.next("norm");
      norms.add(new Norm(text.numbers(given.m)));
    }
    for (int i = 0; i < kinkCount; i++) {
      text.next("kink");
      kinks.add(new Kink(text, given));
    }
    path = new Polynomial[given.m][given.d + 1];
    for (int j = 0; j < given.m; j++) {
      text.next("path");
      for (int i = 0; i <= given.d; i++) {
        boolean moves = i < given.d || given.both;
        path[j][i] = moves ? Polynomial.of(text.numbers(degree + 1)) : given.start[j][i];
      }
    }
    text.next("tube");
    tube = text.numbers(given.m);
  }
}
