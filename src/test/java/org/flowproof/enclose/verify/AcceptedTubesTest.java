package org.flowproof.enclose.verify;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Random certificates of one neuron and two samples near kinks, most of them false: the flow is
 * followed in small steps, and what the checker accepts has to hold it. Paths are polygons, so that
 * defects are of all sizes; radii and bounds at concave kinks are guesses.
 */
class AcceptedTubesTest {
  private static final int TRIALS = 600;
  private static final int STEPS = 6;
  private static final double STRIDE = 5e-6;

  /** What one trial showed. */
  private record Trial(boolean accepted, boolean concave, double worst) {}

  @Test
  void whatIsAcceptedHoldsTheFlow() throws Exception {
    Random random = new Random(2024);
    int accepted = 0;
    int concave = 0;
    double worst = 0;
    for (int i = 0; i < TRIALS; i++) {
      Trial trial = trial(random);
      if (trial.accepted()) {
        assertTrue(trial.worst() <= 1 + 1e-6, "trial " + i + " leaves its tube: " + trial);
        accepted++;
        concave += trial.concave() ? 1 : 0;
        worst = Math.max(worst, trial.worst());
      }
    }
    String seen = accepted + " accepted, " + concave + " at concave kinks, up to " + worst;
    assertTrue(accepted > 150 && concave >= 5 && worst > 0.9 && accepted < TRIALS * 0.9, seen);
  }

  private static Trial trial(Random random) throws Exception {
    double alpha = random.nextBoolean() ? 0 : 0.3;
    double[][] x = new double[2][2];
    double[] y = new double[2];
    for (int k = 0; k < 2; k++) {
      x[k] = new double[] {random.nextGaussian(), random.nextGaussian()};
      y[k] = 2 * random.nextGaussian();
    }
    double[] p = {random.nextGaussian(), random.nextGaussian(), random.nextGaussian()};
    // the kink is concave in most trials
    y[0] = random.nextInt(4) == 0 ? y[0] : Math.copySign(y[0], p[2]);
    // beside the kink of sample 0
    double square = x[0][0] * x[0][0] + x[0][1] * x[0][1];
    double off = dot(x[0], p) - 2e-3 * random.nextGaussian();
    p[0] -= off * x[0][0] / square;
    p[1] -= off * x[0][1] / square;
    double away = Math.pow(10, -3 - 2 * random.nextDouble());
    double[] z = new double[3];
    for (int i = 0; i < 3; i++) {
      z[i] = p[i] + away * random.nextGaussian();
    }
    HandMade hand = new HandMade(alpha, x, y, new double[][] {z});
    double tube = away * Math.pow(10, 0.2 + 1.3 * random.nextDouble()) + 1e-5 * random.nextDouble();
    boolean concave = false;
    double worst = 0;
    double radius = 0;
    double time = 0;
    for (int step = 0; step < STEPS; step++) {
      double[] velocity = field(alpha, x, y, p);
      double length = 1e-3;
      int met = -1;
      for (int k = 0; k < 2; k++) {
        double g = Math.abs(dot(x[k], p));
        double rate = -Math.signum(dot(x[k], p)) * dot(x[k], velocity);
        double near = 2.5 * Math.sqrt(dot(x[k], x[k])) * tube;
        double until = (g > 1.1 * near ? g - near : g) / rate;
        if (until > 0 && until < length) {
          length = until;
          met = g > 1.1 * near ? -1 : k;
        }
      }
      double[] next = p.clone();
      for (int i = 0; i < 3; i++) {
        next[i] += length * velocity[i];
      }
      if (met >= 0) {
        length *= 1 - 1e-9;
      }
      StringBuilder sides = new StringBuilder();
      List<String> lines = new ArrayList<>();
      for (int k = 0; k < 2; k++) {
        sides.append(dot(x[k], p) > 0 ? '+' : '-');
        double r = residual(alpha, x, y, p, k);
        double norm = Math.sqrt(dot(x[k], x[k]));
        if (lines.isEmpty() && p[2] * r > 0 && Math.abs(dot(x[k], p)) < 3 * norm * tube) {
          double guess = 0.3 + 0.8 * random.nextDouble();
          double speed = guess * Math.abs(dot(x[k], velocity));
          double push = (1 - alpha) / 2 * Math.abs(p[2] * r) * norm;
          double factor = push * norm / speed * (0.9 + 0.8 * random.nextDouble());
          double added = away * (0.2 + 2 * random.nextDouble());
          boolean first = dot(x[k], p) * dot(x[k], velocity) < 0;
          if (first) {
            lines.add(HandMade.kink(k, added, factor));
            concave = true;
          }
        }
      }
      hand.step(
          length, sides.toString(), lines, new double[][] {p}, new double[][] {velocity}, tube);
      for (double s = 0; s < length; s += STRIDE) {
        double[] now = p.clone();
        for (int i = 0; i < 3; i++) {
          now[i] += s * velocity[i] - z[i];
        }
        worst = Math.max(worst, Math.sqrt(dot(now, now) + now[2] * now[2]) / tube);
        double[] motion = field(alpha, x, y, z);
        double[] half = z.clone();
        double stride = Math.min(STRIDE, length - s);
        for (int i = 0; i < 3; i++) {
          half[i] += stride / 2 * motion[i];
        }
        motion = field(alpha, x, y, half);
        for (int i = 0; i < 3; i++) {
          z[i] += stride * motion[i];
        }
      }
      radius = Math.max(radius, tube);
      time += length;
      tube *= 1 + 0.2 * random.nextDouble();
      p = next;
      if (met >= 0) {
        // a hair beyond, so that the sign is right
        double beyond = 1e-9 * Math.signum(dot(x[met], velocity));
        double own = dot(x[met], x[met]);
        for (int i = 0; i < 2; i++) {
          p[i] += (beyond - dot(x[met], next)) * x[met][i] / own;
        }
      }
    }
    boolean accepted = Certificates.refusal(hand.claim(time * (1 - 1e-12), radius)).isEmpty();
    return new Trial(accepted, concave, worst);
  }

  /** Of the first two numbers. */
  private static double dot(double[] x, double[] z) {
    return x[0] * z[0] + x[1] * z[1];
  }

  private static double residual(double alpha, double[][] x, double[] y, double[] z, int k) {
    double g = dot(x[k], z);
    return y[k] - z[2] * (g > 0 ? g : alpha * g);
  }

  private static double[] field(double alpha, double[][] x, double[] y, double[] z) {
    double[] pull = new double[2];
    for (int k = 0; k < 2; k++) {
      double force = (dot(x[k], z) > 0 ? 1 : alpha) * residual(alpha, x, y, z, k) / 2;
      pull[0] += force * x[k][0];
      pull[1] += force * x[k][1];
    }
    return new double[] {z[2] * pull[0], z[2] * pull[1], dot(pull, z)};
  }
}
