package org.flowproof.enclose;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.flowproof.enclose.certify.Refusal;
import org.flowproof.enclose.certify.StepCertifier;
import org.flowproof.enclose.path.FlowModel;
import org.flowproof.enclose.path.PathStep;
import org.flowproof.enclose.path.Side;
import org.flowproof.enclose.plan.Precision;
import org.flowproof.enclose.plan.TubeBuilder;
import org.flowproof.enclose.plan.TubeLog;
import org.flowproof.enclose.precise.PreciseFlow;
import org.flowproof.enclose.taylor.Series;
import org.flowproof.problem.Problem;

/** A tube with the bounds of every neuron, as they were proven, for comparing with known flows. */
final class ProvenPath implements TubeLog {
  private static final int MOST_PIECES = 1500;

  /** Rounding of precise flows. */
  static final double ON_KINK = 1e-19;

  private static final double[] FRACTIONS = {0.25, 0.625, 1};

  /** A step, bounds of the errors during it, and at its end. */
  static final class Piece {
    private final BigDecimal start;
    private final BigDecimal length;
    private final double[][][] path;
    private final double[] during;
    private final double[] after;

    /** Kinks that the flow is said to be on at the end, by neuron. */
    private final int[][] held;

    private Piece(BigDecimal start, PathStep step, StepCertifier certifier) {
      during = certifier.lastTube();
      after = certifier.bounds().all();
      held = new int[during.length][0];
      this.start = start;
      length = new BigDecimal(step.length());
      path = new double[during.length][][];
      for (int j = 0; j < path.length; j++) {
        Series[] w = step.hidden(j);
        path[j] = new double[w.length + 1][];
        for (int i = 0; i < w.length; i++) {
          path[j][i] = Flows.pairs(w[i]);
        }
        path[j][w.length] = Flows.pairs(step.outer(j));
        if (certifier.captured(j)) {
          Side[] sides = step.sides(j);
          held[j] = IntStream.range(0, sides.length).filter(k -> sides[k] == Side.SLIDE).toArray();
        }
      }
    }

    /** The time at a fraction of the step. */
    BigDecimal time(double fraction) {
      return start.add(new BigDecimal(fraction).multiply(length));
    }

    /** How far a flow is from kinks that it is said to be on at the end of the step, at most. */
    double offKinks(PreciseFlow flow) {
      double most = 0;
      for (int j = 0; j < held.length; j++) {
        for (int k : held[j]) {
          if (k >= flow.samples()) {
            continue; // stands for another sample on its line
          }
          most = Math.max(most, Math.abs(flow.preactivation(time(1), j, k)));
        }
      }
      return most;
    }

    /** The distance of every neuron of a flow from the path, as a fraction of the bound. */
    double[] ratios(PreciseFlow flow, double fraction) {
      double[][] off = flow.minus(time(fraction), path, fraction);
      double[] ratios = new double[off.length];
      for (int j = 0; j < off.length; j++) {
        double square = 0;
        for (double one : off[j]) {
          square += one * one;
        }
        double bound = fraction == 1 ? after[j] : during[j];
        ratios[j] = square == 0 ? 0 : Math.sqrt(square) / bound;
      }
      return ratios;
    }
  }

  private final List<Piece> pieces = new ArrayList<>();
  private final Optional<Refusal> refusal;
  private int convex;
  private int concave;
  private int slides;
  private final List<int[]> marks = new ArrayList<>();

  private ProvenPath(FlowModel model, double end, double[] radii) {
    refusal =
        new TubeBuilder(model, Precision.PAIRS, this, radii)
            .advanceTo(end, () -> pieces.size() > MOST_PIECES);
  }

  /** The tube of all flows that start within distances of the initial weights. */
  static ProvenPath of(Problem problem, double end, double... radii) {
    FlowModel model = Flows.model(problem);
    return new ProvenPath(model, end, radii.length == 0 ? new double[model.m()] : radii);
  }

  List<Piece> pieces() {
    return pieces;
  }

  /** Why it ends early, if it does. */
  Optional<Refusal> refusal() {
    return refusal;
  }

  /** The time reached. */
  BigDecimal end() {
    return pieces.isEmpty() ? BigDecimal.ZERO : pieces.get(pieces.size() - 1).time(1);
  }

  /** The largest bound of any neuron. */
  double radius() {
    double largest = 0;
    for (Piece piece : pieces) {
      for (double one : piece.during) {
        largest = Math.max(largest, one);
      }
    }
    return largest;
  }

  /**
   * The largest error of any neuron of a flow, as a fraction of its bound; without end when it is
   * not on a kink that it is said to be on.
   */
  double worst(PreciseFlow flow) {
    double worst = 0;
    for (Piece piece : pieces) {
      if (flow.reaches(piece.time(1)) && piece.offKinks(flow) > ON_KINK) {
        return Double.POSITIVE_INFINITY;
      }
      for (double fraction : FRACTIONS) {
        if (!flow.reaches(piece.time(1))) {
          return worst;
        }
        for (double ratio : piece.ratios(flow, fraction)) {
          worst = Math.max(worst, ratio);
        }
      }
    }
    return worst;
  }

  int convex() {
    return convex;
  }

  int concave() {
    return concave;
  }

  int slides() {
    return slides;
  }

  @Override
  public void step(BigDecimal start, PathStep step, StepCertifier certifier) {
    pieces.add(new Piece(start, step, certifier));
  }

  @Override
  public void kink(BigDecimal time, int neuron, int sample, Side[] from, Side[] to, double bend) {
    if (to[sample] == Side.SLIDE) {
      slides++;
    } else if (bend > 0) {
      concave++;
    } else {
      convex++;
    }
  }

  @Override
  public int mark() {
    marks.add(new int[] {pieces.size(), convex, concave, slides});
    return marks.size() - 1;
  }

  @Override
  public void back(int mark) {
    int[] before = marks.get(mark);
    pieces.subList(before[0], pieces.size()).clear();
    convex = before[1];
    concave = before[2];
    slides = before[3];
  }
}
