package org.flowproof.enclose;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.flowproof.enclose.precise.PreciseData;
import org.flowproof.enclose.precise.PreciseFlow;
import org.flowproof.problem.Network;
import org.flowproof.problem.Problem;

/**
 * A ball of initial weights whose tube was proven, and flows from its surface: at random, and in
 * the directions that a finite-difference transition matrix says end farthest off.
 */
final class FatBall {
  private static final double[] FRACTIONS = {0.5, 1};
  private static final int DIGITS = 22;
  private static final int SWEEPS = 60;

  private final PreciseData data;
  private final BigDecimal[][] centre;
  private double[] radii;
  private final int free;
  private final ProvenPath path;
  private int checks;
  private int cut;
  private double worst;
  private double atEnd;

  private FatBall(Problem problem, Problem flows, double end, double... radius) {
    data = PreciseData.of(flows);
    int m = data.a().size();
    radii = radius.clone();
    if (radius.length == 1) {
      radii = new double[m];
      Arrays.fill(radii, radius[0]);
    }
    int d = data.w().get(0).size();
    free = problem.network().trained() == Network.Trained.BOTH ? d + 1 : d;
    centre = new BigDecimal[m][d + 1];
    for (int j = 0; j < m; j++) {
      for (int i = 0; i < d; i++) {
        centre[j][i] = data.w().get(j).get(i);
      }
      centre[j][d] = data.a().get(j);
    }
    path = ProvenPath.of(problem, end, radii);
  }

  /**
   * Proves the tube of a ball and tries flows from its surface.
   *
   * @param random how many random starts there are
   * @param radius of every neuron, or of each
   */
  static FatBall attack(Problem problem, double end, int random, long seed, double... radius) {
    return attackWith(problem, problem, end, random, seed, radius);
  }

  /**
   * The same with the flows of another problem that are those of the problem.
   *
   * @param flows its first samples stand for those of the problem
   */
  static FatBall attackWith(
      Problem problem, Problem flows, double end, int random, long seed, double... radius) {
    FatBall ball = new FatBall(problem, flows, end, radius);
    if (ball.path.pieces().isEmpty()) {
      return ball;
    }
    Random source = new Random(seed);
    for (int count = 0; count < random; count++) {
      double[][] to = new double[ball.centre.length][];
      for (int j = 0; j < to.length; j++) {
        to[j] = ball.surface(j, source.doubles(ball.free, -1, 1).toArray());
      }
      ball.follow(to);
    }
    for (double[][] direction : ball.worstDirections()) {
      ball.follow(direction);
    }
    return ball;
  }

  ProvenPath path() {
    return path;
  }

  /** How many errors were compared with bounds. */
  int checks() {
    return checks;
  }

  /** The largest error, as a fraction of its bound. */
  double worst() {
    return worst;
  }

  /** The largest error at the end of the tube, as a fraction of its bound. */
  double atEnd() {
    return atEnd;
  }

  /** A vector of the length of the radius of a neuron, rounded to be inside. */
  private double[] surface(int j, double[] direction) {
    double length = Math.sqrt(Arrays.stream(direction).map(x -> x * x).sum());
    double scale = length == 0 ? 0 : radii[j] * (1 - 1e-12) / length;
    return Arrays.stream(direction).map(x -> x * scale).toArray();
  }

  private PreciseFlow flow(double[][] displacement) {
    BigDecimal[][] start = new BigDecimal[centre.length][];
    for (int j = 0; j < start.length; j++) {
      start[j] = centre[j].clone();
      for (int i = 0; i < free; i++) {
        int at = i;
        start[j][at] = start[j][at].add(new BigDecimal(displacement[j][i]));
      }
    }
    return PreciseFlow.of(data.from(start), path.end(), DIGITS);
  }

  private void follow(double[][] displacement) {
    PreciseFlow flow = flow(displacement);
    List<ProvenPath.Piece> pieces = path.pieces();
    for (ProvenPath.Piece piece : pieces) {
      if (!flow.reaches(piece.time(1))) {
        cut++;
        return;
      }
      if (piece.offKinks(flow) > ProvenPath.ON_KINK) {
        worst = Double.POSITIVE_INFINITY;
      }
      for (double fraction : FRACTIONS) {
        boolean last = fraction == 1 && piece == pieces.get(pieces.size() - 1);
        for (double ratio : piece.ratios(flow, fraction)) {
          checks++;
          worst = Math.max(worst, ratio);
          atEnd = last ? Math.max(atEnd, ratio) : atEnd;
        }
      }
    }
  }

  /** For every neuron, the start that ends farthest off to first order. */
  private double[][][] worstDirections() {
    int m = centre.length;
    PreciseFlow unmoved = flow(new double[m][free]);
    if (!unmoved.reaches(path.end())) {
      return new double[0][][];
    }
    BigDecimal[][] end = unmoved.at(path.end());
    double[][][][] transition = new double[m][m][free][];
    for (int l = 0; l < m; l++) {
      for (int i = 0; i < free; i++) {
        double[][] unit = new double[m][free];
        unit[l][i] = radii[l];
        BigDecimal[][] moved = flow(unit).at(path.end());
        for (int j = 0; j < m; j++) {
          transition[j][l][i] = new double[moved[j].length];
          for (int c = 0; c < moved[j].length; c++) {
            transition[j][l][i][c] = moved[j][c].subtract(end[j][c]).doubleValue() / radii[l];
          }
        }
      }
    }
    double[][][] directions = new double[m][][];
    for (int j = 0; j < m; j++) {
      directions[j] = farthest(transition[j]);
    }
    return directions;
  }

  /** Maximizes the length of the image over a product of balls, by turns. */
  private double[][] farthest(double[][][] transition) {
    int out = transition[0][0].length;
    double[][] best = new double[transition.length][free];
    double most = -1;
    for (int from = 0; from < out; from++) {
      double[] image = new double[out];
      image[from] = 1;
      double[][] start = new double[transition.length][];
      for (int sweep = 0; sweep < SWEEPS; sweep++) {
        double[] next = new double[out];
        for (int l = 0; l < start.length; l++) {
          double[] back = new double[free];
          for (int i = 0; i < free; i++) {
            for (int c = 0; c < out; c++) {
              back[i] += transition[l][i][c] * image[c];
            }
          }
          start[l] = surface(l, back);
          for (int i = 0; i < free; i++) {
            for (int c = 0; c < out; c++) {
              next[c] += transition[l][i][c] * start[l][i];
            }
          }
        }
        image = next;
      }
      double length = Arrays.stream(image).map(x -> x * x).sum();
      if (length > most) {
        most = length;
        best = start;
      }
    }
    return best;
  }

  /** How many flows were followed part of the way only. */
  int cut() {
    return cut;
  }

  /** Why the tube ends early. */
  Optional<String> refusal() {
    return path.refusal().map(Object::toString);
  }
}
