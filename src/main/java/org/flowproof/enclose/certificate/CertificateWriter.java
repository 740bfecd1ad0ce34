package org.flowproof.enclose.certificate;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.flowproof.enclose.bound.BlockNorm;
import org.flowproof.enclose.bound.Kick;
import org.flowproof.enclose.certify.StepCertifier;
import org.flowproof.enclose.interval.Interval;
import org.flowproof.enclose.path.FlowModel;
import org.flowproof.enclose.path.PathStep;
import org.flowproof.enclose.path.Side;
import org.flowproof.enclose.plan.TubeLog;
import org.flowproof.enclose.taylor.Series;
import org.flowproof.problem.Activation;
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
  private final Map<List<Integer>, WrittenKink> open = new HashMap<>();
  private final StringBuilder text = new StringBuilder();

  /**
   * A step: its lines before those of neurons, the lines of neurons, the concave kinks that begin
   * by neuron, those that are open by neuron and sample, when it ends, the largest radius of its
   * tube.
   */
  private record Written(
      String start,
      List<String> paths,
      Map<Integer, WrittenKink> kinks,
      Map<List<Integer>, WrittenKink> open,
      BigDecimal end,
      double radius) {}

  /**
   * Begins with the problem.
   *
   * @param problem one that {@link FlowModel} takes
   * @throws IllegalArgumentException for another
   */
  public CertificateWriter(Problem problem, OutputStream out) {
    this.out = out;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
    if (!(FlowModel.of(problem) instanceof FlowModel.Outcome.Suitable suitable)) {
      throw new IllegalArgumentException("not a problem that is enclosed");
    }
    FlowModel model = suitable.model();
    m = problem.network().width();
    n = problem.data().n();
    d = problem.data().d();
    double alpha = ((Activation.Leaky) problem.network().activation()).slope();
    line("flowproof-certificate 3");
    line(
        "problem %d %d %d %s %s %d %d %s %s"
            .formatted(
                m,
                n,
                d,
                hex(alpha),
                problem.loss().kind().name().toLowerCase(Locale.ROOT),
                (int) model.multiplier(),
                (int) model.divisor(),
                model.bothLayers() ? "both" : "hidden",
                hex(model.coupling())));
    for (int k = 0; k < n; k++) {
      StringBuilder sample = new StringBuilder("sample");
      for (int i = 0; i < d; i++) {
        number(sample, problem.data().x().get(k, i));
      }
      number(sample, problem.data().y().get(k));
      line(sample);
    }
    for (int j = 0; j < m; j++) {
      StringBuilder neuron = new StringBuilder("neuron");
      for (int i = 0; i < d; i++) {
        number(neuron, problem.initial().w().get(j, i));
      }
      number(neuron, problem.initial().a().get(j));
      line(neuron);
    }
    head = text.toString();
  }

  @Override
  public void step(BigDecimal begin, PathStep step, StepCertifier certifier) {
    text.setLength(0);
    List<BlockNorm> norms = certifier.bounds().norms().stream().filter(this::joint).toList();
    line("step " + hex(step.length()) + ' ' + step.degree() + ' ' + (m + norms.size()));
    for (int j = 0; j < m; j++) {
      int one = j;
      norm(l -> l == one ? 1 : 0);
    }
    norms.forEach(norm -> norm(j -> norm.inBlock(j) ? norm.weight(j) : 0));
    Map<Integer, WrittenKink> kinks = new HashMap<>();
    for (Kick kick : certifier.lastKicks()) {
      WrittenKink kink = new WrittenKink(kick);
      open.put(List.of(kick.neuron(), kick.sample()), kink);
      // one that the tube did not reach costs nothing when it is left out; there is room for one
      // more: where two begin, the checker finds that the other is not paid for
      if (certifier.isOpen(kick.neuron(), kick.sample())) {
        kinks.putIfAbsent(kick.neuron(), kink);
      }
    }
    open.keySet().retainAll(certifier.lastAdded().keySet());
    certifier.lastAdded().forEach((pair, added) -> open.get(pair).passed(added));
    String start = text.toString();
    List<String> paths = new ArrayList<>();
    double[] tube = certifier.lastTube();
    double radius = 0;
    for (int j = 0; j < m; j++) {
      radius = Math.max(radius, tube[j]);
      paths.add(path(step, j, tube[j]));
    }
    steps.add(
        new Written(
            start,
            paths,
            kinks,
            Map.copyOf(open),
            begin.add(new BigDecimal(step.length())),
            radius));
  }

  private String path(PathStep step, int j, double radius) {
    StringBuilder path = new StringBuilder("path ");
    for (Side side : step.sides(j)) {
      path.append(side == Side.PLUS ? '+' : side == Side.MINUS ? '-' : '0');
    }
    number(path, radius);
    for (int l = 0; l <= step.degree(); l++) {
      for (Series one : step.hidden(j)) {
        coefficient(path, one, l);
      }
      coefficient(path, step.outer(j), l);
    }
    return path.append('\n').toString();
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
    open.clear();
    if (mark > 0) {
      open.putAll(steps.get(mark - 1).open());
    }
  }

  /** Whether it bounds neurons together; every neuron alone has a bound anyhow. */
  private boolean joint(BlockNorm norm) {
    return IntStream.range(0, m).filter(norm::inBlock).count() > 1;
  }

  private void norm(IntToDoubleFunction weight) {
    StringBuilder weights = new StringBuilder("norm");
    for (int j = 0; j < m; j++) {
      number(weights, weight.applyAsDouble(j));
    }
    line(weights);
  }

  /** A concave kink; what is added to its error turns out while it is open. */
  private static final class WrittenKink {
    private final Kick kick;
    private double added;

    WrittenKink(Kick kick) {
      this.kick = kick;
    }

    void passed(double sum) {
      added = Math.max(added, sum);
    }

    String line() {
      StringBuilder words = new StringBuilder("kink " + kick.sample());
      // room for other roundings
      number(words, added * 1.001);
      number(words, kick.factor());
      return words.append('\n').toString();
    }
  }

  private static void coefficient(StringBuilder words, Series series, int l) {
    if (series.radius() != 0) {
      throw new IllegalArgumentException(
          "a certificate is of polynomials with double coefficients");
    }
    number(words, series.coefficient(l));
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
      write(one.start());
      for (int j = 0; j < m; j++) {
        if (one.kinks().containsKey(j)) {
          write(one.kinks().get(j).line());
        }
        write(one.paths().get(j));
      }
      radius = Math.max(radius, one.radius());
    }
    double end = Interval.of(steps.get(steps.size() - 1).end()).lower();
    text.setLength(0);
    line("claim " + hex(end) + ' ' + hex(radius));
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
