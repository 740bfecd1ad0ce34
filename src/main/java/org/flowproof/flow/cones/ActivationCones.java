package org.flowproof.flow.cones;

import java.util.ArrayList;
import java.util.List;
import org.flowproof.formula.NoValueException;
import org.flowproof.problem.Problem;

/**
 * The activation cones of a data set, kinks included, with the pull of the early-alignment flow in
 * each: {@code D(w, 0)}, the element of least norm of
 *
 * <pre>
 * { (1/n) sum_k eta_k r_k x_k : eta_k = 1, slope, or in [slope, 1] as &lt;w, x_k&gt; &gt; 0, &lt; 0, = 0 }
 * </pre>
 *
 * with {@code r_k} the residual while the output is 0 (Boursier and Flammarion, Early alignment,
 * section 3). Samples on one line through 0 share one kink and one gate variable on it.
 *
 * <p>Everything is exact on the given doubles. Dimensions 1 and 2 only.
 */
public final class ActivationCones {
  private final ZeroOutput data;
  private final List<Cone> cones;

  private ActivationCones(ZeroOutput data, List<Cone> cones) {
    this.data = data;
    this.cones = List.copyOf(cones);
  }

  /**
   * Enumerates the cones of a problem's data.
   *
   * @throws NoValueException when the dimension is above 2, the activation has no kinks, or all
   *     samples are 0
   */
  public static ActivationCones of(Problem problem) {
    ZeroOutput data = ZeroOutput.of(problem);
    int d = problem.data().d();
    if (d > 2) {
      throw new NoValueException(
          "activation cones are enumerated in dimensions 1 and 2, the data have dimension " + d);
    }
    if (data.samples().isEmpty()) {
      throw new NoValueException("all samples are 0");
    }
    List<Cone> cones = new ArrayList<>(d == 1 ? halfLines(data) : PlaneSweep.cones(data));
    cones.add(origin(d, data, cones));
    return new ActivationCones(data, cones);
  }

  private static List<Cone> halfLines(ZeroOutput data) {
    List<Cone> cones = new ArrayList<>();
    for (double side : new double[] {1, -1}) {
      ExactVector w = ExactVector.of(side);
      ExactVector pull = data.pullAt(w);
      int sign = pull.dot(w).signum();
      Cone.Pole pole = sign == 0 ? Cone.Pole.REST : sign > 0 ? Cone.Pole.ALONG : Cone.Pole.AGAINST;
      cones.add(new Cone(Cone.Kind.OPEN, w, List.of(w), pull, List.of(), pole));
    }
    return cones;
  }

  private static Cone origin(int d, ZeroOutput data, List<Cone> others) {
    ExactVector pull =
        d == 1 ? others.get(0).pull().nearestTo0On(others.get(1).pull()) : OriginPull.of(data);
    Cone.Pole pole = pull.isZero() ? Cone.Pole.REST : Cone.Pole.NONE;
    return new Cone(Cone.Kind.ORIGIN, ExactVector.zero(d), List.of(), pull, List.of(), pole);
  }

  /** All cones: counter-clockwise, each ray before the sector to its left; the origin is last. */
  public List<Cone> cones() {
    return cones;
  }

  /** The samples that are not 0. */
  public List<ExactVector> samples() {
    return data.samples();
  }

  /** The extremal vectors in the order of their cones; at most one for each cone. */
  public List<ExtremalVector> extremalVectors() {
    return cones.stream()
        .filter(Cone::extremal)
        .map(cone -> new ExtremalVector(cone, shape(cone)))
        .toList();
  }

  /**
   * Whether a cone's pull is 0 for every network that leaves its kinks alone, because all gates are
   * closed there or can be closed: no sample is active, and those on the kink lie on one side.
   */
  boolean closed(Cone cone) {
    ExactVector kink = null;
    for (ExactVector sample : data.samples()) {
      int sign = cone.sign(sample);
      if (sign > 0) {
        return false;
      }
      if (sign == 0) {
        kink = kink == null ? sample : kink;
        if (kink.dot(sample).signum() < 0) {
          return false;
        }
      }
    }
    return data.slope().signum() == 0;
  }

  /**
   * Inside a cone G is linear: on the sphere largest at its pull. On a kink the one-sided slopes of
   * G decide, and where one vanishes the curvature on that side.
   */
  private static ExtremalVector.Shape shape(Cone cone) {
    int curvature = cone.pole() == Cone.Pole.ALONG ? -1 : 1;
    int left = curvature;
    int right = curvature;
    if (cone.kind() == Cone.Kind.FACE) {
      ExactVector turned = cone.inside().turned();
      int leftSlope = turned.dot(cone.ends().get(1)).signum();
      int rightSlope = -turned.dot(cone.ends().get(0)).signum();
      left = leftSlope != 0 ? leftSlope : curvature;
      right = rightSlope != 0 ? rightSlope : curvature;
    }
    return left != right
        ? ExtremalVector.Shape.SADDLE
        : left < 0 ? ExtremalVector.Shape.MAXIMUM : ExtremalVector.Shape.MINIMUM;
  }
}
