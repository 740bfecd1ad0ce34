package org.flowproof.enclose;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.flowproof.enclose.certify.Refusal;
import org.flowproof.enclose.certify.StepCertifier;
import org.flowproof.enclose.path.FlowModel;
import org.flowproof.enclose.path.PathStep;
import org.flowproof.enclose.path.Side;
import org.flowproof.enclose.plan.TubeBuilder;
import org.flowproof.enclose.plan.TubeLog;
import org.flowproof.enclose.taylor.Series;
import org.flowproof.problem.Problem;

/** A tube with the bounds of every neuron, as they were proven, for comparing with known flows. */
final class ProvenPath implements TubeLog {
  private static final MathContext DIGITS = new MathContext(70);

  /** A step, bounds of the errors during it, and at its end. */
  static final class Piece {
    private final BigDecimal start;
    private final PathStep step;
    private final double[] during;
    private final double[] after;

    private Piece(BigDecimal start, PathStep step, double[] during, double[] after) {
      this.start = start;
      this.step = step;
      this.during = during;
      this.after = after;
    }

    /** The time at a fraction of the step. */
    BigDecimal time(double fraction) {
      return start.add(new BigDecimal(fraction).multiply(new BigDecimal(step.length())));
    }

    /** The distance of a neuron from the path, as a fraction of the bound. */
    double ratio(int neuron, double fraction, BigDecimal[] z) {
      double bound = fraction == 1 ? after[neuron] : during[neuron];
      double distance = distance(neuron, fraction, z);
      return distance == 0 ? 0 : distance / bound;
    }

    /** The distance of a neuron from the path. */
    double distance(int neuron, double fraction, BigDecimal[] z) {
      Series[] w = step.hidden(neuron);
      BigDecimal sum = difference(step.outer(neuron), fraction, z[w.length]);
      sum = sum.multiply(sum);
      for (int i = 0; i < w.length; i++) {
        BigDecimal part = difference(w[i], fraction, z[i]);
        sum = sum.add(part.multiply(part));
      }
      return sum.sqrt(new MathContext(20)).doubleValue();
    }

    private static BigDecimal difference(Series series, double fraction, BigDecimal value) {
      BigDecimal s = new BigDecimal(fraction);
      BigDecimal sum = BigDecimal.ZERO;
      for (int l = series.degree(); l >= 0; l--) {
        sum = sum.multiply(s, DIGITS).add(new BigDecimal(series.coefficient(l)));
      }
      return sum.subtract(value, DIGITS);
    }

    /** Whether a neuron slides. */
    boolean slides(int neuron) {
      return java.util.Arrays.asList(step.sides(neuron)).contains(Side.SLIDE);
    }
  }

  private final List<Piece> pieces = new ArrayList<>();
  private final Optional<Refusal> refusal;
  private int convex;
  private int concave;
  private int slides;
  private final List<int[]> marks = new ArrayList<>();

  private ProvenPath(FlowModel model, double end, double[] radii) {
    refusal = new TubeBuilder(model, this, radii).advanceTo(end);
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
    pieces.add(new Piece(start, step, certifier.lastTube(), certifier.bounds().all()));
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
