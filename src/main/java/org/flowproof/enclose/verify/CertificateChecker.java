package org.flowproof.enclose.verify;

import static org.flowproof.enclose.verify.NotVerifiedException.require;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.flowproof.enclose.interval.Interval;
import org.flowproof.enclose.interval.Rounding;
import org.flowproof.formula.NoValueException;

/** Follows a certificate step by step and derives what it claims, or says where that fails. */
public final class CertificateChecker {
  private final Given given;
  private List<Norm> last = new ArrayList<>();
  private Map<List<Integer>, OpenKink> open = new LinkedHashMap<>();
  private boolean[][] unclear;
  private Step previous;
  private int steps;
  private BigDecimal time = BigDecimal.ZERO;
  private double radius;

  private CertificateChecker(Given given) {
    this.given = given;
    unclear = new boolean[given.m][given.n];
    last.add(new Norm("0".repeat(given.m), new double[given.m], 0));
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
      checker.starts();
      String word = text.peek();
      while (word.equals("step")) {
        checker.steps++;
        checker.follow(new Step(text, checker.given));
        word = text.peek();
      }
      if (!word.equals("claim")) {
        throw text.bad("expected 'step' or 'claim'");
      }
      int steps = text.count(1, 999_999_999);
      double end = text.number();
      double radius = text.number();
      text.end();
      require(steps == checker.steps, "another number of steps is claimed");
      require(
          end > 0 && new BigDecimal(end).compareTo(checker.time) <= 0,
          "a time is claimed that the steps do not reach");
      require(radius >= checker.radius, "a radius is claimed that is less than that of a step");
      return new Verdict.Verified(checker.given.m, checker.given.n, steps, end, radius);
    } catch (NotVerifiedException e) {
      return new Verdict.Refused(checker.steps, e.getMessage());
    } catch (NoValueException | IllegalArgumentException e) {
      return new Verdict.Refused(checker.steps, "a number is too large or too near zero to go on");
    }
  }

  /** On a kink at the start, the flow need not be unique. */
  private void starts() {
    for (int j = 0; j < given.m; j++) {
      Polynomial[] w =
          Arrays.stream(given.w[j]).mapToObj(Polynomial::of).toArray(Polynomial[]::new);
      for (int k = 0; k < given.n; k++) {
        Interval g = Polynomial.exact(given.x[k], w).coefficient(0);
        require(g.isPositive() || g.isNegative(), Tube.at(j, k) + "starts on the kink");
      }
    }
  }

  private void follow(Step step) {
    require(step.length > 0, "the step has no length");
    Rates rates = new Rates(given, step);
    List<Norm> norms = start(step, rates);
    for (int i = 0; i < norms.size(); i++) {
      norms.get(i).raise(step.after.get(i));
      norms.get(i).grow(rates, step.tube);
    }
    double[] best = best(norms);
    for (int j = 0; j < given.m; j++) {
      require(best[j] < step.tube[j], "the errors of neuron " + j + " may leave the tube");
      radius = Math.max(radius, step.tube[j]);
    }
    signs(step, rates);
    for (int i = 0; i < norms.size(); i++) {
      norms.get(i).implies(step.after.get(i), best, open.values(), " at the end");
    }
    last = step.after;
    previous = step;
    time = time.add(new BigDecimal(step.length));
  }

  /** Bounds at the start: as stated, then with the jump of the path and the kicks. */
  private List<Norm> start(Step step, Rates rates) {
    double[] best = best(last);
    List<Norm> norms = new ArrayList<>();
    for (int i = 0; i < step.before.size(); i++) {
      last.get(Math.min(i, last.size() - 1))
          .implies(step.before.get(i), best, open.values(), " at the start");
      norms.add(step.before.get(i).copy());
    }
    double[] jumps = new double[given.m];
    for (int j = 0; j < given.m; j++) {
      Interval jump = jump(step, j).plus(Interval.of(rates.displacement[j]).times(2));
      jumps[j] = jump.upper();
    }
    norms.forEach(norm -> norm.jump(jumps));
    open.values().forEach(kink -> kink.move(Interval.ONE, jumps[kink.kick().neuron()]));
    for (Step.Kick kick : step.kicks) {
      begin(kick, step, norms);
    }
    return norms;
  }

  private Interval jump(Step step, int j) {
    Interval sum = Interval.ZERO;
    for (int i = 0; i <= given.d; i++) {
      boolean outer = i == given.d;
      Polynomial to = outer ? step.outer[j] : step.hidden[j][i];
      BigDecimal from =
          previous != null
              ? (outer ? previous.outer[j] : previous.hidden[j][i]).end()
              : new BigDecimal(outer ? given.a[j] : given.w[j][i]);
      BigDecimal part = from.subtract(new BigDecimal(to.coefficient(0).lower()));
      sum = sum.plus(Interval.of(part).square());
    }
    require(
        given.both || step.outer[j].isConstant(given.a[j]),
        "the output weight of neuron " + j + " is not trained, but moves");
    return sum.sqrt();
  }

  private void begin(Step.Kick kick, Step step, List<Norm> norms) {
    int j = kick.neuron();
    int k = kick.sample();
    double clean = best(norms)[j];
    OpenKink kink = new OpenKink(kick, step.sides[j].charAt(k), clean);
    require(
        kick.speed() > 0 && kick.push() >= 0 && kick.drift() >= 0 && kick.before() >= clean,
        kink.at() + "its bounds do not fit");
    require(
        kick.factor() >= Rounding.divUp(Rounding.mulUp(kick.push(), given.norm[k]), kick.speed()),
        kink.at() + "its factor is too small");
    require(
        !unclear[j][k] && kink.from() != '0',
        kink.at() + "begins when the side of the flow is not known");
    require(
        open.values().stream().noneMatch(other -> other.kick().neuron() == j),
        kink.at() + "two at once of one neuron are more than this checker verifies");
    for (int i = 0; i < norms.size(); i++) {
      norms.get(i).kick(kick, step.after.get(i));
    }
    open.put(List.of(j, k), kink);
  }

  /** Signs on the tube, and the kinks that stay open. */
  private void signs(Step step, Rates rates) {
    Tube tube = new Tube(given, step, rates);
    unclear = new boolean[given.m][given.n];
    for (int j = 0; j < given.m; j++) {
      for (int k = 0; k < given.n; k++) {
        boolean slides = step.sides[j].charAt(k) == '0';
        unclear[j][k] = !slides && !tube.clear(j, k);
        if ((slides || unclear[j][k]) && !tube.convex(j, k)) {
          require(!slides, Tube.at(j, k) + "slides on a concave kink");
          require(open.containsKey(List.of(j, k)), Tube.at(j, k) + "a concave kink without bounds");
        }
      }
    }
    Map<List<Integer>, OpenKink> still = new LinkedHashMap<>();
    open.forEach(
        (pair, kink) -> {
          int j = kink.kick().neuron();
          if (unclear[j][kink.kick().sample()]) {
            kink.move(Interval.of(rates.growth(j, step.tube)).exp(), added(j, step, rates));
            tube.passing(kink, unclear[j]);
            still.put(pair, kink);
          }
        });
    open = still;
  }

  /** What defect and other neurons add to the error of a neuron. */
  private static double added(int j, Step step, Rates rates) {
    Interval others = Interval.ZERO;
    for (int l = 0; l < step.tube.length; l++) {
      if (l != j) {
        others = others.plus(Interval.of(rates.size(l, step.tube)).times(step.tube[l]));
      }
    }
    return others
        .times(rates.coupling())
        .times(rates.size(j, step.tube))
        .plus(rates.defect(j))
        .upper();
  }

  private double[] best(List<Norm> norms) {
    double[] best = new double[given.m];
    for (int j = 0; j < best.length; j++) {
      int neuron = j;
      best[j] = norms.stream().mapToDouble(norm -> norm.of(neuron)).min().orElseThrow();
    }
    return best;
  }
}
