package org.flowproof.enclose.verify;

import static org.flowproof.enclose.verify.Given.require;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.flowproof.enclose.interval.Interval;
import org.flowproof.formula.NoValueException;

/** Follows a certificate step by step and derives what it claims, or says where that fails. */
public final class CertificateChecker {
  private final Given given;
  private final Kink[] open;
  private List<Norm> norms;
  private Polynomial[][] path;
  private int steps;
  private BigDecimal time = BigDecimal.ZERO;
  private double radius;

  private CertificateChecker(Given given) {
    this.given = given;
    open = new Kink[given.m];
    norms = singles();
    path = given.start;
  }

  /** What became of checking a certificate. */
  public sealed interface Verdict {
    /**
     * For the problem in the file, with its numbers as they are, the gradient flow exists on {@code
     * [0, end]} in the sense of Filippov and no neuron leaves the tube of this radius around its
     * path.
     */
    record Verified(int neurons, int samples, int steps, double end, double radius)
        implements Verdict {}

    /** Something does not follow. */
    record Refused(int step, String reason) implements Verdict {}
  }

  /**
   * Checks a file.
   *
   * @throws MalformedCertificateException when it is not a whole certificate
   * @throws IOException when it cannot be read
   */
  public static Verdict check(Path file) throws IOException, MalformedCertificateException {
    CertificateText text = new CertificateText(file);
    CertificateChecker checker = new CertificateChecker(new Given(text));
    try {
      return checker.all(text);
    } catch (NoValueException | IllegalArgumentException e) {
      return new Verdict.Refused(checker.steps, e.getMessage());
    }
  }

  private Verdict all(CertificateText text) throws MalformedCertificateException {
    given.check();
    while (text.next("step|claim").equals("step")) {
      steps++;
      follow(new Step(text, given));
    }
    double end = text.number();
    double claimed = text.number();
    text.end();
    require(
        end > 0 && new BigDecimal(end).compareTo(time) <= 0,
        "a time is claimed that the steps do not reach");
    require(claimed >= radius, "a radius is claimed that is less than that of a step");
    return new Verdict.Verified(given.m, given.n, steps, end, claimed);
  }

  private void follow(Step step) {
    require(step.length > 0, "the step has no length");
    Tube tube = new Tube(given, step);
    jump(step, tube);
    double[] errors = errors(norms);
    for (Kink kink : step.kinks) {
      int j = kink.neuron;
      require(open[j] == null, Given.at(j, kink.sample) + "a kink while another is open");
      errors[j] = kink.begin(step.sides[j].charAt(kink.sample), errors[j]);
      open[j] = kink;
    }
    List<Norm> next = step.norms;
    next.addAll(singles());
    for (Norm norm : next) {
      norm.begin(errors);
      norms.forEach(last -> norm.follow(last, step.kinks));
      norm.grow(tube);
    }
    norms = next;
    errors = errors(next);
    for (int j = 0; j < given.m; j++) {
      require(errors[j] < step.tube[j], "the errors of neuron " + j + " may leave the tube");
      radius = Math.max(radius, step.tube[j]);
    }
    signs(step, tube);
    path = step.path;
    time = time.add(new BigDecimal(step.length));
  }

  private List<Norm> singles() {
    return IntStream.range(0, given.m).mapToObj(j -> Norm.single(given.m, j)).toList();
  }

  private double[] errors(List<Norm> norms) {
    return IntStream.range(0, given.m)
        .mapToDouble(j -> norms.stream().mapToDouble(norm -> norm.of(j)).min().orElseThrow())
        .toArray();
  }

  /** From the end of the last path to this one, and with slides from projection to projection. */
  private void jump(Step step, Tube tube) {
    double[] jumps = new double[given.m];
    for (int j = 0; j < given.m; j++) {
      Interval squares = Interval.ZERO;
      for (int i = 0; i <= given.d; i++) {
        squares = squares.plus(path[j][i].jumpTo(step.path[j][i]).square());
      }
      jumps[j] = squares.sqrt().plus(Interval.of(tube.displacement[j]).times(2)).upper();
      if (open[j] != null) {
        open[j].move(jumps[j]);
      }
    }
    norms.forEach(norm -> norm.jump(jumps));
  }

  /** Signs on the tube, and the kinks that stay open. */
  private void signs(Step step, Tube tube) {
    for (int j = 0; j < given.m; j++) {
      Kink kink = open[j];
      boolean[] unclear = new boolean[given.n];
      for (int k = 0; k < given.n; k++) {
        boolean slides = step.sides[j].charAt(k) == '0';
        unclear[k] = !slides && !tube.clear(j, k);
        if ((slides || unclear[k]) && !tube.convex(j, k)) {
          boolean paid = !slides && kink != null && kink.sample == k;
          require(paid, Given.at(j, k) + "a concave kink that is not paid for");
        }
      }
      if (kink != null && unclear[kink.sample]) {
        kink.move(tube.forcing(j, l -> l != kink.neuron));
        tube.passing(kink, unclear);
      } else {
        open[j] = null;
      }
    }
  }
}
