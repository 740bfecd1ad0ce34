package org.flowproof.enclose.certificate;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.flowproof.enclose.bound.BlockNorm;
import org.flowproof.enclose.bound.Kick;
import org.flowproof.enclose.certify.StepCertifier;
import org.flowproof.enclose.interval.Interval;
import org.flowproof.enclose.path.PathStep;
import org.flowproof.enclose.path.Side;
import org.flowproof.enclose.plan.TubeLog;
import org.flowproof.enclose.taylor.Series;
import org.flowproof.problem.Activation;
import org.flowproof.problem.Network;
import org.flowproof.problem.Problem;

/**
 * Takes down a tube as it is built, and writes its certificate in the end; the stream stays open.
 */
public final class CertificateWriter implements TubeLog {
  private final OutputStream out;
  private final MessageDigest digest;
  private final int m;
  private final int n;
  private final int d;
  private final String head;
  private final List<Written> steps = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();

  /** A step: its lines in ASCII, when it ends, the largest radius of its tube. */
  private record Written(String lines, BigDecimal end, double radius) {}

  /**
   * Begins with the problem.
   *
   * @param problem one that {@link org.flowproof.enclose.path.FlowModel} takes
   */
  public CertificateWriter(Problem problem, OutputStream out) {
    this.out = out;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
    m = problem.network().width();
    n = problem.data().n();
    d = problem.data().d();
    double alpha = ((Activation.Leaky) problem.network().activation()).slope();
    line("flowproof-certificate 1");
    line(
        "problem %d %d %d %s %s %s %s"
            .formatted(
                m,
                n,
                d,
                hex(alpha),
                problem.loss().kind().name().toLowerCase(Locale.ROOT),
                problem.loss().factor().name().toLowerCase(Locale.ROOT),
                problem.network().trained() == Network.Trained.BOTH ? "both" : "hidden"));
    for (int k = 0; k < n; k++) {
      StringBuilder sample = new StringBuilder("sample");
      number(sample, problem.data().y().get(k));
      for (int i = 0; i < d; i++) {
        number(sample, problem.data().x().get(k, i));
      }
      line(sample);
    }
    for (int j = 0; j < m; j++) {
      StringBuilder neuron = new StringBuilder("neuron");
      number(neuron, problem.initial().a().get(j));
      for (int i = 0; i < d; i++) {
        number(neuron, problem.initial().w().get(j, i));
      }
      line(neuron);
    }
    head = text.toString();
  }

  @Override
  public void step(BigDecimal start, PathStep step, StepCertifier certifier) {
    text.setLength(0);
    int norms = certifier.bounds().norms().size();
    int kicks = certifier.lastKicks().size();
    line("step " + hex(step.length()) + ' ' + step.degree() + ' ' + norms + ' ' + kicks);
    StringBuilder sides = new StringBuilder("sides");
    for (int j = 0; j < m; j++) {
      sides.append(' ');
      for (Side side : step.sides(j)) {
        sides.append(side == Side.PLUS ? '+' : side == Side.MINUS ? '-' : '0');
      }
    }
    line(sides);
    certifier.lastStart().norms().forEach(norm -> norm("before", norm));
    certifier.lastKicks().forEach(this::kick);
    for (int j = 0; j < m; j++) {
      StringBuilder path = new StringBuilder("path");
      coefficients(path, step.outer(j));
      for (Series one : step.hidden(j)) {
        coefficients(path, one);
      }
      line(path);
    }
    StringBuilder tube = new StringBuilder("tube");
    double radius = 0;
    for (double error : certifier.lastTube()) {
      radius = Math.max(radius, error);
      number(tube, error);
    }
    line(tube);
    certifier.bounds().norms().forEach(norm -> norm("after", norm));
    steps.add(new Written(text.toString(), start.add(new BigDecimal(step.length())), radius));
  }

  @Override
  public void kink(BigDecimal time, int neuron, int sample, Side[] from, Side[] to, double bend) {
    // the sides of the next step say what the path does
  }

  @Override
  public int mark() {
    return steps.size();
  }

  @Override
  public void back(int mark) {
    steps.subList(mark, steps.size()).clear();
  }

  private void norm(String word, BlockNorm norm) {
    StringBuilder block = new StringBuilder();
    StringBuilder numbers = new StringBuilder();
    boolean any = false;
    for (int j = 0; j < m; j++) {
      boolean in = norm.inBlock(j);
      any |= in;
      block.append(in ? '1' : '0');
      number(numbers, in ? norm.weight(j) : norm.alone(j));
    }
    line(word + ' ' + block + ' ' + hex(any ? norm.together() : 0) + numbers);
  }

  private void kick(Kick kick) {
    StringBuilder words = new StringBuilder("kick " + kick.neuron() + ' ' + kick.sample());
    number(words, kick.before());
    number(words, kick.speed());
    number(words, kick.push());
    number(words, kick.factor());
    number(words, kick.drift());
    line(words);
  }

  private static void coefficients(StringBuilder words, Series series) {
    for (int l = 0; l <= series.degree(); l++) {
      number(words, series.coefficient(l));
    }
  }

  private static void number(StringBuilder words, double value) {
    words.append(' ').append(hex(value));
  }

  /**
   * Writes everything. Nothing may be taken down after it.
   *
   * @throws IllegalStateException when no step was proven
   */
  public void finish() throws IOException {
    if (steps.isEmpty()) {
      throw new IllegalStateException("nothing was proven that a certificate could say");
    }
    write(head);
    double radius = 0;
    for (Written one : steps) {
      write(one.lines());
      radius = Math.max(radius, one.radius());
    }
    double end = Interval.of(steps.get(steps.size() - 1).end()).lower();
    text.setLength(0);
    line("claim " + steps.size() + ' ' + hex(end) + ' ' + hex(radius));
    write(text.toString());
    text.setLength(0);
    line("sha256 " + HexFormat.of().formatHex(digest.digest()));
    write(text.toString());
  }

  private void write(String lines) throws IOException {
    byte[] bytes = lines.getBytes(StandardCharsets.US_ASCII);
    digest.update(bytes);
    out.write(bytes);
  }

  private static String hex(double value) {
    return Double.toHexString(value);
  }

  private void line(CharSequence words) {
    text.append(words).append('\n');
  }
}
