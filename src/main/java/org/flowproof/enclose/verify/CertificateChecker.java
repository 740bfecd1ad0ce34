package org.flowproof.enclose.verify;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import org.flowproof.enclose.interval.Interval;
import org.flowproof.formula.NoValueException;

/** Follows a certificate step by step and derives what it claims, or says where that fails. */
public final class CertificateChecker {
  private int steps;
  private BigDecimal time = BigDecimal.ZERO;
  private double radius;
  private Polynomial[] path;
  private Kink[] open; // of every neuron, or null
  private Norm[] norms = {};
  private Interval[] errors; // of every neuron, the least of what the norms give

  private CertificateChecker() {}

  /** What became of checking a certificate. */
  public sealed interface Verdict {
    /**
     * The gradient flow of the problem in the file, with its numbers as they are, exists on {@code
     * [0, end]} in the sense of Filippov, and no neuron gets farther from its path than the radius.
     */
    record Verified(int neurons, int samples, int steps, double end, double radius)
        implements Verdict {}

    /** Something does not follow. */
    record Refused(int step, String reason) implements Verdict {}
  }

  /**
   * Checks a file.
   *
   * @throws DataFormatException when it is not a whole certificate
   * @throws IOException when it cannot be read
   */
  public static Verdict check(Path file) throws IOException, DataFormatException {
    CertificateText text = new CertificateText(file);
    CertificateChecker checker = new CertificateChecker();
    try {
      return checker.all(text);
    } catch (NoValueException | IllegalArgumentException e) {
      return new Verdict.Refused(checker.steps, e.getMessage());
    }
  }

  private Verdict all(CertificateText text) throws DataFormatException {
    Given given = new Given(text);
    path = given.start;
    open = new Kink[given.m];
    errors = new Interval[given.m];
    Arrays.fill(errors, Interval.ZERO);
    while (text.next("step|claim").equals("step")) {
      steps++;
      follow(new Step(text, given, path));
    }
    double end = text.number().lower();
    double claimed = text.number().lower();
    text.end();
    boolean reached = end > 0 && new BigDecimal(end).compareTo(time) <= 0;
    Given.require(reached, "a time is claimed that the steps do not reach");
    Given.require(claimed >= radius, "a radius is claimed that is less than that of a step");
    return new Verdict.Verified(given.m, given.n, steps, end, claimed);
  }

  private void follow(Step step) {
    for (int j = 0; j < path.length; j++) {
      Kink kink = step.tracks[j].kink;
      if (kink != null) {
        Given.require(open[j] == null, "neuron " + j + ": a kink while another is open");
        errors[j] = kink.begin(step.tracks[j].sides.charAt(kink.sample), errors[j].upper());
        open[j] = kink;
      }
    }
    for (Norm norm : step.norms) {
      norm.begin(errors);
      Arrays.stream(norms).forEach(last -> norm.follow(last, step));
      norm.grow(step);
    }
    norms = step.norms;
    for (int j = 0; j < path.length; j++) {
      int neuron = j;
      errors[j] = Arrays.stream(norms).map(norm -> norm.of(neuron)).reduce(Interval::min).get();
      double tube = step.tracks[j].radius.lower();
      Given.require(errors[j].upper() < tube, "the errors of neuron " + j + " may leave the tube");
      radius = Math.max(radius, tube);
      open[j] = step.passes(j, open[j]) ? open[j] : null;
    }
    path = Arrays.stream(step.tracks).map(track -> track.path).toArray(Polynomial[]::new);
    time = time.add(new BigDecimal(step.length.lower()));
  }
}
